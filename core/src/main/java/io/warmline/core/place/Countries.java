package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Territories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Countries by their ISO 3166-1 codes. */
final class Countries {

  private static final Map<String, Area> BY_CODE = read();

  private Countries() {}

  /** The country; empty if there is none with this code, in capitals. */
  static Optional<Area> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  private static Map<String, Area> read() {
    Map<String, Area> countries = new HashMap<>();
    for (List<String> line : PlaceTables.lines("countries", 2)) {
      String code = line.get(0);
      Set<Jurisdiction> places = new TreeSet<>(Set.of(new Jurisdiction(code)));
      Territories.countryOver(new Jurisdiction(code)).ifPresent(places::add);
      countries.put(code, Area.of(places, PlaceTables.zones(line.get(1))));
    }
    return Map.copyOf(countries);
  }
}
