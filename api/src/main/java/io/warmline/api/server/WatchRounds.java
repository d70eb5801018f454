package io.warmline.api.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each round of this server ended well last: {@code warmline.round.age.seconds} by round, and
 * for the health.
 */
@ApplicationScoped
class WatchRounds {

  /** What failed from the start on counts from its first failure. */
  private final Map<String, Instant> lastGood = new ConcurrentHashMap<>();

  private final MeterRegistry meters;
  private final Clock clock;

  WatchRounds(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  void ended(@Observes SuccessfulExecution round) {
    String name = name(round.getExecution());
    if (lastGood.put(name, clock.instant()) == null) {
      measure(name);
    }
  }

  void failed(@Observes FailedExecution round) {
    String name = name(round.getExecution());
    if (lastGood.putIfAbsent(name, clock.instant()) == null) {
      measure(name);
    }
  }

  private void measure(String name) {
    Gauge.builder("warmline.round.age.seconds", () -> age(name).toMillis() / 1000.0)
        .description("Since when the round has not ended well")
        .tag("round", name)
        .register(meters);
  }

  private Duration age(String name) {
    Instant now = clock.instant();
    return Duration.between(lastGood.getOrDefault(name, now), now);
  }

  /** By round, how long ago it ended well. */
  Map<String, Duration> ages() {
    Map<String, Duration> ages = new TreeMap<>();
    lastGood.keySet().forEach(name -> ages.put(name, age(name)));
    return ages;
  }

  /** The method's name, without its class. */
  private static String name(ScheduledExecution round) {
    String method = String.valueOf(round.getTrigger().getMethodDescription());
    return method.replaceAll("^.*[.#]", "").replaceAll("[(].*$", "");
  }
}
