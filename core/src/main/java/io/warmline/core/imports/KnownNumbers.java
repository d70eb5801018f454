package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which numbers of a file the tenant knew before. */
@ApplicationScoped
class KnownNumbers {

  private final TenantSql sql;

  KnownNumbers(TenantSql sql) {
    this.sql = sql;
  }

  /** Those that a lead had which was there before. */
  Set<PhoneNumber> ofLeads(Collection<PhoneNumber> numbers, Instant before) {
    return numbers(
        """
        select n.e164
        from unnest(cast(:phones as text[])) as n (e164)
        where exists (select 1 from lead_phone p
                      join lead l on l.tenant_id = :tenant and l.id = p.lead_id
                      where p.tenant_id = :tenant and p.e164 = n.e164 and l.created_at < :before
                      offset 0)
        order by n.e164
        """,
        numbers,
        CampaignId.next(),
        before);
  }

  /** Those that were on the do-not-call list before, as far as it holds for this campaign. */
  Set<PhoneNumber> onDoNotCallList(
      Collection<PhoneNumber> numbers, CampaignId campaign, Instant before) {
    return numbers(
        """
        select n.e164
        from unnest(cast(:phones as text[])) as n (e164)
        where exists (select 1 from suppression s
                      where s.tenant_id = :tenant and s.phone = n.e164 and s.removed_at is null and s.created_at < :before
                        and (s.scope = 'TENANT' or s.campaign_id = :campaign
                             or s.client_id = (select c.client_id from campaign c
                                               where c.tenant_id = :tenant and c.id = :campaign))
                      offset 0)
        order by n.e164
        """,
        numbers,
        campaign,
        before);
  }

  private Set<PhoneNumber> numbers(
      String query, Collection<PhoneNumber> numbers, CampaignId campaign, Instant before) {
    if (numbers.isEmpty()) {
      return Set.of();
    }
    return sql.query(
        query,
        q ->
            q
                .bindArray(
                    "phones", String.class, numbers.stream().map(PhoneNumber::e164).toArray())
                .bind("campaign", campaign.value())
                .bind("before", before)
                .mapTo(String.class)
                .stream()
                .map(PhoneNumber::new)
                .collect(Collectors.toSet()));
  }
}
