package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The leads of a campaign, which follow what becomes of it. */
@ApplicationScoped
class CampaignLeads {

  private final TenantSql sql;
  private final WindowBuckets buckets;
  private final QueueEntries queue;

  CampaignLeads(TenantSql sql, WindowBuckets buckets, QueueEntries queue) {
    this.sql = sql;
    this.buckets = buckets;
    this.queue = queue;
  }

  /** They are called in its hours, and not while it is paused. */
  void followHours(CampaignId campaign, Instant now) {
    buckets.recompute(campaign, now);
  }

  /** They are called as often as its caps allow. */
  void followCaps(CampaignId campaign, Instant now) {
    queue.refresh(thatCapsConcern(campaign), now);
  }

  /**
   * Leads that were dialled, or whose number was, locked against a claim that would go by the old
   * caps.
   */
  private List<UUID> thatCapsConcern(CampaignId campaign) {
    return sql.query(
        """
        select q.lead_id from queue_entry q
        where q.tenant_id = :tenant and q.campaign_id = :campaign
          and (exists (select from call k where k.tenant_id = q.tenant_id and k.phone = q.phone)
               or exists (select from lead l where l.tenant_id = q.tenant_id and l.id = q.lead_id and l.attempts > 0))
        order by q.lead_id
        for no key update of q
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(UUID.class).list());
  }

  /** Whether calls were logged, or a callback or a claim is open. */
  boolean mustBeKept(CampaignId campaign) {
    return sql.query(
        """
        select exists (select from call where tenant_id = :tenant and campaign_id = :campaign)
            or exists (select from callback where tenant_id = :tenant and campaign_id = :campaign
                         and status in ('SCHEDULED', 'DUE', 'CLAIMED'))
            or exists (select from queue_entry where tenant_id = :tenant and campaign_id = :campaign and state = 2)
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(Boolean.class).one());
  }

  /** Deletes them, with whatever hangs on them. */
  void delete(CampaignId campaign) {
    sql.update(
        "delete from lead where tenant_id = :tenant and campaign_id = :campaign",
        u -> u.bind("campaign", campaign.value()));
  }
}
