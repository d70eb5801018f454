package io.warmline.core.queue;

import io.warmline.core.id.ClaimId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The lock on a phone number. Whoever changes a fact that decides whether a number may be called (a
 * lead that has it, a call to it, a do-not-call entry) holds the lock until the end of the
 * transaction. So no derived queue row can be computed from a state of affairs that another
 * transaction is just ending. In a database that is distributed the lock is on the worker that
 * holds the tenant, whichever way it is taken.
 */
@ApplicationScoped
public class Numbers {

  private static final String LOCK_OF =
      """
      select s.e164, pg_advisory_xact_lock(s.h)
      from (select distinct p.e164, hashtextextended(cast(:tenant as text) || p.e164, 0) as h
            from lead_phone p
            where p.tenant_id = :tenant
              and p.lead_id = any(:lockedLeads || array(select m.lead_id from claim m
                                                        where m.tenant_id = :tenant and m.id = any(:lockedClaims)))
            order by h) s
      """;

  private final TenantSql sql;

  Numbers(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Locks these numbers, always in the same order, so that two transactions cannot lock each other
   * out.
   */
  public void lock(Collection<PhoneNumber> numbers) {
    lockTexts(numbers.stream().map(PhoneNumber::e164).toList());
  }

  /** Locks all numbers that these leads have as it starts, and tells which those are. */
  public List<PhoneNumber> lockOf(Collection<UUID> leads) {
    return sql.ask(lockOf(leads, List.of()));
  }

  /** As {@link #lockOf(Collection)} for these leads and for those that these claims are on. */
  public Question<List<PhoneNumber>> lockOf(Collection<UUID> leads, Collection<ClaimId> claimed) {
    return new Question<>(
        LOCK_OF,
        Map.of(
            "lockedLeads", leads.toArray(UUID[]::new),
            "lockedClaims", claimed.stream().map(ClaimId::value).toArray(UUID[]::new)),
        rows -> rows.mapTo(PhoneNumber.class).list());
  }

  private void lockTexts(Collection<String> numbers) {
    if (numbers.isEmpty()) {
      return;
    }
    sql.query(
        """
        select count(pg_advisory_xact_lock(h))
        from (select distinct hashtextextended(cast(t.id as text) || n, 0) as h
              from tenant t, unnest(:numbers) n
              where t.id = :tenant
              order by 1) s
        """,
        q -> q.bindArray("numbers", String.class, numbers.toArray()).mapTo(Long.class).one());
  }
}
