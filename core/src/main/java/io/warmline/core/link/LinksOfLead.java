package io.warmline.core.link;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The tracked links of a lead: where they lead to may say who it is. */
@ApplicationScoped
class LinksOfLead implements LeadData {

  private final TenantSql sql;

  LinksOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        "delete from tracked_link where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }
}
