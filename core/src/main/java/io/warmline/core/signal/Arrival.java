package io.warmline.core.signal;

import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.SignalId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.link.TrackedLink;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signal of a known lead on its way in.
 *
 * @param uncounted why it is no interest of a person
 * @param link that was followed
 */
record Arrival(
    SignalId id,
    PossibleLead lead,
    SignalReport report,
    Instant occurredAt,
    Optional<SignalReason> uncounted,
    Optional<TrackedLink> link) {

  SignalType type() {
    return report.type();
  }

  boolean isCounted() {
    return uncounted.isEmpty();
  }

  /** Whether it may be a reason to call. */
  boolean isInterest() {
    return isCounted() && type().kind().isPresent();
  }

  int tier() {
    return type().kind().orElseThrow().tier();
  }

  @Nullable TrackedLinkId linkId() {
    return link.map(TrackedLink::id).orElse(null);
  }

  @Nullable FollowUpId followUp() {
    return link.flatMap(TrackedLink::followUp).orElse(null);
  }
}
