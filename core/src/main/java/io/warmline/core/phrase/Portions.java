package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Portion;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Parts of a period: "early next week", "the end of the month", "mid-December". */
final class Portions {

  private static final int EARLY_DAYS = 10;
  private static final int MIDDLE_DAYS = 20;
  private static final int END_DAY = 25;
  private static final int HALF_DAYS = 15;

  private Portions() {}

  /** That part of the period; if it is over, the same part of the next such period. */
  static Dates of(Portion portion, Dates dates, LocalDate today) {
    Dates part = part(portion, dates, today);
    if (!part.last().isBefore(today) || dates.last().isBefore(today)) {
      return part;
    }
    return part(portion, next(dates), today);
  }

  /** That part of a single day. */
  static Times ofDay(Portion portion) {
    return switch (portion) {
      case BEGINNING, EARLY -> Times.part(LocalTime.of(9, 0), LocalTime.of(10, 30));
      case FIRST_HALF -> Times.part(PartOfDay.MORNING);
      case MIDDLE -> Times.part(LocalTime.of(11, 30), LocalTime.of(13, 0));
      case LATE, END -> Times.part(PartOfDay.DAYEND);
      case SECOND_HALF, LATER -> Times.part(PartOfDay.AFTERNOON);
    };
  }

  private static Dates part(Portion portion, Dates dates, LocalDate today) {
    if (portion == Portion.LATER) {
      LocalDate tomorrow = today.plusDays(1);
      boolean running = !dates.first().isAfter(today) && !tomorrow.isAfter(dates.last());
      return running
          ? Dates.period(tomorrow, dates.last(), dates.precision())
          : later(dates, today);
    }
    return switch (dates.precision()) {
      case WEEK -> ofWeek(portion, dates);
      case MONTH -> ofMonth(portion, YearMonth.from(dates.first()));
      case QUARTER -> ofQuarter(portion, dates);
      case SEASON -> ofSeason(portion, dates);
      case YEAR -> ofYear(portion, dates);
      case EXACT_TIME, PART_OF_DAY, DAY, DAYS -> dates;
    };
  }

  /** "Later next week" is not its Monday, and "the rest of next week" may begin there. */
  private static Dates later(Dates dates, LocalDate today) {
    return dates.first().isAfter(today)
        ? part(Portion.LATE, dates, today).with(Doubts.NONE.confirm())
        : dates;
  }

  /** The period of the same kind that follows. */
  static Dates next(Dates dates) {
    long months = ChronoUnit.MONTHS.between(dates.first(), dates.last().plusDays(1));
    if (months == 0) {
      return Dates.period(dates.first().plusWeeks(1), dates.last().plusWeeks(1), dates.precision());
    }
    LocalDate first = dates.first().plusMonths(dates.precision() == Precision.SEASON ? 12 : months);
    return Dates.period(first, first.plusMonths(months).minusDays(1), dates.precision());
  }

  private static Dates ofWeek(Portion portion, Dates week) {
    LocalDate first = week.first();
    LocalDate last = week.last();
    return switch (portion) {
      case BEGINNING, EARLY -> days(first, first.plusDays(1));
      case MIDDLE -> days(first.plusDays(1), last.minusDays(1));
      case FIRST_HALF -> days(first, first.plusDays(2)).with(Doubts.NONE.confirm());
      case SECOND_HALF -> days(last.minusDays(2), last).with(Doubts.NONE.confirm());
      case LATE -> days(last.minusDays(1), last);
      case END -> Dates.day(last);
      case LATER -> week;
    };
  }

  private static Dates ofMonth(Portion portion, YearMonth month) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    return switch (portion) {
      case BEGINNING, EARLY -> days(first, month.atDay(EARLY_DAYS));
      case MIDDLE -> days(month.atDay(EARLY_DAYS + 1), month.atDay(MIDDLE_DAYS));
      case LATE -> days(month.atDay(MIDDLE_DAYS + 1), last);
      case END -> days(month.atDay(END_DAY), last);
      case FIRST_HALF -> days(first, month.atDay(month.lengthOfMonth() / 2));
      case SECOND_HALF -> days(month.atDay(month.lengthOfMonth() / 2 + 1), last);
      case LATER -> days(first, last);
    };
  }

  private static Dates ofQuarter(Portion portion, Dates quarter) {
    YearMonth first = YearMonth.from(quarter.first());
    return switch (portion) {
      case BEGINNING, EARLY -> ofMonth(Portion.BEGINNING, first);
      case MIDDLE -> Almanac.month(first.plusMonths(1));
      case LATE -> Almanac.month(first.plusMonths(2));
      case END -> ofMonth(Portion.LATE, first.plusMonths(2));
      case FIRST_HALF -> days(first.atDay(1), first.plusMonths(1).atDay(HALF_DAYS));
      case SECOND_HALF -> days(first.plusMonths(1).atDay(HALF_DAYS + 1), quarter.last());
      case LATER -> quarter;
    };
  }

  private static Dates ofSeason(Portion portion, Dates season) {
    YearMonth first = YearMonth.from(season.first());
    return switch (portion) {
      case BEGINNING, EARLY, FIRST_HALF -> Almanac.month(first);
      case MIDDLE -> Almanac.month(first.plusMonths(1));
      case LATE, SECOND_HALF -> Almanac.month(first.plusMonths(2));
      case END -> ofMonth(Portion.LATE, first.plusMonths(2));
      case LATER -> season;
    };
  }

  private static Dates ofYear(Portion portion, Dates year) {
    LocalDate first = year.first();
    return switch (portion) {
      case BEGINNING -> ofMonth(Portion.BEGINNING, YearMonth.from(first));
      case EARLY -> days(first, first.plusMonths(3).minusDays(1));
      case MIDDLE -> days(first.plusMonths(5), first.plusMonths(7).minusDays(1));
      case LATE -> days(first.plusMonths(9), year.last());
      case END -> days(year.last().minusDays(10), year.last());
      case FIRST_HALF -> days(first, first.plusMonths(6).minusDays(1));
      case SECOND_HALF -> days(first.plusMonths(6), year.last());
      case LATER -> year;
    };
  }

  private static Dates days(LocalDate first, LocalDate last) {
    return Dates.period(first, last, Precision.DAYS);
  }
}
