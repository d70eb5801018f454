package io.warmline.core.lead;

import io.warmline.core.campaign.DropLeads;
import io.warmline.core.id.CampaignId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Takes the list of a campaign out of the book. */
@ApplicationScoped
class DropListedLeads implements DropLeads {

  private final LeadBook book;

  DropListedLeads(LeadBook book) {
    this.book = book;
  }

  @Override
  public void of(CampaignId campaign, Instant now) {
    book.deleteOf(campaign, now);
  }
}
