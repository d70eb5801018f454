package io.warmline.core.appointment;

import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

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

  /** A prospect whom the client judged to be none is not called again. */
  void wasMet(Appointment held, Instant now) {
    LeadId lead = held.lead();
    tasks.openOf(lead).stream()
        .filter(task -> held.id().value().equals(task.subject()))
        .forEach(task -> tasks.cancel(task, "APPOINTMENT_HELD", now));
    if (held.attendance() != null && held.attendance().verdict() != null) {
      judged(lead, held.attendance().verdict(), now);
    }
    leads.putBack(lead, now);
  }

  private void judged(LeadId lead, Verdict verdict, Instant now) {
    boolean unfit = verdict == Verdict.UNQUALIFIED || verdict == Verdict.BAD_LEAD;
    if (unfit && leads.take(lead).status() == LeadStatus.APPOINTMENT_SET) {
      promises.openOf(lead).ifPresent(open -> promises.cancel(open, verdict.name(), now));
      tasks.cancelAll(lead, verdict.name(), now);
      leads.become(lead, LeadStatus.DISQUALIFIED, now);
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
        promises.make(
            lead.id(),
            lead.campaign(),
            promises.agree(lead.id(), wish, campaigns.get(lead.campaign()).policy(), "", now),
            null,
            now));
  }

  /** The lead awaits its callback, or goes back to where its history says. */
  void goesOn(Appointment missed, Instant now) {
    leads.leave(LeadStatus.APPOINTMENT_SET, missed.lead(), now);
    leads.putBack(missed.lead(), now);
  }
}
