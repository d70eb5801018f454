package io.warmline.core.campaign;

import io.warmline.core.InvalidValue;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.rule.HouseRules;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Creates a campaign; it is active at once. */
@ApplicationScoped
public class CreateCampaign {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final HouseRules houseRules;
  private final Events events;
  private final Clock clock;

  CreateCampaign(
      TenantTransaction transaction,
      Campaigns campaigns,
      HouseRules houseRules,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.houseRules = houseRules;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Creates a campaign.
   *
   * @throws InvalidValue if it names a house rule that the tenant does not have
   */
  public Campaign create(CampaignTerms terms) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          houseRules.require(terms.houseRules());
          Campaign campaign = Campaign.create(terms, now);
          campaigns.persistAndFlush(campaign);
          events.record(EventType.CAMPAIGN_CREATED, campaign.id().value(), now);
          return campaign;
        });
  }
}
