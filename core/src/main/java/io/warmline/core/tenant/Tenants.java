package io.warmline.core.tenant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/** The firms that use this Warmline. */
@ApplicationScoped
public class Tenants {

  private final CurrentTenant current;
  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Jdbi jdbi;
  private final Clock clock;

  Tenants(
      CurrentTenant current, TenantTransaction transaction, TenantSql sql, Jdbi jdbi, Clock clock) {
    this.current = current;
    this.transaction = transaction;
    this.sql = sql;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Creates a tenant, and works for it from then on. */
  public TenantId create(String name) {
    TenantId id = TenantId.next();
    current.enter(id);
    transaction.run(
        () ->
            sql.update(
                "insert into tenant (id, name, created_at) values (:tenant, :name, :now)",
                u -> u.bind("name", name).bind("now", clock.instant())));
    return id;
  }

  /** All tenants, for housekeeping. */
  public List<TenantId> all() {
    return overAll("select id from tenant order by id", q -> {});
  }

  /** Those for whom there is work at an instant, each once, in no order. */
  public Set<TenantId> having(Work work, Instant now) {
    return work.whoHasSome().stream()
        .flatMap(statement -> overAll(statement, q -> q.bind("now", now)).stream())
        .collect(Collectors.toSet());
  }

  /**
   * Nothing else sees more than one tenant: this role may look, and is left with the transaction.
   */
  private List<TenantId> overAll(String statement, Consumer<Query> bind) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                jdbi.withHandle(
                    handle -> {
                      handle.execute("set local role warmline_rounds");
                      Query query = handle.createQuery(statement);
                      query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
                      bind.accept(query);
                      return query.mapTo(UUID.class).stream()
                          .distinct()
                          .map(TenantId::new)
                          .toList();
                    }));
  }
}
