package io.warmline.core.retention;

import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Says for how long things are kept. */
@ApplicationScoped
public class SetRetention {

  private final TenantTransaction transaction;
  private final Retentions retentions;
  private final Clock clock;

  SetRetention(TenantTransaction transaction, Retentions retentions, Clock clock) {
    this.transaction = transaction;
    this.retentions = retentions;
    this.clock = clock;
  }

  /**
   * Puts all rules in the place of those before. What is gone by then does not come back.
   *
   * @param rules within the bounds that {@link RetentionRules} names
   */
  public Retention to(RetentionRules rules) {
    return transaction.call(
        () -> {
          retentions.put(rules, clock.instant());
          return retentions.get();
        });
  }

  /** What is in force. */
  public Retention now() {
    return transaction.call(retentions::get);
  }
}
