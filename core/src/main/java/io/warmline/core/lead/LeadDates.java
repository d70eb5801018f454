package io.warmline.core.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * When what happened to a lead.
 *
 * @param updatedAt when what is stored of it last changed
 * @param statusChangedAt when it last came to another status; empty: it has the first
 * @param warmedAt when a programme last made a task for it
 * @param erasedAt when the person was forgotten
 */
public record LeadDates(
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> statusChangedAt,
    Optional<Instant> warmedAt,
    Optional<Instant> erasedAt) {

  static LeadDates createdAt(Instant now) {
    return new LeadDates(now, now, Optional.empty(), Optional.empty(), Optional.empty());
  }

  LeadDates updated(Instant now) {
    return new LeadDates(createdAt, now, statusChangedAt, warmedAt, erasedAt);
  }

  LeadDates statusChanged(Instant now) {
    return new LeadDates(createdAt, updatedAt, Optional.of(now), warmedAt, erasedAt);
  }

  LeadDates warmed(Instant now) {
    return new LeadDates(createdAt, updatedAt, statusChangedAt, Optional.of(now), erasedAt);
  }

  LeadDates erased(Instant now) {
    return new LeadDates(createdAt, updatedAt, statusChangedAt, warmedAt, Optional.of(now));
  }
}
