package io.warmline.api.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The same hours from Monday to Friday, on the clock of a place.
 *
 * @param until the first hour after them
 */
record Hours(int from, int until) {

  /** When prospects may be called, by their own clock. */
  static final Hours OF_CALLS = new Hours(9, 18);

  boolean areOpen(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    return isWorkday(local) && local.getHour() >= from && local.getHour() < until;
  }

  static boolean isWorkday(ZonedDateTime local) {
    return local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  /** When they next begin, after this instant. */
  Instant next(Instant after, ZoneId zone) {
    ZonedDateTime opens = after.atZone(zone).with(LocalTime.of(from, 0));
    while (!opens.toInstant().isAfter(after) || !isWorkday(opens)) {
      opens = opens.plusDays(1);
    }
    return opens.toInstant();
  }

  /** How much of the time between two instants they take. */
  Duration within(Instant start, Instant end, ZoneId zone) {
    Duration sum = Duration.ZERO;
    ZonedDateTime day = start.atZone(zone).with(LocalTime.MIN);
    while (day.toInstant().isBefore(end)) {
      if (isWorkday(day)) {
        Instant opens = later(start, day.with(LocalTime.of(from, 0)).toInstant());
        Instant closes = earlier(end, day.with(LocalTime.of(until, 0)).toInstant());
        sum = opens.isBefore(closes) ? sum.plus(Duration.between(opens, closes)) : sum;
      }
      day = day.plusDays(1);
    }
    return sum;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
