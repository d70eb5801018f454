package io.warmline.core.lead;

import io.warmline.core.NotFound;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.CallingVerdict;
import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.Opening;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.compliance.RuleSet;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.Places;
import io.warmline.core.rule.HouseRules;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether the law, and a campaign's own rules, allow a call to a place. Needs no lead and
 * writes nothing.
 */
@ApplicationScoped
public class JudgePlace {

  private final TenantTransaction transaction;
  private final Campaigns campaigns;
  private final HouseRules houseRules;
  private final Clock clock;

  JudgePlace(
      TenantTransaction transaction, Campaigns campaigns, HouseRules houseRules, Clock clock) {
    this.transaction = transaction;
    this.campaigns = campaigns;
    this.houseRules = houseRules;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param audience empty: the campaign's, else consumers, whom the law protects best
   * @param campaign whose hours and house rules apply, too
   * @param at empty: now
   */
  public record Question(
      Clues clues,
      Optional<Audience> audience,
      ConsentKind consent,
      Optional<CampaignId> campaign,
      Optional<Instant> at) {}

  /**
   * What the law says.
   *
   * @param rules those in force at the time
   * @param opening the one that is open then, or the next
   */
  public record Answer(
      Instant at,
      PlaceFinding place,
      List<RuleId> rules,
      CallingVerdict verdict,
      Law law,
      Optional<Opening> opening) {}

  /**
   * Judges the place.
   *
   * @throws NotFound if the tenant has no such campaign
   */
  public Answer judge(Question question) {
    return transaction.call(() -> answer(question));
  }

  /** As the other, towards somebody who answers a number of a lead. */
  public Answer towards(Lead lead, PhoneNumber number, Instant at) {
    return judge(
        new Question(
            lead.profile().clues(number),
            Optional.empty(),
            lead.profile().consentAt(at).kind(),
            Optional.of(lead.campaign()),
            Optional.of(at)));
  }

  private Answer answer(Question question) {
    Optional<Campaign> campaign = question.campaign().map(campaigns::get);
    ZoneId fallback = campaign.map(Campaign::zone).orElse(ZoneOffset.UTC);
    PlaceFinding place = Places.find(question.clues(), fallback);
    Audience audience =
        question.audience().or(() -> campaign.map(c -> c.terms().audience())).orElse(Audience.B2C);
    RuleSet rules =
        CallingRules.presets()
            .towards(
                place.jurisdictions(),
                audience,
                houseRules
                    .law()
                    .and(campaign.map(this::own).orElse(List.of()))
                    .towards(question.clues().number()));
    Law law = new Law(rules, place.zones(), new Consent(question.consent(), false));
    Instant at = question.at().orElseGet(clock::instant);
    return new Answer(
        at, place, law.inForceAt(at).ids(), law.verdictAt(at), law, law.openingAt(at));
  }

  private List<CallingRule> own(Campaign campaign) {
    RuleSet hours = new RuleSet(List.of(CallingRule.ofCampaign(campaign.terms().callingHours())));
    return hours.and(houseRules.require(campaign.terms().houseRules())).rules();
  }
}
