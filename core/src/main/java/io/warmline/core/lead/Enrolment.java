package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.UniqueIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the list of a campaign: everybody once, by the external id or, without one, by the
 * first number. Whatever it does, it does under the locks of the numbers, and the queue follows.
 */
@ApplicationScoped
class Enrolment {

  /** What tells the leads of a list apart. */
  private static final Set<UniqueIndex> IDENTITIES =
      EnumSet.of(UniqueIndex.LEAD_EXTERNAL_ID, UniqueIndex.LEAD_PHONE_IDENTITY);

  private final Campaigns campaigns;
  private final Leads leads;
  private final LeadBook book;
  private final LeadsInHand inHand;
  private final LeadTraces traces;
  private final FollowLeads followers;

  Enrolment(
      Campaigns campaigns,
      Leads leads,
      LeadBook book,
      LeadsInHand inHand,
      LeadTraces traces,
      FollowLeads followers) {
    this.campaigns = campaigns;
    this.leads = leads;
    this.book = book;
    this.inHand = inHand;
    this.traces = traces;
    this.followers = followers;
  }

  /** Puts a new lead on the list. @throws WarmlineException LEAD_EXISTS */
  Lead enter(Campaign campaign, LeadFacts facts, Instant now) {
    inHand.lock(facts.numbers());
    requireNew(campaign.id(), facts, Optional.empty());
    return enter(campaign, facts, null, now).orElseThrow(() -> exists(campaign.id(), facts, ""));
  }

  /** Puts a new lead on the list; empty if that has it already. */
  Optional<Lead> enterIfNew(Campaign campaign, LeadFacts facts, Instant now) {
    inHand.lock(facts.numbers());
    return enter(campaign, facts, null, now);
  }

  /** The lead of the list that has this first number; put there if there is none. */
  SaveLead.Saved enterOrFind(Campaign campaign, LeadFacts facts, LeadId referrer, Instant now) {
    inHand.lock(facts.numbers());
    return leads
        .byPhone(campaign.id(), facts.numbers().get(0))
        .map(present -> new SaveLead.Saved(present, false))
        .orElseGet(
            () ->
                new SaveLead.Saved(
                    enter(campaign, facts, referrer, now)
                        .orElseThrow(() -> exists(campaign.id(), facts, "")),
                    true));
  }

  private Optional<Lead> enter(
      Campaign campaign, LeadFacts facts, @Nullable LeadId referrer, Instant now) {
    campaigns.hold(campaign.id());
    Optional<Lead> entered =
        book.enter(Lead.create(campaign.id(), facts, campaign.zone(), referrer, now), now);
    entered.ifPresent(lead -> follow(lead, List.of(), now));
    return entered;
  }

  /**
   * Replaces what is known about a lead.
   *
   * @param seen the lead as it was read; it is taken, and read again, before it is changed
   * @param wanted the numbers that it gets
   * @param change makes the new facts out of the lead as it was taken
   * @throws WarmlineException LEAD_CLAIMED if the numbers change while an agent holds the lead;
   *     LEAD_EXISTS, LEAD_ERASED
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
    traces.followTo(to.id(), lead.id(), now);
    return write(lead, after, now);
  }

  private Lead write(Lead before, Lead after, Instant now) {
    requireNew(after.campaign(), after.facts(), Optional.of(after.id()));
    campaigns.hold(after.campaign());
    Lead written = store(before, after, now);
    follow(written, before.numbers(), now);
    return written;
  }

  /** Two requests may give the same id to two leads at once; the indexes let one through. */
  private Lead store(Lead before, Lead after, Instant now) {
    try {
      return book.write(before, after, now);
    } catch (JdbiException e) {
      throw UniqueIndex.brokenBy(e).filter(IDENTITIES::contains).isPresent()
          ? exists(after.campaign(), after.facts(), "")
          : e;
    }
  }

  /**
   * @param had the numbers that it had before
   */
  private void follow(Lead lead, List<PhoneNumber> had, Instant now) {
    followers.of(List.of(lead.id().value()), now);
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
