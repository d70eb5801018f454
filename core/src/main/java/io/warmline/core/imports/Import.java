package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lead file on its way into a campaign.
 *
 * @param dryRun whether it only checks and counts, and writes no lead
 * @param duplicates what becomes of rows about people who are there already
 * @param bytes size of the file
 * @param failure why it failed
 * @param createdAt when the file had been received
 * @param expectedEnd while it runs: when it ends if it goes on as it has begun
 * @param finishedAt when it ended
 */
public record Import(
    ImportId id,
    CampaignId campaign,
    ImportStatus status,
    boolean dryRun,
    DuplicatePolicy duplicates,
    Layout layout,
    long bytes,
    Progress progress,
    Optional<String> failure,
    Instant createdAt,
    Optional<Instant> expectedEnd,
    Optional<Instant> finishedAt) {

  private static final int WHOLE = 100;

  /** How far it is, from 0 to 100, by bytes; 100 only when every row was taken. */
  public int percent() {
    if (status == ImportStatus.COMPLETED) {
      return WHOLE;
    }
    return bytes == 0 ? 0 : (int) Math.min(WHOLE - 1, progress.bytesRead() * WHOLE / bytes);
  }

  /**
   * What the file turned out to look like.
   *
   * @param charset name of the encoding
   * @param delimiter of a CSV file
   * @param source the system whose export it looks like
   * @param sheet of a workbook
   * @param columns of a CSV file or a sheet; empty for NDJSON, whose every line names its own
   */
  public record Layout(
      LeadFile.Format format,
      String charset,
      Optional<String> delimiter,
      Optional<LeadSource> source,
      Optional<ReadSheet> sheet,
      Optional<List<Column>> columns) {}

  /**
   * A column and the field it fills.
   *
   * @param field as a column mapping writes it
   */
  public record Column(String name, String field) {}

  /**
   * How far it is. {@code rowsRead} is the sum of created, merged, skipped and rejected.
   *
   * @param created rows that became new leads
   * @param merged rows that were merged into a lead, from this file or before
   * @param skipped rows about somebody who was there, which were passed over
   * @param rejected rows that were refused
   * @param warned rows that were taken, with a warning
   * @param bytesRead bytes of the file that are behind it
   */
  public record Progress(
      long rowsRead,
      long created,
      long merged,
      long skipped,
      long rejected,
      long warned,
      Found found,
      long bytesRead) {

    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, Found.NOTHING, 0);

    /** One more row, of which this became. */
    Progress plus(Roster.Outcome outcome, boolean warning) {
      return new Progress(
          rowsRead + 1,
          created + (outcome == Roster.Outcome.CREATED ? 1 : 0),
          merged + (outcome == Roster.Outcome.MERGED ? 1 : 0),
          skipped + (outcome == Roster.Outcome.SKIPPED ? 1 : 0),
          rejected,
          warned + (warning ? 1 : 0),
          found,
          bytesRead);
    }

    /** One more row, which was refused. */
    Progress plusRejected() {
      return new Progress(
          rowsRead + 1, created, merged, skipped, rejected + 1, warned, found, bytesRead);
    }

    /** The same rows, of which this was found as well. */
    Progress finding(Found more, long bytes) {
      return new Progress(
          rowsRead, created, merged, skipped, rejected, warned, found.plus(more), bytes);
    }
  }

  /**
   * What was found of the rows that were taken.
   *
   * @param knownNumbers rows whose first number a lead of the tenant had before the import
   * @param customers of these, rows whose number a customer has, or one that was
   * @param promised of these, rows on whose number a call is promised
   * @param met of these, rows on whose number somebody is qualified, handed off or to be met
   * @param disqualified of these, rows on whose number somebody is no prospect
   * @param dead of these, rows whose number is wrong or dead
   * @param refusedInFile rows whose own columns say that the person wants no calls
   * @param onDoNotCallList rows with a number that was on the do-not-call list before the import
   * @param withoutRule rows with a number of a country of which no calling rule is known
   * @param doubtful rows with a number or a place that can be read in more than one way
   */
  public record Found(
      long knownNumbers,
      long customers,
      long promised,
      long met,
      long disqualified,
      long dead,
      long refusedInFile,
      long onDoNotCallList,
      long withoutRule,
      long doubtful) {

    static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    Found plus(Found more) {
      return new Found(
          knownNumbers + more.knownNumbers,
          customers + more.customers,
          promised + more.promised,
          met + more.met,
          disqualified + more.disqualified,
          dead + more.dead,
          refusedInFile + more.refusedInFile,
          onDoNotCallList + more.onDoNotCallList,
          withoutRule + more.withoutRule,
          doubtful + more.doubtful);
    }
  }
}
