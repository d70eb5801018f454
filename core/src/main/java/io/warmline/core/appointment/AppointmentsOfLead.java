package io.warmline.core.appointment;

import io.warmline.core.callback.CancelledBy;
import io.warmline.core.event.Events;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The appointments of a lead. They stay with the campaign for which they were set: they were agreed
 * on behalf of its client.
 */
@ApplicationScoped
class AppointmentsOfLead implements LeadData {

  private final TenantSql sql;
  private final Events events;

  AppointmentsOfLead(TenantSql sql, Events events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        "select exists (select 1 from appointment where tenant_id = :tenant and lead_id = :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    for (UUID appointment : cancelOpen(lead, now)) {
      events.record(
          new AppointmentEvent.Forgotten(
              new AppointmentId(appointment), lead, CancelledBy.FIRM, LEAD_ERASED),
          now);
    }
    sql.update(
        """
        update appointment
        set place = null, link = null, with_whom = null, attendees = '{}', need = null, notes = null, evidence = null,
            override_reason = null, version = version + 1,
            cancel_reason = case when cancel_reason in ('LEAD_ERASED', 'CALL_CORRECTED') then cancel_reason end
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
  }

  private List<UUID> cancelOpen(LeadId lead, Instant now) {
    return sql.query(
        """
        update appointment
        set status = 'CANCELLED', cancelled_at = :now, cancelled_by = 'FIRM', cancel_reason = :reason,
            sequence = sequence + 1, version = version + 1, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status in ('SET', 'CONFIRMED')
        returning id
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("reason", LEAD_ERASED)
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
  }
}
