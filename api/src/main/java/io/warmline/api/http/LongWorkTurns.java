package io.warmline.api.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.warmline.core.WarmlineException;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Turns;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may read much: so many at once on this server, of each tenant half as many, so that the
 * reports of one leave room for another's and both leave room for the queue.
 */
@Startup
@Singleton
class LongWorkTurns {

  /** Of so many connections, one is for this. */
  private static final int ONE_OF = 4;

  /** Of each tenant, for each that is done at once. */
  private static final int WAITING = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CurrentTenant tenant;
  private final Turns turns;

  LongWorkTurns(
      CurrentTenant tenant,
      MeterRegistry meters,
      @ConfigProperty(name = "warmline.reports.at-once") Optional<Integer> set,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "16")
          int connections) {
    this.tenant = tenant;
    int most = set.orElse(Math.max(1, connections / ONE_OF));
    int mostOfOne = (most + 1) / 2;
    this.turns =
        new Turns(
            new Turns.Limits(most, mostOfOne, WAITING * mostOfOne, PATIENCE),
            "places for reports and exports");
    Gauge.builder("warmline.reports.at.once", turns, Turns::taken)
        .description("Reports and exports that are made")
        .register(meters);
    Gauge.builder("warmline.reports.waiting", turns, Turns::waiting)
        .description("Reports and exports that wait for others to end")
        .register(meters);
  }

  /**
   * Waits for the tenant's turn.
   *
   * @throws WarmlineException BUSY if it does not come in time
   */
  Turns.Turn take() {
    return turns.take(tenant.id().value());
  }
}
