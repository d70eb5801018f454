package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.SaveLead.Outcome;
import io.warmline.core.lead.SaveLead.Saved;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.UniqueIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the list of a campaign: everybody once, by the external id or, without one, by the
 * first number. Whatever it does, it does under the locks of the numbers, and the queue follows.
 */
@ApplicationScoped
class Enrolment {

  private final Campaigns campaigns;
  private final Leads leads;
  private final LeadBook book;
  private final LeadsInHand inHand;
  private final AllLeadData leadData;
  private final Instance<FollowLeads> followers;
  private final HeedWithdrawals withdrawals;

  Enrolment(
      Campaigns campaigns,
      Leads leads,
      LeadBook book,
      LeadsInHand inHand,
      AllLeadData leadData,
      Instance<FollowLeads> followers,
      HeedWithdrawals withdrawals) {
    this.withdrawals = withdrawals;
    this.campaigns = campaigns;
    this.leads = leads;
    this.book = book;
    this.inHand = inHand;
    this.leadData = leadData;
    this.followers = followers;
  }

  /** Puts a new lead on the list. @throws WarmlineException LEAD_EXISTS */
  Lead enter(Campaign campaign, LeadFacts facts, Instant now) {
    inHand.lock(facts.numbers());
    requireNew(campaign.id(), facts, Optional.empty());
    return enter(campaign, facts, null, now).orElseThrow(() -> exists(campaign.id(), facts, ""));
  }

  /**
   * Puts a lead on the list, unless that has the person already.
   *
   * @throws WarmlineException LEAD_EXISTS if it is to be new and the list has its external id;
   *     LEAD_CLAIMED
   */
  Saved enroll(Campaign campaign, LeadFacts facts, DuplicatePolicy policy, Instant now) {
    inHand.lock(facts.numbers());
    Optional<Lead> present =
        policy == DuplicatePolicy.NEW
            ? Optional.empty()
            : facts.externalId().flatMap(id -> leads.byExternalId(campaign.id(), id));
    if (present.isPresent()) {
      return known(present.get(), facts, policy, now);
    }
    return enterIfNew(campaign, facts, policy, now)
        .orElseThrow(() -> exists(campaign.id(), facts, ""));
  }

  /**
   * Puts a lead on the list, unless that has the person already; empty if it has another with this
   * external id.
   */
  Optional<Saved> enterIfNew(
      Campaign campaign, LeadFacts facts, DuplicatePolicy policy, Instant now) {
    inHand.lock(facts.numbers());
    Optional<Lead> same =
        policy == DuplicatePolicy.NEW ? Optional.empty() : samePerson(campaign.id(), facts);
    return same.isPresent()
        ? Optional.of(known(same.get(), facts, policy, now))
        : enter(campaign, facts, null, now).map(lead -> new Saved(lead, Outcome.CREATED));
  }

  /** The likeliest; of several one without an external id, then the oldest. */
  private Optional<Lead> samePerson(CampaignId campaign, LeadFacts facts) {
    Comparator<Lead> likeness = Comparator.comparing(lead -> likeness(lead, facts));
    return leads.having(campaign, facts.numbers()).stream()
        .filter(lead -> likeness(lead, facts) != SamePerson.Likeness.DIFFERENT)
        .min(
            likeness
                .reversed()
                .thenComparing(lead -> lead.externalId().isPresent())
                .thenComparing(lead -> lead.id().value()));
  }

  private static SamePerson.Likeness likeness(Lead lead, LeadFacts facts) {
    return SamePerson.of(answerer(lead.profile()), answerer(facts.profile()));
  }

  private static SamePerson.Answerer answerer(LeadProfile profile) {
    return new SamePerson.Answerer(profile.firstName(), profile.lastName(), profile.email(), null);
  }

  private Saved known(Lead lead, LeadFacts facts, DuplicatePolicy policy, Instant now) {
    return switch (policy) {
      case SKIP -> new Saved(heeding(lead, facts, now), Outcome.SKIPPED);
      case MERGE ->
          new Saved(
              change(lead, facts.numbers(), present -> present.facts().learning(facts), now),
              Outcome.MERGED);
      case TAKE_OVER ->
          new Saved(
              change(lead, facts.numbers(), present -> present.facts().givingWayTo(facts), now),
              Outcome.TAKEN_OVER);
      case NEW -> throw new IllegalArgumentException("a new lead is like no other");
    };
  }

