package io.warmline.core.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the beginning of a postal code tells, in the countries in which it tells anything. */
final class PostalCodes {

  private static final int LONGEST_BEGINNING = 5;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Map<String, Map<String, Area>> BY_COUNTRY = new HashMap<>();

  static {
    PlaceTables.lines("postal-codes", 4).forEach(PostalCodes::add);
  }

  private PostalCodes() {}

  private static void add(List<String> line) {
    Area area = line.size() == 4 ? PlaceTables.area(line.get(2), line.get(3)) : area(line.get(2));
    Map<String, Area> areas = BY_COUNTRY.computeIfAbsent(line.get(0), c -> new HashMap<>());
    String[] range = line.get(1).split("-", 2);
    if (range.length == 1) {
      areas.put(range[0], area);
      return;
    }
    int last = Integer.parseInt(range[1]);
    for (int code = Integer.parseInt(range[0]); code <= last; code++) {
      areas.put(padded(code, range[0].length()), area);
    }
  }

  private static Area area(String code) {
    return code.contains("-")
        ? Subdivisions.get(code)
        : Countries.find(code)
            .orElseThrow(() -> new IllegalStateException("there is no country " + code));
  }

  /** Whether addresses in the second of these countries have postal codes of the first. */
  static boolean reachInto(String country, String other) {
    return !country.equals(other)
        && Countries.find(other).filter(BY_COUNTRY.getOrDefault(country, Map.of())::containsValue).isPresent();
  }

  /** Whether postal codes of the country tell anything. */
  static boolean areKnown(String country) {
    return BY_COUNTRY.containsKey(country);
  }

  /**
   * The area of a postal code; empty if it tells none.
   *
   * @param code as people and spreadsheets write it: {@link PostalCode}
   */
  static Optional<Area> find(String country, String code) {
    return areKnown(country)
        ? PostalCode.read(country, code)
            .flatMap(plain -> beginning(country, plain))
            .map(area -> withStateBeside(country, code, area))
        : Optional.empty();
  }

  /** Where a state is written beside the code that the code is not in, it may be either. */
  private static Area withStateBeside(String country, String code, Area area) {
    String beside = NO_LETTERS.matcher(code).replaceAll(" ").strip();
    return Optional.of(beside)
        .filter(words -> words.length() > 1)
        .flatMap(words -> Subdivisions.find(country, words))
        .filter(state -> !state.jurisdictions().containsAll(area.jurisdictions()))
        .map(area::and)
        .orElse(area);
  }

  /** The area of all codes that begin so; the longest beginning counts. */
  static Optional<Area> beginning(String country, String plain) {
    Map<String, Area> areas = BY_COUNTRY.getOrDefault(country, Map.of());
    for (int length = Math.min(LONGEST_BEGINNING, plain.length()); length > 0; length--) {
      Area area = areas.get(plain.substring(0, length));
      if (area != null) {
        return Optional.of(area);
      }
    }
    return Optional.empty();
  }

  private static String padded(int code, int length) {
    String digits = Integer.toString(code);
    return "0".repeat(length - digits.length()) + digits;
  }
}
