package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A lead file on its way into a campaign.
 *
 * @param dryRun whether it only checks and counts, and writes no lead
 * @param bytes size of the file
 * @param failure why it failed
 * @param createdAt when the file had been received
 * @param finishedAt when it ended
 */
public record Import(
    ImportId id,
    CampaignId campaign,
    ImportStatus status,
    boolean dryRun,
    Layout layout,
    long bytes,
    Progress progress,
    Optional<String> failure,
    Instant createdAt,
    Optional<Instant> finishedAt) {

  /**
   * What the file turned out to look like.
   *
   * @param charset name of the encoding
   * @param delimiter of a CSV file
   * @param columns of a CSV file; empty for NDJSON, whose every line names its own
   */
  public record Layout(
      LeadFile.Format format,
      String charset,
      Optional<String> delimiter,
      Optional<List<Column>> columns) {}

  /**
   * A column and the field it fills.
   *
   * @param field as a column mapping writes it
   */
  public record Column(String name, String field) {}

  /**
   * How far it is. {@code rowsRead} is the sum of the others.
   *
   * @param created rows that became new leads
   * @param merged rows that were merged into a lead, from this file or before
   * @param rejected rows that were refused
   */
  public record Progress(long rowsRead, long created, long merged, long rejected) {

    static final Progress NONE = new Progress(0, 0, 0, 0);

    Progress plus(long moreCreated, long moreMerged, long moreRejected) {
      return new Progress(
          rowsRead + moreCreated + moreMerged + moreRejected,
          created + moreCreated,
          merged + moreMerged,
          rejected + moreRejected);
    }
  }
}
