package io.warmline.core.appointment;

import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a lead whose meeting was held, or was not. */
@ApplicationScoped
class LeadAfterMeeting {

  private final LeadsInHand leads;
  private final PromiseBook promises;
  private final TaskBook tasks;
  private final Campaigns campaigns;

  LeadAfterMeeting(LeadsInHand leads, PromiseBook promises, TaskBook tasks, Campaigns campaigns) {
    this.leads = leads;
    this.promises = promises;
    this.tasks = tasks;
    this.campaigns = campaigns;
  }

  void lock(LeadId lead) {
    leads.lock(lead);
  }

  /**
   * A prospect who was met is the client's from now on; one whom the client judged to be none is
   * not called again.
   */
  void wasMet(Appointment held, Instant now) {
    LeadId lead = held.lead();
    tasks.openOf(lead).stream()
        .filter(task -> held.id().value().equals(task.subject()))
        .forEach(task -> tasks.cancel(task, "APPOINTMENT_HELD", now));
    LeadStatus status = leads.take(lead).status();
    if (status == LeadStatus.APPOINTMENT_SET || status == LeadStatus.HANDED_OFF) {
      goesTo(held, now);
    }
    leads.putBack(lead, now);
  }

  private void goesTo(Appointment held, Instant now) {
    LeadId lead = held.lead();
    if (leftBy(held) == LeadStatus.DISQUALIFIED) {
      ClientVerdict verdict = Objects.requireNonNull(verdictOf(held));
      promises.openOf(lead).ifPresent(open -> promises.cancel(open, verdict.name(), now));
      tasks.cancelAll(lead, verdict.name(), now);
      leads.become(lead, LeadStatus.DISQUALIFIED, now);
    } else {
      leads.become(lead, LeadStatus.HANDED_OFF, now);
    }
  }

  /** Where a meeting that was held leaves its lead. */
  private static LeadStatus leftBy(Appointment held) {
    ClientVerdict verdict = verdictOf(held);
    boolean unfit = verdict == ClientVerdict.UNQUALIFIED || verdict == ClientVerdict.BAD_LEAD;
    return unfit ? LeadStatus.DISQUALIFIED : LeadStatus.HANDED_OFF;
  }

  private static @Nullable ClientVerdict verdictOf(Appointment held) {
    return held.attendance() == null ? null : held.attendance().verdict();
  }

  /** A verdict was told wrongly; the lead goes where the right one says, unless it has gone on. */
  void wasJudged(Appointment before, Appointment right, Instant now) {
    if (leads.take(right.lead()).status() == leftBy(before)) {
      goesTo(right, now);
    }
    leads.putBack(right.lead(), now);
  }

  /**
   * The prospect came after all: the callback that the no-show made is void, and the lead is the
   * client's, unless something else was agreed with it since.
   *
   * @param before as it was told
   */
  void wasMetAfterAll(Appointment before, Appointment right, Instant now) {
    LeadId lead = right.lead();
    CallbackId made = before.attendance() == null ? null : before.attendance().callback();
    Optional<Callback> open = promises.openOf(lead);
    open.filter(callback -> callback.id().equals(made))
        .ifPresent(callback -> promises.cancel(callback, "ATTENDANCE_CORRECTED", now));
    boolean spokenFor = open.filter(callback -> !callback.id().equals(made)).isPresent();
    LeadStatus status = leads.take(lead).status();
    if (!spokenFor && (status == LeadStatus.CALLBACK_PENDING || !status.isClosed())) {
      goesTo(right, now);
    }
    leads.putBack(lead, now);
  }

  /** The prospect did not come after all; where the meeting left the lead, it does so no more. */
  void didNotComeAfterAll(Appointment before, Instant now) {
    Lead lead = leads.take(before.lead());
    if (lead.status() == leftBy(before)) {
      leads.standAgain(lead, LeadStatus.APPOINTMENT_SET, now);
    }
  }

  /**
   * Promises the team's call in the next working time, unless a callback stands already or the lead
   * may not be called.
   */
  Optional<Callback> didNotCome(Appointment missed, Instant now) {
    Lead lead = leads.take(missed.lead());
    LeadStatus status = lead.status();
    boolean closed =
        status == LeadStatus.DO_NOT_CALL
            || status == LeadStatus.DISQUALIFIED
            || lead.erasedAt().isPresent();
    Optional<Callback> open = promises.openOf(lead.id());
    if (closed || open.isPresent()) {
      return open;
    }
    LocalDate today = now.atZone(missed.meeting().zone()).toLocalDate();
    Wish wish =
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.of(today),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                "Did not come to the meeting of " + missed.meeting().slot().startsAt() + "."));
    return Optional.of(
        promises.makeUntold(
            lead.id(),
            lead.campaign(),
            promises.agree(lead.id(), wish, campaigns.get(lead.campaign()).policy(), "", now),
            now));
  }

  /** The lead awaits its callback, or goes back to where its history says. */
  void goesOn(Appointment missed, Instant now) {
    leads.leave(LeadStatus.APPOINTMENT_SET, missed.lead(), now);
    leads.putBack(missed.lead(), now);
  }
}
