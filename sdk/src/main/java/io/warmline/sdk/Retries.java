package io.warmline.sdk;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * When a call is tried again, and after which wait: capped exponential growth with full jitter,
 * unless the server says {@code Retry-After}.
 *
 * @param most attempts after the first
 * @param totalDeadline the longest a call may take with all its attempts and waits
 */
record Retries(int most, Duration totalDeadline) {
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);
  private static final Set<Integer> PASSING = Set.of(0, 408, 429, 500, 502, 503, 504);

  /**
   * The wait before the next attempt, or empty to give up.
   *
   * @param attempt how many were made
   * @param chance in [0, 1)
   */
  Optional<Duration> waitAfter(int attempt, WarmlineException failure, double chance) {
    if (attempt > most || !passing(failure)) {
      return Optional.empty();
    }
    return Optional.of(
        failure
            .retryAfter()
            .map(asked -> shorter(asked, LONGEST_RETRY_AFTER))
            .orElseGet(() -> jittered(attempt, chance)));
  }

  private static boolean passing(WarmlineException failure) {
    return PASSING.contains(failure.status()) || failure.code().equals("IDEMPOTENCY_KEY_IN_USE");
  }

  private static Duration jittered(int attempt, double chance) {
    Duration most = shorter(FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10)), LONGEST_WAIT);
    return Duration.ofNanos((long) (most.toNanos() * chance));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
