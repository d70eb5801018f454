package io.warmline.core.complaint;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.LeadId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a complaint. */
public sealed interface ComplaintEvent extends Happening {

  ComplaintId complaint();

  @Override
  default UUID subject() {
    return complaint().value();
  }

  /** Somebody complained. */
  record Raised(
      ComplaintId complaint,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable CallId callId,
      @Nullable AgentId agentId)
      implements ComplaintEvent {

    @Override
    public EventType type() {
      return EventType.COMPLAINT_RAISED;
    }
  }

  /** A supervisor has seen to it. */
  record Closed(ComplaintId complaint, LeadId leadId, @Nullable AgentId closedBy)
      implements ComplaintEvent {

    @Override
    public EventType type() {
      return EventType.COMPLAINT_CLOSED;
    }
  }

  /** There was none. */
  record Withdrawn(ComplaintId complaint, LeadId leadId) implements ComplaintEvent {

    @Override
    public EventType type() {
      return EventType.COMPLAINT_WITHDRAWN;
    }
  }
}
