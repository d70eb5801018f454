package io.warmline.core.appointment;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Confirms, reschedules and cancels appointments outside the logging of a call. */
@ApplicationScoped
public class ChangeAppointment {

  private final TenantTransaction transaction;
  private final Appointments appointments;
  private final AppointmentBook book;
  private final Origins origins;
  private final LeadBook leadBook;
  private final LeadsInHand leads;
  private final Agents agents;
  private final Clock clock;

  ChangeAppointment(
      TenantTransaction transaction,
      Appointments appointments,
      AppointmentBook book,
      Origins origins,
      LeadBook leadBook,
      LeadsInHand leads,
      Agents agents,
      Clock clock) {
    this.transaction = transaction;
    this.appointments = appointments;
    this.book = book;
    this.origins = origins;
    this.leadBook = leadBook;
    this.leads = leads;
    this.agents = agents;
    this.clock = clock;
  }

  /**
   * Confirms an appointment now. One that is confirmed already stays as it is.
   *
   * @param overrideReason why it is confirmed though the policy forbids it today; empty: it is
   *     refused then
   * @throws NotFound if there is no such appointment, or no such call to its lead
   * @throws WarmlineException CONFIRMATION_FORBIDDEN, APPOINTMENT_CLOSED
   */
  public Appointment confirm(
      AppointmentId id, Optional<CallId> call, Optional<String> overrideReason) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Appointment appointment = take(id);
          if (appointment.status() == AppointmentStatus.CONFIRMED) {
            return appointment;
          }
          if (overrideReason.isEmpty()) {
            requireAllowed(appointment, now);
          }
          Origin by = origins.of(appointment.lead(), Optional.empty(), call, now);
          Appointment confirmed = book.confirm(appointment, by, overrideReason.orElse(null), now);
          leads.putBack(appointment.lead(), now);
          return confirmed;
        });
  }

  private void requireAllowed(Appointment appointment, Instant now) {
    if (book.forbidsConfirmation(appointment, now)) {
      throw new WarmlineException(
          ProblemCode.CONFIRMATION_FORBIDDEN,
          "The campaign's policy ("
              + appointment.confirmation().policy()
              + ") allows no confirmation on the day of the meeting or the day before, at the"
              + " prospect's place. Give an overrideReason to do it all the same.");
    }
  }

  /**
   * Gives an appointment another time: a new one stands in its place.
   *
   * @param wish what it does not say stays as it was
   * @throws InvalidValue if it names no time, or one in the past
   * @throws NotFound if there is no such appointment or agent, or no such call to its lead
   * @throws WarmlineException APPOINTMENT_CLOSED, SLOT_TAKEN
   */
  public Appointment reschedule(
      AppointmentId id, MeetingWish wish, Optional<AgentId> agent, Optional<CallId> call) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Appointment appointment = take(id);
          agent.ifPresent(agents::requireKnown);
          Origin by = origins.of(appointment.lead(), agent, call, now);
          Appointment next = book.reschedule(appointment, wish, by, now);
          leads.putBack(appointment.lead(), now);
          return next;
        });
  }

  /**
   * Cancels an appointment; the lead goes back to where its history says, and may be dialled from
   * the next day on.
   *
   * @throws NotFound if there is no such appointment, or no such call to its lead
   * @throws WarmlineException APPOINTMENT_CLOSED
   */
  public Appointment cancel(
      AppointmentId id, CancelledBy by, Optional<String> reason, Optional<CallId> call) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Appointment appointment = take(id);
          Origin origin = origins.of(appointment.lead(), Optional.empty(), call, now);
          Appointment cancelled = book.cancel(appointment, by, reason.orElse(null), origin, now);
          leave(cancelled, now);
          leads.putBack(appointment.lead(), now);
          return cancelled;
        });
  }

  private void leave(Appointment cancelled, Instant now) {
    Lead lead = leadBook.take(cancelled.lead());
    Lead without = leadBook.leaving(LeadStatus.APPOINTMENT_SET, lead, now);
    leadBook.write(lead, without.nextAttemptAt(cancelled.nextDay(now)), now);
  }

  private Appointment take(AppointmentId id) {
    leads.lock(appointments.get(id).lead());
    Appointment appointment = appointments.get(id);
    appointment.requireOpen();
    return appointment;
  }
}
