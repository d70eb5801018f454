package io.warmline.core.suppression;

import io.warmline.core.id.ClaimId;
import io.warmline.core.lead.FollowLeads;
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
  private final RevokeClaims revokeClaims;

  FollowConsents(TenantSql sql, RevokeClaims revokeClaims) {
    this.sql = sql;
    this.revokeClaims = revokeClaims;
  }

  @Override
  public void of(Collection<UUID> leads, Instant now) {
    if (!leads.isEmpty()) {
      revokeClaims.of(claimedInVain(leads), REASON, now);
    }
  }

  private List<ClaimId> claimedInVain(Collection<UUID> leads) {
    return sql.query(
        """
        select q.claim_id
        from queue_entry q
        join lead l on l.tenant_id = :tenant and l.id = q.lead_id and l.consent_withdrawn_at is not null
        where q.tenant_id = :tenant and q.lead_id = any(:leads) and q.state = 'LEASED'
        order by q.lead_id
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(ClaimId.class).list());
  }
}
