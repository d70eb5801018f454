package io.warmline.api.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are worked on. There are no more at once than the server can carry: what comes
 * beyond is told to come again before it takes a thread. No tenant has more than three quarters of
 * the places, so that one that asks without end leaves some to others.
 */
@Singleton
public class WorkInProgress {

  /** After {@link WholeBodies}: who is still sending has no place yet. */
  private static final int ONCE_THE_BODY_IS_THERE = 890;

  /** For each connection to the database. */
  private static final int FOR_EACH_CONNECTION = 8;

  /** As long as nothing is set: fewer than there are threads. */
  private static final int MOST_UNASKED = 160;

  private static final int LEFT_TO_OTHERS = 4;
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final String PLACE = WorkInProgress.class.getName();

  private final CurrentVertxRequest current;
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<TenantId, Integer> ofTenants = new ConcurrentHashMap<>();

  WorkInProgress(
      CurrentVertxRequest current,
      MeterRegistry meters,
      @ConfigProperty(name = "warmline.requests-at-once") Optional<Integer> set,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "16")
          int connections) {
    this.current = current;
    this.most = set.orElse(Math.min(FOR_EACH_CONNECTION * connections, MOST_UNASKED));
    Gauge.builder("warmline.requests.at.once", taken, AtomicInteger::get)
        .description("Requests that are worked on")
        .register(meters);
  }

  void register(@Observes Filters filters) {
    filters.register(this::enter, ONCE_THE_BODY_IS_THERE);
  }

  /** All of a tenant together. */
  int mostOfOne() {
    return most - most / LEFT_TO_OTHERS;
  }

  private void enter(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isWork(String.valueOf(request.path()))) {
      context.next();
      return;
    }
    if (taken.incrementAndGet() > most) {
      taken.decrementAndGet();
      BareProblems.refuse(request, busy("This server works on " + most + " requests at once."));
      return;
    }
    Place place = new Place();
    context.put(PLACE, place);
    context.addHeadersEndHandler(
        headers -> {
          if (isStream(request)) {
            place.leave();
          }
        });
    context.addEndHandler(end -> place.leave());
    context.next();
  }

  private static boolean isWork(String path) {
    return path.startsWith("/v1/") || path.startsWith("/t/");
  }

  /** Streams have a limit of their own, and take no thread. */
  private static boolean isStream(HttpServerRequest request) {
    String type = request.response().headers().get(HttpHeaders.CONTENT_TYPE);
    return type != null && type.startsWith("text/event-stream");
  }

  private static HttpProblem busy(String detail) {
    return HttpProblem.retryAfter(
        ProblemKind.BUSY,
        detail
            + " Nothing was changed. Try again after Retry-After, with the same Idempotency-Key.",
        WAIT);
  }

  /**
   * The request of this thread is one of this tenant's.
   *
   * @throws HttpProblem BUSY if the tenant has as many as it may
   */
  void isOf(TenantId tenant) {
    RoutingContext context = current.getCurrent();
    if (context == null || !(context.get(PLACE) instanceof Place place)) {
      return;
    }
    if (ofTenants.merge(tenant, 1, Integer::sum) > mostOfOne()) {
      leave(tenant);
      throw busy(
          "Your firm has "
              + mostOfOne()
              + " requests under way on this server, and the rest is kept for others.");
    }
    place.belongsTo(tenant);
  }

  private void leave(TenantId tenant) {
    ofTenants.computeIfPresent(tenant, (id, count) -> count == 1 ? null : count - 1);
  }

  /** That of one request; it is left once. */
  private final class Place {

    private boolean left;
    private @Nullable TenantId tenant;

    synchronized void belongsTo(TenantId owner) {
      if (left) {
        WorkInProgress.this.leave(owner);
      } else {
        tenant = owner;
      }
    }

    synchronized void leave() {
      if (!left) {
        left = true;
        taken.decrementAndGet();
        if (tenant != null) {
          WorkInProgress.this.leave(tenant);
        }
      }
    }
  }
}
