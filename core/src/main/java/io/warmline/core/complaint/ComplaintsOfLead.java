package io.warmline.core.complaint;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What a lead complained of. That it did stays on record. */
@ApplicationScoped
class ComplaintsOfLead implements LeadData {

  private final TenantSql sql;
  private final Complaints complaints;

  ComplaintsOfLead(TenantSql sql, Complaints complaints) {
    this.sql = sql;
    this.complaints = complaints;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        "select exists (select 1 from complaint where tenant_id = :tenant and lead_id = :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    complaints.withdrawOf(lead, now);
    sql.update(
        "update complaint set words = null, note = null where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }
}
