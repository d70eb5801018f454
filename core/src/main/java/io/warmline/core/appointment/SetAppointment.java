package io.warmline.core.appointment;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Sets an appointment outside the logging of a call. The lead needs no score for it. */
@ApplicationScoped
public class SetAppointment {

  private final TenantTransaction transaction;
  private final AppointmentBook book;
  private final Origins origins;
  private final LeadsInHand leads;
  private final Agents agents;
  private final Clock clock;

  SetAppointment(
      TenantTransaction transaction,
      AppointmentBook book,
      Origins origins,
      LeadsInHand leads,
      Agents agents,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.origins = origins;
    this.leads = leads;
    this.agents = agents;
    this.clock = clock;
  }

  /**
   * Sets an appointment. An open callback stands: nobody has called.
   *
   * @param agent who set it; empty: who made the call, if one is given
   * @param call in which it was set, if it was logged with another outcome
   * @throws InvalidValue if it names no time, or one in the past
   * @throws NotFound if there is no such lead, agent or call to the lead
   * @throws WarmlineException APPOINTMENTS_NOT_DELIVERED, QUALIFYING_QUESTIONS_UNANSWERED,
   *     APPOINTMENT_OPEN, SLOT_TAKEN, LEAD_ERASED, LEAD_MERGED; LEAD_NOT_CALLABLE if the lead wants
   *     no calls or was disqualified
   */
  public Appointment set(
      LeadId id, MeetingWish wish, Optional<AgentId> agent, Optional<CallId> call) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.take(id);
          requireOffered(lead);
          agent.ifPresent(agents::requireKnown);
          Origin by = origins.of(id, agent, call, now);
          Appointment appointment = book.set(id, lead.campaign(), lead.status(), wish, by, now);
          leads.become(id, LeadStatus.APPOINTMENT_SET, now);
          leads.putBack(id, now);
          return appointment;
        });
  }

  private void requireOffered(Lead lead) {
    lead.requireNotErased();
    book.requireDelivered(lead.campaign());
    LeadStatus status = lead.status();
    if (status == LeadStatus.DO_NOT_CALL || status == LeadStatus.DISQUALIFIED) {
      throw new WarmlineException(
          ProblemCode.LEAD_NOT_CALLABLE, "The lead is " + status + ": no appointment can be set.");
    }
    book.openOf(lead.id()).ifPresent(SetAppointment::refuseAnother);
  }

  private static void refuseAnother(Appointment open) {
    throw new WarmlineException(
        ProblemCode.APPOINTMENT_OPEN,
        "The appointment "
            + open.id()
            + " of this lead is open. Reschedule it, or record whether it was held.");
  }
}
