package io.warmline.core.lead;

import io.warmline.core.campaign.LeadsOfCampaign;
import io.warmline.core.id.CampaignId;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the leads of a campaign that is deleted. */
@ApplicationScoped
class DeleteLeads implements LeadsOfCampaign {

  private final LeadBook book;

  DeleteLeads(LeadBook book) {
    this.book = book;
  }

  @Override
  public void deleteAll(CampaignId campaign) {
    book.deleteOf(campaign);
  }
}
