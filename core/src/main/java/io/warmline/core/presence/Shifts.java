package io.warmline.core.presence;

import io.warmline.core.Cursor;
import io.warmline.core.Page;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.Ids;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** The shifts of agents. */
@ApplicationScoped
public class Shifts {

  private static final String READ =
      """
      select s.*,
             (select count(*) from claim m where m.tenant_id = :tenant and m.agent_id = s.agent_id and m.status = 'ACTIVE') as claims,
             (select coalesce(sum(extract(epoch from coalesce(p.ended_at, greatest(s.seen_at, p.began_at)) - p.began_at)), 0)::bigint
              from shift_part p where p.tenant_id = :tenant and p.shift_id = s.id and p.state = 'BREAK') as break_seconds,
             (select coalesce(sum(extract(epoch from coalesce(p.ended_at, greatest(s.seen_at, p.began_at)) - p.began_at)), 0)::bigint
              from shift_part p where p.tenant_id = :tenant and p.shift_id = s.id and p.state = 'WRAP_UP') as wrap_up_seconds
      from shift s
      where s.tenant_id = :tenant and %s
      """;

  private final TenantSql sql;

  Shifts(TenantSql sql) {
    this.sql = sql;
  }

  /** The shift that an agent is in, else the last one. */
  public Optional<Shift> latest(AgentId agent) {
    return sql.query(
        READ.formatted("s.agent_id = :agent order by s.signed_on_at desc limit 1"),
        q -> q.bind("agent", agent.value()).map(Shifts::read).findOne());
  }

  /** Those who are at work, in the order of their ids. */
  public Page<Shift> open(Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Shift> rows =
        sql.query(
            READ.formatted(
                """
                s.signed_off_at is null and (cast(:after as uuid) is null or s.agent_id > :after)
                order by s.agent_id
                limit :limit
                """),
            q ->
                q.bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(Shifts::read)
                    .list());
    return Page.of(rows, paging.limit(), shift -> new Cursor("", shift.agent().value()));
  }

  /** Locks the open shift of an agent. */
  Optional<UUID> lock(AgentId agent) {
    return sql.query(
        """
        select id from shift where tenant_id = :tenant and agent_id = :agent and signed_off_at is null for no key update
        """,
        q -> q.bind("agent", agent.value()).mapTo(UUID.class).findOne());
  }

  /** Begins a shift; false if the agent is at work. */
  boolean begin(AgentId agent, List<CampaignId> campaigns, Duration silence, Instant now) {
    UUID id = Ids.next();
    int begun =
        sql.update(
            """
            insert into shift (tenant_id, id, agent_id, campaign_ids, state, state_since, silence_seconds, signed_on_at, seen_at, silent_at)
            values (:tenant, :id, :agent, :campaigns, 'READY', :now, :silence, :now, :now, :silentAt)
            on conflict do nothing
            """,
            u ->
                u.bind("id", id)
                    .bind("agent", agent.value())
                    .bindArray("campaigns", UUID.class, ids(campaigns))
                    .bind("silence", (int) silence.toSeconds())
                    .bind("silentAt", now.plus(silence))
                    .bind("now", now));
    if (begun == 1) {
      beginPart(id, agent, PresenceState.READY, now);
    }
    return begun == 1;
  }

  /** An open shift goes on for other campaigns. */
  void goOn(UUID shift, List<CampaignId> campaigns, Duration silence, Instant now) {
    sql.update(
        """
        update shift set campaign_ids = :campaigns, silence_seconds = :silence, seen_at = :now, silent_at = :silentAt
        where tenant_id = :tenant and id = :id
        """,
        u ->
            u.bind("id", shift)
                .bindArray("campaigns", UUID.class, ids(campaigns))
                .bind("silence", (int) silence.toSeconds())
                .bind("silentAt", now.plus(silence))
                .bind("now", now));
  }

  /** The agent does something else; false if it is the same. */
  boolean become(UUID shift, AgentId agent, PresenceState state, Instant now) {
    int changed =
        sql.update(
            """
            update shift
            set state = :state, state_since = :now, seen_at = :now, silent_at = :now + silence_seconds * interval '1 second'
            where tenant_id = :tenant and id = :id and state <> :state
            """,
            u -> u.bind("id", shift).bind("state", state.name()).bind("now", now));
    if (changed == 1) {
      endPart(shift, now);
      beginPart(shift, agent, state, now);
    }
    return changed == 1;
  }

