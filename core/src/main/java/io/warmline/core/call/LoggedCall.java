package io.warmline.core.call;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.callback.Callback;
import io.warmline.core.callrecord.Call;
import io.warmline.core.disposition.EffectCode;
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
