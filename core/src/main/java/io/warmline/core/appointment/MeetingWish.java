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
    MeetingArrangements arrangements,
    boolean doubleBook) {

  /** Nobody keeps a meeting free for longer; a date beyond is a slip of the pen. Our choice. */
  private static final Duration FARTHEST = Duration.ofDays(731);

  /**
   * The time it asks for.
   *
   * @param usual how long a meeting takes if it does not say
   * @param pointer where it stands in the request, for refusals
   * @param spokenAt the instant after which it must start
   * @throws InvalidValue if it names no time, one in the past, or one more than two years ahead
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
    if (start.isAfter(spokenAt.plus(FARTHEST))) {
      throw new InvalidValue(
          pointer + "/startsAt",
          "APPOINTMENT_TOO_FAR",
          "must be within two years; it is " + spokenAt + " now");
    }
    return new Slot(start, start.plus(durationMinutes.map(Duration::ofMinutes).orElse(usual)));
  }
}
