package io.warmline.core.handoff;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a hand-off; a client that is null is the tenant itself. */
public sealed interface HandoffEvent extends Happening {

  HandoffId handoff();

  @Override
  default UUID subject() {
    return handoff().value();
  }

  /** Offered to the client. */
  record Offered(
      HandoffId handoff,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable ClientId clientId,
      HandoffKind kind,
      Instant decideBy)
      implements HandoffEvent {

    @Override
    public EventType type() {
      return EventType.HANDOFF_OFFERED;
    }
  }

  /** Accepted by the client. */
  record Accepted(
      HandoffId handoff, LeadId leadId, CampaignId campaignId, @Nullable ClientId clientId)
      implements HandoffEvent {

    @Override
    public EventType type() {
      return EventType.HANDOFF_ACCEPTED;
    }
  }

  /** Returned by the client. */
  record Returned(
      HandoffId handoff,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable ClientId clientId,
      ReturnReason reason)
      implements HandoffEvent {

    @Override
    public EventType type() {
      return EventType.HANDOFF_RETURNED;
    }
  }

  /** Ended without a decision. */
  record Expired(
      HandoffId handoff,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable ClientId clientId,
      ExpiryReason reason)
      implements HandoffEvent {

    @Override
    public EventType type() {
      return EventType.HANDOFF_EXPIRED;
    }
  }

  /** Ended because its lead was erased. */
  record Forgotten(HandoffId handoff, LeadId leadId, String reason) implements HandoffEvent {

    @Override
    public EventType type() {
      return EventType.HANDOFF_EXPIRED;
    }
  }
}
