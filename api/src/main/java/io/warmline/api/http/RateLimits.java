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
 * Counts the requests of each key. Every process counts for itself: the limit protects a process,
 * it is no price list.
 */
@Singleton
class RateLimits {

  /** Asked for late: filters are made before the configuration of a run is known. */
  private final Provider<Limits> limits;

  private final Cache<UUID, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();

  private final TimeMeter time;

  @Inject
  RateLimits(Provider<Limits> limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(Provider<Limits> limits, TimeMeter time) {
    this.limits = limits;
    this.time = time;
  }

  ConsumptionProbe consume(UUID key) {
    return buckets.get(key, id -> fresh()).tryConsumeAndReturnRemaining(1);
  }

  private Bucket fresh() {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit ->
                limit
                    .capacity(limits.get().requests())
                    .refillGreedy(limits.get().requests(), limits.get().window()))
        .build();
  }

  /** {@code RateLimit-Policy}. */
  String policy() {
    return "\"default\";q="
        + limits.get().requests()
        + ";w="
        + Math.max(1, limits.get().window().toSeconds());
  }

  /** {@code RateLimit}: what is left, and seconds until all of it is back. */
  static String state(ConsumptionProbe probe) {
    long seconds = Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
    return "\"default\";r=" + probe.getRemainingTokens() + ";t=" + seconds;
  }
}
