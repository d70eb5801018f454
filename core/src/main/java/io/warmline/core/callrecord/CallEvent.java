package io.warmline.core.callrecord;

import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.util.UUID;

/** What is told of a call. */
public sealed interface CallEvent extends Happening {

  CallId call();

  @Override
  default UUID subject() {
    return call().value();
  }

  /** Logged; late if its claim had run out before. */
  record Logged(
      CallId call,
      LeadId leadId,
      CampaignId campaignId,
      AgentId agentId,
      Disposition disposition,
      boolean late)
      implements CallEvent {

    @Override
    public EventType type() {
      return EventType.CALL_LOGGED;
    }
  }

  /** Corrected; the disposition is as it stands now. */
  record Amended(CallId call, LeadId leadId, Disposition disposition) implements CallEvent {

    @Override
    public EventType type() {
      return EventType.CALL_AMENDED;
    }
  }

  /** It broke rules, whose codes are told with commas between them. */
  record BrokeRules(CallId call, LeadId leadId, AgentId agentId, String codes)
      implements CallEvent {

    @Override
    public EventType type() {
      return EventType.CALL_BREACH;
    }
  }
}
