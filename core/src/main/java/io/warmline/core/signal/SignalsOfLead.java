package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The signals of a lead. That the prospect did something is kept, not where and with what. */
@ApplicationScoped
class SignalsOfLead implements LeadData {

  private final TenantSql sql;

  SignalsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        update signal set url = null, user_agent = null, event_id = null where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
  }
}
