package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Who is on the list of a campaign: everybody once, by the external id or, without one, by the
 * first number. Whatever it does, it does under the locks of the numbers, and the queue follows.
 */
@ApplicationScoped
class Enrolment {

  private final Campaigns campaigns;
  private final Leads leads;
  private final LeadPhones phones;
  private final LeadsInHand inHand;
  private final LeadTraces traces;
  private final FollowLeads followers;
  private final Events events;

  Enrolment(
      Campaigns campaigns,
      Leads leads,
      LeadPhones phones,
      LeadsInHand inHand,
      LeadTraces traces,
      FollowLeads followers,
      Events events) {
    this.campaigns = campaigns;
    this.leads = leads;
    this.phones = phones;
    this.inHand = inHand;
    this.traces = traces;
    this.followers = followers;
    this.events = events;
  }

  /** Puts a new lead on the list. @throws WarmlineException LEAD_EXISTS */
  Lead enter(Campaign campaign, LeadFacts facts, Optional<LeadId> referrer, Instant now) {
    inHand.lock(facts.numbers());
    requireNew(campaign.id(), facts, Optional.empty());
    Lead lead =
        Lead.create(
            campaign.id(), facts.externalId(), facts.profile(), facts.numbers().get(0), now);
    referrer.ifPresent(lead::referredBy);
    leads.persist(lead);
    write(lead, campaign, facts, now);
    events.record(EventType.LEAD_CREATED, lead.id().value(), now, "campaignId", campaign.id());
    return lead;
  }

  /** The lead of the list that has this first number; put there if there is none. */
  Lead enterOrFind(Campaign campaign, LeadFacts facts, LeadId referrer, Instant now) {
    inHand.lock(facts.numbers());
    return leads
        .byPhone(campaign.id(), facts.numbers().get(0))
        .orElseGet(() -> enter(campaign, facts, Optional.of(referrer), now));
  }

  /**
   * Replaces what is known about a lead.
   *
   * @param campaign the lead's
   * @throws WarmlineException LEAD_CLAIMED if the numbers change while an agent holds the lead;
   *     LEAD_EXISTS, LEAD_ERASED
   */
  Lead change(Lead lead, Campaign campaign, LeadFacts facts, Instant now) {
    List<PhoneNumber> before = numbersOf(lead);
    List<PhoneNumber> concerned = new ArrayList<>(before);
    concerned.addAll(facts.numbers());
    inHand.lock(concerned);
    if (!before.equals(facts.numbers())) {
      inHand.requireNotClaimed(lead.id());
    }
    requireNew(campaign.id(), facts, Optional.of(lead.id()));
    lead.learn(facts.externalId(), facts.profile(), facts.numbers().get(0), now);
    write(lead, campaign, facts, now);
    events.record(EventType.LEAD_UPDATED, lead.id().value(), now, "campaignId", campaign.id());
    return lead;
  }

  /**
   * Moves a lead, taken in hand, to another list, with its open callback.
   *
   * @throws WarmlineException LEAD_EXISTS, LEAD_CLAIMED, LEAD_ERASED
   */
  Lead move(Lead lead, Campaign to, Instant now) {
    CampaignId from = lead.campaign();
    lead.requireNotErased();
    inHand.requireNotClaimed(lead.id());
    LeadFacts facts = new LeadFacts(lead.externalId(), lead.profile(), numbersOf(lead));
    requireNew(to.id(), facts, Optional.of(lead.id()));
    lead.moveTo(to.id(), now);
    traces.followTo(to.id(), lead.id(), now);
    write(lead, to, facts, now);
    events.record(EventType.LEAD_MOVED, lead.id().value(), now, "from", from, "to", to.id());
    return lead;
  }

  private List<PhoneNumber> numbersOf(Lead lead) {
    return phones.of(lead.id()).stream().map(LeadPhone::number).toList();
  }

  private void write(Lead lead, Campaign campaign, LeadFacts facts, Instant now) {
    flush(campaign.id(), facts);
    campaigns.hold(campaign.id());
    phones.replace(lead.id(), campaign, facts, now);
    followers.of(List.of(lead.id().value()), now);
    inHand.putBack(lead.id(), now);
  }

  /**
   * Two requests may find at once that the lead is new; the unique indexes let one of them through.
   */
  private void flush(CampaignId campaign, LeadFacts facts) {
    try {
      leads.flush();
    } catch (PersistenceException e) {
      if (e instanceof ConstraintViolationException) {
        throw exists(campaign, facts, "");
      }
      throw e;
    }
  }

  private void requireNew(CampaignId campaign, LeadFacts facts, Optional<LeadId> except) {
    Optional<Lead> same =
        facts.externalId().isPresent()
            ? leads.byExternalId(campaign, facts.externalId().get())
            : leads.byPhone(campaign, facts.numbers().get(0));
    same.map(Lead::id)
        .filter(id -> except.isEmpty() || !id.equals(except.get()))
        .ifPresent(
            id -> {
              throw exists(campaign, facts, ": " + id);
            });
  }

  private static WarmlineException exists(CampaignId campaign, LeadFacts facts, String which) {
    String by = facts.externalId().isPresent() ? "external id" : "number";
    return new WarmlineException(
        ProblemCode.LEAD_EXISTS,
        "The campaign %s has a lead with this %s%s. Change that one, or use upsertLead."
            .formatted(campaign, by, which));
  }
}
