package io.warmline.core.queue;

import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the materialised state true as time passes: buckets that closed get their next opening,
 * leads whose time has come become ready, leases that ran out give their leads back. Any number of
 * processes may do it at once.
 */
@ApplicationScoped
public class Promoter implements Chore {

  /** A claim promotes first, but not more often than this for one tenant. */
  private static final Duration AT_CLAIM = Duration.ofMillis(250);

  private static final int BATCH = 500;

  private static final String PROMOTE =
      """
      with due as (
        select q.lead_id
        from window_bucket b
        cross join lateral (
          select q.lead_id from queue_entry q
          where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'WAITING' and q.not_before <= :now
          order by q.not_before
          limit :batch
          for no key update skip locked) q
        where b.tenant_id = :tenant
      )
      update queue_entry q set state = 'READY', blocked_by = null
      from due
      where q.tenant_id = :tenant and q.lead_id = due.lead_id and q.state = 'WAITING' and q.not_before <= :now
      """;

  private final TenantTransaction transaction;
  private final Batches batches;
  private final TenantSql sql;
  private final CurrentTenant tenant;
  private final ExpireLeases expireLeases;
  private final CappedLeads capped;
  private final Watermarks watermarks;
  private final TransactionSynchronizationRegistry commits;
  private final Clock clock;
  private final Map<TenantId, Instant> lastAtClaim = new ConcurrentHashMap<>();
  private final Set<TenantId> workedOut = ConcurrentHashMap.newKeySet();

  Promoter(
      TenantTransaction transaction,
      Batches batches,
      TenantSql sql,
      CurrentTenant tenant,
      ExpireLeases expireLeases,
      CappedLeads capped,
      Watermarks watermarks,
      TransactionSynchronizationRegistry commits,
      Clock clock) {
    this.transaction = transaction;
    this.batches = batches;
    this.sql = sql;
    this.tenant = tenant;
    this.expireLeases = expireLeases;
    this.capped = capped;
    this.watermarks = watermarks;
    this.commits = commits;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from window_bucket where closes_at <= :now
        """,
        """
        select tenant_id from queue_entry where lease_expires_at <= :now
        """,
        """
        select b.tenant_id
        from window_bucket b
        where exists (select 1 from queue_entry q
                      where q.tenant_id = b.tenant_id and q.bucket_id = b.id and q.state = 'WAITING' and q.not_before <= :now)
        """);
  }

  /** The first round of a process works out all openings anew. */
  @Override
  public void tick() {
    if (!workedOut.contains(tenant.id())) {
      transaction.run(() -> capped.followAll(clock.instant()));
      workedOut.add(tenant.id());
    }
    transaction.run(() -> capped.rollForward(clock.instant()));
    transaction.run(() -> promote(clock.instant()));
    batches.toTheEnd(ExpireLeases.BATCH, expireLeases::batch);
  }

  /**
   * Before a claim: the same, cheaply, so that a lead is claimable from the instant at which it is
   * due. Locks on numbers come before locks on rows, here as everywhere.
   */
  void promoteAtClaim(Instant now) {
    if (!workedOut.contains(tenant.id())) {
      capped.followAll(now);
      afterCommit(tenant.id());
    }
    Instant last = lastAtClaim.get(tenant.id());
    if (last != null && !now.isBefore(last) && now.isBefore(last.plus(AT_CLAIM))) {
      return;
    }
    lastAtClaim.put(tenant.id(), now);
    capped.rollForward(now);
    expireLeases.batch(now);
    promote(now);
  }

  /**
   * Until then every other claim works all openings out, too, and so waits for this one: none goes
   * by the law of the version before.
   */
  private void afterCommit(TenantId done) {
    commits.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              workedOut.add(done);
            }
          }
        });
  }

  private void promote(Instant now) {
    int promoted = sql.update(PROMOTE, u -> u.bind("now", now).bind("batch", BATCH));
    if (promoted > 0) {
      watermarks.dropAfterCommit();
    }
  }
}
