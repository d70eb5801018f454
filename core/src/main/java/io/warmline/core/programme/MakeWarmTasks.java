package io.warmline.core.programme;

import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
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
  private final LeadsInHand leads;
  private final QueueEntries queue;

  MakeWarmTasks(TenantSql sql, TaskBook book, LeadsInHand leads, QueueEntries queue) {
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
    warmed(fresh, now);
    chosen.forEach(one -> reheat(programme, one, now));
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

  private void warmed(Set<UUID> chosen, Instant now) {
    sql.update(
        "update lead set warmed_at = :now where tenant_id = :tenant and id = any(:leads)",
        u -> u.bindArray("leads", UUID.class, chosen.toArray()).bind("now", now));
  }

  /** "EXHAUSTED -> NURTURE": a lead that had all its attempts is worked on again. */
  private void reheat(Programme programme, QuietLead quiet, Instant now) {
    if (programme.terms().kind() == ProgrammeKind.REHEAT
        && quiet.status() == LeadStatus.EXHAUSTED) {
      LeadId lead = quiet.lead();
      leads.become(lead, LeadStatus.NURTURE, now);
    }
  }
}
