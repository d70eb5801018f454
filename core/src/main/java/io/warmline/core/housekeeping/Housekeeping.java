package io.warmline.core.housekeeping;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.warmline.core.callback.FollowProspects;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.id.TenantId;
import io.warmline.core.idempotency.IdempotencyKeys;
import io.warmline.core.imports.RunImports;
import io.warmline.core.lead.RegroupLeads;
import io.warmline.core.queue.Promoter;
import io.warmline.core.registry.KeepRegistries;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Makes the rounds of all tenants. Every server does; what one has in hand the others pass over. A
 * round that fails is logged, and the next one makes good for it.
 */
@ApplicationScoped
public class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);

  /** As long as requests are waited for at a stop. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Tenants tenants;
  private final CurrentTenant current;
  private final TenantTransaction transaction;
  private final Promoter promoter;
  private final KeepPromises promises;
  private final RegroupLeads regroupLeads;
  private final FollowProspects prospects;
  private final Instance<Chore> chores;
  private final IdempotencyKeys keys;
  private final RunImports runImports;
  private final KeepRegistries registries;
  private final Clock clock;
  private final Rounds rounds;

  Housekeeping(
      Tenants tenants,
      CurrentTenant current,
      TenantTransaction transaction,
      Promoter promoter,
      KeepPromises promises,
      RegroupLeads regroupLeads,
      FollowProspects prospects,
      Instance<Chore> chores,
      IdempotencyKeys keys,
      RunImports runImports,
      KeepRegistries registries,
      Clock clock,
      Rounds rounds) {
    this.tenants = tenants;
    this.current = current;
    this.transaction = transaction;
    this.promoter = promoter;
    this.promises = promises;
    this.regroupLeads = regroupLeads;
    this.prospects = prospects;
    this.chores = chores;
    this.keys = keys;
    this.runImports = runImports;
    this.registries = registries;
    this.clock = clock;
    this.rounds = rounds;
  }

  /** Promotes, expires leases, keeps promises. */
  @Scheduled(
      every = "${warmline.housekeeping.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void everySecond() {
    forEachTenant(
        () -> {
          promoter.tick();
          chores.forEach(Chore::tick);
          promises.tick();
        });
  }

  /** Forgets what is kept for a time only. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  public void everyHour() {
    forEachTenant(
        () -> {
          regroupLeads.regroup();
          prospects.followClocksOnce();
          transaction.run(() -> keys.forgetOld(clock.instant()));
          runImports.housekeeping(clock.instant());
          registries.housekeeping(clock.instant());
        });
  }

  /** Works on the imports that wait. */
  @Scheduled(every = "${warmline.imports.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  public void imports() {
    forEachTenant(
        () -> {
          while (!rounds.haveEnded() && runImports.runNext()) {
            LOG.debug("an import has ended; looking for the next");
          }
        });
  }

  /** Puts registries in force, and watches their age. */
  @Scheduled(every = "${warmline.imports.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
  public void registries() {
    forEachTenant(registries::tick);
  }

  /**
   * No round outlives the server's work, nor meets a database that is gone. An import is left where
   * it is, and goes on elsewhere or after the next start.
   */
  void goodbye(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent event) {
    runImports.leaveOff();
    registries.leaveOff();
    if (!rounds.end(PATIENCE)) {
      LOG.warnf("housekeeping has not ended within %s", PATIENCE);
    }
  }

  private void forEachTenant(Runnable round) {
    rounds.make(() -> forEachTenantInTurn(round));
  }

  private void forEachTenantInTurn(Runnable round) {
    for (TenantId tenant : tenants.all()) {
      if (rounds.haveEnded()) {
        return;
      }
      current.enter(tenant);
      try {
        round.run();
      } catch (RuntimeException e) {
        LOG.errorf(e, "housekeeping of tenant %s failed; the next round tries again", tenant);
      }
    }
  }
}
