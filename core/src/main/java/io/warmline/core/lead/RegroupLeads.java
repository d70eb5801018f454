package io.warmline.core.lead;

import io.warmline.core.id.TenantId;
import io.warmline.core.queue.CappedLeads;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.TornBuckets;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes leads out of the buckets in which they do not belong any more, because zones that used to
 * agree no longer do, or because a place has come to have law of its own. Meanwhile such a bucket
 * opens only when all of them allow it, so that no lead is called too early or too late while it
 * waits for its turn here. What a server with an older law has worked out is worked out anew.
 */
@ApplicationScoped
public class RegroupLeads implements Chore {

  /** Laws and clocks change seldom, and what they change is in force before. */
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Each number takes a place in the database's table of locks, which has some thousands. */
  private static final int NUMBERS_AT_ONCE = 1000;

  /** Who was on the way in when a law came is there in the second round. */
  private static final int MOST_ROUNDS = 5;

  /* "With ties" keeps the numbers of a lead together. */
  private static final String STEP =
      """
      with step as (
        select p.lead_id, p.bucket_id from lead_phone p
        where p.tenant_id = :tenant and p.lead_id > :after
        order by p.lead_id
        fetch first :limit rows with ties
      )
      select (array_agg(s.lead_id order by s.lead_id desc))[1] as last,
             array_agg(distinct s.lead_id) filter (where s.bucket_id = any(:torn)) as leads
      from step s
      """;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final CurrentTenant tenant;
  private final CappedLeads capped;
  private final TornBuckets buckets;
  private final LeadBook book;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Clock clock;
  private final Map<TenantId, Instant> lastLook = new ConcurrentHashMap<>();

  RegroupLeads(
      TenantTransaction transaction,
      TenantSql sql,
      CurrentTenant tenant,
      CappedLeads capped,
      TornBuckets buckets,
      LeadBook book,
      Numbers numbers,
      QueueEntries queue,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.tenant = tenant;
    this.capped = capped;
    this.buckets = buckets;
    this.book = book;
    this.numbers = numbers;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return TornBuckets.tenants();
  }

  @Override
  public void tick() {
    Instant now = clock.instant();
    Instant last = lastLook.get(tenant.id());
    if (last == null || now.isBefore(last) || !now.isBefore(last.plus(EVERY))) {
      lastLook.put(tenant.id(), now);
      transaction.run(() -> capped.followEdition(clock.instant()));
      regroup();
    }
  }

  /**
   * Does so for the current tenant, in short transactions. Where all clocks still agree it costs
   * one look at the buckets. Any number of servers may do it at once, and again.
   */
  public void regroup() {
    List<Long> torn = transaction.call(() -> buckets.find(clock.instant()));
    for (int round = 0; round < MOST_ROUNDS && !torn.isEmpty(); round++) {
      torn = regroup(torn);
    }
  }

  /** Does so for these buckets; those in which somebody is left who came by the law before. */
  private List<Long> regroup(List<Long> torn) {
    transaction.run(() -> capped.followClocks(torn, clock.instant()));
    Optional<UUID> after = Optional.of(new UUID(0, 0));
    while (after.isPresent()) {
      UUID from = after.get();
      after = transaction.call(() -> step(torn, from, clock.instant()));
    }
    return transaction.call(() -> buckets.mend(torn, clock.instant()));
  }

  /** A step: the last lead looked at, if there was one, and the leads of torn buckets. */
  private record Step(Optional<UUID> last, List<UUID> concerned) {

    static Step read(ResultSet rs) throws SQLException {
      Array leads = rs.getArray("leads");
      return new Step(
          Optional.ofNullable(rs.getObject("last", UUID.class)),
          leads == null ? List.of() : Arrays.asList((UUID[]) leads.getArray()));
    }
  }

  private Optional<UUID> step(List<Long> torn, UUID after, Instant now) {
    Step step = next(torn, after);
    if (!step.concerned().isEmpty()) {
      numbers.lockOf(step.concerned());
      book.seatAnew(step.concerned(), now);
      queue.refresh(step.concerned(), now);
    }
    return step.last();
  }

  private Step next(List<Long> torn, UUID after) {
    return sql.query(
        STEP,
        q ->
            q.bind("after", after)
                .bind("limit", NUMBERS_AT_ONCE)
                .bindArray("torn", Long.class, torn.toArray())
                .map((rs, ctx) -> Step.read(rs))
                .one());
  }
}
