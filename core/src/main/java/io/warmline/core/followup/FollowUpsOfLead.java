package io.warmline.core.followup;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What is owed to a lead goes with it. */
@ApplicationScoped
class FollowUpsOfLead implements LeadData {

  private final FollowUps followUps;
  private final FollowUpBook book;

  FollowUpsOfLead(FollowUps followUps, FollowUpBook book) {
    this.followUps = followUps;
    this.book = book;
  }

  @Override
  public void followTo(CampaignId campaign, LeadId lead, Instant now) {
    followUps.followTo(lead, campaign);
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    book.cancel(lead, LEAD_ERASED, now);
  }
}
