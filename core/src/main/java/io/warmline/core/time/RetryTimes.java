package io.warmline.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** When to try again a prospect who was not reached. Calling hours and caps are applied later. */
public final class RetryTimes {

  private RetryTimes() {}

  /**
   * The next local date after the attempt, at the start of the part of the day in which the
   * prospect was tried least, counted over all attempts. Of parts tried equally often it is the one
   * that comes first after the attempt's own: after a morning the afternoon, after an afternoon the
   * evening, after an evening the morning. This is the default for a call without an answer ("next
   * day, another part of the day").
   *
   * <p>The attempt's own part was tried at least once, so a part that never was wins; once all were
   * tried equally often the rotation goes on.
   *
   * <p>A start that the clocks skip moves forward by what they skip; one that they repeat is taken
   * the first time.
   *
   * @param before earlier attempts, in any order; the attempt itself may be among them
   * @param zone the prospect's zone
   */
  public static Instant nextDayLeastTriedPart(
      Instant attempt, Collection<Instant> before, ZoneId zone) {
    Map<DayPart, Integer> tries = new EnumMap<>(DayPart.class);
    Set<Instant> attempts = new HashSet<>(before);
    attempts.add(attempt);
    attempts.forEach(at -> tries.merge(partOf(at, zone), 1, Integer::sum));

    LocalDate next = attempt.atZone(zone).toLocalDate().plusDays(1);
    DayPart part = leastTried(tries, partOf(attempt, zone));
    return next.atTime(part.start()).atZone(zone).toInstant();
  }

  /** The last part itself comes last in the rotation, so that it is the choice of no tie. */
  private static DayPart leastTried(Map<DayPart, Integer> tries, DayPart last) {
    DayPart least = last.next();
    DayPart candidate = least.next();
    for (int i = 0; i < 2; i++) {
      if (tries.getOrDefault(candidate, 0) < tries.getOrDefault(least, 0)) {
        least = candidate;
      }
      candidate = candidate.next();
    }
    return least;
  }

  private static DayPart partOf(Instant instant, ZoneId zone) {
    return DayPart.of(instant.atZone(zone).toLocalTime());
  }
}