  /** A withdrawn consent is heeded of whoever is passed over, too. */
  private Lead heeding(Lead lead, LeadFacts facts, Instant now) {
    LeadConsent said = facts.profile().consent();
    return said == null || !said.isWithdrawn()
        ? lead
        : change(
            lead,
            lead.numbers(),
            present ->
                new LeadFacts(
                    present.externalId(),
                    present.profile().toBuilder()
                        .consent(said.after(present.profile().consent()))
                        .build(),
                    present.numbers()),
            now);
  }

  /** The lead of the list that has this first number; put there if there is none. */
  Saved enterOrFind(Campaign campaign, LeadFacts facts, LeadId referrer, Instant now) {
    inHand.lock(facts.numbers());
    return leads
        .byPhone(campaign.id(), facts.numbers().get(0))
        .map(present -> new Saved(present, Outcome.SKIPPED))
        .orElseGet(
            () ->
                new Saved(
                    enter(campaign, facts, referrer, now)
                        .orElseThrow(() -> exists(campaign.id(), facts, "")),
                    Outcome.CREATED));
  }

  private Optional<Lead> enter(
      Campaign campaign, LeadFacts facts, @Nullable LeadId referrer, Instant now) {
    campaigns.hold(campaign.id());
    Optional<Lead> entered =
        book.enter(Lead.create(campaign.id(), facts, campaign.zone(), referrer, now), now)
            .map(this::learned);
    entered.ifPresent(lead -> follow(lead, List.of(), now));
    return entered.map(lead -> withdrawals.of(null, lead, now));
  }

  /** What calls to others have shown of its numbers is known of them. */
  private Lead learned(Lead lead) {
    return book.learnOfNumbers(List.of(lead.id().value())).isEmpty() ? lead : book.get(lead.id());
  }

  /**
   * Replaces what is known about a lead.
   *
   * @param seen the lead as it was read; it is taken, and read again, before it is changed
   * @param wanted the numbers that it gets
   * @param change makes the new facts out of the lead as it was taken
   * @throws WarmlineException LEAD_CLAIMED if the numbers change while an agent holds the lead;
   *     LEAD_EXISTS, LEAD_ERASED, LEAD_MERGED
   */
  Lead change(Lead seen, List<PhoneNumber> wanted, Function<Lead, LeadFacts> change, Instant now) {
    List<PhoneNumber> concerned = new ArrayList<>(seen.numbers());
    concerned.addAll(wanted);
    inHand.lock(concerned);
    Lead lead = book.take(seen.id());
    Campaign campaign = campaigns.get(lead.campaign());
    Lead after = lead.described(change.apply(lead), campaign.zone());
    if (!lead.numbers().equals(after.numbers())) {
      inHand.requireNotClaimed(lead.id());
    }
    return after.equals(lead) ? lead : write(lead, after, now);
  }

  /**
   * Moves a lead, taken in hand, to another list, with its open callback.
   *
   * @throws WarmlineException LEAD_EXISTS, LEAD_CLAIMED, LEAD_ERASED
   */
  Lead move(Lead lead, Campaign to, Instant now) {
    Lead after = lead.movedTo(to.id(), to.zone());
    inHand.requireNotClaimed(lead.id());
    leadData.followTo(to.id(), lead.id(), now);
    return write(lead, after, now);
  }

  private Lead write(Lead before, Lead after, Instant now) {
    requireNew(after.campaign(), after.facts(), Optional.of(after.id()));
    campaigns.hold(after.campaign());
    Lead stored = store(before, after, now);
    Lead written = stored.numbers().equals(before.numbers()) ? stored : learned(stored);
    follow(written, before.numbers(), now);
    return withdrawals.of(before, written, now);
  }

  /** Two requests may give the same id to two leads at once; the indexes let one through. */
  private Lead store(Lead before, Lead after, Instant now) {
    try {
      return book.write(before, after, now);
    } catch (JdbiException e) {
      throw UniqueIndex.brokenBy(e).filter(UniqueIndex::tellsLeadsApart).isPresent()
          ? exists(after.campaign(), after.facts(), "")
          : e;
    }
  }

  /**
   * @param had the numbers that it had before
   */
  private void follow(Lead lead, List<PhoneNumber> had, Instant now) {
    followers.forEach(follower -> follower.of(List.of(lead.id().value()), now));
    inHand.putBack(lead.id(), had, now);
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
