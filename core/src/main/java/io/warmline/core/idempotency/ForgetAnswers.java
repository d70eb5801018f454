package io.warmline.core.idempotency;

import io.warmline.core.retention.Retentions;
import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets the answers that were kept for long enough. */
@ApplicationScoped
class ForgetAnswers implements HourlyChore {

  private final TenantTransaction transaction;
  private final IdempotencyKeys keys;
  private final Retentions retentions;
  private final Clock clock;

  ForgetAnswers(
      TenantTransaction transaction, IdempotencyKeys keys, Retentions retentions, Clock clock) {
    this.retentions = retentions;
    this.transaction = transaction;
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void tickHourly() {
    transaction.run(
        () -> keys.forgetBefore(clock.instant().minus(retentions.get().rules().ofAnswers())));
  }
}
