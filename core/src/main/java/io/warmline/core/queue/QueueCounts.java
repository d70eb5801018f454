package io.warmline.core.queue;

import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** How many leads are ready, by tier, and what keeps the others back. */
@ApplicationScoped
public class QueueCounts {

  /*
   * Rows are counted by what tells them apart before anything is looked up for them: these are few,
   * and the rows are not. Then those are moved that are not what their rows say: a waiting one whose
   * time has come is as good as ready; a number on which somebody is talking is in use for every
   * other lead that has it, and a company that is called one lead at a time is in a call. A ready row in a closed bucket is kept back by the hours, or by the
   * pause; a closed bucket keeps back whatever is in it.
   */
  private static final String COUNT =
      """
      with alike as (
        select q.bucket_id, case when q.bucket_id is null then q.campaign_id end as campaign_id, q.state, q.tier, q.blocked_by,
               cast(null as text) as in_use, count(*) as leads
        from queue_entry q
        where q.tenant_id = :tenant%1$s
        group by 1, 2, 3, 4, 5
        union all
        select q.bucket_id, null, w.state, q.tier, w.blocked_by, null, w.leads
        from window_bucket b
        cross join lateral (
          select q.bucket_id, q.tier, q.blocked_by, q.campaign_id from queue_entry q
          where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'WAITING' and q.not_before <= :now
          order by q.not_before) q
        cross join lateral (values ('WAITING', q.blocked_by, -1), ('READY', null, 1)) w (state, blocked_by, leads)
        where b.tenant_id = :tenant%1$s
        union all
        select q.bucket_id, null, 'READY', q.tier, null, w.in_use, w.leads
        from (
          select held.lead_id, max(held.by) as by from (
            select q.lead_id, 'NUMBER_IN_USE' as by
            from queue_entry o
            cross join lateral (
              select distinct p.lead_id from lead_phone p where p.tenant_id = :tenant and p.e164 = o.phone) p
            join queue_entry q on q.tenant_id = :tenant and q.lead_id = p.lead_id and q.phone = o.phone
            where o.tenant_id = :tenant and o.state = 'LEASED'%1$s
            union all
            select q.lead_id, 'COMPANY_IN_CALL'
            from queue_entry q
            join queue_entry o on o.tenant_id = :tenant and o.company_domain = q.company_domain and o.claim_id is not null
            where q.tenant_id = :tenant and q.company_domain is not null%1$s
            union all
            select q.lead_id, 'COMPANY_IN_CALL'
            from queue_entry q
            join queue_entry o on o.tenant_id = :tenant and o.company_name = q.company_name and o.claim_id is not null
              and (o.company_domain is null or q.company_domain is null)
            where q.tenant_id = :tenant and q.company_name is not null%1$s) held
          group by held.lead_id) h
        join queue_entry q on q.tenant_id = :tenant and q.lead_id = h.lead_id
          and (q.state = 'READY' or q.state = 'WAITING' and q.not_before <= :now)
        cross join lateral (values (h.by, 1), (null, -1)) w (in_use, leads)
      )
      select c.id as campaign_id,
             case when q.state = 'CLOSED' then q.blocked_by
                  when q.state = 'LEASED' then 'CLAIMED'
                  when c.status = 'PAUSED' then 'CAMPAIGN_PAUSED'
                  when q.state = 'WAITING' then q.blocked_by
                  when not (b.opens_at <= :now and b.closes_at > :now) then coalesce(b.closed_by, 'CALLING_HOURS')
                  else q.in_use
             end as blocked_by,
             q.tier, sum(q.leads)::bigint as leads
      from alike q
      left join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id
      join campaign c on c.tenant_id = :tenant and c.id = coalesce(b.campaign_id, q.campaign_id)
      group by 1, 2, 3
      having sum(q.leads) > 0
      """;

  private final TenantSql sql;

  QueueCounts(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The leads of a campaign.
   *
   * @param ready those that can be claimed now, by tier
   * @param blocked the others, by what keeps them back
   */
  public record Counts(Map<Tier, Long> ready, Map<BlockCode, Long> blocked) {

    /** Of a campaign without leads. */
    public static final Counts NONE = new Counts(Map.of(), Map.of());

    /** Those of a campaign whose quota of the day is used up: what was promised is left. */
    public Counts byQuota() {
      Map<Tier, Long> left = new EnumMap<>(Tier.class);
      Map<BlockCode, Long> held = new EnumMap<>(BlockCode.class);
      held.putAll(blocked);
      ready.forEach(
          (tier, leads) -> {
            if (Tier.isExpected(tier.number())) {
              left.put(tier, leads);
            } else {
              held.merge(BlockCode.DAILY_QUOTA, leads, Long::sum);
            }
          });
      return new Counts(left, held);
    }
  }

  private record Count(UUID campaign, @Nullable String blockedBy, int tier, long leads) {}

  /** Of one campaign. */
  public Counts of(CampaignId campaign, Instant now) {
    return counted(
            sql.query(
                COUNT.formatted(" and q.campaign_id = :campaign"),
                q -> rows(q.bind("campaign", campaign.value()), now)))
        .getOrDefault(campaign, Counts.NONE);
  }

  /** Of all campaigns; those without leads are left out. It reads the whole queue. */
  public Map<CampaignId, Counts> ofAll(Instant now) {
    return counted(sql.query(COUNT.formatted(""), q -> rows(q, now)));
  }

  private static List<Count> rows(Query query, Instant now) {
    return query
        .bind("now", now)
        .map(
            (rs, ctx) ->
                new Count(
                    rs.getObject(1, UUID.class), rs.getString(2), rs.getInt(3), rs.getLong(4)))
        .list();
  }

  private static Map<CampaignId, Counts> counted(List<Count> counts) {
    Map<CampaignId, Counts> all = new HashMap<>();
    for (Count count : counts) {
      Counts of =
          all.computeIfAbsent(
              new CampaignId(count.campaign()),
              id -> new Counts(new EnumMap<>(Tier.class), new EnumMap<>(BlockCode.class)));
      if (count.blockedBy() == null) {
        of.ready().merge(Tier.of(count.tier()), count.leads(), Long::sum);
      } else {
        of.blocked().merge(BlockCode.valueOf(count.blockedBy()), count.leads(), Long::sum);
      }
    }
    return all;
  }
}
