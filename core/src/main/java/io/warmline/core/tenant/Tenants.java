package io.warmline.core.tenant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  private static final String EVERY_ONE =
      "select id from tenant where suspended_at is null or :suspended order by id";

  private static final String AT_WORK =
      """
      select w.tenant_id from (%s) as w (tenant_id)
      where w.tenant_id not in (select t.id from tenant t where t.suspended_at is not null)
      """;

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
    transaction.run(() -> add(name));
    return id;
  }

  /** Enters the tenant that is worked for in the book, in the transaction that is open. */
  public void add(String name) {
    sql.update(
        "insert into tenant (id, name, created_at) values (:tenant, :name, :now)",
        u -> u.bind("name", name).bind("now", clock.instant()));
  }

  /** All tenants that are at work, for housekeeping; those that are suspended rest. */
  public List<TenantId> all() {
    return overAll(EVERY_ONE, q -> q.bind("suspended", false));
  }

  /** Those at work for whom there is something to be done at an instant, each once, in no order. */
  public Set<TenantId> having(Work work, Instant now) {
    return work.whoHasSome().stream()
        .map(AT_WORK::formatted)
        .flatMap(statement -> overAll(statement, q -> q.bind("now", now)).stream())
        .collect(Collectors.toSet());
  }

  /** The tenant that is there, suspended or not; empty if there are several, or none. */
  public Optional<TenantId> only() {
    List<TenantId> every = overAll(EVERY_ONE, q -> q.bind("suspended", true));
    return every.size() == 1 ? Optional.of(every.get(0)) : Optional.empty();
  }

  /** Whether there is the current tenant. */
  public boolean isKnown() {
    return transaction.call(
        () ->
            sql.query(
                "select true from tenant where id = :tenant",
                q -> q.mapTo(Boolean.class).findOne().orElse(false)));
  }

  /** Whether the current tenant is suspended: what is under way for it comes to rest. */
  public boolean isSuspended() {
    return transaction.call(
        () ->
            sql.query(
                "select suspended_at is not null from tenant where id = :tenant",
                q -> q.mapTo(Boolean.class).findOne().orElse(true)));
  }

  /**
   * Refuses whoever comes by a link of a tenant that is suspended.
   *
   * @throws WarmlineException TENANT_SUSPENDED
   */
  public void requireAtWork() {
    if (isSuspended()) {
      throw new WarmlineException(
          ProblemCode.TENANT_SUSPENDED,
          "This tenant is suspended. What it has is kept; whoever runs the server resumes it.");
    }
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
