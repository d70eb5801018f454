package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which numbers of a file the tenant knew before. */
@ApplicationScoped
class KnownNumbers {

  private final TenantSql sql;

  KnownNumbers(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What is known of a number that leads of the tenant have.
   *
   * @param customer whether one is a customer, or was
   * @param promised whether a call is promised to one
   * @param met whether one is qualified, handed off or to be met
   * @param disqualified whether one is no prospect
   * @param dead whether it is wrong or dead
   */
  record Known(
      boolean customer, boolean promised, boolean met, boolean disqualified, boolean dead) {}

  private record NumberKnown(PhoneNumber number, Known known) {}

  /** Those that a lead had which was there before. */
  Map<PhoneNumber, Known> ofLeads(Collection<PhoneNumber> numbers, Instant before) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return sql
        .query(
            """
            select n.e164, k.customer, k.promised, k.met, k.disqualified, k.dead
            from unnest(cast(:phones as text[])) as n (e164)
            cross join lateral (
              select count(*) as leads, bool_or(l.status in ('CUSTOMER', 'LAPSED')) as customer,
                     bool_or(exists (select 1 from callback c
                                     where c.tenant_id = :tenant and c.lead_id = l.id
                                       and c.status in ('SCHEDULED', 'DUE', 'CLAIMED'))) as promised,
                     bool_or(l.status in ('QUALIFIED', 'HANDED_OFF', 'APPOINTMENT_SET')) as met,
                     bool_or(l.status = 'DISQUALIFIED') as disqualified,
                     bool_or(p.uncallable_reason is not null) as dead
              from (select p.lead_id, p.uncallable_reason from lead_phone p
                    where p.tenant_id = :tenant and p.e164 = n.e164 offset 0) p
              cross join lateral (
                select l.id, l.status from lead l
                where l.tenant_id = :tenant and l.id = p.lead_id and l.created_at < :before
                offset 0) l
              offset 0) k
            where k.leads > 0
            order by n.e164
            """,
            q ->
                q.bindArray(
                        "phones", String.class, numbers.stream().map(PhoneNumber::e164).toArray())
                    .bind("before", before)
                    .map((rs, ctx) -> known(rs))
                    .list())
        .stream()
        .collect(Collectors.toMap(NumberKnown::number, NumberKnown::known));
  }

  private static NumberKnown known(ResultSet rs) throws SQLException {
    return new NumberKnown(
        new PhoneNumber(rs.getString("e164")),
        new Known(
            rs.getBoolean("customer"),
            rs.getBoolean("promised"),
            rs.getBoolean("met"),
            rs.getBoolean("disqualified"),
            rs.getBoolean("dead")));
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
