package io.warmline.core.lead;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates leads and changes what is known about them. The queue follows in the same transaction.
 */
@ApplicationScoped
public class SaveLead {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final String NO_CUSTOMER = "that has not been yet";

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final Leads leads;
  private final Enrolment enrolment;
  private final ErasedPersons erased;
  private final Clock clock;

  SaveLead(
      TenantTransaction transaction,
      Campaigns campaigns,
      Leads leads,
      Enrolment enrolment,
      ErasedPersons erased,
      Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.leads = leads;
    this.enrolment = enrolment;
    this.erased = erased;
    this.clock = clock;
  }

  /** What became of a lead that was given. */
  public enum Outcome {
    CREATED,
    /** What is known about it was replaced: it has the external id. */
    REPLACED,
    /** The campaign has the person, who was left as it is. */
    SKIPPED,
    /** The campaign has the person, of whom more is known now. */
    MERGED,
    /** As MERGED, and the lead has the external id and the order of numbers that were given. */
    TAKEN_OVER
  }

  /**
   * A lead, and what became of what was given.
   *
   * @param erasedAt when a lead was erased that may have been the same person as this new one
   */
  public record Saved(Lead lead, Outcome outcome, Optional<Instant> erasedAt) {

    /** One of whom nothing more is to be told. */
    public Saved(Lead lead, Outcome outcome) {
      this(lead, outcome, Optional.empty());
    }

    /** Whether it was not there before. */
    public boolean created() {
      return outcome == Outcome.CREATED;
    }
  }

  /**
   * Adds a lead to a campaign.
   *
   * @throws InvalidValue if its consent is dated in the future
   * @throws WarmlineException LEAD_EXISTS if the campaign has one with this external id or, without
   *     one, this first number; NOT_FOUND if there is no such campaign
   */
  public Lead create(CampaignId campaign, LeadFacts facts) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          requireGiven(facts, now);
          return enrolment.enter(campaigns.get(campaign), facts, now);
        });
  }

  /**
   * Adds a lead to a campaign, unless that has the person already.
   *
   * @param policy what becomes of it then
   * @throws InvalidValue if its consent is dated in the future
   * @throws WarmlineException LEAD_EXISTS if it is to be new and the campaign has its external id;
   *     LEAD_CLAIMED if the numbers of the lead change while an agent holds it; NOT_FOUND if there
   *     is no such campaign
   */
  public Saved enroll(CampaignId campaign, LeadFacts facts, DuplicatePolicy policy) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          requireGiven(facts, now);
          return told(enrolment.enroll(campaigns.get(campaign), facts, policy, now), facts);
        });
  }

  /** Adds a lead that another referred us to; if the campaign has it already, that one. */
  public Saved refer(CampaignId campaign, LeadFacts facts, LeadId referrer) {
    return transaction.call(
        () ->
            told(
                enrolment.enterOrFind(campaigns.get(campaign), facts, referrer, clock.instant()),
                facts));
  }

  /**
   * Creates the lead with the external id, or replaces what is known about it. If somebody else
   * creates it meanwhile, theirs is changed.
   *
   * @throws WarmlineException LEAD_CLAIMED if the numbers change while an agent holds the lead
   */
  public Saved upsert(CampaignId campaign, LeadFacts facts) {
    return upsert(campaign, facts, DuplicatePolicy.NEW);
  }

  /**
   * As {@link #upsert(CampaignId, LeadFacts)}.
   *
   * @param policy what becomes of it where the campaign has not the external id, but the person
   */
  public Saved upsert(CampaignId campaign, LeadFacts facts, DuplicatePolicy policy) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          requireGiven(facts, now);
          Campaign owner = campaigns.get(campaign);
          String externalId = facts.externalId().orElseThrow();
          Optional<Saved> entered =
              leads.byExternalId(campaign, externalId).isEmpty()
                  ? enrolment.enterIfNew(owner, facts, policy, now)
                  : Optional.empty();
          return entered
              .map(saved -> told(saved, facts))
              .orElseGet(
                  () -> new Saved(replace(campaign, externalId, facts, now), Outcome.REPLACED));
        });
  }

  /** Whoever was erased may have come back; whoever takes them in is told. */
  private Saved told(Saved saved, LeadFacts facts) {
    return saved.created()
        ? new Saved(
            saved.lead(),
            saved.outcome(),
            erased.erasureOf(ErasedPersons.Person.of(saved.lead().campaign(), facts)))
        : saved;
  }

  /** What is still to come has not been, and whoever sends it has made a mistake. */
  private static void requireGiven(LeadFacts facts, Instant now) {
    LeadConsent consent = facts.profile().consent();
    if (consent != null) {
      requireNotAfter(now, consent.givenAt(), "/consent/givenAt", "it is not given yet");
      requireNotAfter(now, consent.withdrawnAt(), "/consent/withdrawnAt", "it still holds");
    }
    Relationship relationship = facts.profile().relationship();
    if (relationship != null) {
      requireNotAfter(
          now, startOf(relationship.customerSince()), "/relationship/customerSince", NO_CUSTOMER);
      requireNotAfter(
          now, startOf(relationship.lastPurchaseOn()), "/relationship/lastPurchaseOn", NO_CUSTOMER);
      requireNotAfter(
          now, relationship.lastInquiryAt(), "/relationship/lastInquiryAt", "nobody has asked yet");
    }
  }

  private static void requireNotAfter(
      Instant now, @Nullable Instant at, String pointer, String why) {
    if (at != null && at.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new InvalidValue(pointer, "IN_THE_FUTURE", "must not be in the future: " + why);
    }
  }

  /** By the calendar that is furthest ahead: somewhere the day has begun. */
  private static @Nullable Instant startOf(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
  }

  private Lead replace(CampaignId campaign, String externalId, LeadFacts facts, Instant now) {
    Lead present =
        leads
            .byExternalId(campaign, externalId)
            .orElseThrow(() -> new Collision("lead that was found and is gone"));
    return enrolment.change(
        present, facts.numbers(), lead -> facts.replacing(lead.profile().consent()), now);
  }

  /**
   * Notes where the prospect said to be; hours, law and promises follow.
   *
   * @throws WarmlineException LEAD_ERASED, LEAD_MERGED
   */
  public void state(LeadId id, StatedPlace place) {
    change(
        id,
        Optional.empty(),
        lead -> new LeadFacts(lead.externalId(), lead.profile().stating(place), lead.numbers()));
  }

  /**
   * Changes what is known about a lead. Where that is nothing new, nothing is written.
   *
   * @param version the version its author saw; empty where any will do
   * @param change makes the new facts out of the lead; it may be asked more than once
   * @throws NotFound if the tenant has no such lead
   * @throws WarmlineException LEAD_CLAIMED if the numbers change while an agent holds the lead;
   *     LEAD_EXISTS, LEAD_ERASED, LEAD_MERGED, VERSION_MISMATCH
   */
  public Lead change(LeadId id, Optional<Integer> version, Function<Lead, LeadFacts> change) {
    return transaction.call(
        () -> {
          Function<Lead, LeadFacts> checked =
              lead -> {
                Versions.require(lead.version(), version);
                lead.requireNotErased();
                LeadFacts facts = change.apply(lead);
                requireGiven(facts, clock.instant());
                return facts;
              };
          Lead seen = leads.get(id);
          return enrolment.change(seen, checked.apply(seen).numbers(), checked, clock.instant());
        });
  }
}
