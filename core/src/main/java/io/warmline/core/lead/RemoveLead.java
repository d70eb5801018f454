package io.warmline.core.lead;

import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deletes leads that have no history, and erases the personal data of those that have. */
@ApplicationScoped
public class RemoveLead {

  private final TenantTransaction transaction;
  private final Leads leads;
  private final LeadPhones phones;
  private final SaveLead save;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final TenantSql sql;
  private final Events events;
  private final Clock clock;

  RemoveLead(
      TenantTransaction transaction,
      Leads leads,
      LeadPhones phones,
      SaveLead save,
      Numbers numbers,
      QueueEntries queue,
      TenantSql sql,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.leads = leads;
    this.phones = phones;
    this.save = save;
    this.numbers = numbers;
    this.queue = queue;
    this.sql = sql;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Deletes a lead.
   *
   * @throws WarmlineException LEAD_IN_USE if calls were logged or a callback is open; LEAD_CLAIMED,
   *     VERSION_MISMATCH
   */
  public void delete(LeadId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Lead lead = leads.get(id);
          Versions.require(lead.version(), version);
          numbers.lockOf(List.of(id.value()));
          save.requireNotClaimed(id);
          requireWithoutHistory(id);
          leads.delete(lead);
          leads.flush();
          events.record(
              EventType.LEAD_DELETED, id.value(), clock.instant(), "campaignId", lead.campaign());
        });
  }

  private void requireWithoutHistory(LeadId id) {
    boolean used =
        sql.query(
            """
            select exists (select from call where tenant_id = :tenant and lead_id = :lead)
                or exists (select from callback where tenant_id = :tenant and lead_id = :lead
                             and status in ('SCHEDULED', 'DUE', 'CLAIMED'))
            """,
            q -> q.bind("lead", id.value()).mapTo(Boolean.class).one());
    if (used) {
      throw new WarmlineException(
          ProblemCode.LEAD_IN_USE,
          "Calls were logged, or a callback is open. Cancel the callback, or use eraseLead to remove the personal data.");
    }
  }

  /**
   * Removes names, numbers, addresses, notes and words from the lead, its calls, claims and
   * callbacks; open callbacks are cancelled. Do-not-call entries stay. Erasing again changes
   * nothing.
   *
   * @throws WarmlineException LEAD_CLAIMED while an agent holds the lead
   */
  public Lead erase(LeadId id, String reason) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.get(id);
          numbers.lockOf(List.of(id.value()));
          save.requireNotClaimed(id);
          if (lead.erase(now)) {
            leads.flush();
            phones.remove(id);
            forgetTraces(id, now);
            queue.refresh(List.of(id.value()), now);
            events.record(EventType.LEAD_ERASED, id.value(), now, "reason", reason);
          }
          return lead;
        });
  }

  private void forgetTraces(LeadId id, Instant now) {
    List<UUID> cancelled =
        sql.query(
            """
            update callback set status = 'CANCELLED', cancel_reason = 'LEAD_ERASED', version = version + 1, updated_at = :now
            where tenant_id = :tenant and lead_id = :lead and status in ('SCHEDULED', 'DUE', 'CLAIMED')
            returning id
            """,
            q -> q.bind("lead", id.value()).bind("now", now).mapTo(UUID.class).list());
    cancelled.forEach(
        callback ->
            events.record(
                EventType.CALLBACK_CANCELLED,
                callback,
                now,
                "leadId",
                id,
                "reason",
                "LEAD_ERASED"));
    forget("update callback set words = null, note = null, version = version + 1", id);
    forget("update call set phone = null, notes = null, reason = null, version = version + 1", id);
    forget("update claim set phone = null, note = null", id);
  }

  private void forget(String update, LeadId id) {
    sql.update(
        update + " where tenant_id = :tenant and lead_id = :lead", u -> u.bind("lead", id.value()));
  }
}
