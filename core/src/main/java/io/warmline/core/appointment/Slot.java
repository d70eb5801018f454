package io.warmline.core.appointment;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time that a meeting takes.
 *
 * @param startsAt the first instant of it
 * @param endsAt the first instant after it
 */
public record Slot(Instant startsAt, Instant endsAt) {

  public Slot {
    if (!startsAt.isBefore(endsAt)) {
      throw new IllegalArgumentException("a slot must end after it starts");
    }
  }

  /** How long it is. */
  Duration length() {
    return Duration.between(startsAt, endsAt);
  }

  /** Whether they have an instant in common; one that starts as the other ends has none. */
  boolean overlaps(Slot other) {
    return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
  }
}
