package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports one batch of rows. Leads, numbers, queue rows, rejections, counts and progress are one
 * transaction, so that after a crash the job goes on with exactly the rows that are missing.
 */
@ApplicationScoped
class MergeBatch {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final ImportJobs jobs;
  private final ImportedLeads campaign;
  private final RehearsedLeads rehearsal;
  private final Clock clock;

  MergeBatch(
      TenantTransaction transaction,
      TenantSql sql,
      ImportJobs jobs,
      ImportedLeads campaign,
      RehearsedLeads rehearsal,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.jobs = jobs;
    this.campaign = campaign;
    this.rehearsal = rehearsal;
    this.clock = clock;
  }

  /** What a try came to: the progress reached, or the numbers that must be locked too. */
  private record Try(Optional<Import.Progress> reached, Set<PhoneNumber> unlocked) {}

  /**
   * Imports the rows that follow those the run has done.
   *
   * @throws LeaseLost if another server got further; nothing was written then
   */
  void merge(ImportRun run, RowBatch batch) {
    Set<PhoneNumber> locked = batch.numbers();
    while (true) {
      Try result = transaction.call(() -> tryMerge(run, batch, locked));
      if (result.reached().isPresent()) {
        run.committed(result.reached().get());
        return;
      }
      // All locks are taken at once, in order, so that nobody is locked out for good: hence again,
      // with more of them.
      locked.addAll(result.unlocked());
    }
  }

  private Try tryMerge(ImportRun run, RowBatch batch, Set<PhoneNumber> locked) {
    run.begin();
    planAnew();
    Instant now = clock.instant();
    ImportJob job = run.job();
    ImportTarget target = job.dryRun() ? rehearsal : campaign;
    ZoneId zone = jobs.hold(job.id(), job.campaign(), run.progress());
    target.lock(locked);
    List<KnownLead> known = target.find(job, batch.stated());
    Set<PhoneNumber> unlocked = new HashSet<>(target.numbersOf(known));
    unlocked.removeAll(locked);
    if (!unlocked.isEmpty()) {
      return new Try(Optional.empty(), unlocked);
    }
    Roster roster = new Roster(known);
    Import.Progress reached = take(run, batch, roster);
    target.write(run, roster.changed(), zone, now);
    jobs.advance(job.id(), run.progress(), reached, now);
    return new Try(Optional.of(reached), Set.of());
  }

  /**
   * A connection keeps its plans, also those of the checks of foreign keys, until a table is
   * analysed. Those made while a table was small scan it from end to end while a file makes it
   * large: 500 rows a second instead of 4000.
   */
  private void planAnew() {
    sql.jdbi().useHandle(handle -> handle.execute("discard plans"));
  }

  private Import.Progress take(ImportRun run, RowBatch batch, Roster roster) {
    List<Rejection> rejections = new ArrayList<>();
    Import.Progress progress = run.progress();
    for (CheckedRow row : batch.rows()) {
      if (row instanceof CheckedRow.Usable usable) {
        boolean created = roster.take(usable.lead()) == Roster.Outcome.CREATED;
        progress = progress.plus(created ? 1 : 0, created ? 0 : 1, 0);
      } else {
        progress = progress.plus(0, 0, 1);
        rejections.add(rejection(progress.rowsRead(), ((CheckedRow.Refused) row).fault()));
      }
    }
    reject(run.job(), rejections);
    return progress;
  }

  private static Rejection rejection(long ordinal, LeadRow.Broken fault) {
    return new Rejection(
        ordinal,
        fault.line(),
        Optional.ofNullable(fault.field()),
        fault.code().name(),
        fault.reason());
  }

  private void reject(ImportJob job, List<Rejection> rejections) {
    if (rejections.isEmpty()) {
      return;
    }
    sql.update(
        """
        insert into import_rejection (tenant_id, import_id, ordinal, line, field, code, reason)
        select t.id, :import, s.ordinal, s.line, s.field, s.code, s.reason
        from tenant t,
             unnest(cast(:ordinals as bigint[]), cast(:lines as bigint[]), cast(:fields as text[]), cast(:codes as text[]),
                    cast(:reasons as text[])) as s (ordinal, line, field, code, reason)
        where t.id = :tenant
        """,
        u ->
            u.bind("import", job.id().value())
                .bindArray(
                    "ordinals",
                    Long.class,
                    rejections.stream().map(r -> (Object) r.ordinal()).toArray())
                .bindArray(
                    "lines", Long.class, rejections.stream().map(r -> (Object) r.line()).toArray())
                .bindArray(
                    "fields",
                    String.class,
                    rejections.stream().map(r -> r.field().orElse(null)).toArray())
                .bindArray(
                    "codes", String.class, rejections.stream().map(Rejection::code).toArray())
                .bindArray(
                    "reasons", String.class, rejections.stream().map(Rejection::reason).toArray()));
  }
}
