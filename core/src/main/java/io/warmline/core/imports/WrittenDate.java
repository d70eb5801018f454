package io.warmline.core.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates as people and spreadsheets write them. {@code 03/04/2027} is none: in one country it is in
 * March, in another in April.
 */
final class WrittenDate {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /** What programs write where they have no date. */
  private static final Set<LocalDate> NONE =
      Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1970, 1, 1));

  private static final String TIME =
      "(?:[T"
          + " ,]+\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?\\s*(?:[AaPp]\\.?[Mm]\\.?)?\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?";

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME);
  private static final Pattern COMPACT = Pattern.compile("((?:19|20|21)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern DAY_AND_NAME =
      Pattern.compile(
          "(\\d{1,2})(?:st|nd|rd|th|er|[.º°])?[\\s-]+(?:(?:of|de|di)\\s+)?(\\p{L}[\\p{L}\\p{M}]*)\\.?,?[\\s-]+"
              + "(?:(?:de|del)\\s+)?(\\d{4})(?:\\s*(?:г|р|r)\\.?|\\s*года)?"
              + TIME);
  private static final Pattern NAME_AND_DAY =
      Pattern.compile("(\\p{L}+)\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(\\d{4})" + TIME);

  /** {@code 2027-Mar-05}, {@code 2027. március 5.}, {@code 2027年3月5日}. */
  private static final Pattern YEAR_AND_NAME =
      Pattern.compile("(\\d{4})\\.?[\\s-]+(\\p{L}+)\\.?[\\s-]+(\\d{1,2})\\.?" + TIME);

  private static final Pattern YEAR_SIGNS =
      Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日号일]?" + TIME);
  private static final Pattern WEEKDAY =
      Pattern.compile("^\\p{L}{2,12}[.,]*,?\\s+(?=\\d|\\p{L}+\\.?\\s+\\d)");

  /** The days of a spreadsheet, from 1954 to 2119; other numbers of days are something else. */
  private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:[.,]\\d+)?");

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en de fr es it pt nl pl sv da nb fi cs sk hu ro hr sl tr el ru uk bg ca"
                  .split(" ", -1))
          .map(Locale::forLanguageTag)
          .toList();

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  private static final Map<String, Integer> MONTHS = months();

  private WrittenDate() {}

  /** Names that mean one month, whatever the language: "listopad" is in October or in November. */
  private static Map<String, Integer> months() {
    Map<String, Set<Integer>> months = new HashMap<>();
    for (Locale language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          months
              .computeIfAbsent(
                  HeaderNames.folded(month.getDisplayName(style, language)),
                  name -> new HashSet<>())
              .add(month.getValue());
        }
      }
    }
    months.put("sept", Set.of(Month.SEPTEMBER.getValue()));
    months.keySet().removeIf(name -> name.chars().anyMatch(Character::isDigit));
    return months.entrySet().stream()
        .filter(month -> month.getValue().size() == 1)
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, month -> month.getValue().iterator().next()));
  }

  /** The date that this text surely means, between 1900 and 2199. */
  static Optional<LocalDate> of(String text) {
    String plain = FieldText.trimmed(text);
    return yearFirst(plain)
        .or(() -> yearLast(plain))
        .or(() -> named(plain))
        .or(() -> named(WEEKDAY.matcher(plain).replaceFirst("")))
        .or(() -> serial(plain))
        .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR)
        .filter(date -> !NONE.contains(date));
  }

  /** Whether this is a date in some country, though perhaps another day in another. */
  static boolean looksLikeOne(String text) {
    String plain = FieldText.trimmed(text);
    return of(plain).isPresent() || YEAR_LAST.matcher(plain).matches();
  }

  private static Optional<LocalDate> yearFirst(String text) {
    Matcher dashed = YEAR_FIRST.matcher(text);
    if (dashed.matches()) {
      return date(dashed.group(1), dashed.group(3), dashed.group(4));
    }
    Matcher signs = YEAR_SIGNS.matcher(text);
    if (signs.matches()) {
      return date(signs.group(1), signs.group(2), signs.group(3));
    }
    Matcher compact = COMPACT.matcher(text);
    return compact.matches()
        ? date(compact.group(1), compact.group(2), compact.group(3))
        : Optional.empty();
  }

  /** Dots are for days first; of slashes and dashes only what cannot be a month tells. */
  private static Optional<LocalDate> yearLast(String text) {
    Matcher written = YEAR_LAST.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    Optional<LocalDate> dayFirst = date(written.group(4), written.group(3), written.group(1));
    Optional<LocalDate> monthFirst = date(written.group(4), written.group(1), written.group(3));
    if (written.group(2).equals(".")) {
      return dayFirst;
    }
    if (dayFirst.isPresent() && monthFirst.isPresent()) {
      return dayFirst.filter(monthFirst.get()::equals);
    }
    return dayFirst.or(() -> monthFirst);
  }

  private static Optional<LocalDate> named(String text) {
    Matcher dayFirst = DAY_AND_NAME.matcher(text);
    if (dayFirst.matches()) {
      return named(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    Matcher yearAndName = YEAR_AND_NAME.matcher(text);
    if (yearAndName.matches()) {
      return named(yearAndName.group(1), yearAndName.group(2), yearAndName.group(3));
    }
    Matcher nameFirst = NAME_AND_DAY.matcher(text);
    return nameFirst.matches()
        ? named(nameFirst.group(3), nameFirst.group(1), nameFirst.group(2))
        : Optional.empty();
  }

  private static Optional<LocalDate> named(String year, String month, String day) {
    return Optional.ofNullable(MONTHS.get(HeaderNames.folded(month)))
        .flatMap(number -> date(year, String.valueOf(number), day));
  }

  private static Optional<LocalDate> serial(String text) {
    Matcher serial = SERIAL.matcher(text);
    return serial.matches()
        ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(serial.group(1))))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
