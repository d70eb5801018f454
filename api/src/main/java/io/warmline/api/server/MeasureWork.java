package io.warmline.api.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.warmline.core.census.Census;
import io.warmline.core.census.TakeCensus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be done, as metrics: {@code warmline.queue.leads} by state and tier, and the rest
 * of the {@link Census}. Each server measures the whole; take the greatest, not the sum.
 */
@ApplicationScoped
class MeasureWork {

  private final TakeCensus census;
  private final MultiGauge queue;
  private final MultiGauge blocked;
  private final MultiGauge rows;
  private final AtomicReference<@Nullable Census> last = new AtomicReference<>();
  private volatile boolean stopping;

  MeasureWork(TakeCensus census, MeterRegistry meters) {
    this.census = census;
    this.queue =
        MultiGauge.builder("warmline.queue.leads")
            .description("Leads in the queue, of all tenants")
            .register(meters);
    this.blocked =
        MultiGauge.builder("warmline.queue.blocked.leads")
            .description("Leads that are not to be called now, by what keeps them back")
            .register(meters);
    this.rows =
        MultiGauge.builder("warmline.import.rows")
            .description("Rows of the lead lists of the last 24 hours, by what became of them")
            .register(meters);
    gauge(meters, "warmline.callbacks.overdue", Census::overdue);
    gauge(meters, "warmline.imports.open", Census::imports);
    gauge(meters, "warmline.events.untold", seen -> seen.events().waiting());
    gauge(meters, "warmline.events.lag.seconds", seen -> seconds(seen.events().lag()));
    gauge(meters, "warmline.webhooks.pending", seen -> seen.deliveries().waiting());
    gauge(meters, "warmline.webhooks.lag.seconds", seen -> seconds(seen.deliveries().lag()));
    gauge(meters, "warmline.registries.outdated", seen -> seen.registries().outdated());
    gauge(
        meters,
        "warmline.registries.left.seconds",
        seen -> seen.registries().left().map(MeasureWork::seconds).orElse(Double.NaN));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** What was counted last; empty before the first count. */
  Optional<Census> last() {
    return Optional.ofNullable(last.get());
  }

  private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Census> figure) {
    Gauge.builder(name, last, seen -> of(seen.get(), figure)).register(meters);
  }

  private static double of(@Nullable Census seen, ToDoubleFunction<Census> figure) {
    return seen == null ? Double.NaN : figure.applyAsDouble(seen);
  }

  /** Nothing is measured any more once the database may go. */
  void goodbye(@Observes ShutdownEvent event) {
    stopping = true;
  }

  @Scheduled(
      every = "${warmline.metrics.every:1m}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void measure() {
    if (stopping) {
      return;
    }
    Census now = census.ofAll();
    last.set(now);
    queue.register(
        now.queue().entrySet().stream()
            .map(
                place ->
                    MultiGauge.Row.of(
                        Tags.of(
                            "state",
                            place.getKey().state().name(),
                            "tier",
                            String.valueOf(place.getKey().tier())),
                        place.getValue()))
            .toList(),
        true);
    blocked.register(rowsOf("reason", now.blocked()), true);
    rows.register(rowsOf("outcome", now.rows()), true);
  }

  private static <K extends Enum<K>> List<MultiGauge.Row<Number>> rowsOf(
      String label, Map<K, Long> counts) {
    List<MultiGauge.Row<Number>> rows = new ArrayList<>();
    counts.forEach((key, count) -> rows.add(MultiGauge.Row.of(Tags.of(label, key.name()), count)));
    return rows;
  }
}
