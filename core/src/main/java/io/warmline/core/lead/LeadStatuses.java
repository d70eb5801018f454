package io.warmline.core.lead;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.LeadId;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The one place where the status of a lead changes, so that every change is an event. */
@ApplicationScoped
class LeadStatuses {

  private final TenantSql sql;
  private final TaskBook tasks;
  private final Events events;

  LeadStatuses(TenantSql sql, TaskBook tasks, Events events) {
    this.sql = sql;
    this.tasks = tasks;
    this.events = events;
  }

  /**
   * Changes the status; false if it was that before. What programmes want of the lead gives way to
   * what is agreed with it.
   */
  boolean change(LeadId lead, LeadStatus to, Instant now) {
    Optional<LeadStatus> from = current(lead);
    if (from.isEmpty() || from.get() == to) {
      return false;
    }
    write(lead, to, now);
    events.record(EventType.LEAD_STATUS_CHANGED, lead.value(), now, "from", from.get(), "to", to);
    if (to.isSpokenFor()) {
      tasks.cancelOfProgrammes(lead, to.name(), now);
    }
    return true;
  }

  /** Changes the status because a person says so. */
  void decree(LeadId lead, ChangeStatus.Wish wish, Instant now) {
    LeadStatus from = current(lead).orElseThrow();
    write(lead, wish.to(), now);
    events.record(
        EventType.LEAD_STATUS_CHANGED,
        lead.value(),
        now,
        "from",
        from,
        "to",
        wish.to(),
        "agentId",
        wish.by(),
        "reason",
        wish.reason());
  }

  /** Its attempts count no more; its calls stay. */
  void beginAnew(LeadId lead) {
    sql.update(
        """
        update lead set attempts = 0, hang_ups = 0, next_attempt_at = null
        where tenant_id = :tenant and id = :lead
        """,
        u -> u.bind("lead", lead.value()));
  }

  private void write(LeadId lead, LeadStatus to, Instant now) {
    sql.update(
        """
        update lead set status = :to, status_changed_at = :now, version = version + 1, updated_at = :now
        where tenant_id = :tenant and id = :lead
        """,
        u -> u.bind("to", to.name()).bind("lead", lead.value()).bind("now", now));
  }

  /** We mean to dial it again from this time on. */
  void dialFrom(LeadId lead, Instant at) {
    sql.update(
        "update lead set next_attempt_at = :at where tenant_id = :tenant and id = :lead",
        u -> u.bind("at", at).bind("lead", lead.value()));
  }

  private Optional<LeadStatus> current(LeadId lead) {
    return sql.query(
        "select status from lead where tenant_id = :tenant and id = :lead",
        q -> q.bind("lead", lead.value()).mapTo(LeadStatus.class).findOne());
  }

  /** A lead of this status goes back to what its history says. */
  void leave(LeadStatus status, LeadId lead, Instant now) {
    if (current(lead).filter(status::equals).isPresent()) {
      change(lead, fromHistory(lead), now);
    }
  }

  private LeadStatus fromHistory(LeadId lead) {
    Map<String, Object> history =
        sql.query(
            """
            select contacted_at is not null as contacted, attempts > 0 as attempted
            from lead where tenant_id = :tenant and id = :lead
            """,
            q -> q.bind("lead", lead.value()).mapToMap().one());
    if (Boolean.TRUE.equals(history.get("contacted"))) {
      return LeadStatus.CONTACTED;
    }
    return Boolean.TRUE.equals(history.get("attempted")) ? LeadStatus.ATTEMPTING : LeadStatus.COLD;
  }
}
