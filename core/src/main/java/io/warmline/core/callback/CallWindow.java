package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a promised call is to be made: from {@code dueAt} (included) until {@code latestAt}, after
 * which it is overdue.
 */
public record CallWindow(Instant dueAt, Instant latestAt) {

  /** An exact time is met within a quarter of an hour. */
  private static final Duration LEAST = Duration.ofMinutes(15);

  public CallWindow {
    if (latestAt.isBefore(dueAt)) {
      throw new IllegalArgumentException("a window does not end before it begins");
    }
  }

  /**
   * The window of a promise.
   *
   * @param latestAt empty: a quarter of an hour later, or the campaign's grace where that is longer
   * @param grace the campaign's grace
   * @param pointer where the values stand in the request, for the refusal
   * @param now the instant after which it must begin
   * @throws InvalidValue if it does not, ends before it begins, or begins or ends more than ten
   *     years ahead: a promise that never ends is never late
   */
  public static CallWindow promised(
      Instant dueAt, Optional<Instant> latestAt, Duration grace, String pointer, Instant now) {
    if (!dueAt.isAfter(now)) {
      throw new InvalidValue(
          pointer + "/dueAt", "CALLBACK_IN_THE_PAST", "must be in the future, after " + now);
    }
    Horizon.require(dayOf(dueAt), dayOf(now), pointer + "/dueAt");
    if (latestAt.isPresent() && !latestAt.get().isAfter(dueAt)) {
      throw new InvalidValue(pointer + "/latestAt", "WINDOW_EMPTY", "must be after dueAt");
    }
    latestAt.ifPresent(end -> Horizon.require(dayOf(end), dayOf(now), pointer + "/latestAt"));
    return new CallWindow(dueAt, latestAt.orElseGet(() -> dueAt.plus(atLeast(grace))));
  }

  private static LocalDate dayOf(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The window of a call that is made again at this time. */
  public static CallWindow from(Instant dueAt, Duration grace) {
    return new CallWindow(dueAt, dueAt.plus(atLeast(grace)));
  }

  /** How late a call may be where the campaign allows for less than a quarter of an hour. */
  static Duration atLeast(Duration grace) {
    return grace.compareTo(LEAST) > 0 ? grace : LEAST;
  }
}
