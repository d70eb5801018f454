package io.warmline.core.campaign;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.client.Clients;
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
  private final Clients clients;
  private final Events events;
  private final Clock clock;

  CreateCampaign(
      TenantTransaction transaction,
      Campaigns campaigns,
      HouseRules houseRules,
      Clients clients,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.houseRules = houseRules;
    this.clients = clients;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Creates a campaign.
   *
   * @throws InvalidValue if it names a house rule that the tenant does not have
   * @throws WarmlineException INVALID_VALUE if it has scripts that cannot be said
   * @throws NotFound if there is no such client
   */
  public Campaign create(CampaignTerms terms) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          terms.scripts().requireSound(Scripts.NONE);
          houseRules.require(terms.houseRules());
          terms.client().ifPresent(clients::hold);
          Campaign campaign = Campaign.create(terms, now);
          campaigns.persistAndFlush(campaign);
          events.record(EventType.CAMPAIGN_CREATED, campaign.id().value(), now);
          return campaign;
        });
  }
}
