package io.warmline.core.programme;

import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs the programmes that are due. A server that finds one in the hands of another passes it over.
 */
@ApplicationScoped
public class RunProgrammes implements Chore {

  /** Leads in one transaction: a batch holds the locks of their numbers for a tenth of a second. */
  private static final int BATCH = 100;

  /** Batches in one round: other chores wait meanwhile. */
  private static final int MOST_BATCHES = 20;

  /** Midnight comes at a quarter of an hour in every zone. */
  private static final Duration EVERY = Duration.ofMinutes(15);

  private static final Duration DAY = Duration.ofHours(24);

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Programmes programmes;
  private final QuietLeads quietLeads;
  private final Numbers numbers;
  private final MakeWarmTasks tasks;
  private final Clock clock;

  RunProgrammes(
      TenantTransaction transaction,
      TenantSql sql,
      Programmes programmes,
      QuietLeads quietLeads,
      Numbers numbers,
      MakeWarmTasks tasks,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.programmes = programmes;
    this.quietLeads = quietLeads;
    this.numbers = numbers;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from programme where next_run_at <= :now
        """);
  }

  @Override
  public void tick() {
    int batches = 0;
    while (batches < MOST_BATCHES && transaction.call(() -> runNext(clock.instant()))) {
      batches++;
    }
  }

  /** A batch of a programme that is due; false if none is, or others run them. */
  private boolean runNext(Instant now) {
    return programmes.takeDue(now).map(programme -> run(programme, now)).isPresent();
  }

  private int run(Programme programme, Instant now) {
    int room = Math.min(BATCH, programme.terms().maxPerDay() - madeLately(programme, now));
    List<QuietLead> found = room > 0 ? quietLeads.find(programme, room, now) : List.of();
    int made = found.isEmpty() ? 0 : make(programme, found, now);
    boolean more = made > 0 && found.size() == BATCH;
    programmes.hasRun(programme.id(), made, more ? now : next(now), now);
    return made;
  }

  /** What was found may have changed until the numbers were locked. */
  private int make(Programme programme, List<QuietLead> found, Instant now) {
    numbers.lockOf(found.stream().map(quiet -> quiet.lead().value()).toList());
    return tasks.make(programme, quietLeads.still(programme, found, now), now);
  }

  private int madeLately(Programme programme, Instant now) {
    return sql.query(
        """
        select count(*) from programme_task
        where tenant_id = :tenant and programme_id = :programme and created_at > :since
        """,
        q ->
            q.bind("programme", programme.id().value())
                .bind("since", now.minus(DAY))
                .mapTo(Integer.class)
                .one());
  }

  private static Instant next(Instant now) {
    long seconds = EVERY.toSeconds();
    return Instant.ofEpochSecond((now.getEpochSecond() / seconds + 1) * seconds);
  }
}
