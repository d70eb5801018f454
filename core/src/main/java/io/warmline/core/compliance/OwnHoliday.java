package io.warmline.core.compliance;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A holiday as the files of this house, and its users, write it: {@code 24 JULY}, {@code second
 * MONDAY of AUGUST}, {@code last MONDAY of MAY}, {@code EASTER -2}, {@code first MONDAY of NOVEMBER
 * +1 in even years}.
 */
final class OwnHoliday {

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(?<day>\\d{1,2}) (?<month>[A-Z]+)"
              + "|(?<nth>first|second|third|fourth|last) (?<weekday>[A-Z]+) of (?<in>[A-Z]+)"
              + "|(?<easter>EASTER))"
              + "(?: (?<offset>[+-]\\d{1,3}))?(?<even> in even years)?");

  private static final List<String> ORDINALS =
      List.of("last", "first", "second", "third", "fourth");

  private final Text text;
  private final IntFunction<LocalDate> ofYear;
  private final boolean evenYearsOnly;

  private OwnHoliday(Text text, IntFunction<LocalDate> ofYear, boolean evenYearsOnly) {
    this.text = text;
    this.ofYear = ofYear;
    this.evenYearsOnly = evenYearsOnly;
  }

  /** The holiday as it is written. */
  record Text(String name, String date, Observed observed) {}

  Text text() {
    return text;
  }

  /** On which other day a holiday is observed. */
  enum Observed {
    ON_THE_DAY {
      @Override
      LocalDate of(LocalDate day) {
        return day;
      }
    },
    /** Sunday's on Monday. */
    SUNDAY_TO_MONDAY {
      @Override
      LocalDate of(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
      }
    },
    /** Saturday's on Friday, Sunday's on Monday. */
    NEAREST_WEEKDAY {
      @Override
      LocalDate of(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
            ? day.minusDays(1)
            : SUNDAY_TO_MONDAY.of(day);
      }
    },
    /** Tuesday's to Friday's on the Monday before, Saturday's and Sunday's on the one after. */
    NEAREST_MONDAY {
      @Override
      LocalDate of(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
            ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      }
    };

    abstract LocalDate of(LocalDate day);
  }

  /**
   * Reads the text. 29 February is the 28th in years that have no 29th.
   *
   * @throws IllegalArgumentException if it is not as described
   * @throws DateTimeException if no year has such a day
   */
  static OwnHoliday parse(String name, String text, Observed observed) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no day of a holiday calendar");
    }
    String shift = parts.group("offset");
    int offset = shift == null ? 0 : Integer.parseInt(shift);
    IntFunction<LocalDate> day = day(parts);
    return new OwnHoliday(
        new Text(name, text, observed),
        year -> day.apply(year).plusDays(offset),
        parts.group("even") != null);
  }

  private static IntFunction<LocalDate> day(Matcher parts) {
    if (parts.group("easter") != null) {
      return OwnHoliday::easter;
    }
    if (parts.group("day") != null) {
      Month month = Fields.one(Month.class, parts.group("month"));
      return MonthDay.of(month, Integer.parseInt(parts.group("day")))::atYear;
    }
    Month month = Fields.one(Month.class, parts.group("in"));
    DayOfWeek weekday = Fields.one(DayOfWeek.class, parts.group("weekday"));
    int nth = ORDINALS.indexOf(parts.group("nth"));
    return year ->
        YearMonth.of(year, month)
            .atDay(1)
            .with(TemporalAdjusters.dayOfWeekInMonth(nth == 0 ? -1 : nth, weekday));
  }

  /** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  /** Adds the day itself and the day on which it is observed. */
  void addTo(Map<LocalDate, String> days, int year) {
    if (evenYearsOnly && year % 2 != 0) {
      return;
    }
    LocalDate day = ofYear.apply(year);
    days.putIfAbsent(day, text.name());
    days.putIfAbsent(text.observed().of(day), text.name() + " (observed)");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OwnHoliday holiday && holiday.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
