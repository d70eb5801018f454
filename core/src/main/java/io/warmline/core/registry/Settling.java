package io.warmline.core.registry;

import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Waits until nobody goes by the facts of before. Whoever derives a queue row has written something
 * in the transaction by then, so that those who may have missed a fact committed before now have a
 * transaction id below the next one.
 */
@ApplicationScoped
class Settling {

  private static final Duration STEP = Duration.ofMillis(20);
  private static final int MOST_STEPS = 1500;

  private final TenantTransaction transaction;
  private final TenantSql sql;

  Settling(TenantTransaction transaction, TenantSql sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  /** False if some of them still run after half a minute. */
  boolean await() throws InterruptedException {
    String mark = transaction.call(this::mark);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (transaction.call(() -> haveEnded(mark))) {
        return true;
      }
      Thread.sleep(STEP.toMillis());
    }
    return false;
  }

  private String mark() {
    return sql.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select cast(pg_current_xact_id() as text)")
                    .mapTo(String.class)
                    .one());
  }

  private boolean haveEnded(String mark) {
    return sql.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select pg_snapshot_xmin(pg_current_snapshot()) > cast(:mark as xid8)")
                    .bind("mark", mark)
                    .mapTo(Boolean.class)
                    .one());
  }
}
