package io.warmline.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.ToIntFunction;

/** Long work in short transactions, so that none keeps its locks for long. */
@ApplicationScoped
public class Batches {

  private final TenantTransaction transaction;
  private final Clock clock;

  Batches(TenantTransaction transaction, Clock clock) {
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Does batch after batch, each in a transaction of its own, until one is not full: after a full
   * one there may be more.
   *
   * @param full how many a full batch does
   * @param batch does one at an instant, and says how many it did
   */
  public void toTheEnd(int full, ToIntFunction<Instant> batch) {
    int done;
    do {
      done = transaction.call(() -> batch.applyAsInt(clock.instant()));
    } while (done == full);
  }
}
