package io.warmline.core.tenant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A transaction of the operator, who runs this Warmline for several firms. Its role knows which
 * tenants there are, and sees nothing of what is theirs.
 */
@ApplicationScoped
public class OperatorTransaction {

  private static final Duration USUAL = Duration.ofSeconds(60);

  private final Jdbi jdbi;
  private final CurrentTenant current;
  private final TransactionSynchronizationRegistry registry;

  OperatorTransaction(
      Jdbi jdbi, CurrentTenant current, TransactionSynchronizationRegistry registry) {
    this.jdbi = jdbi;
    this.current = current;
    this.registry = registry;
  }

  /** Does the work in the operator's transaction that is open, else in one of its own. */
  public <T> T call(Supplier<T> work) {
    return call(USUAL, work);
  }

  /** As {@link #call(Supplier)}; one of its own may take this long. */
  public <T> T call(Duration atMost, Supplier<T> work) {
    if (isOpen()) {
      return work.get();
    }
    return QuarkusTransaction.requiringNew()
        .timeout(Math.toIntExact(atMost.toSeconds()))
        .call(() -> jdbi.withHandle(handle -> asOperator(handle, atMost, work)));
  }

  private boolean isOpen() {
    return registry.getTransactionKey() != null
        && registry.getResource(OperatorTransaction.class) != null;
  }

  private <T> T asOperator(Handle handle, Duration atMost, Supplier<T> work) {
    LocalSettings.of("statement_timeout", String.valueOf(atMost.toMillis()))
        .and("role", "warmline_operator")
        .make(handle);
    registry.putResource(OperatorTransaction.class, true);
    return work.get();
  }

  /** Does something within a tenant, as its own requests do, and is the operator again. */
  public <T> T within(TenantId tenant, Supplier<T> work) {
    current.enter(tenant);
    take("warmline_app", tenant.toString());
    T result = work.get();
    take("warmline_operator", "");
    return result;
  }

  private void take(String role, String tenant) {
    jdbi.useHandle(LocalSettings.of("app.tenant", tenant).and("role", role)::make);
  }
}
