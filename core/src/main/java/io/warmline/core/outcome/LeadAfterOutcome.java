package io.warmline.core.outcome;

import io.warmline.core.callback.PromiseBook;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where a lead goes when it is known what became of its meeting or its hand-off: who bought is a
 * customer; who decided against it, or not at all, comes back later; who was a customer before and
 * decided against it is to be won back.
 */
@ApplicationScoped
class LeadAfterOutcome {

  /** When a lead comes back that has not decided, if nobody says when: our choice. */
  private static final Duration UNDECIDED = Duration.ofDays(30);

  private final LeadsInHand leads;
  private final LeadBook book;
  private final Campaigns campaigns;
  private final Outcomes outcomes;
  private final TaskBook tasks;
  private final PromiseBook promises;

  LeadAfterOutcome(
      LeadsInHand leads,
      LeadBook book,
      Campaigns campaigns,
      Outcomes outcomes,
      TaskBook tasks,
      PromiseBook promises) {
    this.leads = leads;
    this.book = book;
    this.campaigns = campaigns;
    this.outcomes = outcomes;
    this.tasks = tasks;
    this.promises = promises;
  }

  Lead take(LeadId id) {
    return leads.take(id);
  }

  /** Today at the prospect's place. */
  LocalDate today(Lead lead, Instant now) {
    return now.atZone(zoneOf(lead)).toLocalDate();
  }

  private ZoneId zoneOf(Lead lead) {
    return lead.homeZone(campaigns.get(lead.campaign()).zone());
  }

  /**
   * The lead goes where the outcome says, unless it waits for something else, or wants no calls.
   */
  void follow(Outcome outcome, Instant now) {
    Lead lead = book.take(outcome.source().lead());
    if (!isOpenTo(outcome.told().kind(), lead)) {
      return;
    }
    switch (outcome.told().kind()) {
      case PROPOSAL -> become(lead, LeadStatus.HANDED_OFF, now);
      case WON -> {
        close(lead.id(), OutcomeKind.WON, now);
        become(book.take(lead.id()), LeadStatus.CUSTOMER, now);
      }
      case LOST -> lose(lead, outcome, now);
      case NO_DECISION -> comeBack(lead, revisit(lead, outcome, UNDECIDED), now);
    }
    leads.putBack(lead.id(), now);
  }

  private boolean isOpenTo(OutcomeKind kind, Lead lead) {
    return switch (lead.status()) {
      case DO_NOT_CALL -> false;
      case DISQUALIFIED -> kind == OutcomeKind.WON && !lead.isErased();
      case CALLBACK_PENDING, APPOINTMENT_SET, CUSTOMER -> kind == OutcomeKind.WON;
      case COLD, ATTEMPTING, CONTACTED, WARM, QUALIFIED, HANDED_OFF, NURTURE, LAPSED, EXHAUSTED ->
          true;
    };
  }

  private void lose(Lead lead, Outcome outcome, Instant now) {
    close(lead.id(), OutcomeKind.LOST, now);
    Lead left = book.take(lead.id());
    if (outcomes.wasCustomer(lead.id(), outcome.at())) {
      if (left.status().mayBecome(LeadStatus.LAPSED)) {
        become(left, LeadStatus.LAPSED, now);
      }
    } else {
      Campaign campaign = campaigns.get(lead.campaign());
      Duration pause = Duration.ofMinutes(campaign.terms().retries().notInterestedMinutes());
      comeBack(left, revisit(left, outcome, pause), now);
    }
  }

  /** What was still meant to be said is void. */
  private void close(LeadId lead, OutcomeKind why, Instant now) {
    promises.openOf(lead).ifPresent(open -> promises.cancel(open, why.name(), now));
    tasks.cancelAll(lead, why.name(), now);
  }

  private Instant revisit(Lead lead, Outcome outcome, Duration usual) {
    LocalDate named = outcome.told().revisitOn();
    ZoneId zone = zoneOf(lead);
    LocalDate date = named == null ? outcome.at().plus(usual).atZone(zone).toLocalDate() : named;
    return date.atStartOfDay(zone).toInstant();
  }

  private void comeBack(Lead lead, Instant at, Instant now) {
    book.write(lead, lead.becomes(LeadStatus.NURTURE, now).nextAttemptAt(at), now);
  }

  private void become(Lead lead, LeadStatus status, Instant now) {
    book.write(lead, lead.becomes(status, now).nextAttemptAt(null), now);
  }

  /**
   * After a correction the lead goes where the latest outcome says that stands, else back to the
   * client; unless something else was decided about it since.
   *
   * @param before as it was told wrongly
   */
  void followCorrected(Outcome before, Instant now) {
    Lead lead = book.take(before.source().lead());
    if (lead.status() != statusOf(before)) {
      return;
    }
    book.write(lead, lead.standsAgainAs(LeadStatus.HANDED_OFF, now).nextAttemptAt(null), now);
    outcomes.latestOf(lead.id()).ifPresent(latest -> follow(latest, now));
    leads.putBack(lead.id(), now);
  }

  /** Where an outcome left its lead. */
  private LeadStatus statusOf(Outcome outcome) {
    return switch (outcome.told().kind()) {
      case PROPOSAL -> LeadStatus.HANDED_OFF;
      case WON -> LeadStatus.CUSTOMER;
      case NO_DECISION -> LeadStatus.NURTURE;
      case LOST ->
          outcomes.wasCustomer(outcome.source().lead(), outcome.at())
              ? LeadStatus.LAPSED
              : LeadStatus.NURTURE;
    };
  }
}
