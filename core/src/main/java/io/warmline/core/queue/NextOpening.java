package io.warmline.core.queue;

import io.warmline.core.id.AgentId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When the next lead becomes callable. */
@ApplicationScoped
class NextOpening {

  /*
   * Three index probes a bucket: the first ready lead (callable when the bucket opens), the first that waits, and the leases,
   * which end at the latest when they expire. What is another agent's reaches the team when its grace ends.
   */
  static final String NEXT =
      """
      select %s, b.closes_at, min(greatest(b.opens_at, n.at)) as at
      from window_bucket b
      join campaign c on c.tenant_id = :tenant and c.id = b.campaign_id
      cross join lateral (
        (select b.opens_at as at from queue_entry q
         where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'READY' and q.agent_id is null limit 1)
        union all
        (select q.not_before from queue_entry q
         where q.tenant_id = :tenant and q.bucket_id = b.id and q.state = 'WAITING' order by q.not_before limit 1)
        union all
        (select case when q.agent_id = :agent then q.not_before
                     when q.task_id is not null then
                       (select greatest(q.not_before, b.opens_at, k.agent_until) from task k
                        where k.tenant_id = :tenant and k.id = q.task_id)
                     else greatest(q.not_before, b.opens_at) + make_interval(mins => c.callback_grace_minutes) end
         from queue_entry q
         where q.tenant_id = :tenant and q.state = 'READY' and q.agent_id is not null and q.bucket_id = b.id)
        union all
        (select q.lease_expires_at from queue_entry q
         where q.tenant_id = :tenant and q.state = 'LEASED' and q.bucket_id = b.id)
      ) n
      where b.tenant_id = :tenant and b.opens_at < '9999-01-01'
        and (cast(:campaigns as uuid[]) is null or b.campaign_id = any(:campaigns))
        and (b.language = '' or cast(:agent as uuid) is null
             or b.language = any(array(select unnest(a.languages) from agent a where a.tenant_id = :tenant and a.id = :agent)))
      group by b.tenant_id, b.id, c.tenant_id, c.id
      """
          .formatted(BucketLaw.COLUMNS.strip());

  /*
   * Of some leads only: they are found by the index of what tells them apart, whatever else is in the buckets.
   */
  private static final String NEXT_OF_SEGMENT =
      """
      with n as materialized (
        select q.bucket_id,
               min(case when q.state = 'LEASED' then q.lease_expires_at
                        when q.state = 'WAITING' or q.agent_id is null or q.agent_id = :agent then q.not_before
                        when q.task_id is not null then
                          (select greatest(q.not_before, k.agent_until) from task k where k.tenant_id = :tenant and k.id = q.task_id)
                        else q.not_before + make_interval(mins => g.callback_grace_minutes) end) as at
        from lead l
        join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id and q.state <> 'CLOSED'
        join campaign g on g.tenant_id = :tenant and g.id = q.campaign_id
        where l.tenant_id = :tenant%%s
        group by q.bucket_id
      )
      select %s, b.closes_at, greatest(b.opens_at, n.at) as at
      from n
      join window_bucket b on b.tenant_id = :tenant and b.id = n.bucket_id and b.opens_at < '9999-01-01'
      join campaign c on c.tenant_id = :tenant and c.id = b.campaign_id
      where (cast(:campaigns as uuid[]) is null or b.campaign_id = any(:campaigns))
        and (b.language = ''
             or b.language = any(array(select unnest(a.languages) from agent a where a.tenant_id = :tenant and a.id = :agent)))
      """
          .formatted(BucketLaw.COLUMNS.strip());

  private final TenantSql sql;

  NextOpening(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The instant at which the next lead becomes callable, if one will.
   *
   * @param agent for this agent, with the agent's languages; null: for anyone of the team
   * @param campaigns null: of all
   */
  Optional<Instant> next(@Nullable AgentId agent, @Nullable List<UUID> campaigns) {
    return next(agent, campaigns, Segment.EVERYONE);
  }

  /** As {@link #next(AgentId, List)}, of some leads only. */
  Optional<Instant> next(@Nullable AgentId agent, @Nullable List<UUID> campaigns, Segment segment) {
    return sql.query(
        segment.isEveryone() ? NEXT : NEXT_OF_SEGMENT.formatted(segment.condition()),
        q -> {
          segment.bind(q);
          q.bind("agent", agent == null ? null : agent.value());
          if (campaigns == null) {
            q.bindNull("campaigns", Types.ARRAY);
          } else {
            q.bindArray("campaigns", UUID.class, campaigns.toArray());
          }
          return q.map((rs, ctx) -> callable(rs)).stream().min(Comparator.naturalOrder());
        });
  }

  /** What becomes due after the bucket has closed waits for the opening after that. */
  private static Instant callable(ResultSet rs) throws SQLException {
    Instant at = rs.getObject("at", OffsetDateTime.class).toInstant();
    if (at.isBefore(rs.getObject("closes_at", OffsetDateTime.class).toInstant())) {
      return at;
    }
    Instant opens = BucketOpenings.opening(BucketLaw.read(rs), at).opensAt();
    return opens.isAfter(at) ? opens : at;
  }
}
