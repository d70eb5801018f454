package io.warmline.core.call;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.call.LoggedCall.NextStep;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callrecord.Call;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.QueueEntries.Outlook;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brings the queue up to date after a call, and tells what comes next. */
@ApplicationScoped
class TellNext {

  private final QueueEntries queue;
  private final PromiseBook promises;
  private final AppointmentBook meetings;
  private final TaskBook tasks;

  TellNext(QueueEntries queue, PromiseBook promises, AppointmentBook meetings, TaskBook tasks) {
    this.queue = queue;
    this.promises = promises;
    this.meetings = meetings;
    this.tasks = tasks;
  }

  /**
   * After a call was carried out.
   *
   * @param lead as the call left it
   */
  LoggedCall after(Call call, Lead lead, List<Effect> effects, Instant now) {
    Outlook outlook = queue.refreshAround(call.lead().value(), List.of(call.dialled()), now);
    return tell(call, lead, outlook, effects, now);
  }

  /**
   * After a call was carried out, where the rows around the lead are locked already.
   *
   * @param around whose they are
   */
  LoggedCall after(Call call, Lead lead, List<Effect> effects, List<UUID> around, Instant now) {
    return tell(call, lead, queue.refreshLocked(call.lead().value(), around, now), effects, now);
  }

  /**
   * After the rows were brought up to date.
   *
   * @param outlook of the lead; empty: an agent holds it
   */
  LoggedCall of(
      Call call, Lead lead, Optional<Outlook> outlook, List<Effect> effects, Instant now) {
    return tell(
        call, lead, outlook.orElseGet(() -> queue.outlook(call.lead().value())), effects, now);
  }

  /** Of a call that is on record. */
  LoggedCall of(Call call, Lead lead, List<Effect> effects, Instant now) {
    return tell(call, lead, queue.outlook(call.lead().value()), effects, now);
  }

  private LoggedCall tell(
      Call call, Lead lead, Outlook outlook, List<Effect> effects, Instant now) {
    Optional<Callback> open = outlook.hasCallback() ? promises.openOf(lead.id()) : Optional.empty();
    Optional<Appointment> meeting = meeting(call, lead.status());
    NextStep next =
        lead.status() == LeadStatus.APPOINTMENT_SET && open.isEmpty() && meeting.isPresent()
            ? untilMeeting(meeting.get(), now)
            : next(lead.status(), open, outlook, now);
    return new LoggedCall(call, lead.status(), effects, next, shown(call, open), meeting);
  }

  /** The lead's open appointment, else the one that the call ended. */
  private Optional<Appointment> meeting(Call call, LeadStatus status) {
    if (!call.disposition().concernsAppointment() && status != LeadStatus.APPOINTMENT_SET) {
      return Optional.empty();
    }
    return meetings
        .openOf(call.lead())
        .or(() -> meetings.changedIn(call.id(), call.lead()).stream().findFirst());
  }

  private Optional<Callback> shown(Call call, Optional<Callback> open) {
    return open.or(() -> Optional.ofNullable(call.links().kept()).map(promises::get));
  }

  private NextStep untilMeeting(Appointment meeting, Instant now) {
    Instant start = meeting.meeting().slot().startsAt();
    return tasks
        .openOf(meeting.lead(), TaskKind.QUALITY_CONFIRMATION)
        .map(
            task ->
                step(
                    NextAction.CONFIRMATION,
                    notBefore(task.dueAt(), now),
                    "The lead is called from %s on to confirm the meeting of " + start + "."))
        .orElseGet(
            () ->
                new NextStep(
                    NextAction.APPOINTMENT,
                    Optional.of(start),
                    "The lead is not called: its meeting is at " + start + "."));
  }

  private static NextStep next(
      LeadStatus status, Optional<Callback> open, Outlook outlook, Instant now) {
    if (outlook.blockedBy().filter(BlockCode.NUMBER_PROMISED::equals).isPresent()) {
      return step(
          NextAction.RETRY,
          notBefore(outlook.notBefore(), now),
          "The lead is not tried before the callback that is promised on its number: not before"
              + " %s.");
    }
    if (outlook.closed()) {
      return new NextStep(NextAction.NONE, Optional.empty(), whyClosed(status, outlook));
    }
    if (open.isPresent()) {
      return step(
          NextAction.CALLBACK,
          notBefore(open.get().window().dueAt(), now),
          "The lead comes back as a due callback at %s.");
    }
    Instant at = notBefore(outlook.notBefore(), now);
    return switch (status) {
      case NURTURE -> step(NextAction.NURTURE, at, "The lead comes back as a warm lead at %s.");
      case WARM, QUALIFIED ->
          step(
              NextAction.RETRY,
              at,
              "The lead comes back as a warm lead from %s on, in its calling hours.");
      case COLD,
          ATTEMPTING,
          CONTACTED,
          CALLBACK_PENDING,
          HANDED_OFF,
          APPOINTMENT_SET,
          CUSTOMER,
          LAPSED,
          DISQUALIFIED,
          EXHAUSTED,
          DO_NOT_CALL ->
          step(NextAction.RETRY, at, "The lead is tried again from %s on, in its calling hours.");
    };
  }

  private static String whyClosed(LeadStatus status, Outlook outlook) {
    return status == LeadStatus.HANDED_OFF
        ? "The lead is with the client, who calls it from now on."
        : "The lead is not called again: "
            + outlook.blockedBy().map(Enum::name).orElse("CLOSED")
            + ".";
  }

  private static NextStep step(NextAction action, Instant at, String detail) {
    return new NextStep(action, Optional.of(at), detail.formatted(at));
  }

  /** What was due while nobody logged the call is due now. */
  private static Instant notBefore(Instant at, Instant now) {
    return at.isBefore(now) ? now : at;
  }
}
