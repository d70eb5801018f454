package io.warmline.core.report;

import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The legal clock, which stands still while a call is forbidden. */
final class CallableTime {

  private CallableTime() {}

  /** How much of the time from one instant to another, not before it, the law allows calls. */
  static Duration between(Instant from, Instant until, Law law) {
    Duration callable = Duration.ZERO;
    Instant at = from;
    while (at.isBefore(until)) {
      Optional<Opening> opening = law.openingAt(at);
      if (opening.isEmpty() || !opening.get().opensAt().isBefore(until)) {
        return callable;
      }
      Instant begins = later(at, opening.get().opensAt());
      Instant ends = earlier(until, opening.get().closesAt());
      callable = callable.plus(Duration.between(begins, ends));
      at = opening.get().closesAt();
    }
    return callable;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
