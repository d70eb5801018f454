package io.warmline.api.server;

import io.warmline.core.tenant.ServerClock;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A server whose clock is wrong hands out no leads: a balancer sends requests to others. */
@Readiness
@ApplicationScoped
class ServerClockCheck implements HealthCheck {

  private final ServerClock clock;

  ServerClockCheck(ServerClock clock) {
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Clock")
        .status(clock.agrees())
        .withData("aheadOfDatabaseMillis", clock.ahead().toMillis())
        .build();
  }
}
