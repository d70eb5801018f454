package io.warmline.core.registry;

import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.RegistryExemptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How many days old the list of a registry may be when a number is called, as the calling rules of
 * its place say.
 */
record MaxAge(int days) {

  /** A warning comes so many days before a list is too old. */
  static final int WARNING_DAYS = 7;

  /**
   * The calendar that is furthest ahead, so that a list is nowhere older than it is taken to be.
   */
  static final ZoneOffset CALENDAR = ZoneOffset.ofHours(14);

  /**
   * The strictest of the rules of the place itself, else of its country; empty where none sets a
   * limit.
   */
  static Optional<MaxAge> in(Jurisdiction place) {
    return duties(place).stream()
        .map(rule -> rule.demands().keeping().registryMaxAgeDays().getAsInt())
        .min(Integer::compare)
        .map(MaxAge::new);
  }

  /** Whom the registries of a place protect: everybody, where no rule says. */
  static Set<Audience> coveredIn(Jurisdiction place) {
    Set<Audience> covered = EnumSet.noneOf(Audience.class);
    for (CallingRule rule : duties(place)) {
      Set<Audience> named = rule.demands().keeping().registryCovers();
      covered.addAll(named.isEmpty() ? rule.identity().reach().audiences() : named);
    }
    return covered.isEmpty() ? EnumSet.allOf(Audience.class) : covered;
  }

  /** Who is called although the number is on a registry of the place itself, by all its rules. */
  static RegistryExemptions exemptIn(Jurisdiction place) {
    List<CallingRule> duties = duties(place);
    boolean own =
        duties.stream().anyMatch(rule -> rule.jurisdiction().filter(place::equals).isPresent());
    return duties.stream()
        .filter(rule -> own)
        .map(
            rule ->
                rule.demands()
                    .keeping()
                    .registryExempts()
                    .orElse(RegistryExemptions.ONLY_WRITTEN_CONSENT))
        .reduce(RegistryExemptions::and)
        .orElse(RegistryExemptions.ONLY_WRITTEN_CONSENT);
  }

  /** The rules that ask for a registry to be looked at, of the smallest place that has any. */
  private static List<CallingRule> duties(Jurisdiction place) {
    List<CallingRule> own =
        CallingRules.presets().all().rules().stream()
            .filter(rule -> rule.jurisdiction().filter(place::equals).isPresent())
            .filter(rule -> rule.demands().keeping().registryMaxAgeDays().isPresent())
            .toList();
    return own.isEmpty() && !place.isCountry() ? duties(place.country()) : own;
  }

  /** The first instant at which a list of that day is too old. */
  Instant expiryOf(LocalDate asOf) {
    return startOf(asOf.plusDays(days + 1L));
  }

  /** The first instant at which its user is warned. */
  Instant warningOf(LocalDate asOf) {
    return startOf(asOf.plusDays(days + 1L - WARNING_DAYS));
  }

  private static Instant startOf(LocalDate date) {
    return date.atStartOfDay(CALENDAR).toInstant();
  }
}
