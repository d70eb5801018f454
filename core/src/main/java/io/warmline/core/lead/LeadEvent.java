package io.warmline.core.lead;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a lead: ids and states, no personal data. */
public sealed interface LeadEvent extends Happening {

  LeadId lead();

  @Override
  default UUID subject() {
    return lead().value();
  }

  /** Entered. */
  record Created(LeadId lead, CampaignId campaignId) implements LeadEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_CREATED;
    }
  }

  /** Known otherwise. */
  record Updated(LeadId lead, CampaignId campaignId) implements LeadEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_UPDATED;
    }
  }

  /** Of another status; agent and reason are null if what happened decided it. */
  record StatusChanged(
      LeadId lead,
      LeadStatus from,
      LeadStatus to,
      @Nullable AgentId agentId,
      @Nullable String reason)
      implements LeadEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_STATUS_CHANGED;
    }
  }

  /** Moved to another campaign. */
  record Moved(LeadId lead, CampaignId from, CampaignId to) implements LeadEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_MOVED;
    }
  }

  /** Its personal data were erased. */
  record Erased(LeadId lead, @Nullable String reason) implements LeadEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_ERASED;
    }
  }

  /** Deleted. */
  record Deleted(LeadId lead, CampaignId campaignId) implements LeadEvent {

    @Override
    public EventType type() {
      return EventType.LEAD_DELETED;
    }
  }
}
