package io.warmline.core.task;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.task.Task.Reservation;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tasks of the tenant. */
@ApplicationScoped
public class Tasks {

  private final TenantSql sql;

  Tasks(TenantSql sql) {
    this.sql = sql;
  }

  /** The task with this id. */
  public Optional<Task> find(TaskId id) {
    return read("id = :key", id.value()).stream().findFirst();
  }

  /** Those of these tasks that there are. */
  public static Question<List<Task>> those(Collection<TaskId> ids) {
    return new Question<>(
        "select * from task where tenant_id = :tenant and id = any(:tasks)",
        Map.of("tasks", ids.stream().map(TaskId::value).toArray(UUID[]::new)),
        rows -> rows.map(Tasks::task).list());
  }

  /** The open tasks of a lead, the most urgent tier first. */
  public List<Task> openOf(LeadId lead) {
    return read("lead_id = :key and status in ('WAITING', 'DUE')", lead.value());
  }

  /** All tasks a lead ever had. */
  public List<Task> of(LeadId lead) {
    return read("lead_id = :key", lead.value());
  }

  private List<Task> read(String which, UUID key) {
    return sql.query(
        "select * from task where tenant_id = :tenant and " + which + " order by tier, id",
        q -> q.bind("key", key).map(Tasks::task).list());
  }

