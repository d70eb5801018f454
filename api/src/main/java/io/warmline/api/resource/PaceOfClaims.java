package io.warmline.api.resource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long it takes to find the next lead, as {@code warmline.claims}: the {@code FOUND} and the
 * {@code EMPTY}, which found nobody who may be called now. What was refused is in neither.
 */
@ApplicationScoped
class PaceOfClaims {

  private static final Duration[] LIMITS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Timer found;
  private final Timer empty;

  PaceOfClaims(MeterRegistry meters) {
    this.found = timer(meters, "FOUND");
    this.empty = timer(meters, "EMPTY");
  }

  private static Timer timer(MeterRegistry meters, String outcome) {
    return Timer.builder("warmline.claims")
        .description("Claims, and how long it took to find the lead")
        .tag("outcome", outcome)
        .serviceLevelObjectives(LIMITS)
        .register(meters);
  }

  Outcome of(Supplier<Outcome> claim) {
    Timer.Sample sample = Timer.start();
    Outcome outcome = claim.get();
    sample.stop(outcome instanceof Outcome.Claimed ? found : empty);
    return outcome;
  }
}
