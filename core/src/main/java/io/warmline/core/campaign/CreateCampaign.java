package io.warmline.core.campaign;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Creates a campaign; it is active at once. */
@ApplicationScoped
public class CreateCampaign {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final CheckTerms checkTerms;
  private final Events events;
  private final Clock clock;

  CreateCampaign(
      TenantTransaction transaction,
      Campaigns campaigns,
      CheckTerms checkTerms,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.checkTerms = checkTerms;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Creates a campaign.
   *
   * @throws InvalidValue if it names a house rule that the tenant does not have
   * @throws WarmlineException INVALID_VALUE if it has scripts that cannot be said;
   *     QUALIFICATION_NOT_JUSTIFIED if it screens prospects more than usual
   * @throws NotFound if there is no such client, or no such import in its shares
   */
  public Campaign create(CampaignTerms terms) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          checkTerms.ofNew(terms);
          Campaign campaign = Campaign.create(terms, now);
          campaigns.persistAndFlush(campaign);
          events.record(new CampaignEvent.Created(campaign.id()), now);
          return campaign;
        });
  }
}
