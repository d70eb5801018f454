package io.warmline.core.call;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.callback.Callback;
import io.warmline.core.lead.LeadStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A recorded call, what it did, and what comes next.
 *
 * @param callback the callback it made, moved, kept or cancelled
 * @param appointment the lead's open appointment, else the one that the call ended
 */
public record LoggedCall(
    Call call,
    LeadStatus leadStatus,
    List<Effect> effects,
    NextStep next,
    Optional<Callback> callback,
    Optional<Appointment> appointment) {

  /** What can happen because of a call. */
  public enum EffectCode {
    CLAIM_COMPLETED,
    RECORDED_LATE,
    ALREADY_LOGGED,
    SUPERSEDED,
    CALLBACK_CREATED,
    CALLBACK_TO_BE_CONFIRMED,
    CALLBACK_RESCHEDULED,
    CALLBACK_KEPT,
    CALLBACK_CANCELLED,
    NUMBER_UNCALLABLE,
    NEXT_NUMBER,
    NUMBER_ADDED,
    SUPPRESSED,
    LEAD_REFERRED,
    LEAD_PLACED,
    APPOINTMENT_SET,
    APPOINTMENT_CONFIRMED,
    APPOINTMENT_RESCHEDULED,
    APPOINTMENT_CANCELLED,
    APPOINTMENT_UNCHANGED,
    APPOINTMENT_STANDS,
    APPOINTMENT_AT_ODD_HOUR,
    CONFIRMATION_OUT_OF_POLICY,
    STATUS_CHANGED,
    TASK_DONE,
    HANDOFF_OFFERED,
    HANDOFF_ENDED,
    HANDOFF_UNCHANGED,
    FOLLOW_UP_OWED,
    ATTEMPTS_EXHAUSTED
  }

  /** One thing that happened. */
  public record Effect(EffectCode code, String detail) {}

  /** What Warmline does next with a lead. */
  public enum NextAction {
    CALLBACK,
    CONFIRMATION,
    APPOINTMENT,
    RETRY,
    NURTURE,
    NONE
  }

  /** What comes next, and when. */
  public record NextStep(NextAction action, Optional<Instant> at, String detail) {}
}
