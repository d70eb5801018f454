package io.warmline.core.imports;

import io.warmline.core.language.LanguageCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Languages as lead lists write them: codes of ISO 639, locales such as {@code en-US}, and names in
 * English, German, French, Spanish and the language itself.
 */
final class LanguageNames {

  private static final Pattern REGION = Pattern.compile("\\s*[-_(].*");
  private static final Map<String, String> CODES = codes();

  private LanguageNames() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    List<Locale> locales =
        List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));
    for (String code : Locale.getISOLanguages()) {
      Locale language = new Locale.Builder().setLanguage(code).build();
      locales.forEach(
          locale ->
              codes.putIfAbsent(
                  HeaderNames.folded(language.getDisplayLanguage(locale)), language.getLanguage()));
      codes.putIfAbsent(
          HeaderNames.folded(language.getDisplayLanguage(language)), language.getLanguage());
    }
    codes.put("mandarin", "zh");
    codes.put("castellano", "es");
    return Map.copyOf(codes);
  }

  /** The code of the language that is written like this. */
  static Optional<String> codeOf(String text) {
    String language = REGION.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
    return LanguageCode.of(language)
        .or(() -> Optional.ofNullable(CODES.get(HeaderNames.folded(language))));
  }
}
