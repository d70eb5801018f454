package io.warmline.core.disposition;

import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;

/**
 * A call that has ended, as far as the rules go by it.
 *
 * @param number the number dialled, or that called
 * @param answers what is known from it
 */
public record EndedCall(
    PhoneNumber number,
    Direction direction,
    Instant startedAt,
    Disposition disposition,
    CallAnswers answers) {

  /** Whether the prospect called. */
  boolean isIncoming() {
    return direction == Direction.INBOUND;
  }
}
