package io.warmline.core.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a rule on calls: of a law, or of a house.
 *
 * @param identity which rule this is, whom it protects and when it is in force
 * @param times when calls are allowed
 * @param demands what else is demanded
 * @param provenance where it comes from
 */
public record CallingRule(
    Identity identity, CallingTimes times, Demands demands, Provenance provenance) {

  static final RuleId CAMPAIGN_HOURS = new RuleId("campaign-hours");

  /**
   * Which rule, in which version.
   *
   * @param version counted from 1; at most one version of a rule is in force on a day
   * @param force whether it must be kept
   */
  public record Identity(RuleId id, int version, RuleReach reach, Validity validity, Force force) {

    /** A rule that must be kept. */
    public Identity(RuleId id, int version, RuleReach reach, Validity validity) {
      this(id, version, reach, validity, Force.BINDING);
    }

    /**
     * Checks the version.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Identity {
      if (version < 1) {
        throw new IllegalArgumentException("versions are counted from 1");
      }
    }
  }

  /** Whether a rule must be kept. */
  public enum Force {
    /** Law, or a rule of the house. */
    BINDING,
    /** No law: kept unless a tenant lifts it with a reason. */
    RECOMMENDED
  }

  /** The hours that a campaign sets itself, as one more rule. Consent does not lift them. */
  public static CallingRule ofCampaign(CallingHours hours) {
    return new CallingRule(
        new Identity(
            CAMPAIGN_HOURS,
            1,
            new RuleReach(Optional.empty(), Set.of(Audience.values()), ZoneMode.PROSPECT),
            Validity.ALWAYS),
        new CallingTimes(Optional.of(hours), Optional.empty(), List.of(), false),
        Demands.NONE,
        new Provenance(RuleStatus.HOUSE, List.of(), "The calling hours of the campaign."));
  }

  /** The name that all versions share. */
  public RuleId id() {
    return identity.id();
  }

  /** Where the rule is law; empty: a rule of a house that holds everywhere. */
  public Optional<Jurisdiction> jurisdiction() {
    return identity.reach().jurisdiction();
  }

  /** Whether this version is in force on a day by the prospect's calendar. */
  public boolean isInForceOn(LocalDate day) {
    return identity.validity().covers(day);
  }

  /** Whether a tenant may lift it with a reason. */
  public boolean isRecommended() {
    return identity.force() == Force.RECOMMENDED;
  }

  /** The section to cite; for a rule of a house, its id. */
  public String citation() {
    return provenance.sources().isEmpty()
        ? "house rule " + id()
        : provenance.sources().get(0).citation();
  }

  /** The windows of a day for a prospect with this consent. */
  List<CallingHours.Window> on(LocalDate date, Consent consent) {
    if (!isInForceOn(date)) {
      return CallingTimes.WHOLE_DAY;
    }
    return demands.areMetBy(consent) ? times.on(date, consent.toThatTime()) : List.of();
  }
}
