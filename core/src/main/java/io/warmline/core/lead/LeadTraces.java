package io.warmline.core.lead;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.followup.FollowUpBook;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.Tasks;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a lead has left behind: its numbers, calls, claims, callbacks, appointments and hand-offs.
 */
@ApplicationScoped
class LeadTraces {

  private final TenantSql sql;
  private final LeadPhones phones;
  private final Tasks tasks;
  private final TaskBook taskBook;
  private final FollowUpBook followUps;
  private final Events events;

  LeadTraces(
      TenantSql sql,
      LeadPhones phones,
      Tasks tasks,
      TaskBook taskBook,
      FollowUpBook followUps,
      Events events) {
    this.sql = sql;
    this.phones = phones;
    this.tasks = tasks;
    this.taskBook = taskBook;
    this.followUps = followUps;
    this.events = events;
  }

  /**
   * Whether there are any that must be kept: a call, an appointment, a promise that stands, a
   * hand-off.
   */
  boolean mustBeKept(LeadId lead) {
    return sql.query(
        """
        select exists (select from call where tenant_id = :tenant and lead_id = :lead)
            or exists (select from appointment where tenant_id = :tenant and lead_id = :lead)
            or exists (select from callback where tenant_id = :tenant and lead_id = :lead
                         and status in ('SCHEDULED', 'DUE', 'CLAIMED'))
            or exists (select from handoff where tenant_id = :tenant and lead_id = :lead)
        """,
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  /**
   * The open callback and the open tasks go with their lead; what is over stays where it happened,
   * and a hand-off with the client to whom it was offered. An appointment stays too: it was agreed
   * on behalf of the client of that campaign.
   */
  void followTo(CampaignId campaign, LeadId lead, Instant now) {
    sql.update(
        """
        update callback set campaign_id = :campaign, version = version + 1, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED')
        """,
        u -> u.bind("campaign", campaign.value()).bind("lead", lead.value()).bind("now", now));
    tasks.followTo(lead, campaign);
    followUps.followTo(lead, campaign);
  }

  /** Removes whatever is personal from them, and ends what is open of them. */
  void forget(LeadId lead, Instant now) {
    phones.remove(lead);
    cancelCallbacks(lead, now);
    cancelAppointments(lead, now);
    endOffers(lead, now);
    taskBook.cancelAll(lead, "LEAD_ERASED", now);
    followUps.cancel(lead, "LEAD_ERASED", now);
    sql.update(
        "delete from tracked_link where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
    sql.update(
        """
        update signal set url = null, user_agent = null, event_id = null where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
    sql.update(
        """
        update callback set words = null, note = null, reading = '{}', version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
    sql.update(
        """
        update call set phone = null, notes = null, reason = null, qualification = null, version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
    sql.update(
        """
        update handoff set qualification = null, reason = null, comment = null, version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
    sql.update(
        """
        update appointment
        set place = null, link = null, with_whom = null, attendees = '{}', need = null, notes = null, evidence = null,
            override_reason = null, version = version + 1,
            cancel_reason = case when cancel_reason in ('LEAD_ERASED', 'CALL_CORRECTED') then cancel_reason end
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
    sql.update(
        "update claim set phone = null, note = null where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }

  private void cancelCallbacks(LeadId lead, Instant now) {
    List<UUID> cancelled =
        sql.query(
            """
            update callback set status = 'CANCELLED', cancel_reason = 'LEAD_ERASED', version = version + 1, updated_at = :now
            where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED')
            returning id
            """,
            q -> q.bind("lead", lead.value()).bind("now", now).mapTo(UUID.class).list());
    for (UUID callback : cancelled) {
      events.record(
          EventType.CALLBACK_CANCELLED, callback, now, "leadId", lead, "reason", "LEAD_ERASED");
    }
  }

  private void endOffers(LeadId lead, Instant now) {
    List<UUID> ended =
        sql.query(
            """
            update handoff set status = 'EXPIRED', expired_at = :now, expiry_reason = 'LEAD_ERASED', updated_at = :now
            where tenant_id = :tenant and lead_id = :lead and status = 'OFFERED'
            returning id
            """,
            q -> q.bind("lead", lead.value()).bind("now", now).mapTo(UUID.class).list());
    for (UUID handoff : ended) {
      events.record(
          EventType.HANDOFF_EXPIRED, handoff, now, "leadId", lead, "reason", "LEAD_ERASED");
    }
  }

  private void cancelAppointments(LeadId lead, Instant now) {
    List<UUID> cancelled =
        sql.query(
            """
            update appointment
            set status = 'CANCELLED', cancelled_at = :now, cancelled_by = 'FIRM', cancel_reason = 'LEAD_ERASED',
                sequence = sequence + 1, version = version + 1, updated_at = :now
            where tenant_id = :tenant and lead_id = :lead and status in ('SET', 'CONFIRMED')
            returning id
            """,
            q -> q.bind("lead", lead.value()).bind("now", now).mapTo(UUID.class).list());
    for (UUID appointment : cancelled) {
      events.record(
          EventType.APPOINTMENT_CANCELLED,
          appointment,
          now,
          "leadId",
          lead,
          "cancelledBy",
          "FIRM",
          "reason",
          "LEAD_ERASED");
    }
  }
}
