package io.warmline.core.suppression;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * A number that must not be called stays on the list, or it would be called again. Why, in words,
 * may say who asked for it.
 */
@ApplicationScoped
class SuppressionsOfLead implements LeadData {

  private final TenantSql sql;

  SuppressionsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        update suppression s set reason = null,
          removal_evidence = case when s.removed_at is null then null else 'erased' end
        where s.tenant_id = :tenant
          and (s.lead_id = :lead
               or s.phone in (
                 select p.e164 from lead_phone p where p.tenant_id = :tenant and p.lead_id = :lead)
               or s.call_id in (
                 select c.id from call c where c.tenant_id = :tenant and c.lead_id = :lead))
        """,
        u -> u.bind("lead", lead.value()));
  }
}
