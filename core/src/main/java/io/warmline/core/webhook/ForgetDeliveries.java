package io.warmline.core.webhook;

import io.warmline.core.event.Events;
import io.warmline.core.retention.SetRetention;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.HourlyChore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Forgets deliveries that are long over. Their events stay, and can be sent again as long as they
 * are kept. What waits still and has lost its event is given up.
 */
@ApplicationScoped
class ForgetDeliveries implements HourlyChore {

  private static final int BATCH = 1000;

  private final Batches batches;
  private final Deliveries deliveries;
  private final SetRetention retention;
  private final Events events;

  ForgetDeliveries(Batches batches, Deliveries deliveries, SetRetention retention, Events events) {
    this.events = events;
    this.retention = retention;
    this.batches = batches;
    this.deliveries = deliveries;
  }

  @Override
  public void tickHourly() {
    Duration kept = retention.now().rules().ofDeliveries();
    batches.toTheEnd(BATCH, now -> deliveries.forget(now.minus(kept), BATCH));
    batches.toTheEnd(BATCH, now -> deliveries.giveUpBefore(events.firstKept(), BATCH, now));
  }
}
