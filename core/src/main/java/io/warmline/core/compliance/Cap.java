package io.warmline.core.compliance;

import java.time.Duration;

/**
 * The most calls that may be made to one person in any stretch of time of this length.
 *
 * @param n at least 1; calls are counted, answered or not
 * @param period of 1 minute to 366 days, rolling: it ends with the call in question
 */
public record Cap(int n, Duration period, CapScope scope) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a value is out of them
   */
  public Cap {
    if (n < 1) {
      throw new IllegalArgumentException("a cap allows at least 1 call");
    }
    if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("the period of a cap is 1 minute to 366 days");
    }
  }
}
