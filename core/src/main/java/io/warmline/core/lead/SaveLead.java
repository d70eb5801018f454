package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Events events;
  private final Clock clock;

  SaveLead(
      TenantTransaction transaction,
      Campaigns campaigns,
      Leads leads,
      LeadPhones phones,
      Numbers numbers,
      QueueEntries queue,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.leads = leads;
    this.phones = phones;
    this.numbers = numbers;
    this.queue = queue;
    this.events = events;
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
        () -> create(campaigns.get(campaign), facts, Optional.empty(), clock.instant()));
  }

  /** Adds a lead that another referred us to; if the campaign has it already, that one. */
  public Lead refer(CampaignId campaign, LeadFacts facts, LeadId referrer) {
    return transaction.call(
        () -> {
          numbers.lock(facts.numbers());
          return leads
              .byPhone(campaign, facts.numbers().get(0))
              .orElseGet(
                  () ->
                      create(
                          campaigns.get(campaign), facts, Optional.of(referrer), clock.instant()));
        });
  }

  /** Creates the lead with the external id, or replaces what is known about it. */
  public Saved upsert(CampaignId campaign, LeadFacts facts) {
    return transaction.call(
        () -> {
          Campaign owner = campaigns.get(campaign);
          Optional<Lead> present = leads.byExternalId(campaign, facts.externalId().orElseThrow());
          if (present.isEmpty()) {
            return new Saved(create(owner, facts, Optional.empty(), clock.instant()), true);
          }
          return new Saved(change(present.get(), facts, clock.instant()), false);
        });
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
          if (lead.erasedAt().isPresent()) {
            throw Lead.erasedRefusal();
          }
          return change(lead, change.apply(lead, phones.of(id)), clock.instant());
        });
  }

  private Lead create(Campaign campaign, LeadFacts facts, Optional<LeadId> referrer, Instant now) {
    numbers.lock(facts.numbers());
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

  private Lead change(Lead lead, LeadFacts facts, Instant now) {
    List<PhoneNumber> before = phones.of(lead.id()).stream().map(LeadPhone::number).toList();
    List<PhoneNumber> concerned = new ArrayList<>(before);
    concerned.addAll(facts.numbers());
    numbers.lock(concerned);
    if (!before.equals(facts.numbers())) {
      requireNotClaimed(lead.id());
    }
    requireNew(lead.campaign(), facts, Optional.of(lead.id()));
    lead.learn(facts.externalId(), facts.profile(), facts.numbers().get(0), now);
    write(lead, campaigns.get(lead.campaign()), facts, now);
    events.record(EventType.LEAD_UPDATED, lead.id().value(), now, "campaignId", lead.campaign());
    return lead;
  }

  private void write(Lead lead, Campaign campaign, LeadFacts facts, Instant now) {
    flush(campaign.id(), facts);
    LeadProfile profile = facts.profile();
    phones.replace(
        lead.id(),
        campaign.id(),
        campaign.zone(),
        facts.numbers(),
        Optional.ofNullable(profile.timeZone()),
        profile.language(),
        now);
    queue.refresh(List.of(lead.id().value()), now);
  }

  /**
   * Two requests may find at once that the lead is new; the unique indexes let one of them through.
   */
  private void flush(CampaignId campaign, LeadFacts facts) {
    try {
      leads.flush();
    } catch (PersistenceException e) {
      if (e instanceof org.hibernate.exception.ConstraintViolationException) {
        throw exists(campaign, facts, "");
      }
      throw e;
    }
  }

  void requireNotClaimed(LeadId id) {
    if (queue.isLeased(id.value())) {
      throw new WarmlineException(
          ProblemCode.LEAD_CLAIMED, "The lead is claimed. Try again when the claim has ended.");
    }
  }

  void requireNew(CampaignId campaign, LeadFacts facts, Optional<LeadId> except) {
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
        "The campaign "
            + campaign
            + " has a lead with this "
            + by
            + which
            + ". Change that one, or use upsertLead.");
  }
}
