package io.warmline.core.callrecord;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The calls of a lead. That they were made is kept, and stays with the campaign that made them. */
@ApplicationScoped
class CallsOfLead implements LeadData {

  private final TenantSql sql;

  CallsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        "select exists (select 1 from call where tenant_id = :tenant and lead_id = :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        update call set phone = null, called_from = null, notes = null, reason = null, recording_url = null, qualification = null, before = null,
          evidence = evidence - 'relationship' #- '{consent,evidence}' #- '{consent,source}' #- '{consent,scope}', version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
  }
}
