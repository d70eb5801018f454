package io.warmline.core.compliance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a person is left alone after something happened.
 *
 * @param days of 24 hours, at least 1; empty: for good
 */
public record Cooldown(Cooldown.After after, OptionalInt days) {

  /** What makes the time begin. */
  public enum After {
    /** The person turned the offer down. */
    REFUSAL,
    /** The person asked not to be called again. */
    DO_NOT_CALL_REQUEST
  }

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is less than a day
   */
  public Cooldown {
    if (days.isPresent() && days.getAsInt() < 1) {
      throw new IllegalArgumentException("a cooldown has at least 1 day");
    }
  }

  /** The first instant at which the person may be called again; empty: never. */
  public Optional<Instant> endsAt(Instant happenedAt) {
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(happenedAt.plus(Duration.ofDays(days.getAsInt())));
  }

  boolean isLongerThan(Cooldown other) {
    return other.days.isPresent() && (days.isEmpty() || days.getAsInt() > other.days.getAsInt());
  }
}
