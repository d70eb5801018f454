package io.warmline.core.lead;

import io.warmline.core.compliance.Law;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.OneOfCompany;
import io.warmline.core.queue.QueueState;
import io.warmline.core.queue.Tier;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** How leads stand in the queue. */
@ApplicationScoped
class QueuedLeads {

  private final TenantSql sql;
  private final LeadPhones phones;

  QueuedLeads(TenantSql sql, LeadPhones phones) {
    this.sql = sql;
    this.phones = phones;
  }

  /**
   * How a lead stands in the queue.
   *
   * @param expected whether the prospect waits for the call
   * @param law what is kept towards whoever has its number; empty without a number
   * @param blockedBy what closed it, or what it waits for
   * @param leaseEnds when the agent who holds it has to be done
   * @param numberFreeAt when the agent who calls its number for another lead has to be done
   * @param companyFreeAt when the agents who hold leads of its company have to be done, where these
   *     are called one at a time
   */
  record QueuedLead(
      boolean closed,
      boolean leased,
      boolean expected,
      Optional<PhoneNumber> phone,
      Optional<Law> law,
      Instant notBefore,
      Optional<BlockCode> blockedBy,
      Optional<Instant> leaseEnds,
      Optional<Instant> numberFreeAt,
      Optional<Instant> companyFreeAt) {}

  QueuedLead get(LeadId lead) {
    return sql.query(
        """
        select q.state, q.tier, q.phone, q.not_before, q.blocked_by, q.lease_expires_at,
               (select o.lease_expires_at from queue_entry o
                where o.tenant_id = :tenant and o.phone = q.phone and o.state = 'LEASED' and o.lead_id <> q.lead_id) as number_free_at,
               %s as company_free_at
        from queue_entry q
        where q.tenant_id = :tenant and q.lead_id = :lead
        """
            .formatted(OneOfCompany.IN_CALL_UNTIL),
        q -> q.bind("lead", lead.value()).map((RowView row) -> read(lead, row)).one());
  }

  private QueuedLead read(LeadId lead, RowView row) {
    QueueState state = row.getColumn("state", QueueState.class);
    Optional<PhoneNumber> phone = Optional.ofNullable(row.getColumn("phone", PhoneNumber.class));
    return new QueuedLead(
        state == QueueState.CLOSED,
        state == QueueState.LEASED,
        Tier.isExpected(row.getColumn("tier", Integer.class)),
        phone,
        phone.flatMap(number -> phones.lawOf(lead, number)),
        row.getColumn("not_before", Instant.class),
        Optional.ofNullable(row.getColumn("blocked_by", BlockCode.class)),
        Optional.ofNullable(row.getColumn("lease_expires_at", Instant.class)),
        Optional.ofNullable(row.getColumn("number_free_at", Instant.class)),
        Optional.ofNullable(row.getColumn("company_free_at", Instant.class)));
  }
}
