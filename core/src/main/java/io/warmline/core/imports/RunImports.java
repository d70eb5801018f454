package io.warmline.core.imports;

import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import io.warmline.core.tenant.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works through received files, one at a time. Any number of servers may do it at once. A job whose
 * server was lost is taken over by another when its lease runs out, and goes on where it stopped.
 */
@ApplicationScoped
public class RunImports implements Work {

  private static final Logger LOG = Logger.getLogger(RunImports.class);

  /** A server may be lost by chance; this many at the same rows are no chance. */
  private static final int MOST_LAPSES = 5;

  private final TenantTransaction transaction;
  private final Tenants tenants;
  private final ImportJobs jobs;
  private final ReadAhead readAhead;
  private final MergeBatch mergeBatch;
  private final TableStatistics statistics;
  private final WindowBuckets windows;
  private final Events events;
  private final Clock clock;
  private volatile boolean leavingOff;

  RunImports(
      TenantTransaction transaction,
      Tenants tenants,
      ImportJobs jobs,
      ReadAhead readAhead,
      MergeBatch mergeBatch,
      TableStatistics statistics,
      WindowBuckets windows,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.tenants = tenants;
    this.jobs = jobs;
    this.readAhead = readAhead;
    this.mergeBatch = mergeBatch;
    this.statistics = statistics;
    this.windows = windows;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from import_job
        where status = 'QUEUED' or (status = 'RUNNING' and leased_until <= :now)
        """);
  }

  /**
   * Works on the oldest import of the tenant that nobody works on, to its end, or until the tenant
   * is suspended; then it goes on after that.
   *
   * @return false if there was none, or the tenant is suspended
   * @throws RuntimeException if the database or this server fails; the import is then taken up
   *     again when the lease runs out, at most five times without progress
   */
  public boolean runNext() {
    if (tenants.isSuspended()) {
      return false;
    }
    Optional<ImportJob> job = transaction.call(() -> jobs.takeNext(clock.instant()));
    job.ifPresent(this::run);
    return job.isPresent();
  }

  private void run(ImportJob job) {
    ImportRun run = new ImportRun(job, windows);
    try {
      runOrFail(run);
    } catch (LeaseLost e) {
      LOG.infof("%s", e.getMessage());
    } catch (InterruptedException e) {
      LOG.infof("the import %s was interrupted, and goes on when its lease has run out", job.id());
      Thread.currentThread().interrupt();
    }
  }

  private void runOrFail(ImportRun run) throws InterruptedException {
    if (run.job().lapses() > MOST_LAPSES) {
      finish(
          run,
          Optional.of(
              "The server was lost %d times at the rows after row %d."
                  .formatted(MOST_LAPSES, run.progress().rowsRead())));
      return;
    }
    try {
      if (mergeAll(run)) {
        finish(run, Optional.empty());
      }
    } catch (WarmlineException e) {
      finish(run, Optional.of(String.valueOf(e.getMessage())));
    } catch (UncheckedIOException e) {
      LOG.errorf(e, "the file of the import %s cannot be read", run.job().id());
      finish(
          run,
          Optional.of(
              "The stored file could not be read to its end. Send it again; rows that were imported"
                  + " are merged."));
    }
  }

  /** False if it was left off before the end of the file. */
  private boolean mergeAll(ImportRun run) throws InterruptedException {
    try (ReadAhead.Batches batches = readAhead.open(run.job())) {
      int merged = 0;
      for (Optional<RowBatch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
        if (leavingOff || tenants.isSuspended()) {
          LOG.infof("the import %s goes on when its lease has run out", run.job().id());
          return false;
        }
        mergeBatch.merge(run, batch.get());
        merged++;
        if (Integer.bitCount(merged) == 1 && !run.job().dryRun()) {
          statistics.follow(run.progress().created());
        }
      }
      return true;
    }
  }

  /** What runs stops before its next rows: this server ends. It goes on from there later. */
  public void leaveOff() {
    leavingOff = true;
  }

  private void finish(ImportRun run, Optional<String> failure) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          ImportJob job = run.job();
          Import.Progress progress = run.progress();
          jobs.finish(job.id(), progress, failure, now);
          events.record(finished(job, progress, failure.isPresent()), now);
        });
  }

  private static ImportEvent finished(ImportJob job, Import.Progress made, boolean failed) {
    return failed
        ? new ImportEvent.Failed(
            job.id(),
            job.campaign(),
            job.dryRun(),
            made.rowsRead(),
            made.created(),
            made.merged(),
            made.skipped(),
            made.rejected(),
            made.warned())
        : new ImportEvent.Completed(
            job.id(),
            job.campaign(),
            job.dryRun(),
            made.rowsRead(),
            made.created(),
            made.merged(),
            made.skipped(),
            made.rejected(),
            made.warned());
  }
}
