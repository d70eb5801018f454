package io.warmline.core.compliance;

import io.warmline.core.compliance.CallingRule.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands in for the law of a place of which no rule is known: a rule that allows nothing. What
 * is not known is not allowed.
 */
final class MissingLaw {

  private static final String ID = "no-rule-known-";

  private MissingLaw() {}

  /** Whether this is no rule, but stands in for one. */
  static boolean isMissing(CallingRule rule) {
    return rule.id().value().startsWith(ID);
  }

  /** Whether no other rule may have this id. */
  static boolean isReserved(RuleId id) {
    return id.value().startsWith(ID);
  }

  /**
   * Stand-ins for the days on which none of these rules is in force.
   *
   * @param country whose law they are
   * @param covering the rules that are known of it
   */
  static List<CallingRule> of(Jurisdiction country, List<CallingRule> covering) {
    List<CallingRule> missing = new ArrayList<>();
    for (Validity gap : gaps(covering)) {
      missing.add(standIn(country, missing.size() + 1, gap));
    }
    return missing;
  }

  private static List<Validity> gaps(List<CallingRule> covering) {
    List<Validity> known =
        covering.stream()
            .map(rule -> rule.identity().validity())
            .sorted(Comparator.comparing(Validity::from))
            .toList();
    List<Validity> gaps = new ArrayList<>();
    LocalDate open = LocalDate.MIN;
    for (Validity one : known) {
      if (one.from().isAfter(open)) {
        gaps.add(new Validity(open, one.from().minusDays(1)));
      }
      if (one.to().equals(LocalDate.MAX)) {
        return gaps;
      }
      if (!one.to().isBefore(open)) {
        open = one.to().plusDays(1);
      }
    }
    gaps.add(new Validity(open, LocalDate.MAX));
    return gaps;
  }

  private static CallingRule standIn(Jurisdiction country, int version, Validity days) {
    RuleId id = new RuleId(ID + country.code().toLowerCase(Locale.ROOT));
    RuleReach reach =
        new RuleReach(Optional.of(country), EnumSet.allOf(Audience.class), ZoneMode.PROSPECT);
    Suspension always = new Suspension(Validity.ALWAYS, why(country));
    return new CallingRule(
        new Identity(id, version, reach, days),
        new CallingTimes(Optional.empty(), Optional.empty(), List.of(always), false),
        Demands.NONE,
        new Provenance(RuleStatus.NOT_VERIFIED, List.of(), ""));
  }

  private static String why(Jurisdiction country) {
    String name =
        country.equals(Jurisdiction.NOWHERE)
            ? "numbers that belong to no country (ZZ)"
            : new Locale.Builder()
                    .setRegion(country.code())
                    .build()
                    .getDisplayCountry(Locale.ENGLISH)
                + " ("
                + country.code()
                + ")";
    return "No calling rule is known for "
        + name
        + ". Look up what may be done there; then accept the jurisdiction "
        + country.code()
        + " by name (acceptJurisdiction), with the hours that your house keeps, or save a house rule"
        + " for it that has a source and a sign-off.";
  }
}
