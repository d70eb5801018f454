package io.warmline.core.campaign;

import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.ClientId;
import io.warmline.core.queue.ListShares;
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
 * @param qualifying its own questions before a hand-off
 * @param shares the lists among which its cold leads are shared out
 * @param distribution who gets its leads, and how many a day
 * @param messages its own wordings of what is owed after calls
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
    Scripts scripts,
    Qualifying qualifying,
    ListShares shares,
    Distribution distribution,
    MessageWordings messages) {

  /** Keeps a copy. */
  public CampaignTerms {
    houseRules = List.copyOf(houseRules);
  }

  /** Terms without questions of their own, with nothing shared out, for whoever works. */
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
      Optional<ClientId> client,
      Scripts scripts) {
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
        scripts,
        Qualifying.NONE,
        ListShares.NONE,
        Distribution.DEFAULT,
        MessageWordings.NONE);
  }

  /** These, to be changed in some respects. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The same on behalf of this client; empty: on the tenant's own. */
  public CampaignTerms onBehalfOf(Optional<ClientId> other) {
    return toBuilder().client(other).build();
  }

  /** The same in these words. */
  public CampaignTerms saying(Scripts others) {
    return toBuilder().scripts(others).build();
  }

  /** The same with these questions. */
  public CampaignTerms asking(Qualifying others) {
    return toBuilder().qualifying(others).build();
  }

  /** The same with these lists. */
  public CampaignTerms sharing(ListShares others) {
    return toBuilder().shares(others).build();
  }

  /** The same with these messages. */
  public CampaignTerms writing(MessageWordings others) {
    return toBuilder().messages(others).build();
  }

  /** Terms in the making. */
  public static final class Builder {

    private final CampaignTerms as;
    private ZoneId timeZone;
    private Audience audience;
    private List<RuleId> houseRules;
    private CallingHours callingHours;
    private CampaignPolicy policy;
    private Approach approach;
    private Optional<ClientId> client;
    private Scripts scripts;
    private Qualifying qualifying;
    private ListShares shares;
    private Distribution distribution;
    private MessageWordings messages;

    private Builder(CampaignTerms as) {
      this.as = as;
      this.timeZone = as.timeZone;
      this.audience = as.audience;
      this.houseRules = as.houseRules;
      this.callingHours = as.callingHours;
      this.policy = as.policy;
      this.approach = as.approach;
      this.client = as.client;
      this.scripts = as.scripts;
      this.qualifying = as.qualifying;
      this.shares = as.shares;
      this.distribution = as.distribution;
      this.messages = as.messages;
    }

    public Builder timeZone(ZoneId timeZone) {
      this.timeZone = timeZone;
      return this;
    }

    public Builder audience(Audience audience) {
      this.audience = audience;
      return this;
    }

    public Builder houseRules(List<RuleId> houseRules) {
      this.houseRules = houseRules;
      return this;
    }

    public Builder callingHours(CallingHours callingHours) {
      this.callingHours = callingHours;
      return this;
    }

    public Builder policy(CampaignPolicy policy) {
      this.policy = policy;
      return this;
    }

    public Builder approach(Approach approach) {
      this.approach = approach;
      return this;
    }

    public Builder client(Optional<ClientId> client) {
      this.client = client;
      return this;
    }

    public Builder scripts(Scripts scripts) {
      this.scripts = scripts;
      return this;
    }

    public Builder qualifying(Qualifying qualifying) {
      this.qualifying = qualifying;
      return this;
    }

    public Builder shares(ListShares shares) {
      this.shares = shares;
      return this;
    }

    public Builder distribution(Distribution distribution) {
      this.distribution = distribution;
      return this;
    }

    public Builder messages(MessageWordings messages) {
      this.messages = messages;
      return this;
    }

    public CampaignTerms build() {
      return new CampaignTerms(
          as.name,
          as.description,
          as.defaultCountry,
          timeZone,
          audience,
          houseRules,
          callingHours,
          policy,
          approach,
          as.retries,
          client,
          scripts,
          qualifying,
          shares,
          distribution,
          messages);
    }
  }
}
