package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports one batch of rows. Leads, numbers, queue rows, do-not-call entries, findings, counts and
 * progress are one transaction, so that after a crash the job goes on with exactly the rows that
 * are missing, and nobody is called who is on the list as not to be called.
 */
@ApplicationScoped
class MergeBatch {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final ImportJobs jobs;
  private final ImportedLeads campaign;
  private final RehearsedLeads rehearsal;
  private final BatchFindings findings;
  private final ErasedRows erased;
  private final SuppressNumber suppress;
  private final Clock clock;

  MergeBatch(
      TenantTransaction transaction,
      TenantSql sql,
      ImportJobs jobs,
      ImportedLeads campaign,
      RehearsedLeads rehearsal,
      BatchFindings findings,
      ErasedRows erased,
      SuppressNumber suppress,
      Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.jobs = jobs;
    this.campaign = campaign;
    this.rehearsal = rehearsal;
    this.findings = findings;
    this.erased = erased;
    this.suppress = suppress;
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

  private Try tryMerge(ImportRun run, RowBatch read, Set<PhoneNumber> locked) {
    run.begin();
    planAnew();
    Instant now = clock.instant();
    ImportJob job = run.job();
    ImportTarget target = job.dryRun() ? rehearsal : campaign;
    ZoneId zone = jobs.hold(job.id(), job.campaign(), run.progress());
    target.lock(locked);
    List<KnownLead> known = target.find(job, read.stated());
    Set<PhoneNumber> unlocked = new HashSet<>(target.numbersOf(known));
    unlocked.removeAll(locked);
    if (!unlocked.isEmpty()) {
      return new Try(Optional.empty(), unlocked);
    }
    Roster roster = new Roster(known, job.duplicates());
    RowBatch batch = erased.sift(job, read, roster);
    Import.Progress reached = findings.take(job, run.progress(), batch, roster);
    target.write(run, roster.changed(), zone, now);
    if (!job.dryRun()) {
      suppressRefused(job.campaign(), batch);
    }
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

  /** After the leads were written, so that theirs follow the entries as all others do. */
  private void suppressRefused(CampaignId list, RowBatch batch) {
    batch.stated().stream()
        .flatMap(lead -> lead.person().refused().stream())
        .distinct()
        .sorted(Comparator.comparing(PhoneNumber::e164))
        .forEach(number -> suppress.listed(number, list));
  }
}
