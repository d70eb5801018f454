package io.warmline.core.compliance;

import java.time.LocalDate;

/**
 * A stretch of days by the prospect's calendar.
 *
 * @param from the first day; {@link LocalDate#MIN}: since ever
 * @param to the last day, itself included; {@link LocalDate#MAX}: until further notice
 */
public record Validity(LocalDate from, LocalDate to) {

  /** All days. */
  public static final Validity ALWAYS = new Validity(LocalDate.MIN, LocalDate.MAX);

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it ends before it begins
   */
  public Validity {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first");
    }
  }

  /** Whether the day is one of these. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  boolean overlaps(Validity other) {
    return !to.isBefore(other.from) && !other.to.isBefore(from);
  }
}
