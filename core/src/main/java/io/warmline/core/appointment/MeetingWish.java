package io.warmline.core.appointment;

import io.warmline.core.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asks to be entered.
 *
 * @param startsAt empty only where another object says what is missing
 * @param durationMinutes 5 to 480; empty: the client's usual length
 * @param doubleBook whether it may stand beside another meeting of the client
 */
public record MeetingWish(
    Optional<Instant> startsAt,
    Optional<Integer> durationMinutes,
    Particulars particulars,
    boolean doubleBook) {

  /**
   * The time it asks for.
   *
   * @param usual how long a meeting takes if it does not say
   * @param pointer where it stands in the request, for refusals
   * @param spokenAt the instant after which it must start
   * @throws InvalidValue if it names no time, or one in the past
   */
  Slot slot(Duration usual, String pointer, Instant spokenAt) {
    Instant start =
        startsAt.orElseThrow(
            () -> InvalidValue.required(pointer + "/startsAt", "a meeting needs a time"));
    if (!start.isAfter(spokenAt)) {
      throw new InvalidValue(
          pointer + "/startsAt",
          "APPOINTMENT_IN_THE_PAST",
          "must be in the future, after " + spokenAt);
    }
    return new Slot(start, start.plus(durationMinutes.map(Duration::ofMinutes).orElse(usual)));
  }
}
