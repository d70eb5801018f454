package io.warmline.core.lead;

import io.warmline.core.NotFound;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.QueuedLeads.QueuedLead;
import io.warmline.core.queue.Quotas;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Explains whether a lead may be called, by the same facts that the queue goes by. */
@ApplicationScoped
public class JudgeCallability {

  private final TenantTransaction transaction;
  private final Leads leads;
  private final QueuedLeads queued;
  private final Campaigns campaigns;
  private final Quotas quotas;
  private final Clock clock;

  JudgeCallability(
      TenantTransaction transaction,
      Leads leads,
      QueuedLeads queued,
      Campaigns campaigns,
      Quotas quotas,
      Clock clock) {
    this.transaction = transaction;
    this.leads = leads;
    this.queued = queued;
    this.campaigns = campaigns;
    this.quotas = quotas;
    this.clock = clock;
  }

  /**
   * @param at the instant to judge; empty: now
   * @throws NotFound if there is no such lead
   */
  public Callability judge(LeadId id, Optional<Instant> at) {
    return transaction.call(() -> judge(leads.get(id), at.orElseGet(clock::instant)));
  }

  private Callability judge(Lead lead, Instant at) {
    QueuedLead entry = queued.get(lead.id());
    Judgement judgement =
        new Judgement(
            entry,
            lead.profile(),
            campaigns.get(lead.campaign()),
            quotas.usedUpUntil(lead.campaign(), clock.instant()),
            at);
    return new Callability(
        lead.id(),
        at,
        entry.phone(),
        judgement.rules(),
        judgement.blockers(),
        judgement.callableAt());
  }
}
