package io.warmline.core.census;

import io.warmline.core.census.Census.Ages;
import io.warmline.core.census.Census.Backlog;
import io.warmline.core.census.Census.Place;
import io.warmline.core.census.Census.RowFate;
import io.warmline.core.census.Census.State;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.QueueState;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
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

  /** Of the tenant that is here. */
  Census ofOne(Instant now) {
    return new Census(
        queue(),
        blocked(now),
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
        rows(now),
        backlog(
            """
            select count(*), min(occurred_at) from event
            where tenant_id = :tenant and month = 0 and occurred_at <= :now
            """,
            now),
        backlog(
            """
            select count(*), min(created_at) from webhook_delivery
            where tenant_id = :tenant and status = 'PENDING' and created_at <= :now
            """,
            now),
        registries(now));
  }

  /** As a campaign's queue says it, see LookAtQueue; a number in use is that of a claimed lead. */
  private Map<BlockCode, Long> blocked(Instant now) {
    return sql.query(
        """
        select b.code, count(*)
        from (
          select case when q.state = 'CLOSED' then q.blocked_by
                      when q.state = 'LEASED' then 'CLAIMED'
                      when c.status = 'PAUSED' then 'CAMPAIGN_PAUSED'
                      when q.state = 'WAITING' and q.not_before > :now then q.blocked_by
                      when not (w.opens_at <= :now and w.closes_at > :now) then coalesce(w.closed_by, 'CALLING_HOURS')
                 end as code
          from queue_entry q
          join campaign c on c.tenant_id = :tenant and c.id = q.campaign_id
          left join window_bucket w on w.tenant_id = :tenant and w.id = q.bucket_id
          where q.tenant_id = :tenant
        ) b
        where b.code is not null
        group by b.code
        """,
        q ->
            q
                .bind("now", now)
                .map((rs, ctx) -> Map.entry(BlockCode.valueOf(rs.getString(1)), rs.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Map<RowFate, Long> rows(Instant now) {
    return sql.query(
        """
        select coalesce(sum(created), 0), coalesce(sum(merged), 0), coalesce(sum(skipped), 0), coalesce(sum(rejected), 0)
        from import_job
        where tenant_id = :tenant and not dry_run and created_at > :dayBefore
        """,
        q ->
            q.bind("dayBefore", now.minus(Duration.ofDays(1)))
                .map(
                    (rs, ctx) ->
                        Map.of(
                            RowFate.CREATED, rs.getLong(1),
                            RowFate.MERGED, rs.getLong(2),
                            RowFate.SKIPPED, rs.getLong(3),
                            RowFate.REJECTED, rs.getLong(4)))
                .one());
  }

  private Backlog backlog(String statement, Instant now) {
    return sql.query(
        statement,
        q ->
            q.bind("now", now)
                .map(
                    (rs, ctx) ->
                        new Backlog(
                            rs.getLong(1),
                            Optional.ofNullable(rs.getObject(2, OffsetDateTime.class))
                                .map(first -> Duration.between(first.toInstant(), now))
                                .orElse(Duration.ZERO)))
                .one());
  }

  private Ages registries(Instant now) {
    return sql.query(
        """
        select count(*), count(*) filter (where expires_at <= :now), min(expires_at) filter (where expires_at > :now)
        from registry
        where tenant_id = :tenant and expires_at is not null
        """,
        q ->
            q.bind("now", now)
                .map(
                    (rs, ctx) ->
                        new Ages(
                            rs.getLong(1),
                            rs.getLong(2),
                            Optional.ofNullable(rs.getObject(3, OffsetDateTime.class))
                                .map(next -> Duration.between(now, next.toInstant()))))
                .one());
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
