package io.warmline.core.queue;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The claims on a lead. None is live when a lead is erased. */
@ApplicationScoped
class ClaimsOfLead implements LeadData {

  private final TenantSql sql;

  ClaimsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        "update claim set phone = null, note = null where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }
}
