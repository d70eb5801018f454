package io.warmline.core.compliance;

import io.warmline.core.compliance.CallingRule.Identity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hours that a house keeps in a country that it calls without a rule, as a rule. */
final class AcceptedHours {

  private static final String ID = "accepted-";

  private AcceptedHours() {}

  /** Whether no other rule may have this id. */
  static boolean isReserved(RuleId id) {
    return id.value().startsWith(ID);
  }

  static CallingRule rule(Jurisdiction country, CallingHours hours) {
    return new CallingRule(
        new Identity(
            new RuleId(ID + country.code().toLowerCase(Locale.ROOT)),
            1,
            new RuleReach(Optional.of(country), EnumSet.allOf(Audience.class), ZoneMode.PROSPECT),
            Validity.ALWAYS),
        new CallingTimes(Optional.of(hours), Optional.empty(), List.of(), false),
        Demands.NONE,
        new Provenance(RuleStatus.HOUSE, List.of(), "Accepted by name: no rule is known."));
  }
}
