package io.warmline.core.callback;

import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.event.CallbackDue;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a callback, besides {@link CallbackDue}, which the queue tells too. */
public sealed interface CallbackEvent extends Happening {

  CallbackId callback();

  @Override
  default UUID subject() {
    return callback().value();
  }

  /** Promised; the agent is null if it is the team's. */
  record Scheduled(
      CallbackId callback,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable AgentId agentId,
      Instant dueAt)
      implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_SCHEDULED;
    }
  }

  /** Its time has passed, and nobody called. */
  record Overdue(CallbackId callback, LeadId leadId, CampaignId campaignId)
      implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_OVERDUE;
    }
  }

  /** Given another time, owner or note; without another time the reason is null. */
  record Rescheduled(
      CallbackId callback,
      LeadId leadId,
      @Nullable AgentId agentId,
      Instant dueAt,
      @Nullable MoveReason reason)
      implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_RESCHEDULED;
    }
  }

  /** As it was before a call that was logged wrongly. */
  record Restored(
      CallbackId callback, LeadId leadId, @Nullable AgentId agentId, Instant dueAt, String reason)
      implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_RESCHEDULED;
    }
  }

  /** Anyone's from now on; the agent is whose it was. */
  record HandedToTeam(CallbackId callback, LeadId leadId, AgentId agentId)
      implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_HANDED_TO_TEAM;
    }
  }

  /** Kept by a call. */
  record Kept(CallbackId callback, LeadId leadId, CallId callId) implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_KEPT;
    }
  }

  /** Called off. */
  record Cancelled(CallbackId callback, LeadId leadId, CancelledBy cancelledBy, String reason)
      implements CallbackEvent {

    @Override
    public EventType type() {
      return EventType.CALLBACK_CANCELLED;
    }
  }
}
