package io.warmline.core.idempotency;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Answers that were kept for repeated requests say who a lead is, as does the header that names
 * where it is by an id of the caller's; those about a do-not-call entry say it of a number that the
 * lead may have had before. That a request was done is kept, so that it is not done again.
 */
@ApplicationScoped
class AnswersOfLead implements LeadData {

  private final TenantSql sql;

  AnswersOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        update idempotency_key set body = null, headers = '{}', subjects = '{}', erased_at = :now
        where tenant_id = :tenant
          and subjects && (
            select array_append(array_agg(about.subject), cast(:lead as text))
            from (
              select p.e164 as subject from lead_phone p
              where p.tenant_id = :tenant and p.lead_id = :id
              union all
              select unnest(array[cast(s.id as text), s.phone]) from suppression s
              where s.tenant_id = :tenant and s.lead_id = :id
            ) about
          )
        """,
        u -> u.bind("lead", lead.value().toString()).bind("id", lead.value()).bind("now", now));
  }
}
