package io.warmline.core.tenant;

import io.warmline.core.WarmlineException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shares the connections of this server among tenants, so that what one has under way in numbers
 * does not keep another waiting for longer than until the next connection is free. A few are left
 * for what belongs to no tenant: keys are looked up, and work is looked for.
 */
@ApplicationScoped
class ConnectionTurns {

  /** Of so many connections, one is left. */
  private static final int ONE_LEFT_OF = 8;

  /** As long as for a connection itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ThreadLocal<Boolean> IN_HAND = ThreadLocal.withInitial(() -> false);

  private final Turns turns;

  ConnectionTurns(
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "16")
          int connections) {
    int most = Math.max(1, connections - Math.max(1, connections / ONE_LEFT_OF));
    this.turns =
        new Turns(
            new Turns.Limits(most, most, Integer.MAX_VALUE, PATIENCE),
            "connections to the database");
  }

  /**
   * Does what needs a connection. A thread that has one does not wait for a second: all might wait
   * for each other.
   *
   * @throws WarmlineException BUSY if there was none in time
   */
  <T> T call(UUID tenant, Supplier<T> work) {
    if (IN_HAND.get()) {
      return work.get();
    }
    Turns.Turn turn = turns.take(tenant);
    try {
      IN_HAND.set(true);
      return work.get();
    } finally {
      IN_HAND.remove();
      turn.close();
    }
  }
}
