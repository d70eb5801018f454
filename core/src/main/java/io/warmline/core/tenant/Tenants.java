package io.warmline.core.tenant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

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

  /** All tenants, for housekeeping; nothing else sees more than one. */
  public List<TenantId> all() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                jdbi.withHandle(
                    handle -> {
                      handle
                          .createQuery("select set_config('app.housekeeping', 'on', true)")
                          .mapTo(String.class)
                          .one();
                      return handle
                          .createQuery("select id from tenant order by id")
                          .mapTo(UUID.class)
                          .stream()
                          .map(TenantId::new)
                          .toList();
                    }));
  }
}
