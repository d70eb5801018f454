package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of places: lines of fields between spaces, of which the last may hold spaces. */
final class PlaceTables {

  private static final Set<String> KNOWN_ZONES = ZoneId.getAvailableZoneIds();

  private PlaceTables() {}

  /**
   * The lines of a table, without comments.
   *
   * @param fields the most that a line has
   */
  static List<List<String>> lines(String table, int fields) {
    String path = "/places/" + table + ".txt";
    try (InputStream file = PlaceTables.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the file " + path + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split(" ", fields)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + path + " cannot be read", e);
    }
  }

  /** Zones between commas; those that the runtime is too old to know are left out. */
  static Set<ZoneId> zones(String names) {
    return Arrays.stream(names.split(",", -1))
        .filter(KNOWN_ZONES::contains)
        .map(ZoneId::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  static Area area(String jurisdiction, String zones) {
    return Area.of(Set.of(new Jurisdiction(jurisdiction)), zones(zones));
  }
}
