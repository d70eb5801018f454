package io.warmline.core.compliance;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time without a gap in which a prospect may be called.
 *
 * @param opensAt the first instant of it
 * @param closesAt the first instant after it
 */
public record Opening(Instant opensAt, Instant closesAt) {

  /**
   * Checks that the opening has a length.
   *
   * @throws IllegalArgumentException if it closes before or as it opens
   */
  public Opening {
    if (!opensAt.isBefore(closesAt)) {
      throw new IllegalArgumentException("an opening must close after it opens");
    }
  }

  /** Whether the instant is in the opening: from {@code opensAt} on, before {@code closesAt}. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(opensAt) && instant.isBefore(closesAt);
  }

  /** The same opening, cut off when it has lasted so long. */
  Opening atMost(Duration length) {
    Instant latest = opensAt.plus(length);
    return closesAt.isAfter(latest) ? new Opening(opensAt, latest) : this;
  }
}
