package io.warmline.core.registry;

import io.warmline.core.id.ClaimId;
import io.warmline.core.id.ImportId;
import io.warmline.core.queue.Exemptions;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.suppression.RevokeClaims;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets the queue follow a registry, step by step through the numbers of the tenant, each step a
 * short transaction. Doing it again does no harm, because rows are derived from what is in force.
 */
@ApplicationScoped
class FollowRegistry {

  /** Each number takes a place in the database's table of locks, which has some thousands. */
  private static final int NUMBERS_AT_ONCE = 1000;

  /*
   * A number is concerned if it is on one of the two lists, not on both. "With ties" keeps the
   * numbers of a lead together.
   */
  private static final String STEP =
      """
      with step as (
        select p.lead_id, p.e164, p.country, p.jurisdictions from lead_phone p
        where p.tenant_id = :tenant and p.lead_id > :after
        order by p.lead_id
        fetch first :limit rows with ties
      )
      select (array_agg(s.lead_id order by s.lead_id desc))[1] as last,
             array_agg(distinct s.lead_id) filter (where
               (:whole and (s.country = :country or s.country is null and starts_with(s.e164, :callingCode)
                            or exists (select 1 from unnest(s.jurisdictions) j where starts_with(j, :country))))
               or (select count(*) from registry_number n
                   where n.tenant_id = :tenant and n.list_id in (:list, :before) and n.phone = s.e164) = 1) as leads
      from step s
      """;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Tenants tenants;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final RevokeClaims revokeClaims;
  private final Clock clock;
  private volatile boolean leavingOff;

  FollowRegistry(
      TenantTransaction transaction,
      TenantSql sql,
      Tenants tenants,
      Numbers numbers,
      QueueEntries queue,
      RevokeClaims revokeClaims,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.tenants = tenants;
    this.numbers = numbers;
    this.queue = queue;
    this.revokeClaims = revokeClaims;
    this.clock = clock;
  }

  /**
   * What has changed.
   *
   * @param list the list in force
   * @param before the list it took the place of; the same: no list has changed; empty: the list has
   *     just come or gone
   * @param whole whether dialling of the whole country stops or begins again
   */
  record Change(Territory jurisdiction, ImportId list, Optional<ImportId> before, boolean whole) {}

  /** A step: the last lead looked at, if there was one, and the leads concerned. */
  private record Step(Optional<UUID> last, List<UUID> concerned) {}

  /** Told of every step, in its transaction. */
  interface Progress {
    void made(int leads, Instant now);
  }

  /** Derives the rows of all leads concerned; false if it was left off before the end. */
  boolean follow(Change change, Progress progress) {
    Optional<UUID> after = Optional.of(new UUID(0, 0));
    while (after.isPresent()) {
      if (leavingOff || tenants.isSuspended()) {
        return false;
      }
      UUID from = after.get();
      after = transaction.call(() -> step(change, from, progress));
    }
    return true;
  }

  private Optional<UUID> step(Change change, UUID after, Progress progress) {
    Instant now = clock.instant();
    Step step = next(change, after);
    if (!step.concerned().isEmpty()) {
      numbers.lockOf(step.concerned());
      queue.lock(step.concerned());
      revokeClaims.of(claimedInVain(step.concerned(), now), "ON_REGISTRY", now);
      queue.refresh(step.concerned(), now);
    }
    progress.made(step.concerned().size(), now);
    return step.last();
  }

  private Step next(Change change, UUID after) {
    return sql.query(
        STEP,
        q ->
            q.bind("after", after)
                .bind("limit", NUMBERS_AT_ONCE)
                .bind("whole", change.whole())
                .bind("country", change.jurisdiction().country())
                .bind("callingCode", change.jurisdiction().callingCode())
                .bind("list", change.list().value())
                .bind("before", change.before().map(ImportId::value).orElse(null))
                .map((rs, ctx) -> step(rs))
                .one());
  }

  private static Step step(ResultSet rs) throws SQLException {
    Array leads = rs.getArray("leads");
    return new Step(
        Optional.ofNullable(rs.getObject("last", UUID.class)),
        leads == null ? List.of() : Arrays.asList((UUID[]) leads.getArray()));
  }

  private List<ClaimId> claimedInVain(List<UUID> leads, Instant now) {
    return sql.query(
        """
        select q.claim_id from queue_entry q
        join campaign c on c.tenant_id = :tenant and c.id = q.campaign_id
        join lead l on l.tenant_id = :tenant and l.id = q.lead_id
        where q.tenant_id = :tenant and q.lead_id = any(:leads) and q.state = 'LEASED'
          and exists (select 1 from registry g
                      where g.tenant_id = :tenant and c.audience = any(g.covers)
                        and (%s > :now) is not true
                        and exists (select 1 from registry_number n
                                    where n.tenant_id = :tenant and n.list_id = g.list_id and n.phone = q.phone))
        order by q.lead_id
        """
            .formatted(Exemptions.FROM_REGISTRY_UNTIL),
        q ->
            q.bindArray("leads", UUID.class, leads.toArray())
                .bind("now", now)
                .mapTo(ClaimId.class)
                .list());
  }

  /** What is under way stops before its next step: this server ends. */
  void leaveOff() {
    leavingOff = true;
  }
}
