package io.warmline.core.event;

import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Numbers the events that nobody asks for: only what has a number comes into its month, and what
 * waits for one should be little.
 */
@ApplicationScoped
class NumberEvents implements HourlyChore {

  private final TenantTransaction transaction;
  private final Events events;

  NumberEvents(TenantTransaction transaction, Events events) {
    this.transaction = transaction;
    this.events = events;
  }

  @Override
  public void tickHourly() {
    if (transaction.call(events::areWaiting)) {
      transaction.call(events::last);
    }
  }
}