  private static Task task(RowView row) {
    return new Task(
        row.getColumn("id", TaskId.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("kind", TaskKind.class),
        row.getColumn("status", TaskStatus.class),
        row.getColumn("reason", String.class),
        row.getColumn("subject_id", UUID.class),
        reservation(row),
        row.getColumn("not_agent_id", AgentId.class),
        row.getColumn("due_at", Instant.class),
        row.getColumn("latest_at", Instant.class),
        row.getColumn("expires_at", Instant.class),
        row.getColumn("call_id", CallId.class),
        row.getColumn("end_reason", String.class),
        row.getColumn("created_at", Instant.class));
  }

  private static @Nullable Reservation reservation(RowView row) {
    AgentId agent = row.getColumn("agent_id", AgentId.class);
    return agent == null
        ? null
        : new Reservation(agent, row.getColumn("agent_until", Instant.class));
  }

  /** The open tasks of these leads, of each the most urgent tier first. */
  List<Task> openOf(Collection<UUID> leads) {
    return sql.query(
        """
        select * from task
        where tenant_id = :tenant and lead_id = any(:leads) and status in ('WAITING', 'DUE')
        order by lead_id, tier, id
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).map(Tasks::task).list());
  }

  /** Adds tasks; gives those whose lead had no open one of their tier. */
  List<Task> addAll(List<Task> all) {
    int added =
        sql.batch(
            """
            insert into task (tenant_id, id, lead_id, campaign_id, kind, tier, status, reason, subject_id, agent_id, agent_until,
                              not_agent_id, due_at, latest_at, expires_at, created_at)
            values (:tenant, :id, :lead, :campaign, :kind, :tier, :status, :reason, :subject, :agent, :until, :notAgent, :due,
                    :latest, :expires, :now)
            on conflict (tenant_id, lead_id, tier) where status in ('WAITING', 'DUE') do nothing
            """,
            all,
            Tasks::bind);
    return added == all.size() ? all : all.stream().filter(t -> find(t.id()).isPresent()).toList();
  }

  private static void bind(Task task, PreparedBatch row) {
    row.bind("id", task.id().value())
        .bind("lead", task.lead().value())
        .bind("campaign", task.campaign().value())
        .bind("kind", task.kind().name())
        .bind("tier", task.kind().tier())
        .bind("status", task.status().name())
        .bind("reason", task.reason())
        .bind("subject", task.subject())
        .bind("agent", task.reserved() == null ? null : task.reserved().agent().value())
        .bind("until", task.reserved() == null ? null : task.reserved().until())
        .bind("notAgent", task.notAgent() == null ? null : task.notAgent().value())
        .bind("due", task.dueAt())
        .bind("latest", task.latestAt())
        .bind("expires", task.expiresAt())
        .bind("now", task.createdAt());
  }

  /** Moves the time by which open tasks should be done, never back. */
  void extend(Map<TaskId, Instant> latestAt) {
    sql.batch(
        """
        update task set latest_at = greatest(latest_at, :latest)
        where tenant_id = :tenant and id = :id and status in ('WAITING', 'DUE')
        """,
        latestAt.entrySet(),
        (entry, row) -> row.bind("id", entry.getKey().value()).bind("latest", entry.getValue()));
  }

  /** Ends an open task; false if it has ended before. */
  boolean end(
      TaskId id, TaskStatus status, @Nullable CallId call, @Nullable String reason, Instant now) {
    return sql.update(
            """
            update task set status = :status, call_id = :call, end_reason = :reason, ended_at = :now
            where tenant_id = :tenant and id = :id and status in ('WAITING', 'DUE')
            """,
            u ->
                u.bind("id", id.value())
                    .bind("status", status.name())
                    .bind("call", call == null ? null : call.value())
                    .bind("reason", reason)
                    .bind("now", now))
        == 1;
  }

  /** Puts an open task off. */
  void moveTo(TaskId id, Instant dueAt) {
    sql.update(
        """
        update task set status = 'WAITING', due_at = :due, latest_at = greatest(latest_at, :due), not_agent_id = null,
                        agent_id = null, agent_until = null
        where tenant_id = :tenant and id = :id and status in ('WAITING', 'DUE')
        """,
        u -> u.bind("id", id.value()).bind("due", dueAt));
  }

  /** Leads of tasks whose time has come. */
  List<UUID> waitedFor(int limit, Instant now) {
    return leads("status = 'WAITING' and due_at <= :now order by due_at", limit, now);
  }

  /** These leads' tasks whose time has come are due. */
  void fallDue(List<UUID> leads, Instant now) {
    sql.update(
        """
        update task set status = 'DUE'
        where tenant_id = :tenant and lead_id = any(:leads) and status = 'WAITING' and due_at <= :now
        """,
        u -> u.bindArray("leads", UUID.class, leads.toArray()).bind("now", now));
  }

  /** Leads of tasks that were not done while there was time. */
  List<UUID> expired(int limit, Instant now) {
    return leads(
        "status in ('WAITING', 'DUE') and expires_at <= :now order by expires_at", limit, now);
  }

  /** Leads of tasks that nobody but the one who was spared is left to do. */
  List<UUID> left(int limit, Instant now) {
    return leads(
        "status in ('WAITING', 'DUE') and not_agent_id is not null and latest_at <= :now order by"
            + " latest_at",
        limit,
        now);
  }

  /** Leads of tasks that their agent has left alone. */
  List<UUID> leftByTheirAgent(int limit, Instant now) {
    return leads(
        "status in ('WAITING', 'DUE') and agent_id is not null and agent_until <= :now order by"
            + " agent_until",
        limit,
        now);
  }

  /** From now on these leads' tasks that their agent has left alone are anyone's. */
  void offerToAll(List<UUID> leads, Instant now) {
    sql.update(
        """
        update task set agent_id = null, agent_until = null
        where tenant_id = :tenant and lead_id = any(:leads) and agent_id is not null and agent_until <= :now
        """,
        u -> u.bindArray("leads", UUID.class, leads.toArray()).bind("now", now));
  }

  private List<UUID> leads(String which, int limit, Instant now) {
    return sql.query(
        """
        select lead_id from task
        where tenant_id = :tenant and %s, id
        limit :limit
        """
            .formatted(which),
        q -> q.bind("now", now).bind("limit", limit).mapTo(UUID.class).list());
  }

  /** From now on anyone may do these leads' tasks whose time is up. */
  void spareNobody(List<UUID> leads, Instant now) {
    sql.update(
        """
        update task set not_agent_id = null
        where tenant_id = :tenant and lead_id = any(:leads) and not_agent_id is not null and latest_at <= :now
        """,
        u -> u.bindArray("leads", UUID.class, leads.toArray()).bind("now", now));
  }

  /**
   * Leads that stand in the queue for a task, or wait for one, while something else of theirs has
   * fallen due.
   */
  List<UUID> misplaced(int limit, Instant now) {
    return sql.query(
        """
        select q.lead_id
        from queue_entry q
        where q.tenant_id = :tenant and q.task_id is not null and q.state in ('READY', 'WAITING')
          and exists (select 1 from callback cb
                      where cb.tenant_id = :tenant and cb.lead_id = q.lead_id
                        and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED') and cb.due_at <= :now)
        order by q.lead_id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", limit).mapTo(UUID.class).list());
  }

  /** The open tasks go with their lead. */
  void followTo(LeadId lead, CampaignId campaign) {
    sql.update(
        """
        update task set campaign_id = :campaign
        where tenant_id = :tenant and lead_id = :lead and status in ('WAITING', 'DUE')
        """,
        u -> u.bind("lead", lead.value()).bind("campaign", campaign.value()));
  }
}
