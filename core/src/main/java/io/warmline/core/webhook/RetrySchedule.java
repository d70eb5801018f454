package io.warmline.core.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message that did not arrive is sent again: ten tries over a little more than three days.
 * What stands in {@code docs/webhooks.md}.
 */
final class RetrySchedule {

  /** After the first try, after the second, and so on. Source: Standard Webhooks 1.0. */
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** By how much a wait is longer at the most, so that not everything comes back at once. */
  static final double JITTER = 0.2;

  /** No wish of a receiver keeps a message back for longer. */
  static final Duration LONGEST_WISH = Duration.ofDays(1);

  private RetrySchedule() {}

  /**
   * How long to wait after a try; empty: that was the last.
   *
   * @param tries how many there were, from 1
   * @param chance from 0 to less than 1
   * @param wish what {@code Retry-After} asked for: it is waited for as long at least
   */
  static Optional<Duration> after(int tries, double chance, Optional<Duration> wish) {
    if (tries > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(tries - 1);
    Duration jittered = wait.plusMillis((long) (wait.toMillis() * JITTER * chance));
    return Optional.of(
        wish.map(RetrySchedule::within).filter(w -> w.compareTo(jittered) > 0).orElse(jittered));
  }

  /** A wish, as far as it is granted. */
  static Duration within(Duration wish) {
    return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
  }
}
