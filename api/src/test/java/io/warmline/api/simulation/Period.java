package io.warmline.api.simulation;

import io.warmline.sdk.ReportPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What the books are about, in days of the firm's own clock.
 *
 * @param to the last day
 * @param closedAt when the books are closed and the reports are asked for
 */
record Period(LocalDate from, LocalDate to, Instant closedAt) {

  private static final int MOST_DAYS = 100;

  static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Whether reports tell how fast agents dial. */
  boolean isShort() {
    return !to.isAfter(from.plusDays(MOST_DAYS));
  }

  boolean includes(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZONE);
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The same, for a report. */
  ReportPeriod asked() {
    return ReportPeriod.between(from, to).zone(ZONE);
  }
}
