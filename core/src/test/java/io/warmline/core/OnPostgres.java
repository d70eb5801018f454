package io.warmline.core;

import io.quarkus.test.common.QuarkusTestResource;
import io.warmline.core.event.Event;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A test of the domain on a real PostgreSQL: in a new tenant, at {@link TestClock#START}, and the
 * queue is sound afterwards.
 */
@Tag(OnPostgres.TAG)
@QuarkusTestResource(PostgresForTests.class)
public abstract class OnPostgres {

  /** Of all tests that need a database; {@code -Ppure} leaves them out. */
  public static final String TAG = "database";

  @Inject protected Fixture given;
  @Inject protected Desk desk;
  @Inject protected TestClock clock;
  @Inject protected Invariants invariants;
  @Inject protected TenantTransaction transaction;
  @Inject protected TenantSql sql;
  @Inject Leads leads;
  @Inject QueueEntries queue;
  @Inject Events events;

  @BeforeEach
  void aNewTenantOnAWednesday() {
    clock.reset();
    given.newTenant();
  }

  @AfterEach
  void theQueueIsSound() {
    invariants.hold();
  }

  /** The lead as it is now. */
  protected Lead read(LeadId lead) {
    return transaction.call(() -> leads.get(lead));
  }

  /** What the queue means to do with the lead. */
  protected QueueEntries.Outlook outlook(LeadId lead) {
    return transaction.call(() -> queue.outlook(lead.value()));
  }

  /** All events of a type in the tenant so far. */
  protected List<Event> events(EventType type) {
    return transaction.call(() -> events.after(0, type.label(), 10_000));
  }

  /**
   * Statements, separated by semicolons, as the owner of the tables, whom no wall between tenants
   * stops.
   */
  protected void asOwner(String statements) {
    sql.jdbi()
        .useHandle(
            handle -> {
              handle.execute("reset role");
              try (Statement statement = handle.getConnection().createStatement()) {
                statement.execute(statements);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              } finally {
                handle.execute("set role warmline_app");
              }
            });
  }
}
