package io.warmline.core.presence;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A time at work.
 *
 * @param since since when the agent does what {@code state} says
 * @param campaigns for which the agent signed on; empty: all that the agent works
 * @param silentAt when it ends by itself if nothing is heard; not while the agent holds a lead
 * @param endedBy empty while it lasts
 * @param claims leads that the agent holds
 * @param claimsReturned leads that were given back at its end
 * @param breaks so far
 * @param wrapUp so far
 */
public record Shift(
    UUID id,
    AgentId agent,
    PresenceState state,
    Instant since,
    List<CampaignId> campaigns,
    Instant signedOnAt,
    Instant seenAt,
    Instant silentAt,
    Optional<Instant> signedOffAt,
    Optional<EndedBy> endedBy,
    int claims,
    int claimsReturned,
    Duration breaks,
    Duration wrapUp) {

  /** Whether the agent is at work. */
  public boolean isOpen() {
    return signedOffAt.isEmpty();
  }
}
