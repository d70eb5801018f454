package io.warmline.core.suppression;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.RefusedPersons;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which numbers of leads are not called because of an entry. Registries are another thing. */
@ApplicationScoped
public class RefusedNumbers {

  private final TenantSql sql;

  RefusedNumbers(TenantSql sql) {
    this.sql = sql;
  }

  private record Row(LeadId lead, PhoneNumber number) {}

  /**
   * The numbers of these leads that are not called for whom the lead is called for; of a lead that
   * is not called at all, all. A lead without any is missing.
   *
   * <p>A lead that came after the refusal is of any status.
   */
  public Map<LeadId, Set<PhoneNumber>> of(Collection<Lead> leads) {
    Map<LeadId, Set<PhoneNumber>> refused = new HashMap<>();
    Set<UUID> others = new HashSet<>();
    for (Lead lead : leads) {
      if (lead.status() == LeadStatus.DO_NOT_CALL) {
        refused.put(lead.id(), Set.copyOf(lead.numbers()));
      } else if (!lead.numbers().isEmpty()) {
        others.add(lead.id().value());
      }
    }
    if (!others.isEmpty()) {
      refused.putAll(among(others));
    }
    return refused;
  }

  private Map<LeadId, Set<PhoneNumber>> among(Set<UUID> leads) {
    List<Row> rows =
        sql.query(
            """
            select p.lead_id, p.e164
            from lead l
            join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
            join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
            where l.tenant_id = :tenant and l.id = any(:leads)
              and (exists (select 1 from suppression s
                           where s.tenant_id = :tenant and s.phone = p.e164 and s.removed_at is null
                             and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id or s.client_id = c.client_id)
                           offset 0)
                   or %s)
            """
                .formatted(RefusedPersons.REFUSED),
            q ->
                q.bindArray("leads", UUID.class, leads.toArray())
                    .map(
                        (rs, ctx) ->
                            new Row(
                                new LeadId(rs.getObject(1, UUID.class)),
                                new PhoneNumber(rs.getString(2))))
                    .list());
    return rows.stream().collect(groupingBy(Row::lead, mapping(Row::number, toSet())));
  }
}
