package io.warmline.core.task;

import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What time alone does to tasks: they fall due, they expire, those that were one agent's at first
 * go to everyone, and those that only the agent who was spared is left to do go to that agent too.
 */
@ApplicationScoped
public class KeepTasks implements Chore {

  private static final int BATCH = 500;

  private final TenantTransaction transaction;
  private final Tasks tasks;
  private final TaskBook book;
  private final Numbers numbers;
  private final QueueEntries queue;
  private final Clock clock;

  KeepTasks(
      TenantTransaction transaction,
      Tasks tasks,
      TaskBook book,
      Numbers numbers,
      QueueEntries queue,
      Clock clock) {
    this.transaction = transaction;
    this.tasks = tasks;
    this.book = book;
    this.numbers = numbers;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void tick() {
    toTheEnd(this::expire);
    toTheEnd(this::fallDue);
    toTheEnd(this::offerToAll);
    toTheEnd(this::spareNobody);
    toTheEnd(now -> refresh(tasks.misplaced(BATCH, now), now));
  }

  /** Batch after batch: after a full one there may be more. */
  private void toTheEnd(Function<Instant, Integer> batch) {
    int done;
    do {
      done = transaction.call(() -> batch.apply(clock.instant()));
    } while (done == BATCH);
  }

  private int expire(Instant now) {
    List<UUID> leads = tasks.expired(BATCH, now);
    numbers.lockOf(leads);
    leads.stream()
        .flatMap(lead -> tasks.openOf(new LeadId(lead)).stream())
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
