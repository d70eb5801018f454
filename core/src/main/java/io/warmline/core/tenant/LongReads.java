package io.warmline.core.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads much: for reports and exports. Where a replica is named it is read there, as soon as it has
 * all that was committed when the question came; what it lacks, or while it is away, the database
 * itself is asked. So a report is never of an earlier state than the answer before it.
 */
@ApplicationScoped
public class LongReads {

  private static final Logger LOG = Logger.getLogger(LongReads.class);

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final CurrentTenant tenant;
  private final ReportsReplica replica;

  LongReads(
      TenantTransaction transaction, TenantSql sql, CurrentTenant tenant, ReportsReplica replica) {
    this.transaction = transaction;
    this.sql = sql;
    this.tenant = tenant;
    this.replica = replica;
  }

  /** Asks in the transaction of one reading. */
  public interface Reader {

    /** Runs a statement that returns rows; the tenant is bound as {@code :tenant}. */
    <T> T query(String statement, Function<Query, T> use);

    /** Changes settings of the database for the rest of the reading. */
    void set(LocalSettings settings);
  }

  /** Of the database itself, in the transaction that is open. */
  private record OnTheDatabase(TenantSql sql) implements Reader {

    @Override
    public <T> T query(String statement, Function<Query, T> use) {
      return sql.query(statement, use);
    }

    @Override
    public void set(LocalSettings settings) {
      sql.set(settings);
    }
  }

  /**
   * Reads in one transaction, which changes nothing. It may be begun anew elsewhere, so it must not
   * have effects of its own.
   */
  public <T> T call(Function<Reader, T> reading) {
    Optional<T> aside = replica.hasEverything() ? aside(reading) : Optional.empty();
    return aside.orElseGet(() -> transaction.call(() -> reading.apply(new OnTheDatabase(sql))));
  }

  private <T> Optional<T> aside(Function<Reader, T> reading) {
    try {
      return Optional.of(replica.read(tenant.id(), reading));
    } catch (JdbiException e) {
      if (ReportsReplica.tookTooLong(e)) {
        throw e;
      }
      LOG.warnf("a reading on the replica failed and is done on the database: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
