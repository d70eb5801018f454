package io.warmline.core.tenant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * The transaction of a use case. It carries the tenant into the database, where row-level security
 * holds it, and it is run again when it collided with another (a deadlock, two claims on one phone
 * number, a row that somebody changed meanwhile): a collision rolls everything back, so that
 * running it again has no second effect.
 */
@ApplicationScoped
public class TenantTransaction {

  private static final Logger LOG = Logger.getLogger(TenantTransaction.class);

  /**
   * unique_violation of the one index that concurrent claims may run into is mapped to {@link
   * Collision}.
   */
  private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

  private static final int MOST_TRIES = 16;

  /** No request takes longer. */
  private static final int USUAL_SECONDS = 60;

  /** Longest pause before the second try; before the third twice that, and so on. */
  private static final int PAUSE_MILLIS = 4;

  private final CurrentTenant tenant;
  private final Jdbi jdbi;
  private final TransactionSynchronizationRegistry registry;
  private final EntityManager entities;
  private final ConnectionTurns connections;

  TenantTransaction(
      CurrentTenant tenant,
      Jdbi jdbi,
      TransactionSynchronizationRegistry registry,
      EntityManager entities,
      ConnectionTurns connections) {
    this.connections = connections;
    this.registry = registry;
    this.entities = entities;
    this.tenant = tenant;
    this.jdbi = jdbi;
  }

  /** Two pieces of work got in each other's way; the one that throws this may be run again. */
  public static final class Collision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Collision(Throwable cause) {
      super("collided with a concurrent transaction", cause);
    }

    /**
     * @param what changed under our hands
     */
    public Collision(String what) {
      super("collided with a concurrent transaction: " + what);
    }
  }

  /**
   * Does the work in the transaction that is open, else in one of its own.
   *
   * @throws Collision if it collided with others again and again
   */
  public <T> T call(Supplier<T> work) {
    return registry.getTransactionStatus() == Status.STATUS_ACTIVE
        ? work.get()
        : inOneOfItsOwn(USUAL_SECONDS, work);
  }

  /**
   * Makes a round trip in the transaction that is open, else in one of its own that travels with
   * it: whoever only reads, and has but one thing to ask, waits for the database once.
   */
  public void make(RoundTrip trip) {
    if (registry.getTransactionStatus() == Status.STATUS_ACTIVE || !tenant.sight().isWhole()) {
      run(trip::make);
    } else {
      connections.call(
          tenant.id().value(),
          () -> {
            trip.makeAlone(settings());
            return true;
          });
    }
  }

  private LocalSettings settings() {
    return LocalSettings.of("app.tenant", tenant.id().toString());
  }

  /** As {@link #call}, for work without a result. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Looks with other eyes for a while, in the transaction that is open. What Hibernate has read
   * before it still knows.
   *
   * @param with how far they reach
   */
  public <T> T seeing(Reach with, Supplier<T> work) {
    Reach before = (Reach) registry.getResource(Reach.class);
    if (before.equals(with)) {
      return work.get();
    }
    take(with);
    T result = work.get();
    take(before);
    return result;
  }

  private void take(Reach reach) {
    entities.flush();
    jdbi.useHandle(handle -> Sight.take(handle, reach));
    registry.putResource(Reach.class, reach);
  }

  /**
   * What this transaction keeps until its work is done, to write it all at once; made when it is
   * asked for first. A transaction that is undone forgets it.
   *
   * @throws IllegalStateException outside of {@link #call}
   */
  public <T extends Remainder> T remainder(Class<T> kind, Supplier<T> make) {
    return kind.cast(remainders().of.computeIfAbsent(kind, k -> make.get()));
  }

  private Remainders remainders() {
    if (registry.getResource(Remainders.class) instanceof Remainders remainders) {
      return remainders;
    }
    throw new IllegalStateException("no transaction of a tenant is open");
  }

  /** What is left to be written when the work of a transaction is done. */
  public interface Remainder {

    /** How much that is. */
    int size();

    /** Forgets what came after the first so many. */
    void cutBackTo(int size);

    void write();
  }

  /**
   * Does something in the open transaction that may fail without spoiling the rest: what it did is
   * undone then, and nothing else.
   *
   * @throws RuntimeException what the work has thrown
   */
  public <T> T attempt(Supplier<T> work) {
    Map<Remainder, Integer> before = new LinkedHashMap<>();
    remainders().of.values().forEach(remainder -> before.put(remainder, remainder.size()));
    entities.flush();
    jdbi.useHandle(handle -> handle.execute("savepoint attempt"));
    try {
      T result = work.get();
      entities.flush();
      jdbi.useHandle(handle -> handle.execute("release savepoint attempt"));
      return result;
    } catch (RuntimeException e) {
      entities.clear();
      jdbi.useHandle(handle -> handle.execute("rollback to savepoint attempt"));
      remainders()
          .of
          .values()
          .forEach(remainder -> remainder.cutBackTo(before.getOrDefault(remainder, 0)));
      throw e;
    }
  }

  private static final class Remainders {
    final Map<Class<?>, Remainder> of = new LinkedHashMap<>();
  }

  /** As {@link #run(Runnable)}, in a transaction of its own that may take this long. */
  public void run(Duration atMost, Runnable work) {
    inOneOfItsOwn(
        Math.toIntExact(atMost.toSeconds()),
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T inOneOfItsOwn(int seconds, Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return connections.call(
            tenant.id().value(),
            () -> QuarkusTransaction.requiringNew().timeout(seconds).call(() -> asTenant(work)));
      } catch (RuntimeException e) {
        if (attempt == MOST_TRIES || !isCollision(e)) {
          throw e;
        }
        LOG.debugf("transaction collided, try %d follows", attempt + 1);
        pause(attempt);
      }
    }
  }

  /** Those who collided do not meet again at once. */
  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1L + (long) PAUSE_MILLIS * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** In one handle: Jdbi gives it to whoever asks for one on this thread until the work is done. */
  private <T> T asTenant(Supplier<T> work) {
    return jdbi.withHandle(
        handle -> {
          settings().make(handle);
          if (!tenant.sight().isWhole()) {
            Sight.take(handle, tenant.sight());
          }
          registry.putResource(Reach.class, tenant.sight());
          Remainders remainders = new Remainders();
          registry.putResource(Remainders.class, remainders);
          T result = work.get();
          remainders.of.values().forEach(Remainder::write);
          return result;
        });
  }

  private static boolean isCollision(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Collision
          || t instanceof OptimisticLockException
          || t instanceof StaleStateException) {
        return true;
      }
      if (t instanceof SQLException sql && COLLISIONS.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
