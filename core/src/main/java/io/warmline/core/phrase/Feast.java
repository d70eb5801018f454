package io.warmline.core.phrase;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;

/** Days that people date by. Those of the United States where countries differ. */
@SuppressWarnings("ImmutableEnumChecker") // The rules of the years are functions without state.
enum Feast {
  NEWYEARS(year -> LocalDate.of(year, 1, 1)),
  VALENTINES(year -> LocalDate.of(year, 2, 14)),
  GOODFRIDAY(year -> easter(year).minusDays(2)),
  EASTER(Feast::easter),
  EASTERMONDAY(year -> easter(year).plusDays(1)),
  MEMORIALDAY(
      year -> LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))),
  LABORDAY(year -> LocalDate.of(year, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))),
  HALLOWEEN(year -> LocalDate.of(year, 10, 31)),
  THANKSGIVING(
      year ->
          LocalDate.of(year, 11, 1)
              .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))),
  CHRISTMASEVE(year -> LocalDate.of(year, 12, 24)),
  CHRISTMAS(year -> LocalDate.of(year, 12, 25)),
  BOXINGDAY(year -> LocalDate.of(year, 12, 26)),
  NEWYEARSEVE(year -> LocalDate.of(year, 12, 31));

  private final IntFunction<LocalDate> in;

  Feast(IntFunction<LocalDate> in) {
    this.in = in;
  }

  LocalDate in(int year) {
    return in.apply(year);
  }

  /** The next on or after the date. */
  LocalDate onOrAfter(LocalDate date) {
    LocalDate same = in(date.getYear());
    return same.isBefore(date) ? in(date.getYear() + 1) : same;
  }

  /** The Sunday after the first full moon of spring, by the Gregorian rule (Meeus). */
  private static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int skipped = century - century / 4;
    int epact = (19 * golden + skipped - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
    int shift = (golden + 11 * epact + 22 * weekday) / 451;
    int days = epact + weekday - 7 * shift + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
