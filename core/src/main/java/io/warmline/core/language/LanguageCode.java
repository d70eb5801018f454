package io.warmline.core.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Codes of ISO 639. One language has one code here, the shortest: agents who say {@code eng} and
 * leads who say {@code en} would never meet otherwise.
 */
public final class LanguageCode {

  private static final Pattern FORM = Pattern.compile("[a-z]{2,3}");

  /** Codes of ISO 639-2 for bibliographies, and those of ISO 639 that were given up. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("bur", "my"),
          Map.entry("chi", "zh"),
          Map.entry("cmn", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("in", "id"),
          Map.entry("iw", "he"),
          Map.entry("ji", "yi"),
          Map.entry("mac", "mk"),
          Map.entry("mao", "mi"),
          Map.entry("may", "ms"),
          Map.entry("mo", "ro"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("tib", "bo"),
          Map.entry("wel", "cy"));

  /** What stands for no language, or for any. */
  private static final Pattern NONE = Pattern.compile("mis|mul|und|zxx|q[a-t][a-z]");

  private static final Map<String, String> SHORTEST = shortest();

  private LanguageCode() {}

  private static Map<String, String> shortest() {
    Map<String, String> codes = new HashMap<>(OTHER_NAMES);
    for (String code : Locale.getISOLanguages()) {
      String shortest = OTHER_NAMES.getOrDefault(code, code);
      codes.put(code, shortest);
      codes.putIfAbsent(locale(code).getISO3Language(), shortest);
    }
    return Map.copyOf(codes);
  }

  /**
   * The code of the language that this code names: of two letters, where ISO 639-1 has one.
   *
   * @param code two or three small letters
   * @return empty if it names no language that is known
   */
  public static Optional<String> of(String code) {
    if (!FORM.matcher(code).matches() || NONE.matcher(code).matches()) {
      return Optional.empty();
    }
    String shortest = SHORTEST.get(code);
    return shortest != null
        ? Optional.of(shortest)
        : Optional.of(code).filter(LanguageCode::hasName);
  }

  /** Of languages without a code of two letters the platform knows the names. */
  private static boolean hasName(String code) {
    return code.length() == 3 && !locale(code).getDisplayLanguage(Locale.ENGLISH).equals(code);
  }

  private static Locale locale(String code) {
    return new Locale.Builder().setLanguage(code).build();
  }
}
