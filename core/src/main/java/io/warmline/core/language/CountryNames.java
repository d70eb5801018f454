package io.warmline.core.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;

/**
 * The countries as lead lists write them: ISO 3166-1 codes of two or three letters, and names in
 * English, German, French and Spanish. Case, blanks, punctuation and accents do not count.
 */
final class CountryNames {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));

  /** Names in use that the runtime's locale data does not have, folded. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("unitedstatesofamerica", "US"),
          Map.entry("america", "US"),
          Map.entry("uk", "GB"),
          Map.entry("greatbritain", "GB"),
          Map.entry("britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("wales", "GB"),
          Map.entry("northernireland", "GB"),
          Map.entry("holland", "NL"),
          Map.entry("thenetherlands", "NL"),
          Map.entry("czechrepublic", "CZ"),
          Map.entry("macedonia", "MK"),
          Map.entry("turkey", "TR"),
          Map.entry("republicofireland", "IE"),
          Map.entry("russianfederation", "RU"),
          Map.entry("korea", "KR"),
          Map.entry("republicofkorea", "KR"),
          Map.entry("peoplesrepublicofchina", "CN"),
          Map.entry("hongkong", "HK"),
          Map.entry("macau", "MO"),
          Map.entry("ivorycoast", "CI"),
          Map.entry("burma", "MM"));

  private static final Map<String, String> CODES = codes();

  private CountryNames() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(ALSO);
    for (String code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
      Locale country = new Locale.Builder().setRegion(code).build();
      codes.put(HeaderNames.folded(code), code);
      codes.put(HeaderNames.folded(country.getISO3Country()), code);
    }
    for (Locale language : LANGUAGES) {
      for (String code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
        Locale country = new Locale.Builder().setRegion(code).build();
        codes.putIfAbsent(HeaderNames.folded(country.getDisplayCountry(language)), code);
      }
    }
    return Map.copyOf(codes);
  }

  /** The ISO 3166-1 alpha-2 code of the country that is written like this. */
  static Optional<String> codeOf(String text) {
    return Optional.ofNullable(CODES.get(HeaderNames.folded(text)));
  }
}
