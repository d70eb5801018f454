package io.warmline.core.signal;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.presence.AtWork;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/** Leads that have given signals, as they stand. */
@ApplicationScoped
class InterestedLeads {

  /** Who never signs on, and claimed a lead or logged a call within this time, is at work. */
  private static final Duration AT_WORK = Duration.ofMinutes(15);

  private final TenantSql sql;

  InterestedLeads(TenantSql sql) {
    this.sql = sql;
  }

  /** These leads; the caller holds the locks of their numbers. */
  Map<LeadId, InterestedLead> of(Collection<UUID> leads, Instant now) {
    return sql
        .query(
            """
            select l.id, l.campaign_id, l.status, c.hot_minutes, a.id as caller,
                   case when isfinite(b.opens_at) then b.opens_at end as opens_at
            from lead l
            join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
            left join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
            left join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id
            left join lateral (
              select o.agent_id from follow_up o
              where o.tenant_id = :tenant and o.lead_id = l.id
              order by o.id desc limit 1) owed on true
            left join agent a on a.tenant_id = :tenant and a.id = owed.agent_id and a.deleted_at is null
                             and %s
                             and %s
            where l.tenant_id = :tenant and l.id = any(:leads)
            order by l.id
            """
                .formatted(AtWork.WORKS, AtWork.CONDITION),
            q ->
                q.bindArray("leads", UUID.class, leads.toArray())
                    .bind("since", now.minus(AT_WORK))
                    .map(InterestedLeads::read)
                    .list())
        .stream()
        .collect(Collectors.toMap(InterestedLead::id, Function.identity()));
  }

  private static InterestedLead read(RowView row) {
    return new InterestedLead(
        row.getColumn("id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("status", LeadStatus.class),
        Duration.ofMinutes(row.getColumn("hot_minutes", Integer.class)),
        Optional.ofNullable(row.getColumn("caller", AgentId.class)),
        Optional.ofNullable(row.getColumn("opens_at", Instant.class)));
  }
}
