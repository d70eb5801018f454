package io.warmline.core.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.id.TenantId;
import io.warmline.core.idempotency.IdempotencyKeys;
import io.warmline.core.imports.RunImports;
import io.warmline.core.queue.Promoter;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Makes the rounds of all tenants. Every server does; what one has in hand the others pass over. A
 * round that fails is logged, and the next one makes good for it.
 */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);

  private final Tenants tenants;
  private final CurrentTenant current;
  private final TenantTransaction transaction;
  private final Promoter promoter;
  private final KeepPromises promises;
  private final IdempotencyKeys keys;
  private final RunImports runImports;
  private final Clock clock;

  Housekeeping(
      Tenants tenants,
      CurrentTenant current,
      TenantTransaction transaction,
      Promoter promoter,
      KeepPromises promises,
      IdempotencyKeys keys,
      RunImports runImports,
      Clock clock) {
    this.tenants = tenants;
    this.current = current;
    this.transaction = transaction;
    this.promoter = promoter;
    this.promises = promises;
    this.keys = keys;
    this.runImports = runImports;
    this.clock = clock;
  }

  /** Promotes, expires leases, keeps promises. */
  @Scheduled(
      every = "${warmline.housekeeping.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void everySecond() {
    forEachTenant(
        () -> {
          promoter.tick();
          promises.tick();
        });
  }

  /** Forgets what is kept for a time only. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  public void everyHour() {
    forEachTenant(
        () -> {
          transaction.run(() -> keys.forgetOld(clock.instant()));
          runImports.housekeeping(clock.instant());
        });
  }

  /** Works on the imports that wait. */
  @Scheduled(every = "${warmline.imports.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  public void imports() {
    forEachTenant(
        () -> {
          while (runImports.runNext()) {
            LOG.debug("an import has ended; looking for the next");
          }
        });
  }

  private void forEachTenant(Runnable round) {
    for (TenantId tenant : tenants.all()) {
      current.enter(tenant);
      try {
        round.run();
      } catch (RuntimeException e) {
        LOG.errorf(e, "housekeeping of tenant %s failed; the next round tries again", tenant);
      }
    }
  }
}
