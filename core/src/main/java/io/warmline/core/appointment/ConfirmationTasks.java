package io.warmline.core.appointment;

import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The calls that confirm meetings, as tasks of the queue. */
@ApplicationScoped
class ConfirmationTasks {

  /** Who claimed a lead or logged a call within this time is at work: our choice. */
  private static final Duration AT_WORK = Duration.ofMinutes(15);

  private final TaskBook tasks;
  private final Campaigns campaigns;
  private final TenantSql sql;

  ConfirmationTasks(TaskBook tasks, Campaigns campaigns, TenantSql sql) {
    this.tasks = tasks;
    this.campaigns = campaigns;
    this.sql = sql;
  }

  /**
   * Has a meeting confirmed as its policy asks, by another agent than the one who set it where one
   * is at work.
   */
  void open(Appointment appointment, Instant now) {
    Approach approach = campaigns.get(appointment.campaign()).approach();
    ConfirmationDays.plan(
            appointment.confirmation().policy(),
            appointment.meeting(),
            appointment.setting().at(),
            Duration.ofMinutes(approach.confirmWithinMinutes()),
            now)
        .ifPresent(plan -> tasks.open(order(appointment, plan, now), now));
  }

  private Task.Order order(Appointment appointment, ConfirmationDays.Plan plan, Instant now) {
    return new Task.Order(
        appointment.lead(),
        appointment.campaign(),
        TaskKind.QUALITY_CONFIRMATION,
        "Confirm the meeting of " + appointment.meeting().slot().startsAt() + ".",
        appointment.id().value(),
        spared(appointment.setting().agent(), now),
        plan.dueAt(),
        plan.latestAt(),
        plan.expiresAt());
  }

  /** The setter, if others are at work. */
  private @Nullable AgentId spared(@Nullable AgentId setter, Instant now) {
    return setter != null && othersAreAtWork(setter, now) ? setter : null;
  }

  private boolean othersAreAtWork(AgentId setter, Instant now) {
    return sql.query(
        """
        select exists (
          select 1 from agent a
          where a.tenant_id = :tenant and a.id <> :setter and a.deleted_at is null
            and (exists (select 1 from claim m
                         where m.tenant_id = :tenant and m.agent_id = a.id and m.status = 'ACTIVE' and m.claimed_at > :since)
                 or (select k.created_at from call k
                     where k.tenant_id = :tenant and k.agent_id = a.id
                     order by k.id desc limit 1) > :since))
        """,
        q ->
            q.bind("setter", setter.value())
                .bind("since", now.minus(AT_WORK))
                .mapTo(Boolean.class)
                .one());
  }

  /** The meeting is not to be confirmed any more. */
  void cancel(LeadId lead, AppointmentId appointment, String reason, Instant now) {
    tasks
        .openOf(lead, TaskKind.QUALITY_CONFIRMATION)
        .filter(task -> appointment.value().equals(task.subject()))
        .ifPresent(task -> tasks.cancel(task, reason, now));
  }
}
