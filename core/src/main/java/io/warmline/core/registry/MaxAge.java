package io.warmline.core.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** How many days old the list of a registry may be when a number is called. */
enum MaxAge {
  /** National registry: 16 CFR 310.4(b)(3)(iv); 47 CFR 64.1200(c)(2)(i)(D). */
  US(31),
  /** Telephone Preference Services: PECR 2003, regulations 21 and 26, 28 days. */
  GB(28),
  /** National list: CRTC Unsolicited Telecommunications Rules, part II, 31 days. */
  CA(31),
  /** Do Not Call Register Act 2006: a wash holds for 30 days. */
  AU(30);

  /** A warning comes so many days before a list is too old. */
  static final int WARNING_DAYS = 7;

  /**
   * The calendar that is furthest ahead, so that a list is nowhere older than it is taken to be.
   */
  static final ZoneOffset CALENDAR = ZoneOffset.ofHours(14);

  private final int days;

  MaxAge(int days) {
    this.days = days;
  }

  static Optional<MaxAge> in(String country) {
    return Arrays.stream(values()).filter(age -> age.name().equals(country)).findFirst();
  }

  int days() {
    return days;
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
