package io.warmline.core.programme;

import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.task.TaskBook;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Withdraws what programmes that were deleted had wanted, and forgets them. */
@ApplicationScoped
public class WithdrawTasks implements Chore {

  private static final int BATCH = 100;

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Programmes programmes;
  private final Numbers numbers;
  private final TaskBook book;
  private final QueueEntries queue;
  private final Clock clock;

  WithdrawTasks(
      TenantTransaction transaction,
      TenantSql sql,
      Programmes programmes,
      Numbers numbers,
      TaskBook book,
      QueueEntries queue,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.programmes = programmes;
    this.numbers = numbers;
    this.book = book;
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from programme where deleted_at <= :now
        """);
  }

  @Override
  public void tick() {
    transaction.run(
        () ->
            programmes.takeDeleted().ifPresent(programme -> withdraw(programme, clock.instant())));
  }

  private void withdraw(UUID programme, Instant now) {
    List<UUID> leads = openOf(programme);
    numbers.lockOf(leads);
    book.openOf(leads).stream()
        .filter(task -> programme.equals(task.subject()))
        .forEach(task -> book.cancel(task, "PROGRAMME_DELETED", now));
    queue.refresh(leads, now);
    if (leads.size() < BATCH) {
      programmes.forget(programme);
    }
  }

  private List<UUID> openOf(UUID programme) {
    return sql.query(
        """
        select lead_id from task
        where tenant_id = :tenant and subject_id = :programme and status in ('WAITING', 'DUE')
        order by lead_id
        limit :limit
        """,
        q -> q.bind("programme", programme).bind("limit", BATCH).mapTo(UUID.class).list());
  }
}
