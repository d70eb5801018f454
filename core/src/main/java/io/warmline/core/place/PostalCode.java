package io.warmline.core.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A postal code as the country writes it. What a spreadsheet does to one is undone where only one
 * code can be meant: the leading zeros it takes away, the decimals it adds. A code of any other
 * length tells nothing, because to read its beginning would lead into another state.
 */
final class PostalCode {

  private static final Pattern DECIMALS = Pattern.compile("[.,]0*$");
  private static final Pattern THOUSANDS = Pattern.compile("(\\d{1,2})[,' ](\\d{3})");
  private static final Pattern COUNTRY =
      Pattern.compile("^(?:USA?|AUS?|CAN?|FR?A?|BRA?|MEX?|MX|CEP|CP)[-: ]+(?=[0-9A-Z])");

  /** Five digits, or as many as a spreadsheet leaves of them, and perhaps four more. */
  private static final Pattern ZIP = Pattern.compile("(\\d{3,5})(?:[- ]+\\d{4}|-)?");

  /** The same without a hyphen between them. */
  private static final Pattern ZIP_9 = Pattern.compile("(\\d{3,5})\\d{4}");

  private static final Pattern CANADIAN = Pattern.compile("([A-Z]\\d[A-Z])(?:[- ]*\\d[A-Z]\\d)?");

  private static final Pattern AUSTRALIAN = Pattern.compile("(\\d{3,4})");

  /**
   * France and Mexico: five digits, of which a spreadsheet leaves four where the first is a zero.
   */
  private static final Pattern FIVE_DIGITS = Pattern.compile("(\\d{4,5})");

  /** Brazil: eight digits, or the first five of them. */
  private static final Pattern BRAZILIAN = Pattern.compile("(\\d{4,5})(?:[- .]*\\d{3})?");

  private static final Pattern BRAZILIAN_WITH_DOT =
      Pattern.compile("(\\d{1,2})\\.(\\d{3})(-\\d{3})?");

  /** Great Britain: the letters of the area, before the district and perhaps the rest. */
  private static final Pattern BRITISH =
      Pattern.compile("([A-Z]{1,2})\\d[A-Z\\d]?(?:[- ]*\\d[A-Z]{2})?");

  private static final Pattern BRITISH_IN_TEXT =
      Pattern.compile("(?:.*[^A-Z\\d])?([A-Z]{1,2})\\d[A-Z\\d]? ?\\d[A-Z]{2}(?:[^A-Z\\d].*)?");

  /** A code among words, such as {@code CT 06108} or {@code 06108 Hartford}. */
  private static final Pattern ZIP_IN_TEXT = Pattern.compile("[^\\d]*(\\d{5})(?:-\\d{4})?[^\\d]*");

  private static final Pattern FIVE_DIGITS_IN_TEXT =
      Pattern.compile("[^\\d]*(\\d{5})(?:[^\\d].*)?");

  private static final Pattern AUSTRALIAN_IN_TEXT = Pattern.compile("[^\\d]*(\\d{4})[^\\d]*");

  private static final Pattern CANADIAN_IN_TEXT =
      Pattern.compile("(?:.*[^A-Z\\d])?([A-Z]\\d[A-Z])[- ]?\\d[A-Z]\\d(?:[^A-Z\\d].*)?");

  /** Canada uses neither letter in its codes, and a ZIP code has none at all. */
  private static final Pattern ZIP_WITH_LETTERS = Pattern.compile("[\\dOI]{5}");

  private static final Pattern CANADIAN_WITH_LETTERS =
      Pattern.compile("([A-Z])([\\dOI])([A-Z])[- ]?([\\dOI])([A-Z])([\\dOI])");

  private static final int FEWEST_DIGITS = 3;

  /** What spreadsheets put around a text, so that it stays one. */
  private static final Pattern AROUND = Pattern.compile("^[=\"'#`]+|[\"'#`.,;]+$");

  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212_]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

  private PostalCode() {}

  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    String spaced = SPACES.matcher(DASHES.matcher(folded).replaceAll("-")).replaceAll(" ").strip();
    return AROUND.matcher(spaced).replaceAll("").strip();
  }

  private static String digits(String text) {
    return text.replace('O', '0').replace('I', '1');
  }

  private static Optional<String> lookalike(String plain) {
    boolean mostlyDigits = plain.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    return mostlyDigits && ZIP_WITH_LETTERS.matcher(plain).matches()
        ? Optional.of(digits(plain))
        : Optional.empty();
  }

  private static Optional<String> canadianLookalike(String plain) {
    Matcher code = CANADIAN_WITH_LETTERS.matcher(plain);
    return code.matches()
        ? Optional.of(code.group(1) + digits(code.group(2)) + code.group(3))
        : Optional.empty();
  }

  /**
   * The code, or the part of it that tells the place; empty if the text is none.
   *
   * @param country one of those whose codes are known: US, CA, AU, FR, MX, BR, GB
   * @param text in any case
   */
  static Optional<String> read(String country, String text) {
    String plain = plain(text);
    plain = COUNTRY.matcher(plain).replaceFirst("");
    plain = DECIMALS.matcher(plain).replaceFirst("").strip();
    return switch (country) {
      case "US" -> zip(plain);
      case "CA" -> canadian(plain);
      case "AU" -> australian(plain);
      case "FR", "MX" -> fiveDigits(plain);
      case "BR" -> brazilian(plain);
      case "GB" -> british(plain);
      default -> Optional.empty();
    };
  }

  private static Optional<String> zip(String plain) {
    Matcher thousands = THOUSANDS.matcher(plain);
    String text = thousands.matches() ? thousands.group(1) + thousands.group(2) : plain;
    return first(ZIP, text)
        .or(() -> first(ZIP_9, text))
        .flatMap(code -> padded(code, 5))
        .or(() -> first(ZIP_IN_TEXT, text))
        .or(() -> lookalike(text));
  }

  private static Optional<String> canadian(String plain) {
    return first(CANADIAN, plain)
        .or(() -> first(CANADIAN_IN_TEXT, plain))
        .or(() -> canadianLookalike(plain));
  }

  private static Optional<String> australian(String plain) {
    return first(AUSTRALIAN, plain)
        .flatMap(code -> padded(code, 4))
        .or(() -> first(AUSTRALIAN_IN_TEXT, plain));
  }

  private static Optional<String> fiveDigits(String plain) {
    Matcher thousands = THOUSANDS.matcher(plain);
    String text = thousands.matches() ? thousands.group(1) + thousands.group(2) : plain;
    return first(FIVE_DIGITS, text)
        .flatMap(code -> padded(code, 5))
        .or(() -> first(FIVE_DIGITS_IN_TEXT, text));
  }

  private static Optional<String> brazilian(String plain) {
    Matcher dotted = BRAZILIAN_WITH_DOT.matcher(plain);
    String text = dotted.matches() ? dotted.group(1) + dotted.group(2) : plain;
    return first(BRAZILIAN, text).flatMap(code -> padded(code, 5));
  }

  private static Optional<String> british(String plain) {
    return first(BRITISH, plain).or(() -> first(BRITISH_IN_TEXT, plain));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** A code that still has its leading zero has not lost it, but a digit that nobody knows. */
  private static Optional<String> padded(String digits, int length) {
    return digits.length() < length && digits.startsWith("0")
        ? Optional.empty()
        : Optional.of("0".repeat(length - digits.length()) + digits);
  }
}
