package io.warmline.core.appointment;

import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.presence.AtWork;
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

  /** Who never signs on, and claimed a lead or logged a call within this time, is at work. */
  private static final Duration AT_WORK = Duration.ofMinutes(15);

  private static final String OTHERS_AT_WORK =
      """
      select exists (
        select 1 from agent a join campaign c on c.tenant_id = :tenant and c.id = :campaign
        where a.tenant_id = :tenant and a.id <> :setter and a.deleted_at is null
          and %s
          and %s)
      """
          .formatted(AtWork.WORKS, AtWork.CONDITION);

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
        spared(appointment.setting().agent(), appointment.campaign(), now),
        plan.dueAt(),
        plan.latestAt(),
        plan.expiresAt());
  }

  /** The setter, if others who work the campaign are at work. */
  private @Nullable AgentId spared(@Nullable AgentId setter, CampaignId campaign, Instant now) {
    return setter != null && othersAreAtWork(setter, campaign, now) ? setter : null;
  }

  private boolean othersAreAtWork(AgentId setter, CampaignId campaign, Instant now) {
    return sql.query(
        OTHERS_AT_WORK,
        q ->
            q.bind("setter", setter.value())
                .bind("campaign", campaign.value())
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
