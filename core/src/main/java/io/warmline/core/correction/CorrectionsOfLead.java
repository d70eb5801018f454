package io.warmline.core.correction;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Corrections of what was told of a lead. They stay with what was corrected. */
@ApplicationScoped
class CorrectionsOfLead implements LeadData {

  private final TenantSql sql;

  CorrectionsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        "select exists (select 1 from correction where tenant_id = :tenant and lead_id = :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        "update correction set reason = null, before = '{}' where tenant_id = :tenant and lead_id ="
            + " :lead",
        u -> u.bind("lead", lead.value()));
  }
}
