package io.warmline.core.phrase;

import io.warmline.core.phrase.Dates.Rolling;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Join;
import java.time.LocalDate;
import java.util.Optional;

/** What two namings of days beside each other mean together. */
final class Merges {

  private Merges() {}

  /**
   * "Tuesday next week", "Friday, December 4th"; empty if the two have nothing to do with each
   * other.
   *
   * @param apart whether a comma is between them
   */
  static Optional<Date> merge(Date one, Date other, Almanac almanac, boolean apart) {
    Dates first = one.dates().apply(almanac);
    Dates second = other.dates().apply(almanac);
    if (first.isDay() && second.isDay()) {
      return sameDay(first, second, apart);
    }
    boolean narrowFirst = first.precision().compareTo(second.precision()) < 0;
    Date narrow = narrowFirst ? one : other;
    Dates wide = narrowFirst ? second : first;
    if (first.precision() == second.precision()) {
      return Optional.empty();
    }
    Dates within = narrow.dates().apply(almanac.at(wide.first()));
    return inside(within, wide)
        ? Optional.of(new Date(a -> within.with(wide.doubts())))
        : Optional.empty();
  }

  /** Whether the first are more days than the second, and has them among its own. */
  static boolean holds(Date wide, Date narrow, Almanac almanac) {
    Dates whole = wide.dates().apply(almanac);
    Dates part = narrow.dates().apply(almanac.at(whole.first()));
    return part.precision().compareTo(whole.precision()) < 0 && inside(part, whole);
  }

  /** "July, but not before the 10th". */
  static Date part(Date wide, Bound bound, Date narrow) {
    return new Date(
        almanac -> {
          Dates whole = wide.dates().apply(almanac);
          Dates edge = narrow.dates().apply(almanac.at(whole.first()));
          Dates part =
              switch (bound) {
                case BEFORE -> period(whole.first(), edge.first().minusDays(1), whole);
                case BY, UNTIL -> period(whole.first(), edge.last(), whole);
                case AFTER -> period(edge.last().plusDays(1), whole.last(), whole);
                case FROM -> period(edge.first(), whole.last(), whole);
              };
          return part.with(whole.doubts());
        });
  }

  /** The whole if nothing is left of it. */
  private static Dates period(LocalDate first, LocalDate last, Dates whole) {
    return last.isBefore(first) ? whole : Dates.period(first, last, Precision.DAYS);
  }

  private static boolean inside(Dates narrow, Dates wide) {
    return !narrow.first().isBefore(wide.first()) && !narrow.first().isAfter(wide.last());
  }

  /** A weekday alone is always the nearest, so a date with it is the later of the two. */
  private static Optional<Date> sameDay(Dates one, Dates other, boolean apart) {
    Dates later = one.first().isAfter(other.first()) ? one : other;
    if (one.first().getDayOfWeek() == other.first().getDayOfWeek()) {
      return Optional.of(new Date(a -> later));
    }
    if (apart) {
      return Optional.empty();
    }
    Warning warning =
        new Warning(WarningCode.AMBIGUOUS_DATE, "The date and the weekday do not agree.");
    return Optional.of(
        new Date(a -> other.with(Others.day(one.first(), "if the other is right").with(warning))));
  }

  /** "Monday to Wednesday" are all the days between, "Monday or Tuesday" too as none is between. */
  static Date join(Date one, Join join, Date other) {
    return new Date(
        almanac -> {
          Dates first = one.dates().apply(almanac);
          Dates second = other.dates().apply(almanac.at(first.first()));
          if (second.first().isBefore(first.first())) {
            return first;
          }
          LocalDate next = almanac.working().openOnOrAfter(first.last().plusDays(1));
          return join == Join.TO || !second.first().isAfter(next)
              ? span(first, second, join)
              : first.with(Others.days(second.first(), second.last(), "the other time offered"));
        });
  }

  /** Whether no day is between them, so that both are meant and not one of the two. */
  static boolean areOneStretch(Date one, Date other, Almanac almanac) {
    Dates first = one.dates().apply(almanac);
    Dates second = other.dates().apply(almanac.at(first.first()));
    LocalDate next = almanac.working().openOnOrAfter(first.last().plusDays(1));
    return !second.first().isBefore(first.first()) && !second.first().isAfter(next);
  }

  private static Dates span(Dates first, Dates second, Join join) {
    LocalDate last = second.last().isBefore(first.last()) ? first.last() : second.last();
    boolean days = first.isDay() && second.isDay();
    return Dates.period(first.first(), last, Precision.DAYS)
        .rolling(!days ? Rolling.NONE : join == Join.OR ? Rolling.FORWARD : Rolling.BACK)
        .with(first.doubts());
  }
}
