package io.warmline.api.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * Counts the requests of each key, and of each address from which somebody asks without one. Every
 * process counts for itself: the limit protects a process, it is no price list. Strangers are many,
 * so they are counted apart: they cannot push out the count of a key.
 */
@Singleton
class RateLimits {

  private static final int MOST_COUNTED = 100_000;

  /** Asked for late: filters are made before the configuration of a run is known. */
  private final Provider<Limits> limits;

  private final Cache<UUID, Bucket> keys = counts();
  private final Cache<String, Bucket> strangers = counts();
  private final TimeMeter time;

  @Inject
  RateLimits(Provider<Limits> limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(Provider<Limits> limits, TimeMeter time) {
    this.limits = limits;
    this.time = time;
  }

  /**
   * A request that was counted.
   *
   * @param policy {@code RateLimit-Policy}: the limit
   * @param probe what is left of it
   */
  record Use(String policy, ConsumptionProbe probe) {

    boolean isAllowed() {
      return probe.isConsumed();
    }

    /** Until the next one is allowed. */
    Duration untilNext() {
      return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** {@code RateLimit}. */
    String state() {
      return RateLimits.state(probe);
    }
  }

  /** Counts a request of a key. */
  Use useOf(UUID key) {
    return new Use(policy(), consume(key));
  }

  /** Counts a request of somebody unknown, by the address it comes from. */
  Use useOfStranger(String address) {
    long requests = limits.get().strangers();
    return new Use(
        policy(requests),
        strangers.get(address, a -> fresh(requests)).tryConsumeAndReturnRemaining(1));
  }

  ConsumptionProbe consume(UUID key) {
    return keys.get(key, id -> fresh(limits.get().requests())).tryConsumeAndReturnRemaining(1);
  }

  private static <K> Cache<K, Bucket> counts() {
    return Caffeine.newBuilder()
        .maximumSize(MOST_COUNTED)
        .expireAfterAccess(Duration.ofHours(1))
        .build();
  }

  private Bucket fresh(long requests) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, limits.get().window()))
        .build();
  }

  /** {@code RateLimit-Policy} of a key. */
  String policy() {
    return policy(limits.get().requests());
  }

  private String policy(long requests) {
    return "\"default\";q=" + requests + ";w=" + Math.max(1, limits.get().window().toSeconds());
  }

  /** {@code RateLimit}: what is left, and seconds until all of it is back. */
  static String state(ConsumptionProbe probe) {
    long seconds = Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
    return "\"default\";r=" + probe.getRemainingTokens() + ";t=" + seconds;
  }
}
