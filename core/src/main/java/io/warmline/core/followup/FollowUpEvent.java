package io.warmline.core.followup;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.followup.FollowUp.Occasion;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import java.util.UUID;

/** What is told of a message that is owed. */
public sealed interface FollowUpEvent extends Happening {

  FollowUpId followUp();

  @Override
  default UUID subject() {
    return followUp().value();
  }

  /** Owed after a call. */
  record Owed(
      FollowUpId followUp, LeadId leadId, CampaignId campaignId, CallId callId, Occasion occasion)
      implements FollowUpEvent {

    @Override
    public EventType type() {
      return EventType.FOLLOW_UP_OWED;
    }
  }

  /** Sent. */
  record Sent(FollowUpId followUp, LeadId leadId) implements FollowUpEvent {

    @Override
    public EventType type() {
      return EventType.FOLLOW_UP_SENT;
    }
  }

  /** Owed no more. */
  record Cancelled(FollowUpId followUp, LeadId leadId, String reason) implements FollowUpEvent {

    @Override
    public EventType type() {
      return EventType.FOLLOW_UP_CANCELLED;
    }
  }
}
