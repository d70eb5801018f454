package io.warmline.core.campaign;

import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.ClientId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign agrees with its user: everything about it that can be changed.
 *
 * @param defaultCountry ISO 3166-1 alpha-2 country of numbers written without one
 * @param timeZone zone of leads whose zone is known neither from the lead nor from its number
 * @param audience whom it calls
 * @param houseRules ids of the house rules it keeps besides the law
 * @param callingHours when prospects may be called, in their own zone
 * @param policy caps and courtesies
 * @param approach its ways of prospecting
 * @param client on whose behalf it calls; empty: on the tenant's own
 * @param scripts its own words
 */
public record CampaignTerms(
    String name,
    Optional<String> description,
    String defaultCountry,
    ZoneId timeZone,
    Audience audience,
    List<RuleId> houseRules,
    CallingHours callingHours,
    CampaignPolicy policy,
    Approach approach,
    RetryDelays retries,
    Optional<ClientId> client,
    Scripts scripts) {

  /** Keeps a copy. */
  public CampaignTerms {
    houseRules = List.copyOf(houseRules);
  }

  /** Terms of a campaign without words of its own. */
  public CampaignTerms(
      String name,
      Optional<String> description,
      String defaultCountry,
      ZoneId timeZone,
      Audience audience,
      List<RuleId> houseRules,
      CallingHours callingHours,
      CampaignPolicy policy,
      Approach approach,
      RetryDelays retries,
      Optional<ClientId> client) {
    this(
        name,
        description,
        defaultCountry,
        timeZone,
        audience,
        houseRules,
        callingHours,
        policy,
        approach,
        retries,
        client,
        Scripts.NONE);
  }

  /** The same on behalf of this client. */
  public CampaignTerms onBehalfOf(Optional<ClientId> other) {
    return new CampaignTerms(
        name,
        description,
        defaultCountry,
        timeZone,
        audience,
        houseRules,
        callingHours,
        policy,
        approach,
        retries,
        other,
        scripts);
  }

  /** The same in these words. */
  public CampaignTerms saying(Scripts others) {
    return new CampaignTerms(
        name,
        description,
        defaultCountry,
        timeZone,
        audience,
        houseRules,
        callingHours,
        policy,
        approach,
        retries,
        client,
        others);
  }
}
