package io.warmline.core.campaign;

import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Changes a campaign, pauses and resumes it, deletes it. Claims after the answer follow the change.
 */
@ApplicationScoped
public class ChangeCampaign {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final WindowBuckets buckets;
  private final QueueEntries queue;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  ChangeCampaign(
      TenantTransaction transaction,
      Campaigns campaigns,
      WindowBuckets buckets,
      QueueEntries queue,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.buckets = buckets;
    this.queue = queue;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Agrees on other terms.
   *
   * @param change makes the new terms out of the present ones
   * @param version the version its author saw; empty where any will do
   */
  public Campaign agreeOn(
      CampaignId id, Optional<Integer> version, UnaryOperator<CampaignTerms> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Campaign campaign = campaigns.lock(id);
          Versions.require(campaign.version(), version);
          CampaignTerms before = campaign.terms();
          CampaignTerms after = change.apply(before);
          campaign.agreeOn(after, now);
          campaigns.flush();
          buckets.recompute(id, now);
          if (!before.policy().equals(after.policy())) {
            queue.refresh(leadsThatCapsConcern(id), now);
          }
          events.record(EventType.CAMPAIGN_UPDATED, id.value(), now);
          return campaign;
        });
  }

  /**
   * Leads that were dialled, or whose number was, locked against a claim that would go by the old
   * caps.
   */
  private List<UUID> leadsThatCapsConcern(CampaignId id) {
    return sql.query(
        """
        select q.lead_id from queue_entry q
        where q.tenant_id = :tenant and q.campaign_id = :campaign
          and (exists (select from call k where k.tenant_id = q.tenant_id and k.phone = q.phone)
               or exists (select from lead l where l.tenant_id = q.tenant_id and l.id = q.lead_id and l.attempts > 0))
        order by q.lead_id
        for no key update of q
        """,
        q -> q.bind("campaign", id.value()).mapTo(UUID.class).list());
  }

  /** Hands out no leads any more. Claims that agents hold go on. */
  public Campaign pause(CampaignId id) {
    return become(id, CampaignStatus.PAUSED, EventType.CAMPAIGN_PAUSED);
  }

  /** Hands out leads again. */
  public Campaign resume(CampaignId id) {
    return become(id, CampaignStatus.ACTIVE, EventType.CAMPAIGN_RESUMED);
  }

  private Campaign become(CampaignId id, CampaignStatus status, EventType type) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Campaign campaign = campaigns.lock(id);
          if (campaign.become(status, now)) {
            campaigns.flush();
            buckets.recompute(id, now);
            events.record(type, id.value(), now);
          }
          return campaign;
        });
  }

  /**
   * Deletes the campaign and its leads.
   *
   * @throws WarmlineException CAMPAIGN_IN_USE if calls were logged or callbacks are open in it
   */
  public void delete(CampaignId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Campaign campaign = campaigns.lock(id);
          Versions.require(campaign.version(), version);
          requireUnused(id);
          sql.update(
              "delete from lead where tenant_id = :tenant and campaign_id = :campaign",
              u -> u.bind("campaign", id.value()));
          campaigns.delete(campaign);
          campaigns.flush();
          events.record(EventType.CAMPAIGN_DELETED, id.value(), clock.instant());
        });
  }

  private void requireUnused(CampaignId id) {
    boolean used =
        sql.query(
            """
            select exists (select from call where tenant_id = :tenant and campaign_id = :campaign)
                or exists (select from callback where tenant_id = :tenant and campaign_id = :campaign
                             and status in ('SCHEDULED', 'DUE', 'CLAIMED'))
                or exists (select from queue_entry where tenant_id = :tenant and campaign_id = :campaign and state = 2)
            """,
            q -> q.bind("campaign", id.value()).mapTo(Boolean.class).one());
    if (used) {
      throw new WarmlineException(
          ProblemCode.CAMPAIGN_IN_USE,
          "Calls were logged, or callbacks or claims are open in this campaign, and records must be kept. Pause it instead.");
    }
  }
}
