package io.warmline.core.queue;

import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Leads of a campaign, which are on other lists once its shares are others. */
@ApplicationScoped
public class ListedLeads {

  private static final String FOLLOW =
      """
      update queue_entry q set list = n.list
      from (select l.id, %s as list
            from lead l
            join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
            where l.tenant_id = :tenant and l.campaign_id = :campaign) n
      where q.tenant_id = :tenant and q.lead_id = n.id and q.list is distinct from n.list
      """
          .formatted(ListShares.LIST_OF_A_LEAD.strip());

  private final TenantSql sql;

  ListedLeads(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * After a change of the campaign's shares, which whoever gives it leads waits for. Rows are
   * locked first: who derives one meanwhile goes by the shares that are in force then.
   */
  public void followShares(CampaignId campaign) {
    sql.query(
        """
        select lead_id from queue_entry where tenant_id = :tenant and campaign_id = :campaign
        order by lead_id
        for no key update
        """,
        q -> q.bind("campaign", campaign.value()).mapTo(UUID.class).list());
    sql.update(FOLLOW, u -> u.bind("campaign", campaign.value()));
  }
}