  /** Notes a sign of life of these agents. */
  void see(Collection<AgentId> agents, Instant now) {
    sql.ask(seen(agents, List.of(), now));
  }

  /** The same of agents and of those who hold or held these claims. */
  public Question<List<UUID>> seen(
      Collection<AgentId> agents, Collection<ClaimId> claims, Instant now) {
    return new Question<>(
        """
        update shift s set seen_at = :seenNow, silent_at = :seenNow + s.silence_seconds * interval '1 second'
        where s.tenant_id = :tenant and s.signed_off_at is null and s.seen_at < :seenNow
          and (s.agent_id = any(:seenAgents)
               or s.agent_id in (select m.agent_id from claim m where m.tenant_id = :tenant and m.id = any(:seenClaims)))
        returning s.id
        """,
        Map.of(
            "seenNow",
            now,
            "seenAgents",
            agents.stream().map(AgentId::value).toArray(UUID[]::new),
            "seenClaims",
            claims.stream().map(ClaimId::value).toArray(UUID[]::new)),
        rows -> rows.mapTo(UUID.class).list());
  }

  /**
   * Ends a shift.
   *
   * @param at when, not before the last sign of life
   */
  void end(UUID shift, EndedBy by, int claimsReturned, Instant at) {
    sql.update(
        """
        update shift set signed_off_at = :at, ended_by = :by, claims_returned = :returned
        where tenant_id = :tenant and id = :id
        """,
        u ->
            u.bind("id", shift)
                .bind("by", by.name())
                .bind("returned", claimsReturned)
                .bind("at", at));
    endPart(shift, at);
  }

  /** Open shifts of which nothing was heard, and whose agents hold no lead. Locked. */
  List<Shift> silent(int limit, Instant now) {
    return sql.query(
        READ.formatted(
            """
            s.signed_off_at is null and s.silent_at <= :now
              and not exists (select 1 from claim m where m.tenant_id = :tenant and m.agent_id = s.agent_id and m.status = 'ACTIVE')
            order by s.silent_at, s.id
            limit :limit
            for no key update of s skip locked
            """),
        q -> q.bind("now", now).bind("limit", limit).map(Shifts::read).list());
  }

  private void beginPart(UUID shift, AgentId agent, PresenceState state, Instant now) {
    sql.update(
        """
        insert into shift_part (tenant_id, shift_id, agent_id, state, began_at)
        values (:tenant, :shift, :agent, :state, :now)
        on conflict (tenant_id, shift_id, began_at) do update set state = excluded.state, ended_at = null
        """,
        u ->
            u.bind("shift", shift)
                .bind("agent", agent.value())
                .bind("state", state.name())
                .bind("now", now));
  }

  private void endPart(UUID shift, Instant at) {
    sql.update(
        """
        update shift_part set ended_at = greatest(:at, began_at) where tenant_id = :tenant and shift_id = :shift and ended_at is null
        """,
        u -> u.bind("shift", shift).bind("at", at));
  }

  private static Object[] ids(List<CampaignId> campaigns) {
    return campaigns.stream().map(CampaignId::value).toArray();
  }

  private static Shift read(RowView row) {
    UUID[] campaigns = row.getColumn("campaign_ids", UUID[].class);
    return new Shift(
        row.getColumn("id", UUID.class),
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("state", PresenceState.class),
        row.getColumn("state_since", Instant.class),
        Arrays.stream(campaigns).map(CampaignId::new).toList(),
        row.getColumn("signed_on_at", Instant.class),
        row.getColumn("seen_at", Instant.class),
        row.getColumn("silent_at", Instant.class),
        Optional.ofNullable(row.getColumn("signed_off_at", Instant.class)),
        Optional.ofNullable(row.getColumn("ended_by", EndedBy.class)),
        row.getColumn("claims", Integer.class),
        row.getColumn("claims_returned", Integer.class),
        Duration.ofSeconds(row.getColumn("break_seconds", Long.class)),
        Duration.ofSeconds(row.getColumn("wrap_up_seconds", Long.class)));
  }
}
