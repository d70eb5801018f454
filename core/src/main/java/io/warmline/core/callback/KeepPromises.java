package io.warmline.core.callback;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sees to it that no promise is forgotten as time passes: a callback whose time has come is due,
 * one whose window has passed is overdue (once, loudly, and for ever at the top of the queue), and
 * a personal one that its agent does not take goes to the team.
 */
@ApplicationScoped
public class KeepPromises {

  private static final int BATCH = 500;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Events events;
  private final Clock clock;

  KeepPromises(
      TenantTransaction transaction,
      TenantSql sql,
      Numbers numbers,
      QueueEntries queue,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.numbers = numbers;
    this.queue = queue;
    this.events = events;
    this.clock = clock;
  }

  /** A callback that changed, its lead, and its campaign or its former agent. */
  private record Touched(UUID id, UUID lead, UUID other) {}

  /** One round for the current tenant. */
  public void tick() {
    while (transaction.call(() -> fallDue(clock.instant())) == BATCH) {
      // a full batch: there may be more
    }
    while (transaction.call(() -> becomeOverdue(clock.instant())) == BATCH) {
      // a full batch: there may be more
    }
    while (transaction.call(() -> handLeftAloneToTeam(clock.instant())) == BATCH) {
      // a full batch: there may be more
    }
  }

  private int fallDue(Instant now) {
    return announce(
        EventType.CALLBACK_DUE,
        """
        update callback cb set status = 'DUE', version = cb.version + 1, updated_at = :now
        from (select id from callback
              where tenant_id = :tenant and status = 'SCHEDULED' and due_at <= :now
              order by due_at, id limit :batch for no key update skip locked) f
        where cb.tenant_id = :tenant and cb.id = f.id
        returning cb.id, cb.lead_id, cb.campaign_id
        """,
        now);
  }

  private int becomeOverdue(Instant now) {
    return announce(
        EventType.CALLBACK_OVERDUE,
        """
        update callback cb set overdue_at = :now, version = cb.version + 1, updated_at = :now
        from (select id from callback
              where tenant_id = :tenant and status in ('SCHEDULED', 'DUE', 'CLAIMED') and overdue_at is null
                and latest_at <= :now
              order by latest_at, id limit :batch for no key update skip locked) f
        where cb.tenant_id = :tenant and cb.id = f.id
        returning cb.id, cb.lead_id, cb.campaign_id
        """,
        now);
  }

  private int announce(EventType type, String update, Instant now) {
    List<Touched> touched =
        sql.query(
            update,
            q ->
                q.bind("now", now)
                    .bind("batch", BATCH)
                    .map(
                        (rs, ctx) ->
                            new Touched(
                                rs.getObject(1, UUID.class),
                                rs.getObject(2, UUID.class),
                                rs.getObject(3, UUID.class)))
                    .list());
    touched.forEach(
        t -> events.record(type, t.id(), now, "leadId", t.lead(), "campaignId", t.other()));
    return touched.size();
  }

  /** The grace counts from the time at which the callback is due and its calling window is open. */
  private int handLeftAloneToTeam(Instant now) {
    List<UUID> leads =
        sql.query(
            """
            select q.lead_id
            from queue_entry q
            join window_bucket b on b.tenant_id = q.tenant_id and b.id = q.bucket_id and b.closes_at > :now
            join campaign c on c.tenant_id = q.tenant_id and c.id = q.campaign_id
            where q.tenant_id = :tenant and q.state = 0 and q.agent_id is not null
              and greatest(q.not_before, b.opens_at) + make_interval(mins => c.callback_grace_minutes) <= :now
            order by q.due_at, q.lead_id
            limit :batch
            """,
            q -> q.bind("now", now).bind("batch", BATCH).mapTo(UUID.class).list());
    handToTeam(leads, now);
    return leads.size();
  }

  /** Gives all open callbacks of an agent who has left to the team. */
  public void handAllToTeam(AgentId agent, Instant now) {
    handToTeam(
        sql.query(
            """
            select lead_id from callback
            where tenant_id = :tenant and agent_id = :agent and status in ('SCHEDULED', 'DUE', 'CLAIMED')
            order by lead_id
            """,
            q -> q.bind("agent", agent.value()).mapTo(UUID.class).list()),
        now);
  }

  private void handToTeam(List<UUID> leads, Instant now) {
    numbers.lockOf(leads);
    sql.query(
            """
            with owned as (
              select id, agent_id from callback
              where tenant_id = :tenant and lead_id = any(:leads) and status in ('SCHEDULED', 'DUE', 'CLAIMED')
                and agent_id is not null
              for no key update
            )
            update callback cb set agent_id = null, version = cb.version + 1, updated_at = :now
            from owned
            where cb.tenant_id = :tenant and cb.id = owned.id
            returning cb.id, cb.lead_id, owned.agent_id
            """,
            q ->
                q.bindArray("leads", UUID.class, leads.toArray())
                    .bind("now", now)
                    .map(
                        (rs, ctx) ->
                            new Touched(
                                rs.getObject(1, UUID.class),
                                rs.getObject(2, UUID.class),
                                rs.getObject(3, UUID.class)))
                    .list())
        .forEach(
            t ->
                events.record(
                    EventType.CALLBACK_HANDED_TO_TEAM,
                    t.id(),
                    now,
                    "leadId",
                    t.lead(),
                    "agentId",
                    t.other()));
    queue.refresh(leads, now);
  }
}
