package io.warmline.core.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When to try again a prospect who was not reached. Calling hours and caps are applied later. */
public final class RetryTimes {

  private RetryTimes() {}

  /**
   * The next local date after the attempt, at the start of the part of the day that follows the
   * attempt's: after a morning the next afternoon, after an afternoon the next evening, after an
   * evening the next morning. This is the default for a call without an answer ("next day, another
   * part of the day").
   *
   * <p>A start that the clocks skip moves forward by what they skip; one that they repeat is taken
   * the first time.
   *
   * @param zone the prospect's zone
   */
  public static Instant nextDayAnotherPart(Instant attempt, ZoneId zone) {
    ZonedDateTime local = attempt.atZone(zone);
    DayPart another = DayPart.of(local.toLocalTime()).next();

    return local.toLocalDate().plusDays(1).atTime(another.start()).atZone(zone).toInstant();
  }
}
