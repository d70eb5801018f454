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
import org.jspecify.annotations.Nullable;

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
      change(lead, fromHistory(status, lead), now);
    }
  }

  private LeadStatus fromHistory(LeadStatus left, LeadId lead) {
    Map<String, Object> history =
        sql.query(
            """
            select contacted_at is not null as contacted, attempts > 0 as attempted,
                   exists (select from appointment a where a.tenant_id = l.tenant_id and a.lead_id = l.id
                             and a.status in ('SET', 'CONFIRMED')) as met,
                   exists (select from callback cb where cb.tenant_id = l.tenant_id and cb.lead_id = l.id
                             and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')) as promised,
                   (select a.lead_status_before from appointment a where a.tenant_id = l.tenant_id and a.lead_id = l.id
                    order by a.id desc limit 1) as before_meeting
            from lead l where l.tenant_id = :tenant and l.id = :lead
            """,
            q -> q.bind("lead", lead.value()).mapToMap().one());
    if (left != LeadStatus.APPOINTMENT_SET && is("met", history)) {
      return LeadStatus.APPOINTMENT_SET;
    }
    if (left != LeadStatus.CALLBACK_PENDING && is("promised", history)) {
      return LeadStatus.CALLBACK_PENDING;
    }
    if (left == LeadStatus.APPOINTMENT_SET && wasWarm(history.get("before_meeting"))) {
      return LeadStatus.valueOf(String.valueOf(history.get("before_meeting")));
    }
    if (is("contacted", history)) {
      return LeadStatus.CONTACTED;
    }
    return is("attempted", history) ? LeadStatus.ATTEMPTING : LeadStatus.COLD;
  }

  private static boolean is(String fact, Map<String, Object> history) {
    return Boolean.TRUE.equals(history.get(fact));
  }

  private static boolean wasWarm(@Nullable Object status) {
    return LeadStatus.WARM.name().equals(status) || LeadStatus.QUALIFIED.name().equals(status);
  }
}
