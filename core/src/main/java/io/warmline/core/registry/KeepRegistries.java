package io.warmline.core.registry;

import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts lists in force, and stops dialling where a list has grown too old. Any number of servers may
 * do it at once; what one leaves off, another goes on with.
 */
@ApplicationScoped
public class KeepRegistries implements Work {

  private static final Logger LOG = Logger.getLogger(KeepRegistries.class);

  private final TenantTransaction transaction;
  private final Registries registries;
  private final RegistryImports imports;
  private final FollowRegistry queue;
  private final Settling settling;
  private final Events events;
  private final Clock clock;

  KeepRegistries(
      TenantTransaction transaction,
      Registries registries,
      RegistryImports imports,
      FollowRegistry queue,
      Settling settling,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.registries = registries;
    this.imports = imports;
    this.queue = queue;
    this.settling = settling;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from suppression_import where status = 'QUEUED' or (status = 'RUNNING' and leased_until <= :now)
        """,
        """
        select tenant_id from suppression_import where giving_up and created_at <= :now
        """,
        """
        select tenant_id from registry
        where (warns_at <= :now and expires_at > :now and warned_at is null)
           or (expires_at <= :now and expired_at is null)
           or (expired_at <= :now and stopped_at is null)
        """);
  }

  /**
   * One round for the current tenant: warns of lists that grow old, stops dialling where one is too
   * old, lets the queue follow where one was given up, puts in force what was received.
   */
  public void tick() {
    transaction.run(() -> announce(clock.instant()));
    try {
      for (Registry registry : transaction.call(registries::toStop)) {
        stop(registry);
      }
      for (FollowRegistry.Change list : transaction.call(imports::givingUp)) {
        giveUp(list);
      }
      for (Optional<RegistryImport> next = takeNext(); next.isPresent(); next = takeNext()) {
        run(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<RegistryImport> takeNext() {
    return transaction.call(() -> imports.takeNext(clock.instant()));
  }

  private void announce(Instant now) {
    registries.warn(now).forEach(r -> events.record(ageing(r), now));
    registries.expire(now).forEach(r -> events.record(expired(r), now));
  }

  private static RegistryEvent ageing(Registry r) {
    return new RegistryEvent.Ageing(
        r.id(), r.name(), r.jurisdiction().code(), r.asOf(), r.expiresAt().orElse(null));
  }

  private static RegistryEvent expired(Registry r) {
    return new RegistryEvent.Expired(
        r.id(), r.name(), r.jurisdiction().code(), r.asOf(), r.expiresAt().orElse(null));
  }

  private static RegistryImportEvent finished(RegistryImport job, boolean failed) {
    long numbers = job.counts().numbers();
    return failed
        ? new RegistryImportEvent.Failed(job.id(), job.registry(), job.asOf(), numbers)
        : new RegistryImportEvent.Completed(job.id(), job.registry(), job.asOf(), numbers);
  }

  private void stop(Registry registry) throws InterruptedException {
    FollowRegistry.Change change =
        new FollowRegistry.Change(
            registry.jurisdiction(), registry.list(), Optional.of(registry.list()), true);
    if (settling.await() && queue.follow(change, (leads, now) -> {})) {
      transaction.run(() -> registries.stopped(registry, clock.instant()));
    }
  }

  private void giveUp(FollowRegistry.Change list) throws InterruptedException {
    if (settling.await() && queue.follow(list, (leads, now) -> {})) {
      imports.forget(list.list());
      transaction.run(() -> imports.gaveUp(list.list()));
    }
  }

  private void run(RegistryImport job) throws InterruptedException {
    Optional<WarmlineException> refusal = transaction.call(() -> putInForce(job));
    if (refusal.isPresent()) {
      imports.forget(job.id());
      finish(job, refusal.map(e -> String.valueOf(e.getMessage())));
      return;
    }
    RegistryImports.Change change = transaction.call(() -> imports.change(job.id()));
    if (!settling.await() || !follow(job, change)) {
      LOG.infof("the list %s is in force; the queue follows when the lease has run out", job.id());
      return;
    }
    change.replaces().ifPresent(imports::forget);
    finish(job, Optional.empty());
  }

  /** Why it cannot come into force, if it cannot. Does nothing if it is in force. */
  private Optional<WarmlineException> putInForce(RegistryImport job) {
    Instant now = clock.instant();
    Optional<Registry> present = registries.lock(job.registry());
    if (job.inForceAt().isPresent()) {
      return Optional.empty();
    }
    Optional<WarmlineException> refusal =
        present.flatMap(p -> ReceiveRegistry.refusal(p, job.jurisdiction(), job.asOf()));
    if (refusal.isEmpty()) {
      boolean wasStopped = present.filter(Registry::expired).isPresent();
      imports.inForce(job.id(), present.map(Registry::list), wasStopped, now);
      registries.put(job, present, now);
    }
    return refusal;
  }

  private boolean follow(RegistryImport job, RegistryImports.Change change) {
    return queue.follow(
        new FollowRegistry.Change(job.jurisdiction(), job.id(), change.replaces(), change.whole()),
        (leads, now) -> imports.followed(job.id(), leads, now));
  }

  private void finish(RegistryImport job, Optional<String> failure) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          if (imports.finish(job.id(), failure, now)) {
            events.record(finished(job, failure.isPresent()), now);
          }
        });
  }

  /** What runs stops before its next step: this server ends. It goes on from there later. */
  public void leaveOff() {
    queue.leaveOff();
  }
}
