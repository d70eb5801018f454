package io.warmline.core.imports;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Rows of files that are kept for a while, to be mended and sent again. Which lead a row was about
 * is not known: one that was refused made none. So those go that have a number, the address, the id
 * or both names of the lead in them; a row too many is a row less to mend.
 */
@ApplicationScoped
class ImportsOfLead implements LeadData {

  private final TenantSql sql;

  ImportsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        delete from import_row r
        where r.tenant_id = :tenant and exists (
          select 1 from lead l
          where l.tenant_id = :tenant and l.id = :lead
            and (position(lower(l.email) in lower(r.content)) > 0
              or (length(l.external_id) > 3 and position(l.external_id in r.content) > 0)
              or (position(lower(l.first_name) in lower(r.content)) > 0
                and position(lower(l.last_name) in lower(r.content)) > 0)
              or exists (
                select 1 from lead_phone p
                where p.tenant_id = :tenant and p.lead_id = :lead
                  and position(right(p.e164, 7) in regexp_replace(r.content, '[^0-9]', '', 'g')) > 0)))
        """,
        u -> u.bind("lead", lead.value()));
  }
}
