package io.warmline.core.call;

import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What logging a call has to know about its lead, read in one go and by plain SQL: this is the
 * busiest write there is.
 *
 * @param objective what the campaign's first calls are for
 * @param dialledNext the number the queue would dial; empty if none can be
 * @param attemptsBefore when it was dialled before, the latest 50
 * @param phones in the order in which they are tried
 */
record DialledLead(
    LeadId id,
    CampaignId campaign,
    LeadStatus status,
    int attempts,
    int hangUps,
    boolean erased,
    String country,
    ZoneId campaignZone,
    CampaignPolicy policy,
    Objective objective,
    RetryDelays retries,
    CampaignDemands demands,
    Optional<PhoneNumber> dialledNext,
    List<Instant> attemptsBefore,
    List<LeadPhone> phones) {

  /**
   * The number that was dialled if nobody says otherwise: the one to dial, else the first that
   * works.
   */
  Optional<PhoneNumber> nextNumber() {
    return dialledNext.or(this::firstThatWorks);
  }

  private Optional<PhoneNumber> firstThatWorks() {
    return phones.stream().filter(p -> p.uncallable().isEmpty()).map(LeadPhone::number).findFirst();
  }

  /** The numbers that work, without this one. */
  List<LeadPhone> othersThatWork(PhoneNumber number) {
    return phones.stream()
        .filter(p -> p.uncallable().isEmpty() && !p.number().equals(number))
        .toList();
  }

  /** Where the prospect is, as far as that number tells. */
  ZoneId zoneOf(PhoneNumber number) {
    return phones.stream()
        .filter(p -> p.number().equals(number))
        .findFirst()
        .map(p -> p.place().zones().iterator().next())
        .orElse(campaignZone);
  }

  OutcomePolicy outcomes(PhoneNumber number) {
    return new OutcomePolicy(
        retries, policy.maxAttempts(), zoneOf(number), attemptsBefore, demands.deliverable());
  }

  /**
   * @throws WarmlineException LEAD_ERASED
   */
  void requireNotErased() {
    if (erased) {
      throw Lead.erasedRefusal();
    }
  }
}
