package io.warmline.api.server;

import io.smallrye.health.api.Wellness;
import io.warmline.core.census.Census.Ages;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * How old the lists of do-not-call registries are, over all tenants. It says so and stays up: that
 * nobody is called by a list that is too old is as it should be.
 */
@Wellness
@ApplicationScoped
class RegistriesCheck implements HealthCheck {

  private final MeasureWork work;

  RegistriesCheck(MeasureWork work) {
    this.work = work;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("Registries").up();
    work.last().ifPresent(census -> tell(answer, census.registries()));
    return answer.build();
  }

  private static void tell(HealthCheckResponseBuilder answer, Ages registries) {
    answer.withData("kept", registries.kept()).withData("outdated", registries.outdated());
    registries.left().ifPresent(left -> answer.withData("nextOutdatedInDays", left.toDays()));
  }
}
