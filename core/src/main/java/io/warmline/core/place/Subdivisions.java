package io.warmline.core.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The states and provinces of those countries in which they make law or tell zones apart. */
final class Subdivisions {

  private static final Map<String, Area> BY_CODE = new HashMap<>();

  /** By country and letters of the name, of the short code and of the full code. */
  private static final Map<String, Map<String, Area>> BY_NAME = new HashMap<>();

  static {
    PlaceTables.lines("subdivisions", 3).forEach(Subdivisions::add);
  }

  private Subdivisions() {}

  private static void add(List<String> line) {
    String code = line.get(0);
    String country = code.substring(0, 2);
    Area area = PlaceTables.area(code, line.get(1));
    BY_CODE.put(code, area);
    Map<String, Area> names = BY_NAME.computeIfAbsent(country, c -> new HashMap<>());
    List<String> spellings = new ArrayList<>(Arrays.asList(line.get(2).split(";", -1)));
    spellings.add(code);
    spellings.add(code.substring(3));
    spellings.forEach(name -> names.put(letters(name), area));
  }

  /**
   * The subdivision with this ISO 3166-2 code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Area get(String code) {
    Area area = BY_CODE.get(code);
    if (area == null) {
      throw new IllegalArgumentException("there is no subdivision " + code);
    }
    return area;
  }

  /** The subdivision of a country by its name or code, in any spelling. */
  static Optional<Area> find(String country, String name) {
    Map<String, Area> names = BY_NAME.get(country);
    if (names == null) {
      return Optional.empty();
    }
    Area exactly = names.get(name);
    return Optional.ofNullable(exactly != null ? exactly : names.get(letters(name)));
  }

  /** Capital letters only, without accents. */
  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .toUpperCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'A' && c <= 'Z')
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
