package io.warmline.core.census;

import io.warmline.core.census.Census.Place;
import io.warmline.core.census.Census.State;
import io.warmline.core.queue.QueueState;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts, tenant by tenant. It reads the whole queue: once a minute is often enough. */
@ApplicationScoped
public class TakeCensus {

  private final Tenants tenants;
  private final CurrentTenant current;
  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Clock clock;

  TakeCensus(
      Tenants tenants,
      CurrentTenant current,
      TenantTransaction transaction,
      TenantSql sql,
      Clock clock) {
    this.tenants = tenants;
    this.current = current;
    this.transaction = transaction;
    this.sql = sql;
    this.clock = clock;
  }

  /** Of all tenants. */
  @ActivateRequestContext
  public Census ofAll() {
    Instant now = clock.instant();
    return tenants.all().stream()
        .map(
            tenant -> {
              current.enter(tenant);
              return transaction.call(() -> ofOne(now));
            })
        .reduce(Census.NONE, Census::and);
  }

  private Census ofOne(Instant now) {
    return new Census(
        queue(),
        count(
            """
            select count(*) from callback
            where tenant_id = :tenant and status in ('SCHEDULED', 'DUE', 'CLAIMED') and latest_at < :now
            """,
            now),
        count(
            """
            select count(*) from import_job
            where tenant_id = :tenant and status in ('QUEUED', 'RUNNING') and created_at <= :now
            """,
            now),
        count(
            """
            select count(*) from event
            where tenant_id = :tenant and sequence is null and occurred_at <= :now
            """,
            now));
  }

  private Map<Place, Long> queue() {
    return sql.query(
        """
        select state, tier, count(*) from queue_entry
        where tenant_id = :tenant
        group by state, tier
        """,
        q ->
            q
                .map(
                    (rs, ctx) ->
                        Map.entry(
                            new Place(State.of(QueueState.valueOf(rs.getString(1))), rs.getInt(2)),
                            rs.getLong(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private long count(String statement, Instant now) {
    return sql.query(statement, q -> q.bind("now", now).mapTo(Long.class).one());
  }
}
