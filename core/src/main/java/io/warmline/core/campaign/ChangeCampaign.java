package io.warmline.core.campaign;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.StillReferredTo;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.JdbiException;

/**
 * Changes a campaign, pauses and resumes it, deletes it. Claims after the answer follow the change.
 */
@ApplicationScoped
public class ChangeCampaign {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final CampaignLeads leads;
  private final CheckTerms checkTerms;
  private final FollowClient followClient;
  private final Events events;
  private final Clock clock;

  ChangeCampaign(
      TenantTransaction transaction,
      Campaigns campaigns,
      CampaignLeads leads,
      CheckTerms checkTerms,
      FollowClient followClient,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.leads = leads;
    this.checkTerms = checkTerms;
    this.followClient = followClient;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Agrees on other terms. Where they are the same, nothing is written.
   *
   * @param change makes the new terms out of the present ones
   * @param version the version its author saw; empty where any will do
   * @throws InvalidValue if they name a house rule that the tenant does not have
   * @throws WarmlineException INVALID_VALUE if they have scripts that cannot be said
   * @throws NotFound if there is no such campaign or client, or no such import in its shares
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
          checkTerms.ofChange(id, before, after, now);
          if (after.equals(before)) {
            return campaign;
          }
          campaign.agreeOn(after, now);
          campaigns.flush();
          leads.followRules(id, now);
          followClient(id, before, after, now);
          if (!before.policy().equals(after.policy())) {
            leads.followCaps(id, now);
          }
          if (concernsCompanies(before, after)) {
            leads.followCompanies(id);
          }
          if (!before.shares().equals(after.shares())) {
            leads.followShares(id);
          }
          events.record(new CampaignEvent.Updated(id), now);
          return campaign;
        });
  }

  /** Companies are told apart within a client. */
  private static boolean concernsCompanies(CampaignTerms before, CampaignTerms after) {
    boolean was = before.policy().oneCallPerCompany();
    boolean is = after.policy().oneCallPerCompany();
    return was != is || (is && !before.client().equals(after.client()));
  }

  private void followClient(CampaignId id, CampaignTerms before, CampaignTerms after, Instant now) {
    if (!before.client().equals(after.client())) {
      followClient.of(id, before.client(), now);
    }
  }

  /** Hands out no leads any more. Claims that agents hold go on. */
  public Campaign pause(CampaignId id) {
    return become(id, CampaignStatus.PAUSED, new CampaignEvent.Paused(id));
  }

  /** Hands out leads again. */
  public Campaign resume(CampaignId id) {
    return become(id, CampaignStatus.ACTIVE, new CampaignEvent.Resumed(id));
  }

  private Campaign become(CampaignId id, CampaignStatus status, CampaignEvent news) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Campaign campaign = campaigns.lock(id);
          if (campaign.become(status, now)) {
            campaigns.flush();
            leads.followRules(id, now);
            events.record(news, now);
          }
          return campaign;
        });
  }

  /**
   * Deletes the campaign and its leads, with whatever hangs on these alone.
   *
   * @throws WarmlineException CAMPAIGN_IN_USE if calls were logged, appointments were set, or
   *     callbacks or claims are open in it; or if something else on record names it or one of its
   *     leads: what happened here to leads that have moved away, do-not-call entries of its own
   */
  public void delete(CampaignId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Campaign campaign = campaigns.lock(id);
          Versions.require(campaign.version(), version);
          requireUnused(id);
          deleteWithLeads(campaign);
          events.record(new CampaignEvent.Deleted(id), clock.instant());
        });
  }

  private void requireUnused(CampaignId id) {
    if (leads.mustBeKept(id)) {
      throw inUse(
          "Calls were logged, or callbacks or claims are open in this campaign, and records must be"
              + " kept. Pause it instead.");
    }
  }

  /** The database knows of every record that names the campaign, also of tables to come. */
  private void deleteWithLeads(Campaign campaign) {
    try {
      leads.delete(campaign.id(), clock.instant());
      campaigns.delete(campaign);
      campaigns.flush();
    } catch (JdbiException | PersistenceException e) {
      if (StillReferredTo.is(e)) {
        throw inUse(
            "Records that must be kept name this campaign: what happened in it to leads that have"
                + " moved away, or do-not-call entries of its own. Pause it instead.");
      }
      throw e;
    }
  }

  private static WarmlineException inUse(String why) {
    return new WarmlineException(ProblemCode.CAMPAIGN_IN_USE, why);
  }
}
