package io.warmline.core.handoff;

import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where leads go that the client did not take. */
@ApplicationScoped
class ReturnedLeads {

  private final LeadBook book;
  private final LeadsInHand leads;
  private final Campaigns campaigns;
  private final TaskBook tasks;

  ReturnedLeads(LeadBook book, LeadsInHand leads, Campaigns campaigns, TaskBook tasks) {
    this.book = book;
    this.leads = leads;
    this.campaigns = campaigns;
    this.tasks = tasks;
  }

  void lock(LeadId lead) {
    leads.lock(lead);
  }

  /** Where the prospect is; the campaign's zone if no number is left to tell. */
  ZoneId zoneOf(LeadId id) {
    return zoneOf(book.get(id));
  }

  private ZoneId zoneOf(Lead lead) {
    return lead.phones().stream()
        .findFirst()
        .map(phone -> phone.place().zones().iterator().next())
        .orElseGet(() -> campaigns.get(lead.campaign()).zone());
  }

  /** The lead goes where the reason says, unless something else was decided about it since. */
  void follow(Handoff handoff, DecideHandoff.Return verdict, Instant now) {
    Lead lead = book.take(handoff.lead());
    if (lead.status() != statusOf(handoff.offer().kind())) {
      return;
    }
    switch (verdict.reason().consequence()) {
      case WORKED_AGAIN -> workAgain(lead, handoff, verdict.reason(), now, now);
      case WORKED_AGAIN_LATER ->
          workAgain(lead, handoff, verdict.reason(), now.plus(pauseOf(lead)), now);
      case NURTURED -> nurture(lead, verdict.readyOn().orElseThrow(), now);
      case DISQUALIFIED -> disqualify(lead, verdict.reason(), now);
    }
    leads.putBack(lead.id(), now);
  }

  /** Where an offer leaves its lead until the client decides. */
  private static LeadStatus statusOf(HandoffKind kind) {
    return switch (kind) {
      case QUALIFIED -> LeadStatus.HANDED_OFF;
      case NURTURE -> LeadStatus.NURTURE;
    };
  }

  private Duration pauseOf(Lead lead) {
    Campaign campaign = campaigns.get(lead.campaign());
    return Duration.ofMinutes(campaign.terms().retries().notInterestedMinutes());
  }

  private void workAgain(
      Lead lead, Handoff handoff, ReturnReason reason, Instant dueAt, Instant now) {
    book.write(lead, lead.becomes(LeadStatus.WARM, now).nextAttemptAt(dueAt), now);
    tasks.open(
        Task.Order.of(
            lead.id(),
            lead.campaign(),
            TaskKind.RETURNED_HANDOFF,
            "The client returned the lead: " + reason + ".",
            handoff.id().value(),
            dueAt),
        now);
  }

  private void nurture(Lead lead, LocalDate readyOn, Instant now) {
    Instant ready = readyOn.atStartOfDay(zoneOf(lead)).toInstant();
    book.write(lead, lead.becomes(LeadStatus.NURTURE, now).nextAttemptAt(ready), now);
  }

  private void disqualify(Lead lead, ReturnReason reason, Instant now) {
    tasks.cancelAll(lead.id(), "HANDOFF_RETURNED_" + reason, now);
    book.write(lead, lead.becomes(LeadStatus.DISQUALIFIED, now), now);
  }

  /** The client let an offer lie: the lead is ours again, and as qualified as it was before. */
  void takeBack(LeadId id, Instant now) {
    Lead lead = book.take(id);
    if (lead.status() == LeadStatus.HANDED_OFF) {
      book.write(lead, lead.becomes(LeadStatus.QUALIFIED, now).nextAttemptAt(now), now);
      leads.putBack(id, now);
    }
  }
}
