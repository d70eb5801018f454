package io.warmline.core.appointment;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment.Cancellation;
import io.warmline.core.appointment.Appointment.Chain;
import io.warmline.core.appointment.Appointment.Setting;
import io.warmline.core.appointment.Appointment.Trail;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.tenant.RowImages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of appointments, in which none changes without an event, and in which their
 * confirmations are ordered and called off. Whoever writes in it holds the locks of the lead's
 * numbers, changes the lead's status and has its queue row derived anew.
 */
@ApplicationScoped
public class AppointmentBook {

  private final Appointments appointments;
  private final ClientCalendar calendar;
  private final ConfirmationTasks confirmations;
  private final Campaigns campaigns;
  private final AppointmentEvents events;
  private final RowImages images;

  AppointmentBook(
      Appointments appointments,
      ClientCalendar calendar,
      ConfirmationTasks confirmations,
      Campaigns campaigns,
      AppointmentEvents events,
      RowImages images) {
    this.images = images;
    this.appointments = appointments;
    this.calendar = calendar;
    this.confirmations = confirmations;
    this.campaigns = campaigns;
    this.events = events;
  }

  /** The open appointment of a lead. */
  public Optional<Appointment> openOf(LeadId lead) {
    return appointments.openOf(lead);
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Appointment get(AppointmentId id) {
    return appointments.get(id);
  }

  /** Whether the lead ever had an appointment. */
  public boolean hasAny(LeadId lead) {
    return appointments.hasAny(lead);
  }

  /** Appointments that this call set, confirmed or cancelled, the latest first. */
  public List<Appointment> changedIn(CallId call, LeadId lead) {
    return appointments.changedIn(call, lead);
  }

  /**
   * Refuses to record an appointment where the client's own staff set the meetings.
   *
   * @throws WarmlineException APPOINTMENTS_NOT_DELIVERED
   */
  public Campaign requireDelivered(CampaignId id) {
    Campaign campaign = campaigns.get(id);
    campaign.approach().deliverable().requireAppointments();
    return campaign;
  }

  /**
   * Enters a meeting, and orders its confirmation.
   *
   * @param before where the lead stands
   * @throws InvalidValue if it names no time, or one in the past
   * @throws WarmlineException APPOINTMENTS_NOT_DELIVERED, QUALIFYING_QUESTIONS_UNANSWERED,
   *     SLOT_TAKEN
   */
  public Appointment set(
      LeadId lead,
      CampaignId campaignId,
      LeadStatus before,
      MeetingWish wish,
      Origin by,
      Instant now) {
    Campaign campaign = requireDelivered(campaignId);
    requireAnswered(campaign.approach().qualifyingQuestions(), lead);
    AppointmentId id = AppointmentId.next();
    Slot slot =
        wish.slot(calendar.usualLength(campaign.client().orElse(null)), by.pointer(), by.at());
    calendar.take(campaign.client().orElse(null), slot, null, wish.doubleBook());
    Appointment appointment =
        new Appointment(
            id,
            0,
            lead,
            campaignId,
            campaign.client().orElse(null),
            AppointmentStatus.SET,
            new Chain(id, null, null, 0),
            new Meeting(slot, appointments.zoneOf(lead), wish.doubleBook(), wish.arrangements()),
            new Setting(by.at(), by.agent(), by.call(), before),
            Trail.by(campaign.approach().confirmation()),
            null,
            null,
            now,
            now);
    appointments.add(appointment);
    events.set(appointment, now);
    confirmations.open(appointment, now);
    return appointment;
  }

  /** What was answered in earlier calls counts, and so does what this call recorded. */
  private void requireAnswered(int questions, LeadId lead) {
    int answered = questions == 0 ? 0 : appointments.answersOf(lead);
    if (answered < questions) {
      throw new WarmlineException(
          ProblemCode.QUALIFYING_QUESTIONS_UNANSWERED,
          "The campaign asks "
              + questions
              + " qualifying questions before a meeting; "
              + answered
              + " answers of this lead are recorded. Record them with the call"
              + " (qualification.answers), or lower qualifyingQuestions.");
    }
  }

  /**
   * Enters a meeting in the place of an open one. What the wish does not say stays as it was.
   * Changed in the call that confirmed the old one, the new one is not confirmed at once again.
   *
   * @throws WarmlineException APPOINTMENT_CLOSED, SLOT_TAKEN
   */
  public Appointment reschedule(Appointment open, MeetingWish wish, Origin by, Instant now) {
    AppointmentId id = AppointmentId.next();
    Slot slot = wish.slot(open.meeting().slot().length(), by.pointer(), by.at());
    calendar.take(open.client(), slot, open.id(), wish.doubleBook());
    confirmations.cancel(open.lead(), open.id(), "RESCHEDULED", now);
    appointments.write(open.rescheduledTo(id, now));
    Appointment next = next(id, open, slot, wish, by, now);
    appointments.add(next);
    events.rescheduled(open, next, now);
    if (!open.isConfirmationCall(by.call()) || !next.isConfirmedAtOnce()) {
      confirmations.open(next, now);
    }
    return next;
  }

  private Appointment next(
      AppointmentId id, Appointment open, Slot slot, MeetingWish wish, Origin by, Instant now) {
    Chain chain = open.chain();
    return new Appointment(
        id,
        0,
        open.lead(),
        open.campaign(),
        open.client(),
        AppointmentStatus.SET,
        new Chain(chain.root(), open.id(), null, appointments.latestSequence(chain.root()) + 1),
        new Meeting(
            slot,
            appointments.zoneOf(open.lead()),
            wish.doubleBook(),
            wish.arrangements().or(open.meeting().arrangements())),
        new Setting(by.at(), by.agent(), by.call(), open.setting().leadBefore()),
        Trail.by(campaigns.get(open.campaign()).approach().confirmation()),
        null,
        null,
        now,
        now);
  }

  /**
   * Enters that the prospect confirmed; on a forbidden day, that it was against the policy.
   *
   * @param overrideReason why it was confirmed on a forbidden day
   * @throws WarmlineException APPOINTMENT_CLOSED
   */
  public Appointment confirm(
      Appointment open, Origin by, @Nullable String overrideReason, Instant now) {
    Appointment confirmed =
        appointments.write(
            open.confirm(
                by, !by.theirs() && forbidsConfirmation(open, by.at()), overrideReason, now));
    confirmations.cancel(open.lead(), open.id(), "CONFIRMED", now);
    events.confirmed(confirmed, now);
    return confirmed;
  }

  /** Whether its policy forbids to confirm it at an instant. */
  public boolean forbidsConfirmation(Appointment appointment, Instant at) {
    return ConfirmationDays.forbid(
        appointment.confirmation().policy(), appointment.meeting(), appointment.setting().at(), at);
  }

  /**
   * Enters that the meeting is off. Neither the lead's verdict nor the setter's figures change.
   *
   * @throws WarmlineException APPOINTMENT_CLOSED
   */
  public Appointment cancel(
      Appointment open, CancelledBy by, @Nullable String reason, Origin origin, Instant now) {
    Cancellation how =
        new Cancellation(
            origin.at(), by, origin.call(), open.isConfirmationCall(origin.call()), reason, false);
    Appointment cancelled = appointments.write(open.cancel(how, now));
    confirmations.cancel(open.lead(), open.id(), "APPOINTMENT_CANCELLED", now);
    events.cancelled(cancelled, now);
    return cancelled;
  }

  /** An appointment as it stands in the book, for {@link #forgetDial}. */
  public String image(AppointmentId id) {
    return images.of("appointment", id.value()).orElseThrow();
  }

  /** What is known of the dials for its confirmation is again what was known before a call. */
  public void forgetDial(AppointmentId id, String image, CallId call) {
    if (call.equals(appointments.get(id).confirmation().call())) {
      images.restore(
          "appointment",
          id.value(),
          image,
          List.of(
              "confirmation_dialled_at",
              "confirmation_reached_at",
              "confirmation_call_id",
              "version"));
    }
  }

  /** Notes a dial for the confirmation of an appointment. */
  public void dialled(
      AppointmentId appointment, CallId call, Instant at, boolean reached, Instant now) {
    appointments.write(appointments.get(appointment).dialled(call, at, reached, now));
  }
}
