package io.warmline.core.outcome;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * What became of the meetings and hand-offs of a lead. The sums stay; they are the client's books.
 */
@ApplicationScoped
class OutcomesOfLead implements LeadData {

  private final TenantSql sql;

  OutcomesOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        "select exists (select 1 from outcome where tenant_id = :tenant and lead_id = :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  /** Words that a kind must have are replaced, so that the row can still be read. */
  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        update outcome
        set reason = case when reason is not null then :erased end, next_step = case when next_step is not null then :erased end,
            version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()).bind("erased", LEAD_ERASED));
  }
}
