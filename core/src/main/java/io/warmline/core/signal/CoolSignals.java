package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Hot signals cool: whose lead nobody has called while it was hot is called as one that visited not
 * long ago. What the prospect did first stays what the task is about. While the prospect may not be
 * called, or an agent has the lead in hand, nothing cools.
 */
@ApplicationScoped
public class CoolSignals implements Chore {

  private static final int BATCH = 500;

  private final Batches batches;
  private final TenantSql sql;
  private final InterestedLeads prospects;
  private final TaskBook book;
  private final Numbers numbers;
  private final QueueEntries queue;

  CoolSignals(
      Batches batches,
      TenantSql sql,
      InterestedLeads prospects,
      TaskBook book,
      Numbers numbers,
      QueueEntries queue) {
    this.batches = batches;
    this.sql = sql;
    this.prospects = prospects;
    this.book = book;
    this.numbers = numbers;
    this.queue = queue;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from task where kind = 'HOT_SIGNAL' and status in ('WAITING', 'DUE') and latest_at <= :now
        """);
  }

  @Override
  public void tick() {
    batches.toTheEnd(BATCH, this::cool);
  }

  private int cool(Instant now) {
    List<UUID> leads = over(now);
    if (leads.isEmpty()) {
      return 0;
    }
    numbers.lockOf(leads);
    Map<LeadId, InterestedLead> standing = prospects.of(leads, now);
    List<Task.Order> visits = new ArrayList<>();
    Map<TaskId, Instant> hotter = new HashMap<>();
    for (Task task : book.openOf(leads)) {
      InterestedLead prospect = standing.get(task.lead());
      if (prospect == null || !isOver(task, now)) {
        continue;
      }
      if (prospect.opensAt().filter(opens -> !opens.isAfter(now)).isPresent()) {
        book.cancel(task, "COOLED", now);
        visits.add(cooled(task));
      } else {
        hotter.put(task.id(), prospect.heatEnds(now));
      }
    }
    book.openAll(visits, now);
    book.extend(hotter);
    queue.refresh(leads, now);
    return leads.size();
  }

  private static boolean isOver(Task task, Instant now) {
    return task.kind() == TaskKind.HOT_SIGNAL
        && task.latestAt() != null
        && !now.isBefore(task.latestAt());
  }

  private static Task.Order cooled(Task hot) {
    return Task.Order.of(
        hot.lead(), hot.campaign(), TaskKind.VISIT, hot.reason(), hot.subject(), hot.dueAt());
  }

  /** Leads whose hot signal is over and that nobody is calling. */
  private List<UUID> over(Instant now) {
    return sql.query(
        """
        select k.lead_id
        from task k
        join queue_entry q on q.tenant_id = :tenant and q.lead_id = k.lead_id and q.state <> 'LEASED'
        where k.tenant_id = :tenant and k.kind = 'HOT_SIGNAL' and k.status in ('WAITING', 'DUE') and k.latest_at <= :now
        order by k.latest_at, k.id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", BATCH).mapTo(UUID.class).list());
  }
}
