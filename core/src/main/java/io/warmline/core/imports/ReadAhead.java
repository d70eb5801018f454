package io.warmline.core.imports;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks the next batch of a file in a thread of its own while the database writes the
 * last one. At most three batches are in memory: one written, one handed over, one read.
 */
@ApplicationScoped
class ReadAhead {

  /** The rows of a batch; more gain nothing that can be measured. */
  private static final int BATCH_ROWS = 1000;

  /**
   * The numbers of a batch. Each takes a place in the database's table of locks, which has 6400 as
   * PostgreSQL comes.
   */
  private static final int BATCH_NUMBERS = 2000;

  /** The characters of a batch, so that a thousand long rows do not fill the memory. */
  private static final int BATCH_CHARS = 4_000_000;

  private final CurrentTenant tenant;
  private final TenantTransaction transaction;
  private final ImportJobs jobs;
  private final Clock clock;

  ReadAhead(CurrentTenant tenant, TenantTransaction transaction, ImportJobs jobs, Clock clock) {
    this.tenant = tenant;
    this.transaction = transaction;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Begins to read the rows of this job that are not done. */
  Batches open(ImportJob job) {
    Batches batches = new Batches();
    TenantId id = tenant.id();
    Thread thread = new Thread(() -> read(job, id, batches), "import-reader");
    thread.setDaemon(true);
    batches.reader = thread;
    thread.start();
    return batches;
  }

  private void read(ImportJob job, TenantId id, Batches batches) {
    ManagedContext context = Arc.container().requestContext();
    context.activate();
    try {
      tenant.enter(id);
      batches.handOver(read(job, batches));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      context.terminate();
    }
  }

  /** Hands over all batches; returns how it ended. */
  private Ended read(ImportJob job, Batches batches) throws InterruptedException {
    RowCheck check =
        new RowCheck(
            job.defaultCountry(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            job.options().words());
    StoredFile stored = new StoredFile(transaction, jobs, job);
    try (LeadFile file = LeadFile.open(stored, job.format(), job.options())) {
      for (long done = job.progress().rowsRead(); done > 0 && file.hasNext(); done--) {
        file.next();
      }
      while (file.hasNext()) {
        batches.handOver(new Ready(next(file, check, stored)));
      }
      return new Ended(null);
    } catch (RuntimeException e) {
      return new Ended(e);
    } catch (Error e) {
      return new Ended(new IllegalStateException("the reading of a lead file died", e));
    }
  }

  private static RowBatch next(LeadFile file, RowCheck check, StoredFile stored) {
    List<RowBatch.Row> rows = new ArrayList<>(BATCH_ROWS);
    long characters = 0;
    int numbers = 0;
    while (file.hasNext()
        && rows.size() < BATCH_ROWS
        && numbers < BATCH_NUMBERS
        && characters < BATCH_CHARS) {
      FileRow row = file.next();
      CheckedRow checked = check.check(row);
      characters += characters(row) + file.text().length();
      numbers += checked.stated().map(lead -> lead.numbers().size()).orElse(0);
      rows.add(new RowBatch.Row(row.line(), file.text(), checked));
    }
    return new RowBatch(rows, stored.bytesRead());
  }

  private static long characters(FileRow row) {
    if (row instanceof FileRow.Parsed parsed) {
      return parsed.values().values().stream().mapToLong(String::length).sum()
          + parsed.customFields().values().stream().mapToLong(String::length).sum();
    }
    return 0;
  }

  /** What the reader says. */
  private sealed interface Message {}

  private record Ready(RowBatch batch) implements Message {}

  private record Ended(@Nullable RuntimeException failure) implements Message {}

  /**
   * The batches of a file, one after the other. To be closed, so that the reader does not wait for
   * ever.
   */
  static final class Batches implements AutoCloseable {

    private final BlockingQueue<Message> handover = new SynchronousQueue<>();
    private @Nullable Thread reader;

    private void handOver(Message message) throws InterruptedException {
      handover.put(message);
    }

    /**
     * The next batch; empty at the end of the file.
     *
     * @throws RuntimeException what the reader failed with
     */
    Optional<RowBatch> next() throws InterruptedException {
      Message message = handover.take();
      if (message instanceof Ready ready) {
        return Optional.of(ready.batch());
      }
      RuntimeException failure = ((Ended) message).failure();
      if (failure != null) {
        throw failure;
      }
      return Optional.empty();
    }

    @Override
    public void close() {
      if (reader != null) {
        reader.interrupt();
      }
    }
  }
}
