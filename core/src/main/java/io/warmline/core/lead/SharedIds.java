package io.warmline.core.lead;

import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * The lock on an external id, for leads that may have nothing else in common. Whoever withdraws a
 * consent holds it alone; whoever comes, or becomes somebody else, holds it with others like them.
 * So either finds the other, whichever comes first. It is taken after the locks of the numbers.
 *
 * <p>Ids have {@value #LOCKS} locks between them, so that a long list does not take a lock for each
 * of its rows. Those of one transaction are taken at once and in order.
 */
@ApplicationScoped
class SharedIds {

  private static final int LOCKS = 64;

  private static final String LOCK =
      """
      select count(case when s.alone then cast(pg_advisory_xact_lock(s.h) as text)
                        else cast(pg_advisory_xact_lock_shared(s.h) as text) end)
      from (select hashtextextended('external id ' || cast(:tenant as text) || mod(abs(hashtext(l.external_id)::bigint), %d), 0) as h,
                   bool_or(l.consent_withdrawn_at is not null and l.consent_withdrawn_at is distinct from l.consent_taken_over_at) as alone
            from lead l
            where l.tenant_id = :tenant and l.id = any(:leads) and l.external_id is not null
            group by 1
            order by 1) s
      """
          .formatted(LOCKS);

  /** Locks those that these leads have, until the transaction ends. */
  Question<Long> lockOf(Collection<LeadId> leads) {
    return new Question<>(
        LOCK,
        Map.of("leads", leads.stream().map(LeadId::value).toArray(UUID[]::new)),
        rows -> rows.mapTo(Long.class).one());
  }
}
