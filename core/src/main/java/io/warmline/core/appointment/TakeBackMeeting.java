package io.warmline.core.appointment;

import io.warmline.core.appointment.Appointment.Cancellation;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Takes back what a call did to appointments whose outcome was logged wrongly. One that it set was
 * never agreed: it is voided, and no figure counts it.
 */
@ApplicationScoped
public class TakeBackMeeting {

  private final Appointments appointments;
  private final ClientCalendar calendar;
  private final ConfirmationTasks confirmations;
  private final AppointmentEvents events;

  TakeBackMeeting(
      Appointments appointments,
      ClientCalendar calendar,
      ConfirmationTasks confirmations,
      AppointmentEvents events) {
    this.appointments = appointments;
    this.calendar = calendar;
    this.confirmations = confirmations;
    this.events = events;
  }

  /** The caller holds the locks of the lead's numbers, and gives the lead its status. */
  public void of(CallId call, LeadId lead, Instant now) {
    for (Appointment appointment : appointments.changedIn(call, lead)) {
      if (call.equals(appointment.setting().call()) && appointment.status().isOpen()) {
        voidIt(appointment, now);
      } else if (appointment.cancellation() != null
          && call.equals(appointment.cancellation().call())
          && appointments.openOf(lead).isEmpty()) {
        reopen(appointment, now);
      } else if (call.equals(appointment.confirmation().confirmedIn())
          && appointment.status().isOpen()) {
        confirmations.open(appointments.write(appointment.unconfirm(now)), now);
      }
    }
  }

  /**
   * Sets a meeting again that was called off because of what was told wrongly of somebody else.
   *
   * @param reason for which it was called off
   * @param at when that was said
   */
  public void setAgain(AppointmentId id, String reason, Instant at, Instant now) {
    Appointment meeting = appointments.get(id);
    Cancellation how = meeting.cancellation();
    boolean forThat =
        how != null && how.call() == null && reason.equals(how.reason()) && at.equals(how.at());
    if (forThat && appointments.openOf(meeting.lead()).isEmpty()) {
      reopen(meeting, now);
    }
  }

  private void voidIt(Appointment appointment, Instant now) {
    Cancellation never =
        new Cancellation(now, CancelledBy.FIRM, null, false, "CALL_CORRECTED", true);
    confirmations.cancel(appointment.lead(), appointment.id(), "CALL_CORRECTED", now);
    events.cancelled(appointments.write(appointment.cancel(never, now)), now);
    AppointmentId before = appointment.chain().from();
    if (before != null) {
      reopen(appointments.get(before), now);
    }
  }

  private void reopen(Appointment closed, Instant now) {
    boolean taken = calendar.isTaken(closed.client(), closed.meeting().slot(), closed.id());
    int sequence = appointments.latestSequence(closed.chain().root()) + 1;
    Appointment open = appointments.write(closed.reopen(taken, sequence, now));
    events.set(open, now);
    if (open.status() == AppointmentStatus.SET) {
      confirmations.open(open, now);
    }
  }
}
