package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.appointment.Origin;
import io.warmline.core.call.CallDetails.MeetingDetails;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.lead.LeadStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What becomes of the lead's appointment in a call. */
@ApplicationScoped
class MeetingInCall {

  private final AppointmentBook book;
  private final LeadAfterCall lead;

  MeetingInCall(AppointmentBook book, LeadAfterCall lead) {
    this.book = book;
    this.lead = lead;
  }

  /**
   * Carries out what the call says about an appointment.
   *
   * @throws InvalidValue if a time is in the past
   * @throws WarmlineException APPOINTMENTS_NOT_DELIVERED, QUALIFYING_QUESTIONS_UNANSWERED,
   *     SLOT_TAKEN; NO_APPOINTMENT if the lead never had one
   */
  void take(Outcome.OfMeeting outcome, Aftermath after) {
    Optional<Appointment> open = book.openOf(after.lead().id());
    if (outcome instanceof Outcome.Meet) {
      book.requireDelivered(after.lead().campaign());
      open.ifPresentOrElse(appointment -> move(appointment, after), () -> set(after));
    } else if (open.isEmpty()) {
      tellThereIsNone(after);
    } else if (outcome instanceof Outcome.MoveMeeting) {
      move(open.get(), after);
    } else if (outcome instanceof Outcome.ConfirmMeeting) {
      confirm(open.get(), after);
    } else {
      callOff(open.get(), after);
    }
  }

  private void set(Aftermath after) {
    Appointment appointment =
        book.set(
            after.lead().id(),
            after.lead().campaign(),
            after.lead().status(),
            told(after).wish(),
            origin(after),
            after.now());
    after.did(
        EffectCode.APPOINTMENT_SET,
        "A meeting is set for " + appointment.meeting().slot().startsAt() + ".");
    lead.awaitMeeting(after);
  }

  /** Setting another where one is open gives that one another time: a lead has one at a time. */
  private void move(Appointment open, Aftermath after) {
    Appointment next = book.reschedule(open, told(after).wish(), origin(after), after.now());
    after.did(
        EffectCode.APPOINTMENT_RESCHEDULED,
        "The meeting is moved to " + next.meeting().slot().startsAt() + ".");
    lead.awaitMeeting(after);
  }

  private void confirm(Appointment open, Aftermath after) {
    Appointment confirmed =
        book.confirm(
            open,
            origin(after),
            after.details().meeting().flatMap(MeetingDetails::overrideReason).orElse(null),
            after.now());
    after.did(EffectCode.APPOINTMENT_CONFIRMED, "The meeting is confirmed.");
    if (confirmed.confirmation().outOfPolicy()) {
      after.did(
          EffectCode.CONFIRMATION_OUT_OF_POLICY,
          "The campaign's policy allows no confirmation on the day of the meeting or the day"
              + " before.");
    }
    lead.awaitMeeting(after);
  }

  private void callOff(Appointment open, Aftermath after) {
    CancelledBy by =
        after.details().meeting().flatMap(MeetingDetails::cancelledBy).orElse(CancelledBy.PROSPECT);
    Appointment cancelled =
        book.cancel(open, by, after.details().reason().orElse(null), origin(after), after.now());
    after.did(EffectCode.APPOINTMENT_CANCELLED, "The meeting is cancelled.");
    lead.leaveMeeting(cancelled.nextDay(after.now()), after);
  }

  /** The call was made, so it is recorded; whatever ended the appointment before stands. */
  private void tellThereIsNone(Aftermath after) {
    if (!book.hasAny(after.lead().id())) {
      throw new WarmlineException(
          ProblemCode.NO_APPOINTMENT,
          "The lead never had an appointment. Set one with APPOINTMENT_SET first.");
    }
    after.did(
        EffectCode.APPOINTMENT_UNCHANGED, "The lead has no open appointment: nothing changes.");
    lead.wasReached(after);
  }

  private static MeetingDetails told(Aftermath after) {
    return after
        .details()
        .meeting()
        .orElseThrow(() -> InvalidValue.required("/appointment", "the appointment is required"));
  }

  private static Origin origin(Aftermath after) {
    Call call = after.call();
    return new Origin(call.agent(), call.id(), call.startedAt(), "/appointment");
  }

  /** The lead's open appointment, else the one that the call ended. */
  Optional<Appointment> after(Call call, LeadStatus status) {
    if (!call.disposition().concernsAppointment() && status != LeadStatus.APPOINTMENT_SET) {
      return Optional.empty();
    }
    return book.openOf(call.lead())
        .or(() -> book.changedIn(call.id(), call.lead()).stream().findFirst());
  }
}
