package io.warmline.core.suppression;

import io.warmline.core.id.ClaimId;
import io.warmline.core.lead.FollowLeads;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Whoever withdrew their consent is in no agent's hands any more, as after a refusal. */
@ApplicationScoped
class FollowConsents implements FollowLeads {

  private static final String REASON = "CONSENT_WITHDRAWN";

  private final TenantSql sql;
  private final QueueEntries queue;
  private final RevokeClaims revokeClaims;

  FollowConsents(TenantSql sql, QueueEntries queue, RevokeClaims revokeClaims) {
    this.sql = sql;
    this.queue = queue;
    this.revokeClaims = revokeClaims;
  }

  @Override
  public void of(Collection<UUID> leads, Instant now) {
    List<UUID> withdrawn = leads.isEmpty() ? List.of() : withdrawn(leads);
    if (!withdrawn.isEmpty()) {
      queue.lock(withdrawn);
      revokeClaims.of(claimsOn(withdrawn), REASON, now);
    }
  }

  private List<UUID> withdrawn(Collection<UUID> leads) {
    return sql.query(
        """
        select l.id from lead l
        where l.tenant_id = :tenant and l.id = any(:leads) and l.consent_withdrawn_at is not null
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(UUID.class).list());
  }

  /** Their rows are locked: a claim that is being made has been made by then, or is not. */
  private List<ClaimId> claimsOn(Collection<UUID> leads) {
    return sql.query(
        """
        select q.claim_id from queue_entry q
        where q.tenant_id = :tenant and q.lead_id = any(:leads) and q.state = 'LEASED'
        order by q.lead_id
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(ClaimId.class).list());
  }
}
