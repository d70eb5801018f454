package io.warmline.core.campaign;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.client.Clients;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.rule.HouseRules;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes a campaign, pauses and resumes it, deletes it. Claims after the answer follow the change.
 */
@ApplicationScoped
public class ChangeCampaign {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final CampaignLeads leads;
  private final HouseRules houseRules;
  private final Clients clients;
  private final FollowClient followClient;
  private final GuardScreening guardScreening;
  private final Events events;
  private final Clock clock;

  ChangeCampaign(
      TenantTransaction transaction,
      Campaigns campaigns,
      CampaignLeads leads,
      HouseRules houseRules,
      Clients clients,
      FollowClient followClient,
      GuardScreening guardScreening,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.leads = leads;
    this.houseRules = houseRules;
    this.clients = clients;
    this.followClient = followClient;
    this.guardScreening = guardScreening;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Agrees on other terms.
   *
   * @param change makes the new terms out of the present ones
   * @param version the version its author saw; empty where any will do
   * @throws InvalidValue if they name a house rule that the tenant does not have
   * @throws WarmlineException INVALID_VALUE if they have scripts that cannot be said
   * @throws NotFound if there is no such campaign or client
   * @throws WarmlineException QUALIFICATION_NOT_JUSTIFIED if they ask more questions of a prospect
   *     without the evidence
   */
  public Campaign agreeOn(
      CampaignId id, Optional<Integer> version, UnaryOperator<CampaignTerms> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Campaign campaign = campaigns.lock(id);
          Versions.require(campaign.version(), version);
          CampaignTerms before = campaign.terms();
          CampaignTerms after = change.apply(before);
          guardScreening.requireJustified(id, before.approach(), after.approach(), now);
          after.scripts().requireSound(before.scripts());
          houseRules.require(after.houseRules());
          after
              .client()
              .filter(c -> !before.client().equals(Optional.of(c)))
              .ifPresent(clients::hold);
          campaign.agreeOn(after, now);
          campaigns.flush();
          leads.followRules(id, now);
          followClient(id, before, after, now);
          if (!before.policy().equals(after.policy())) {
            leads.followCaps(id, now);
          }
          events.record(EventType.CAMPAIGN_UPDATED, id.value(), now);
          return campaign;
        });
  }

  private void followClient(CampaignId id, CampaignTerms before, CampaignTerms after, Instant now) {
    if (!before.client().equals(after.client())) {
      followClient.of(id, before.client(), now);
    }
  }

  /** Hands out no leads any more. Claims that agents hold go on. */
  public Campaign pause(CampaignId id) {
    return become(id, CampaignStatus.PAUSED, EventType.CAMPAIGN_PAUSED);
  }

  /** Hands out leads again. */
  public Campaign resume(CampaignId id) {
    return become(id, CampaignStatus.ACTIVE, EventType.CAMPAIGN_RESUMED);
  }

  private Campaign become(CampaignId id, CampaignStatus status, EventType type) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Campaign campaign = campaigns.lock(id);
          if (campaign.become(status, now)) {
            campaigns.flush();
            leads.followRules(id, now);
            events.record(type, id.value(), now);
          }
          return campaign;
        });
  }

  /**
   * Deletes the campaign and its leads.
   *
   * @throws WarmlineException CAMPAIGN_IN_USE if calls were logged or callbacks are open in it
   */
  public void delete(CampaignId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Campaign campaign = campaigns.lock(id);
          Versions.require(campaign.version(), version);
          requireUnused(id);
          leads.delete(id);
          campaigns.delete(campaign);
          campaigns.flush();
          events.record(EventType.CAMPAIGN_DELETED, id.value(), clock.instant());
        });
  }

  private void requireUnused(CampaignId id) {
    if (leads.mustBeKept(id)) {
      throw new WarmlineException(
          ProblemCode.CAMPAIGN_IN_USE,
          "Calls were logged, or callbacks or claims are open in this campaign, and records must be"
              + " kept. Pause it instead.");
    }
  }
}
