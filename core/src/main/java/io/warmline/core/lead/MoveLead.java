package io.warmline.core.lead;

import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Moves a lead to another campaign, with its history and its open callback. */
@ApplicationScoped
public class MoveLead {

  private final TenantTransaction transaction;
  private final LeadBook book;
  private final Campaigns campaigns;
  private final Enrolment enrolment;
  private final Clock clock;

  MoveLead(
      TenantTransaction transaction,
      LeadBook book,
      Campaigns campaigns,
      Enrolment enrolment,
      Clock clock) {
    this.transaction = transaction;
    this.book = book;
    this.campaigns = campaigns;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /**
   * The lead follows the hours and policies of the other campaign from now on.
   *
   * @throws WarmlineException LEAD_EXISTS if the other campaign has this person; LEAD_CLAIMED,
   *     LEAD_ERASED, LEAD_MERGED, NOT_FOUND
   */
  public Lead move(LeadId id, CampaignId to) {
    return transaction.call(
        () -> {
          Lead lead = book.take(id);
          Campaign campaign = campaigns.get(to);
          return lead.campaign().equals(to)
              ? lead
              : enrolment.move(lead, campaign, clock.instant());
        });
  }
}
