package io.warmline.core.phrase;

import io.warmline.core.phrase.Dates.Rolling;
import io.warmline.core.phrase.Item.Bound;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days before or after those that were named. */
final class Bounds {

  private Bounds() {}

  static Dates apply(Bound bound, Dates dates, Almanac almanac) {
    return switch (bound) {
      case BEFORE -> before(dates, almanac);
      case BY, UNTIL -> almanac.until(dates.last()).with(dates.doubts());
      case AFTER -> after(dates, almanac).with(dates.doubts()).leaving(Leeway.LATER_DAYS);
      case FROM ->
          (dates.isDay() ? almanac.restOfWeek(dates.first()).with(dates.doubts()) : dates)
              .leaving(Leeway.LATER_DAYS);
    };
  }

  /**
   * Before a day the days up to the one before it, before the end of a period its last day; before
   * what has begun nothing is left.
   */
  private static Dates before(Dates dates, Almanac almanac) {
    LocalDate last = dates.first().minusDays(1);
    return last.isBefore(almanac.today())
        ? almanac.until(almanac.today()).with(dates.doubts().confirm())
        : almanac.until(last).with(dates.doubts());
  }

  /**
   * After a day the rest of its week, after a week the next, after anything longer the next month.
   */
  private static Dates after(Dates dates, Almanac almanac) {
    LocalDate next = dates.last().plusDays(1);
    return switch (dates.precision()) {
      case EXACT_TIME, PART_OF_DAY, DAY, DAYS -> almanac.restOfWeek(next);
      case WEEK -> almanac.weekOf(almanac.working().openOnOrAfter(next)).rolling(Rolling.NONE);
      case MONTH, QUARTER, SEASON, YEAR -> Almanac.month(YearMonth.from(next));
    };
  }
}
