package io.warmline.core.task;

import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What time alone does to tasks: they fall due, they expire, those that were one agent's at first
 * go to everyone, and those that only the agent who was spared is left to do go to that agent too.
 */
@ApplicationScoped
public class KeepTasks implements Chore {

  private static final int BATCH = 500;

  private final Batches batches;
  private final Tasks tasks;
  private final TaskBook book;
  private final Numbers numbers;
  private final QueueEntries queue;

  KeepTasks(Batches batches, Tasks tasks, TaskBook book, Numbers numbers, QueueEntries queue) {
    this.batches = batches;
    this.tasks = tasks;
    this.book = book;
    this.numbers = numbers;
    this.queue = queue;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from task where status in ('WAITING', 'DUE') and expires_at <= :now
        """,
        """
        select tenant_id from task where status = 'WAITING' and due_at <= :now
        """,
        """
        select tenant_id from task where status in ('WAITING', 'DUE') and agent_id is not null and agent_until <= :now
        """,
        """
        select tenant_id from task where status in ('WAITING', 'DUE') and not_agent_id is not null and latest_at <= :now
        """,
        """
        select cb.tenant_id
        from callback cb
        join queue_entry q on q.tenant_id = cb.tenant_id and q.lead_id = cb.lead_id and q.task_id is not null and q.state in ('READY', 'WAITING')
        where cb.status in ('SCHEDULED', 'DUE', 'CLAIMED') and cb.due_at <= :now and cb.due_at > :now - interval '1 day'
        """);
  }

  @Override
  public void tick() {
    batches.toTheEnd(BATCH, this::expire);
    batches.toTheEnd(BATCH, this::fallDue);
    batches.toTheEnd(BATCH, this::offerToAll);
    batches.toTheEnd(BATCH, this::spareNobody);
    batches.toTheEnd(BATCH, now -> refresh(tasks.misplaced(BATCH, now), now));
  }

  private int expire(Instant now) {
    List<UUID> leads = tasks.expired(BATCH, now);
    numbers.lockOf(leads);
    tasks.openOf(leads).stream()
        .filter(task -> task.expiresAt() != null && !now.isBefore(task.expiresAt()))
        .forEach(task -> book.cancel(task, "EXPIRED", now));
    queue.refresh(leads, now);
    return leads.size();
  }

  /** The rows of their leads may stand for something else until now. */
  private int fallDue(Instant now) {
    List<UUID> leads = tasks.waitedFor(BATCH, now);
    numbers.lockOf(leads);
    tasks.fallDue(leads, now);
    queue.refresh(leads, now);
    return leads.size();
  }

  private int offerToAll(Instant now) {
    List<UUID> leads = tasks.leftByTheirAgent(BATCH, now);
    numbers.lockOf(leads);
    tasks.offerToAll(leads, now);
    queue.refresh(leads, now);
    return leads.size();
  }

  private int spareNobody(Instant now) {
    List<UUID> leads = tasks.left(BATCH, now);
    numbers.lockOf(leads);
    tasks.spareNobody(leads, now);
    queue.refresh(leads, now);
    return leads.size();
  }

  private int refresh(List<UUID> leads, Instant now) {
    numbers.lockOf(leads);
    queue.refresh(leads, now);
    return leads.size();
  }
}
