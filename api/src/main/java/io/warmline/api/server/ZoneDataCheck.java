package io.warmline.api.server;

import io.quarkus.runtime.StartupEvent;
import io.warmline.core.time.ZoneData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Says in the log and in the health which time-zone data the law goes by. */
@Readiness
@ApplicationScoped
class ZoneDataCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger("io.warmline");

  void atStart(@Observes StartupEvent event) {
    if (ZoneData.isCorrected()) {
      LOG.warnf(
          "The time-zone data of this Java are of %s, older than %s. Calling hours are corrected for"
              + " the laws that Warmline knows to be newer; reports and other times are not. Use a"
              + " newer Java.",
          ZoneData.version(), ZoneData.NEWEST_CORRECTION);
    } else {
      LOG.infof("The time-zone data are of %s.", ZoneData.version());
    }
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Time-zone data")
        .up()
        .withData("version", ZoneData.version())
        .withData("corrected", ZoneData.isCorrected())
        .build();
  }
}
