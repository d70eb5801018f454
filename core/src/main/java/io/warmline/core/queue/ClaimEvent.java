package io.warmline.core.queue;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.UUID;

/** What is told of a claim. */
public sealed interface ClaimEvent extends Happening {

  ClaimId claim();

  @Override
  default UUID subject() {
    return claim().value();
  }

  /** Its lease ran out. */
  record Expired(ClaimId claim, LeadId leadId, AgentId agentId, Instant expiredAt)
      implements ClaimEvent {

    @Override
    public EventType type() {
      return EventType.CLAIM_EXPIRED;
    }
  }

  /** Taken back: the lead must not be called any more. */
  record Revoked(ClaimId claim, String reason) implements ClaimEvent {

    @Override
    public EventType type() {
      return EventType.CLAIM_REVOKED;
    }
  }
}
