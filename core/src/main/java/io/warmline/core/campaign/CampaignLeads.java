package io.warmline.core.campaign;

import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.CappedLeads;
import io.warmline.core.queue.ListedLeads;
import io.warmline.core.queue.OneOfCompany;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The leads of a campaign, which follow what becomes of it. */
@ApplicationScoped
class CampaignLeads {

  private final TenantSql sql;
  private final CappedLeads capped;
  private final ListedLeads listed;
  private final OneOfCompany oneOfCompany;
  private final DropLeads drop;

  CampaignLeads(
      TenantSql sql,
      CappedLeads capped,
      ListedLeads listed,
      OneOfCompany oneOfCompany,
      DropLeads drop) {
    this.oneOfCompany = oneOfCompany;
    this.sql = sql;
    this.capped = capped;
    this.listed = listed;
    this.drop = drop;
  }

  /** They are called in its hours and by its rules, and not while it is paused. */
  void followRules(CampaignId campaign, Instant now) {
    capped.followRules(campaign, now);
  }

  /** They are called as often as its caps allow. */
  void followCaps(CampaignId campaign, Instant now) {
    capped.followCaps(campaign, now);
  }

  /** They are handed out as its lists share them out. */
  void followShares(CampaignId campaign) {
    listed.followShares(campaign);
  }

  /** Of one company one is handed out at a time, or all are. */
  void followCompanies(CampaignId campaign) {
    oneOfCompany.follow(campaign);
  }

  /** Whether calls were logged, appointments were set, or a callback or a claim is open. */
  boolean mustBeKept(CampaignId campaign) {
    return sql.query(
        """
        select exists (select 1 from call where tenant_id = :tenant and campaign_id = :campaign)
            or exists (select 1 from appointment where tenant_id = :tenant and campaign_id = :campaign)
            or exists (select 1 from lead l
                       join appointment a on a.tenant_id = :tenant and a.lead_id = l.id
                       where l.tenant_id = :tenant and l.campaign_id = :campaign)
            or exists (select 1 from callback where tenant_id = :tenant and campaign_id = :campaign
                         and status in ('SCHEDULED', 'DUE', 'CLAIMED'))
            or exists (select 1 from queue_entry where tenant_id = :tenant and campaign_id = :campaign and state = 'LEASED')
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(Boolean.class).one());
  }

  /** Deletes them, with whatever hangs on them. */
  void delete(CampaignId campaign, Instant now) {
    drop.of(campaign, now);
  }
}
