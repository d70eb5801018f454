package io.warmline.core.lead;

import io.warmline.core.campaign.LeadsOfCampaign;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the leads of a campaign that is deleted. */
@ApplicationScoped
class DeleteLeads implements LeadsOfCampaign {

  private final TenantSql sql;

  DeleteLeads(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void deleteAll(CampaignId campaign) {
    sql.update(
        "delete from lead where tenant_id = :tenant and campaign_id = :campaign",
        u -> u.bind("campaign", campaign.value()));
  }
}
