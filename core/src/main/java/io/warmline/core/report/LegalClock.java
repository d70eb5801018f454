package io.warmline.core.report;

import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The clock that stands still while a law forbids calls. The openings of its period are worked out
 * once, so that it is cheap to read for many signals.
 */
final class LegalClock {

  private final NavigableMap<Instant, Stretch> stretches = new TreeMap<>();

  /** Runs from one instant until another; before and after it, it stands still. */
  LegalClock(Law law, Instant from, Instant until) {
    Duration reading = Duration.ZERO;
    Instant at = from;
    while (at.isBefore(until)) {
      Optional<Opening> opening = law.openingAt(at);
      if (opening.isEmpty() || !opening.get().opensAt().isBefore(until)) {
        return;
      }
      Stretch stretch =
          new Stretch(
              later(at, opening.get().opensAt()),
              earlier(until, opening.get().closesAt()),
              reading);
      stretches.put(stretch.begins(), stretch);
      reading = stretch.readingAt(until);
      at = opening.get().closesAt();
    }
  }

  /**
   * A time in which calls are allowed.
   *
   * @param before what the clock reads as it begins
   */
  private record Stretch(Instant begins, Instant ends, Duration before) {

    /**
     * @param at not before it begins
     */
    Duration readingAt(Instant at) {
      return before.plus(Duration.between(begins, earlier(at, ends)));
    }
  }

  /** How much of the time from one instant to another, not before it, the law allows calls. */
  Duration between(Instant from, Instant until) {
    return reading(until).minus(reading(from));
  }

  private Duration reading(Instant at) {
    Map.Entry<Instant, Stretch> last = stretches.floorEntry(at);
    return last == null ? Duration.ZERO : last.getValue().readingAt(at);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
