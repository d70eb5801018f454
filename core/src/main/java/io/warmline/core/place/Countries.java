package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Countries by their ISO 3166-1 codes. */
final class Countries {

  /** Territories with a code of their own in which the law of another country holds as well. */
  private static final Map<String, String> BELONG_TO =
      Map.ofEntries(
          Map.entry("PR", "US"),
          Map.entry("VI", "US"),
          Map.entry("GU", "US"),
          Map.entry("AS", "US"),
          Map.entry("MP", "US"),
          Map.entry("GG", "GB"),
          Map.entry("JE", "GB"),
          Map.entry("IM", "GB"),
          Map.entry("GP", "FR"),
          Map.entry("MQ", "FR"),
          Map.entry("GF", "FR"),
          Map.entry("RE", "FR"),
          Map.entry("YT", "FR"),
          Map.entry("BL", "FR"),
          Map.entry("MF", "FR"),
          Map.entry("PM", "FR"),
          Map.entry("CX", "AU"),
          Map.entry("CC", "AU"),
          Map.entry("NF", "AU"));

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
      Optional.ofNullable(BELONG_TO.get(code)).map(Jurisdiction::new).ifPresent(places::add);
      countries.put(code, Area.of(places, PlaceTables.zones(line.get(1))));
    }
    return Map.copyOf(countries);
  }
}
