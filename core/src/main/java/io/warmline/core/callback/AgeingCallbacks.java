package io.warmline.core.callback;

import io.warmline.core.event.CallbackDue;
import io.warmline.core.event.Events;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;

/** What time alone does to callbacks, many at once, each with its event. */
@ApplicationScoped
class AgeingCallbacks {

  private static final String FALL_DUE =
      """
      with fallen as (
        select id from callback
        where tenant_id = :tenant and status = 'SCHEDULED' and due_at <= :now
        order by due_at, id
        limit :limit
        for no key update skip locked
      )
      update callback cb set status = 'DUE', version = cb.version + 1, updated_at = :now
      from fallen f
      where cb.tenant_id = :tenant and cb.id = f.id
      returning cb.id, cb.lead_id, cb.campaign_id
      """;

  private static final String BECOME_OVERDUE =
      """
      with missed as (
        select id from callback
        where tenant_id = :tenant and status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is null
          and latest_at <= :now
        order by latest_at, id
        limit :limit
        for no key update skip locked
      )
      update callback cb set overdue_at = :now, version = cb.version + 1, updated_at = :now
      from missed m
      where cb.tenant_id = :tenant and cb.id = m.id
      returning cb.id, cb.lead_id, cb.campaign_id
      """;

  private static final String HAND_TO_TEAM =
      """
      with owned as (
        select id, agent_id from callback
        where tenant_id = :tenant and lead_id = any(:leads) and status in ('SCHEDULED', 'DUE', 'CLAIMED')
          and agent_id is not null
        for no key update
      )
      update callback cb
      set agent_id = null, owed_by_agent_id = case when cb.due_at <= :now then cb.owed_by_agent_id end, version = cb.version + 1, updated_at = :now
      from owned
      where cb.tenant_id = :tenant and cb.id = owned.id
      returning cb.id, cb.lead_id, owned.agent_id
      """;

  private final TenantSql sql;
  private final Events events;

  AgeingCallbacks(TenantSql sql, Events events) {
    this.sql = sql;
    this.events = events;
  }

  /** A callback that changed, its lead, and its campaign or its former agent. */
  private record Touched(UUID id, UUID lead, UUID other) {

    CallbackId callback() {
      return new CallbackId(id);
    }

    LeadId leadId() {
      return new LeadId(lead);
    }

    Happening due() {
      return new CallbackDue(callback(), leadId(), new CampaignId(other));
    }

    Happening overdue() {
      return new CallbackEvent.Overdue(callback(), leadId(), new CampaignId(other));
    }

    Happening handedToTeam() {
      return new CallbackEvent.HandedToTeam(callback(), leadId(), new AgentId(other));
    }
  }

  /** Those whose time has come are due; tells how many there were, at most the limit. */
  int fallDue(int limit, Instant now) {
    return announce(Touched::due, FALL_DUE, limit, now);
  }

  /** Those whose window has passed are overdue; tells how many there were, at most the limit. */
  int becomeOverdue(int limit, Instant now) {
    return announce(Touched::overdue, BECOME_OVERDUE, limit, now);
  }

  private int announce(Function<Touched, Happening> news, String update, int limit, Instant now) {
    List<Touched> touched =
        sql.query(
            update,
            q -> q.bind("now", now).bind("limit", limit).map(AgeingCallbacks::touched).list());
    events.recordAll(touched.stream().map(news).toList(), now);
    return touched.size();
  }

  private static Touched touched(RowView row) {
    return new Touched(
        row.getColumn(1, UUID.class), row.getColumn(2, UUID.class), row.getColumn(3, UUID.class));
  }

  /**
   * Leads whose personal callback was left alone for the campaign's grace. It counts from the time
   * at which the callback is due and its calling window is open.
   */
  List<UUID> leftAlone(int limit, Instant now) {
    return sql.query(
        """
        select q.lead_id
        from queue_entry q
        join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id and b.closes_at > :now
        join campaign c on c.tenant_id = :tenant and c.id = q.campaign_id
        where q.tenant_id = :tenant and q.state = 'READY' and q.agent_id is not null and q.callback_id is not null
          and greatest(q.not_before, b.opens_at) + make_interval(mins => c.callback_grace_minutes) <= :now
        order by q.due_at, q.lead_id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", limit).mapTo(UUID.class).list());
  }

  /** Leads whose open callback belongs to this agent. */
  List<UUID> promisedBy(AgentId agent) {
    return sql.query(
        """
        select lead_id from callback
        where tenant_id = :tenant and agent_id = :agent and status in ('SCHEDULED', 'DUE', 'CLAIMED')
        order by lead_id
        """,
        q -> q.bind("agent", agent.value()).mapTo(UUID.class).list());
  }

  /** Open personal callbacks of these leads become the team's. */
  void handToTeam(List<UUID> leads, Instant now) {
    List<Touched> handed =
        sql.query(
            HAND_TO_TEAM,
            q ->
                q.bindArray("leads", UUID.class, leads.toArray())
                    .bind("now", now)
                    .map(AgeingCallbacks::touched)
                    .list());
    events.recordAll(handed.stream().map(Touched::handedToTeam).toList(), now);
  }
}
