package io.warmline.core.place;

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
  private static final Pattern COUNTRY = Pattern.compile("^(?:USA?|AUS?|CAN?)[- ]+(?=[0-9A-Z])");

  /** Five digits, or as many as a spreadsheet leaves of them, and perhaps four more. */
  private static final Pattern ZIP = Pattern.compile("(\\d{3,5})(?:[- ]+\\d{4}|-)?");

  /** The same without a hyphen between them. */
  private static final Pattern ZIP_9 = Pattern.compile("(\\d{3,5})\\d{4}");

  private static final Pattern CANADIAN = Pattern.compile("([A-Z]\\d[A-Z])(?:[- ]*\\d[A-Z]\\d)?");

  private static final Pattern AUSTRALIAN = Pattern.compile("(\\d{3,4})");

  private PostalCode() {}

  /**
   * The code, or the part of it that tells the place; empty if the text is none.
   *
   * @param country one of those whose codes are known: US, CA, AU
   * @param text in any case
   */
  static Optional<String> read(String country, String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    plain = COUNTRY.matcher(plain).replaceFirst("");
    plain = DECIMALS.matcher(plain).replaceFirst("").strip();
    return switch (country) {
      case "US" -> zip(plain);
      case "CA" -> first(CANADIAN, plain);
      case "AU" -> first(AUSTRALIAN, plain).flatMap(code -> padded(code, 4));
      default -> Optional.empty();
    };
  }

  private static Optional<String> zip(String plain) {
    Matcher thousands = THOUSANDS.matcher(plain);
    String text = thousands.matches() ? thousands.group(1) + thousands.group(2) : plain;
    return first(ZIP, text).or(() -> first(ZIP_9, text)).flatMap(code -> padded(code, 5));
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
