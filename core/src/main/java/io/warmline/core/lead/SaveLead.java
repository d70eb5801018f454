package io.warmline.core.lead;

import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Creates leads and changes what is known about them. The queue follows in the same transaction.
 */
@ApplicationScoped
public class SaveLead {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final Leads leads;
  private final LeadPhones phones;
  private final Enrolment enrolment;
  private final Clock clock;

  SaveLead(
      TenantTransaction transaction,
      Campaigns campaigns,
      Leads leads,
      LeadPhones phones,
      Enrolment enrolment,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.leads = leads;
    this.phones = phones;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /** A lead, and whether it was created rather than changed. */
  public record Saved(Lead lead, boolean created) {}

  /**
   * Adds a lead to a campaign.
   *
   * @throws WarmlineException LEAD_EXISTS if the campaign has one with this external id or, without
   *     one, this first number; NOT_FOUND if there is no such campaign
   */
  public Lead create(CampaignId campaign, LeadFacts facts) {
    return transaction.call(
        () -> enrolment.enter(campaigns.get(campaign), facts, Optional.empty(), clock.instant()));
  }

  /** Adds a lead that another referred us to; if the campaign has it already, that one. */
  public Lead refer(CampaignId campaign, LeadFacts facts, LeadId referrer) {
    return transaction.call(
        () -> enrolment.enterOrFind(campaigns.get(campaign), facts, referrer, clock.instant()));
  }

  /** Creates the lead with the external id, or replaces what is known about it. */
  public Saved upsert(CampaignId campaign, LeadFacts facts) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Campaign owner = campaigns.get(campaign);
          Optional<Lead> present = leads.byExternalId(campaign, facts.externalId().orElseThrow());
          return present.isEmpty()
              ? new Saved(enrolment.enter(owner, facts, Optional.empty(), now), true)
              : new Saved(enrolment.change(present.get(), owner, facts, now), false);
        });
  }

  /**
   * Notes where the prospect said to be; hours, law and promises follow.
   *
   * @throws WarmlineException LEAD_ERASED
   */
  public void state(LeadId id, StatedPlace place) {
    change(
        id,
        Optional.empty(),
        (lead, numbers) ->
            new LeadFacts(
                lead.externalId(),
                lead.profile().stating(place),
                numbers.stream().map(LeadPhone::number).toList()));
  }

  /**
   * Changes what is known about a lead.
   *
   * @param version the version its author saw; empty where any will do
   * @param change makes the new facts out of the lead and its present numbers
   * @throws WarmlineException LEAD_CLAIMED if the numbers change while an agent holds the lead;
   *     LEAD_EXISTS, LEAD_ERASED
   */
  public Lead change(
      LeadId id, Optional<Integer> version, BiFunction<Lead, List<LeadPhone>, LeadFacts> change) {
    return transaction.call(
        () -> {
          Lead lead = leads.get(id);
          Versions.require(lead.version(), version);
          lead.requireNotErased();
          LeadFacts facts = change.apply(lead, phones.of(id));
          return enrolment.change(lead, campaigns.get(lead.campaign()), facts, clock.instant());
        });
  }
}
