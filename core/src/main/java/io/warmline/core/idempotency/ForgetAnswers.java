package io.warmline.core.idempotency;

import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets the answers that were kept for long enough. */
@ApplicationScoped
class ForgetAnswers implements HourlyChore {

  private final TenantTransaction transaction;
  private final IdempotencyKeys keys;
  private final Clock clock;

  ForgetAnswers(TenantTransaction transaction, IdempotencyKeys keys, Clock clock) {
    this.transaction = transaction;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void tickHourly() {
    transaction.run(() -> keys.forgetOld(clock.instant()));
  }
}
