package io.warmline.core.handoff;

import io.warmline.core.event.Events;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The hand-offs of a lead. They stay with the client to whom it was offered. */
@ApplicationScoped
class HandoffsOfLead implements LeadData {

  private final TenantSql sql;
  private final Events events;

  HandoffsOfLead(TenantSql sql, Events events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        "select exists (select 1 from handoff where tenant_id = :tenant and lead_id = :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    for (UUID handoff : expireOpen(lead, now)) {
      events.record(new HandoffEvent.Forgotten(new HandoffId(handoff), lead, LEAD_ERASED), now);
    }
    sql.update(
        """
        update handoff set qualification = null, reason = null, comment = null, version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
  }

  private List<UUID> expireOpen(LeadId lead, Instant now) {
    return sql.query(
        """
        update handoff set status = 'EXPIRED', expired_at = :now, expiry_reason = :reason, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status = 'OFFERED'
        returning id
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("reason", LEAD_ERASED)
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
  }
}
