package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Territories;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Countries by their ISO 3166-1 codes. */
final class Countries {

  private static final Map<String, Area> BY_CODE = read();

  /** Of zones whose clocks agree, each country names but one. */
  private static final Set<ZoneId> CLAIMED =
      BY_CODE.values().stream()
          .flatMap(country -> country.zones().stream())
          .collect(Collectors.toUnmodifiableSet());

  private Countries() {}

  /** The country; empty if there is none with this code, in capitals. */
  static Optional<Area> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * Whether some country is known to have this zone. One that keeps another's clock may be none.
   */
  static boolean anyHas(ZoneId zone) {
    return CLAIMED.contains(zone);
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
