package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Stretch;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/** Counted times from a day or a moment: "in two weeks", "in half an hour". */
final class Offsets {

  private Offsets() {}

  /** The date moved by so many units of the calendar, counted once from the date itself. */
  static LocalDate shift(LocalDate date, Unit unit, int count, Almanac almanac) {
    return switch (unit) {
      case MINUTE, HOUR -> date;
      case DAY -> date.plusDays(count);
      case BUSINESSDAY ->
          count > 0
              ? almanac.working().plusOpenDays(date, Math.min(count, 1000))
              : date.plusDays(count);
      case WEEK -> date.plusWeeks(count);
      case FORTNIGHT -> date.plusWeeks(2L * count);
      case MONTH -> date.plusMonths(count);
      case QUARTER -> date.plusMonths(3L * count);
      case YEAR -> date.plusYears(count);
    };
  }

  static Dates exact(Almanac almanac, Unit unit, int count) {
    return Dates.day(shift(almanac.today(), unit, count, almanac)).rolling(Dates.Rolling.COUNTED);
  }

  /** About so many of a unit: give or take a business day or a day. */
  static Dates about(Almanac almanac, Unit unit, int count) {
    if (unit == Unit.BUSINESSDAY) {
      return few(almanac, unit, count);
    }
    LocalDate best = shift(almanac.today(), unit, count, almanac);
    return Dates.around(best.minusDays(1), best, best.plusDays(1));
  }

  /** A few: days give or take one, the week or month of longer units. */
  static Dates few(Almanac almanac, Unit unit, int count) {
    LocalDate best = shift(almanac.today(), unit, count, almanac);
    return switch (unit) {
      case MINUTE, HOUR, DAY, BUSINESSDAY ->
          Dates.around(
              shift(almanac.today(), unit, Math.max(1, count - 1), almanac),
              best,
              shift(almanac.today(), unit, count + 1, almanac));
      case WEEK, FORTNIGHT -> almanac.weekOf(best).leaving(Leeway.COUNTED);
      case MONTH, QUARTER, YEAR -> almanac.at(best).monthAfter(0).leaving(Leeway.COUNTED);
    };
  }

  static Dates between(Almanac almanac, Unit unit, int from, int to) {
    LocalDate first = shift(almanac.today(), unit, Math.min(from, to), almanac);
    LocalDate last = shift(almanac.today(), unit, Math.max(from, to), almanac);
    return Dates.around(first, first, last);
  }

  static Stretch stretch(ZonedDateTime now, Unit unit, int from, int to) {
    return new Stretch(plus(now, unit, Math.min(from, to)), plus(now, unit, Math.max(from, to)));
  }

  private static ZonedDateTime plus(ZonedDateTime now, Unit unit, int count) {
    return unit == Unit.HOUR ? now.plusHours(count) : now.plusMinutes(count);
  }
}
