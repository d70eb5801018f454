package io.warmline.core.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The countries as people write them: ISO 3166-1 codes of two or three letters, and names in the
 * languages of those who write lists. Case, blanks, punctuation and accents do not count. A name
 * that is one country's in one language and another's in another is none.
 */
public final class CountryNames {

  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en de fr es it pt nl pl sv da nb fi cs sk hu ro hr sl tr el ru uk bg ca"
                  .split(" ", -1),
              "ja zh zh-TW ko ar he".split(" ", -1))
          .flatMap(Arrays::stream)
          .map(Locale::forLanguageTag)
          .toList();

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}]+");

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
          Map.entry("uae", "AE"),
          Map.entry("ger", "DE"),
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
      codes.put(folded(code), code);
      codes.put(folded(country.getISO3Country()), code);
    }
    names().forEach((name, named) -> codes.putIfAbsent(name, named.iterator().next()));
    return Map.copyOf(codes);
  }

  /** The names that mean one country, whatever the language. */
  private static Map<String, Set<String>> names() {
    Map<String, Set<String>> names = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (String code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
        Locale country = new Locale.Builder().setRegion(code).build();
        names
            .computeIfAbsent(folded(country.getDisplayCountry(language)), name -> new HashSet<>())
            .add(code);
      }
    }
    names.values().removeIf(codes -> codes.size() > 1);
    return names;
  }

  private static String folded(String text) {
    String letters =
        ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER_THAN_LETTERS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** The ISO 3166-1 alpha-2 code of the country that is written like this. */
  public static Optional<String> codeOf(String text) {
    return Optional.ofNullable(CODES.get(folded(text)));
  }
}
