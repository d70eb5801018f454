package io.warmline.core.appointment;

import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a meeting: ids, times and states, no personal data. */
public sealed interface AppointmentEvent extends Happening {

  AppointmentId appointment();

  @Override
  default UUID subject() {
    return appointment().value();
  }

  /** Set; the agent is null if nobody of the team did it. */
  record Set(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable AgentId agentId,
      Instant startsAt,
      Confirmation confirmation)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_SET;
    }
  }

  /** Confirmed; the call is null outside of calls. */
  record Confirmed(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable CallId callId,
      boolean outOfPolicy)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_CONFIRMED;
    }
  }

  /** Moved: another one takes its place. */
  record Rescheduled(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      AppointmentId rescheduledTo,
      Instant startsAt)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_RESCHEDULED;
    }
  }

  /** Called off; the call is null outside of calls, the notice once it had begun. */
  record Cancelled(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      CancelledBy cancelledBy,
      @Nullable CallId callId,
      @Nullable Long noticeMinutes,
      boolean voided)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_CANCELLED;
    }
  }

  /** Called off because its lead was erased. */
  record Forgotten(AppointmentId appointment, LeadId leadId, CancelledBy cancelledBy, String reason)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_CANCELLED;
    }
  }

  /** Took place. */
  record Held(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable ClientVerdict verdict,
      @Nullable CallbackId callbackId)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_HELD;
    }
  }

  /** It was told wrongly whether it was held, or how: this is right. */
  record Corrected(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      AppointmentStatus outcome,
      @Nullable ClientVerdict verdict,
      @Nullable CallbackId callbackId)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_CORRECTED;
    }
  }

  /** The prospect did not come. */
  record NoShow(
      AppointmentId appointment,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable ClientVerdict verdict,
      @Nullable CallbackId callbackId)
      implements AppointmentEvent {

    @Override
    public EventType type() {
      return EventType.APPOINTMENT_NO_SHOW;
    }
  }
}
