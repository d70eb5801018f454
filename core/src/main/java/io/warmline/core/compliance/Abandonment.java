package io.warmline.core.compliance;

import java.time.Duration;

/**
 * The largest share of answered calls that may be dropped because no agent was free.
 *
 * @param max 0 to 1, itself allowed
 * @param window over which the share is taken; positive
 */
public record Abandonment(double max, Duration window) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a value is out of them
   */
  public Abandonment {
    if (!(max >= 0 && max <= 1)) {
      throw new IllegalArgumentException("the share of abandoned calls is between 0 and 1");
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("the share is taken over a positive time");
    }
  }
}
