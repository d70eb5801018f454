package io.warmline.core.disposition;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.disposition.CallDetails.MeetingDetails;
import io.warmline.core.disposition.Consequence.CancelMeeting;
import io.warmline.core.disposition.Consequence.ConfirmMeeting;
import io.warmline.core.disposition.Consequence.MoveMeeting;
import io.warmline.core.disposition.Consequence.SetMeeting;
import io.warmline.core.lead.LeadStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Decides what a call does to the lead's appointment. Pure. */
final class MeetingRules {

  private final Situation before;
  private final EndedCall call;
  private final CallDetails details;
  private final Deciding deciding;

  MeetingRules(Situation before, EndedCall call, CallDetails details, Deciding deciding) {
    this.before = before;
    this.call = call;
    this.details = details;
    this.deciding = deciding;
  }

  /**
   * @throws WarmlineException APPOINTMENTS_NOT_DELIVERED; NO_APPOINTMENT if the lead never had one
   */
  void follow() {
    Optional<Appointment> open = before.meeting();
    if (call.disposition() == Disposition.APPOINTMENT_SET) {
      before.terms().deliverable().requireAppointments();
      open.ifPresentOrElse(this::move, this::set);
    } else if (open.isEmpty()) {
      tellThereIsNone();
    } else if (call.disposition() == Disposition.APPOINTMENT_RESCHEDULED) {
      move(open.get());
    } else if (call.disposition() == Disposition.APPOINTMENT_CONFIRMED) {
      confirm(open.get());
    } else {
      callOff(open.get());
    }
  }

  private void set() {
    deciding.add(new SetMeeting(wish(), before.lead().status()));
    deciding.awaitMeeting();
  }

  /** Setting another where one is open gives that one another time: a lead has one at a time. */
  private void move(Appointment open) {
    if (isAsItStands(open)) {
      deciding.tell(EffectCode.APPOINTMENT_UNCHANGED, "The meeting is set for that time already.");
    } else {
      deciding.add(new MoveMeeting(open, wish()));
    }
    deciding.awaitMeeting();
  }

  private boolean isAsItStands(Appointment open) {
    MeetingWish wish = wish();
    return wish.startsAt().filter(open.meeting().slot().startsAt()::equals).isPresent()
        && wish.durationMinutes().isEmpty()
        && wish.arrangements().saysNothing();
  }

  private void confirm(Appointment open) {
    deciding.add(
        new ConfirmMeeting(
            open, details.meeting().flatMap(MeetingDetails::overrideReason).orElse(null)));
    deciding.awaitMeeting();
  }

  /** It goes back to where its history says, and is dialled from the next day on. */
  private void callOff(Appointment open) {
    CancelledBy by =
        details.meeting().flatMap(MeetingDetails::cancelledBy).orElse(CancelledBy.PROSPECT);
    deciding.add(new CancelMeeting(open, by, details.reason().orElse(null)));
    before.agreed().ifPresent(agreed -> deciding.agree(agreed, false));
    deciding.dialFrom(open.nextDay(deciding.now()));
    if (before.agreed().isPresent()) {
      deciding.become(LeadStatus.CALLBACK_PENDING);
    } else {
      deciding.leave(LeadStatus.APPOINTMENT_SET, Optional.of(open.setting().leadBefore()));
    }
  }

  /** The call was made, so it is recorded; whatever ended the appointment before stands. */
  private void tellThereIsNone() {
    if (!before.hadMeeting()) {
      throw new WarmlineException(
          ProblemCode.NO_APPOINTMENT,
          "The lead never had an appointment. Set one with APPOINTMENT_SET first.");
    }
    deciding.tell(
        EffectCode.APPOINTMENT_UNCHANGED, "The lead has no open appointment: nothing changes.");
    wasReached();
  }

  /** Somebody was reached, and nothing was agreed: it is dialled from the next day on. */
  private void wasReached() {
    LeadStatus status = before.lead().status();
    if (before.agreed().isPresent()) {
      deciding.agree(before.agreed().get(), false);
      deciding.become(LeadStatus.CALLBACK_PENDING);
      return;
    }
    if (status.isClosed() || deciding.isPromised()) {
      return;
    }
    ZoneId zone = before.zoneOf(call.number());
    Instant nextDay =
        deciding.now().atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    deciding.dialFrom(nextDay);
    if (status == LeadStatus.COLD
        || status == LeadStatus.ATTEMPTING
        || status == LeadStatus.CALLBACK_PENDING) {
      deciding.become(LeadStatus.CONTACTED);
    }
  }

  private MeetingWish wish() {
    return details.meeting().map(MeetingDetails::wish).orElseThrow();
  }
}
