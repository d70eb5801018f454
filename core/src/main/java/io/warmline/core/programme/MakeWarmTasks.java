package io.warmline.core.programme;

import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadBook.Because;
import io.warmline.core.lead.LeadBook.Change;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes the tasks of programmes. The caller holds the locks of the leads' numbers. */
@ApplicationScoped
class MakeWarmTasks {

  private final TenantSql sql;
  private final TaskBook book;
  private final LeadBook leads;
  private final QueueEntries queue;

  MakeWarmTasks(TenantSql sql, TaskBook book, LeadBook leads, QueueEntries queue) {
    this.sql = sql;
    this.book = book;
    this.leads = leads;
    this.queue = queue;
  }

  /**
   * Makes a task for each of these leads that has had none of the programme in its period.
   *
   * @return how many it made
   */
  int make(Programme programme, List<QuietLead> quiet, Instant now) {
    Set<UUID> fresh = enter(programme, quiet, now);
    List<QuietLead> chosen =
        quiet.stream().filter(one -> fresh.contains(one.lead().value())).toList();
    int made = (int) chosen.stream().filter(one -> open(programme, one, now)).count();
    warm(programme, chosen, now);
    queue.refresh(fresh, now);
    return made;
  }

  /** The unique key decides: whoever enters a lead's period first makes its task. */
  private Set<UUID> enter(Programme programme, List<QuietLead> quiet, Instant now) {
    return sql.query(
        """
        insert into programme_task (tenant_id, programme_id, lead_id, period, created_at)
        select t.id, :programme, n.lead_id, n.period, :now
        from tenant t, unnest(cast(:leads as uuid[]), cast(:periods as date[])) as n (lead_id, period)
        where t.id = :tenant
        order by n.lead_id
        on conflict do nothing
        returning lead_id
        """,
        q ->
            q.bind("programme", programme.id().value())
                .bind("now", now)
                .bindArray(
                    "leads", UUID.class, quiet.stream().map(one -> one.lead().value()).toArray())
                .bindArray(
                    "periods",
                    String.class,
                    quiet.stream().map(one -> one.period().toString()).toArray())
                .mapTo(UUID.class)
                .set());
  }

  private boolean open(Programme programme, QuietLead quiet, Instant now) {
    Task.Order order =
        new Task.Order(
            quiet.lead(),
            quiet.campaign(),
            programme.terms().kind().task(),
            programme.reason(quiet.period()),
            programme.id().value(),
            null,
            now,
            null,
            programme.terms().kind() == ProgrammeKind.CONTRACT_END ? endOf(quiet) : null);
    return book.open(order, now).isPresent();
  }

  /** After the day on which the contract ends there is nothing to talk about. */
  private static Instant endOf(QuietLead quiet) {
    return quiet.period().plusDays(1).atStartOfDay(quiet.zone()).toInstant();
  }

  private void warm(Programme programme, List<QuietLead> chosen, Instant now) {
    List<Lead> taken = leads.take(chosen.stream().map(QuietLead::lead).toList());
    leads.writeAll(
        taken.stream().map(lead -> new Change(lead, warmed(programme, lead, now))).toList(),
        Because.NONE,
        now);
  }

  /** "EXHAUSTED -> NURTURE": a lead that had all its attempts is worked on again. */
  private static Lead warmed(Programme programme, Lead lead, Instant now) {
    Lead warmed = lead.warmed(now);
    return programme.terms().kind() == ProgrammeKind.REHEAT && lead.status() == LeadStatus.EXHAUSTED
        ? warmed.becomes(LeadStatus.NURTURE, now)
        : warmed;
  }
}
