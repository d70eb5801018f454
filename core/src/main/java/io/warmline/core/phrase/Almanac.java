package io.warmline.core.phrase;

import io.warmline.core.phrase.Dates.Rolling;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * The calendar as seen from one day, with the prospect's settings.
 *
 * @param within whether the day begins a period in which to look ("Monday" of "next week"), so that
 *     it counts itself; otherwise it is today, and "Wednesday" said on a Wednesday is the next
 */
record Almanac(PhraseContext context, LocalDate today, boolean within) {

  private static final int MONTHS_TO_SEARCH = 60;

  static Almanac of(PhraseContext context) {
    return new Almanac(context, context.spokenAt().toLocalDate(), false);
  }

  /** The calendar as seen from the first day of a period. */
  Almanac at(LocalDate first) {
    return new Almanac(context, first, true);
  }

  WorkingTime working() {
    return context.workingTime();
  }

  LocalDate coming(DayOfWeek day) {
    return today.with(within ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.next(day));
  }

  /** The first day of the business week that contains the date. */
  LocalDate weekStart(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(working().weekStart()));
  }

  /** The business days of the week that contains the date. */
  Dates weekOf(LocalDate date) {
    LocalDate start = weekStart(date);
    LocalDate last = start.plusDays(6);
    while (!working().days().contains(last.getDayOfWeek())) {
      last = last.minusDays(1);
    }
    return Dates.period(start, last, Precision.WEEK);
  }

  /** The business week that is {@code weeks} after the present one. */
  Dates week(int weeks) {
    return weekOf(today.plusWeeks(weeks));
  }

  static Dates month(YearMonth month) {
    return Dates.period(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  Dates monthAfter(int months) {
    return month(YearMonth.from(today).plusMonths(months));
  }

  /** The month of that name that is not over. */
  Dates month(Month month) {
    YearMonth same = YearMonth.of(today.getYear(), month);
    return month(same.isBefore(YearMonth.from(today)) ? same.plusYears(1) : same);
  }

  static Dates year(int year) {
    return Dates.period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
  }

  /** The fiscal year that is {@code years} after the present one. */
  Dates fiscalYear(int years) {
    LocalDate start = fiscalStart().plusYears(years);
    return Dates.period(start, start.plusYears(1).minusDays(1), Precision.YEAR);
  }

  /** The fiscal quarter that is {@code quarters} after the present one. */
  Dates quarterAfter(int quarters) {
    LocalDate start = fiscalStart();
    while (!start.plusMonths(3).isAfter(today)) {
      start = start.plusMonths(3);
    }
    return quarterFrom(start.plusMonths(3L * quarters));
  }

  /** The fiscal quarter of that number, from 1, that is not over. */
  Dates quarter(int number) {
    LocalDate start = fiscalStart().plusMonths(3L * (number - 1));
    boolean over = !start.plusMonths(3).isAfter(today);
    return quarterFrom(over ? start.plusYears(1) : start);
  }

  private static Dates quarterFrom(LocalDate start) {
    return Dates.period(start, start.plusMonths(3).minusDays(1), Precision.QUARTER);
  }

  private LocalDate fiscalStart() {
    LocalDate same = LocalDate.of(today.getYear(), context.customs().fiscalYearStart(), 1);
    return same.isAfter(today) ? same.minusYears(1) : same;
  }

  /** The season that is not over. */
  Dates season(Season season) {
    Month month = season.start(context.customs().hemisphere());
    LocalDate start = LocalDate.of(today.getYear() - 1, month, 1);
    while (!start.plusMonths(3).isAfter(today)) {
      start = start.plusYears(1);
    }
    return Dates.period(start, start.plusMonths(3).minusDays(1), Precision.SEASON);
  }

  /** The next such day of a month, today not counted; months without it are passed over. */
  LocalDate dayOfMonth(int day) {
    for (int months = 0; months < MONTHS_TO_SEARCH; months++) {
      YearMonth month = YearMonth.from(today).plusMonths(months);
      if (month.isValidDay(day) && comes(month.atDay(day))) {
        return month.atDay(day);
      }
    }
    return today;
  }

  private boolean comes(LocalDate date) {
    return date.isAfter(today) || (within && date.equals(today));
  }

  /** The next such date, today itself counted; 29 February is the 28th in other years. */
  Dates date(Month month, int day) {
    Dates same = date(today.getYear(), month, day);
    if (!month.equals(Month.FEBRUARY) || day <= month.minLength()) {
      return comingOf(same, month, day);
    }
    return comingOf(same, month, day).with(Doubts.NONE.confirm());
  }

  private Dates comingOf(Dates same, Month month, int day) {
    return same.first().isBefore(today) ? date(today.getYear() + 1, month, day) : same;
  }

  /** The date, or the last of the month with a doubt if the month is shorter. */
  static Dates date(int year, Month month, int day) {
    YearMonth in = YearMonth.of(year, month);
    if (in.isValidDay(day)) {
      return Dates.day(in.atDay(day));
    }
    Warning warning =
        new Warning(WarningCode.AMBIGUOUS_DATE, "The month has no such day; its last was taken.");
    return Dates.day(in.atEndOfMonth()).with(Doubts.NONE.with(warning).confirm());
  }

  /** From the date, or the next on which calls are possible, to the end of its week. */
  Dates restOfWeek(LocalDate date) {
    LocalDate first = working().openOnOrAfter(date);
    return Dates.around(first, first, weekOf(first).last());
  }

  /** From today to the date, which must not be passed. */
  Dates until(LocalDate last) {
    return Dates.period(today, last, Precision.DAYS).rolling(Rolling.BACK);
  }
}
