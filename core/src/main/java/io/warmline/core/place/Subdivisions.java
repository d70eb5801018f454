package io.warmline.core.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The states and provinces of those countries in which they make law or tell zones apart. */
final class Subdivisions {

  private static final Map<String, Area> BY_CODE = new HashMap<>();

  /** By country and letters of the name, of the short code and of the full code. */
  private static final Map<String, Map<String, Area>> BY_NAME = new HashMap<>();

  /** By country. */
  private static final Map<String, Area> ALL = new HashMap<>();

  /** What stands between the parts of {@code Texas (TX)}, {@code Miami, FL} and {@code OH/KY}. */
  private static final Pattern PARTS =
      Pattern.compile("[-(),;/|:&+\\[\\]]+|\\s+(?:and|or)\\s+", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

  /** As short codes are written: in lower case they may be words, such as in, or, me. */
  private static final Pattern CODE_OR_NAME = Pattern.compile("[A-Z]{2}|.{3,}");

  /** What people put before or behind a name. */
  private static final Pattern ORNAMENT =
      Pattern.compile("^(THE)?(STATE|COMMONWEALTH|PROVINCE)OF|(STATE|PROVINCE|USA|CANADA)$");

  private static final int SHORTEST_NAME = 5;

  static {
    PlaceTables.lines("subdivisions", 3).forEach(Subdivisions::add);
  }

  private Subdivisions() {}

  private static void add(List<String> line) {
    String code = line.get(0);
    String country = code.substring(0, 2);
    Area area = PlaceTables.area(code, line.get(1));
    BY_CODE.put(code, area);
    ALL.merge(country, area, Area::and);
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

  /** Whether there is a subdivision with this ISO 3166-2 code. */
  static boolean isKnown(String code) {
    return BY_CODE.containsKey(code);
  }

  /** Whether the subdivisions of the country tell anything. */
  static boolean areKnown(String country) {
    return BY_NAME.containsKey(country);
  }

  /** All of a country together: where somebody may be who is in an unknown one. */
  static Area all(String country) {
    return ALL.getOrDefault(country, Area.NOWHERE);
  }

  /**
   * The subdivision of a country as people write it: name, code or abbreviation, in any spelling,
   * with a town before it or the code behind it. A text that names two is in both.
   */
  static Optional<Area> find(String country, String name) {
    Map<String, Area> names = BY_NAME.get(country);
    if (names == null) {
      return Optional.empty();
    }
    Area exactly = names.get(name);
    if (exactly != null) {
      return Optional.of(exactly);
    }
    return whole(names, name)
        .or(
            () ->
                PARTS
                    .splitAsStream(name)
                    .flatMap(part -> whole(names, part).stream())
                    .reduce(Area::and))
        .or(() -> lastWords(names, withoutCountry(country, name)));
  }

  /** What stands after a town, as in {@code Hartford CT}, or after another name. */
  private static Optional<Area> lastWords(Map<String, Area> names, List<String> words) {
    for (int from = 0; from < words.size(); from++) {
      String last = String.join(" ", words.subList(from, words.size()));
      Optional<Area> area =
          CODE_OR_NAME.matcher(last).matches() ? whole(names, last) : Optional.empty();
      if (area.isPresent()) {
        return lastWords(names, words.subList(0, from)).map(area.get()::and).or(() -> area);
      }
    }
    return Optional.empty();
  }

  private static List<String> withoutCountry(String country, String name) {
    String english =
        new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
    Set<String> itself = Set.of(country, country + "A", letters(english));
    return SPACES
        .splitAsStream(name.strip())
        .filter(word -> !itself.contains(letters(word)))
        .toList();
  }

  private static Optional<Area> whole(Map<String, Area> names, String text) {
    String letters = letters(text);
    Area area = names.get(letters);
    return Optional.ofNullable(
        area != null ? area : names.get(ORNAMENT.matcher(letters).replaceFirst("")));
  }

  /** The subdivision of any country by its full name, where no country is told. */
  static Optional<Area> anywhere(String name) {
    String letters = letters(name);
    return letters.length() < SHORTEST_NAME
        ? Optional.empty()
        : BY_NAME.values().stream()
            .flatMap(names -> Optional.ofNullable(names.get(letters)).stream())
            .reduce(Area::and);
  }

  /** Capital letters only, without accents. */
  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toUpperCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'A' && c <= 'Z')
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }
}
