package io.warmline.core.registry;

import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many days old the list of a registry may be when a number is called, as the calling rules of
 * its country say.
 */
record MaxAge(int days) {

  /** A warning comes so many days before a list is too old. */
  static final int WARNING_DAYS = 7;

  /**
   * The calendar that is furthest ahead, so that a list is nowhere older than it is taken to be.
   */
  static final ZoneOffset CALENDAR = ZoneOffset.ofHours(14);

  /** The strictest of the country's rules; empty where none sets a limit. */
  static Optional<MaxAge> in(Jurisdiction country) {
    OptionalInt days =
        CallingRules.presets()
            .of(Set.of(country), Audience.B2C)
            .demands()
            .keeping()
            .registryMaxAgeDays();
    return days.isEmpty() ? Optional.empty() : Optional.of(new MaxAge(days.getAsInt()));
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
