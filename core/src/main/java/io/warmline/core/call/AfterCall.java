package io.warmline.core.call;

import io.warmline.core.appointment.Appointment;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.call.LoggedCall.NextStep;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Brings the queue up to date after a call, and tells what comes next. */
@ApplicationScoped
class AfterCall {

  private final QueueEntries queue;
  private final PromiseBook promises;
  private final MeetingInCall meetings;
  private final TaskBook tasks;
  private final DialledLeads leads;

  AfterCall(
      QueueEntries queue,
      PromiseBook promises,
      MeetingInCall meetings,
      TaskBook tasks,
      DialledLeads leads) {
    this.queue = queue;
    this.promises = promises;
    this.meetings = meetings;
    this.tasks = tasks;
    this.leads = leads;
  }

  LoggedCall tell(Call call, Effects effects, Instant now) {
    Set<UUID> concerned = new LinkedHashSet<>(queue.leadsWith(call.dialled()));
    concerned.add(call.lead().value());
    queue.refresh(concerned, now);
    LeadStatus status = leads.read(call.lead()).status();
    Optional<Callback> open = promises.openOf(call.lead());
    Optional<Appointment> meeting = meetings.after(call, status);
    NextStep next =
        status == LeadStatus.APPOINTMENT_SET && open.isEmpty() && meeting.isPresent()
            ? untilMeeting(meeting.get())
            : next(call.lead(), status, open);
    return new LoggedCall(call, status, effects.list(), next, shown(call, open), meeting);
  }

  private NextStep untilMeeting(Appointment meeting) {
    Instant start = meeting.meeting().slot().startsAt();
    return tasks
        .openOf(meeting.lead(), TaskKind.QUALITY_CONFIRMATION)
        .map(
            task ->
                new NextStep(
                    NextAction.CONFIRMATION,
                    Optional.of(task.dueAt()),
                    "The lead is called from "
                        + task.dueAt()
                        + " on to confirm the meeting of "
                        + start
                        + "."))
        .orElseGet(
            () ->
                new NextStep(
                    NextAction.APPOINTMENT,
                    Optional.of(start),
                    "The lead is not called: its meeting is at " + start + "."));
  }

  private Optional<Callback> shown(Call call, Optional<Callback> open) {
    return open.or(() -> Optional.ofNullable(call.links().kept()).map(promises::get));
  }

  private NextStep next(LeadId lead, LeadStatus status, Optional<Callback> open) {
    QueueEntries.Standing standing = queue.standing(lead.value());
    if (standing.closed()) {
      String why = standing.blockedBy().map(Enum::name).orElse("CLOSED");
      String told =
          status == LeadStatus.HANDED_OFF
              ? "The lead is with the client, who calls it from now on."
              : "The lead is not called again: " + why + ".";
      return new NextStep(NextAction.NONE, Optional.empty(), told);
    }
    if (open.isPresent()) {
      Instant due = open.get().window().dueAt();
      return new NextStep(
          NextAction.CALLBACK,
          Optional.of(due),
          "The lead comes back as a due callback at " + due + ".");
    }
    Instant at = standing.notBefore();
    return isWarm(status)
        ? new NextStep(
            NextAction.RETRY,
            Optional.of(at),
            "The lead comes back as a warm lead from " + at + " on, in its calling hours.")
        : later(status, at);
  }

  private static boolean isWarm(LeadStatus status) {
    return status == LeadStatus.WARM || status == LeadStatus.QUALIFIED;
  }

  private static NextStep later(LeadStatus status, Instant at) {
    return status == LeadStatus.NURTURE
        ? new NextStep(
            NextAction.NURTURE,
            Optional.of(at),
            "The lead comes back as a warm lead at " + at + ".")
        : new NextStep(
            NextAction.RETRY,
            Optional.of(at),
            "The lead is tried again from " + at + " on, in its calling hours.");
  }
}
