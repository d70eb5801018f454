package io.warmline.core.callback;

import io.warmline.core.event.Events;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The callbacks of a lead: a promise that stands is kept, and goes with its lead. */
@ApplicationScoped
class CallbacksOfLead implements LeadData {

  private final TenantSql sql;
  private final Events events;

  CallbacksOfLead(TenantSql sql, Events events) {
    this.sql = sql;
    this.events = events;
  }

  @Override
  public boolean mustBeKept(LeadId lead) {
    return sql.query(
        """
        select exists (select 1 from callback
                       where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED'))
        """,
        q -> q.bind("lead", lead.value()).mapTo(Boolean.class).one());
  }

  @Override
  public void followTo(CampaignId campaign, LeadId lead, Instant now) {
    sql.update(
        """
        update callback
        set campaign_id = :campaign, owed_in_campaign_id = case when due_at <= :now then owed_in_campaign_id else :campaign end,
          version = version + 1, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED')
        """,
        u -> u.bind("campaign", campaign.value()).bind("lead", lead.value()).bind("now", now));
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.update(
        """
        update callback set phone = null, words = null, said_at = null, note = null, reading = '{}',
          cancel_reason = case when cancel_reason in ('DO_NOT_CALL', 'MERGED', 'CALL_CORRECTED') then cancel_reason when cancel_reason is not null then 'erased' end, version = version + 1
        where tenant_id = :tenant and lead_id = :lead
        """,
        u -> u.bind("lead", lead.value()));
    for (UUID callback : cancelOpen(lead, now)) {
      events.record(
          new CallbackEvent.Cancelled(
              new CallbackId(callback), lead, CancelledBy.FIRM, LEAD_ERASED),
          now);
    }
  }

  private List<UUID> cancelOpen(LeadId lead, Instant now) {
    return sql.query(
        """
        update callback
        set status = 'CANCELLED', cancel_reason = :reason, cancelled_by = 'FIRM', version = version + 1, updated_at = :now
        where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED')
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
