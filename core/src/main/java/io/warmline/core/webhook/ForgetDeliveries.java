package io.warmline.core.webhook;

import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.HourlyChore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets deliveries that are long over. Their events stay, and can be sent again. */
@ApplicationScoped
class ForgetDeliveries implements HourlyChore {

  static final Duration KEPT = Duration.ofDays(30);

  private static final int BATCH = 1000;

  private final Batches batches;
  private final Deliveries deliveries;

  ForgetDeliveries(Batches batches, Deliveries deliveries) {
    this.batches = batches;
    this.deliveries = deliveries;
  }

  @Override
  public void tickHourly() {
    batches.toTheEnd(BATCH, now -> deliveries.forget(now.minus(KEPT), BATCH));
  }
}
