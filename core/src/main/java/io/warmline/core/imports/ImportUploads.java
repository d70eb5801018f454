package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of imports while they are received. */
@ApplicationScoped
class ImportUploads {

  /** How long an upload may be silent before it counts as given up. */
  static final Duration UPLOAD = Duration.ofHours(1);

  private final TenantSql sql;

  ImportUploads(TenantSql sql) {
    this.sql = sql;
  }

  /** Begins an upload. */
  void receive(
      ImportId id,
      CampaignId campaign,
      ImportOrder order,
      DetectedLayout layout,
      Optional<ReadSheet> sheet,
      Instant now) {
    Character delimiter = layout.delimiter();
    boolean named = layout.format() != LeadFile.Format.NDJSON;
    List<Import.Column> columns =
        layout.columns().stream().map(c -> new Import.Column(c.name(), c.target().key())).toList();
    sql.update(
        """
        insert into import_job (tenant_id, id, campaign_id, status, dry_run, duplicates, format, mapping, outcomes, charset, delimiter, source, sheet, sheets_left_out, header, header_line, columns,
                                leased_until, created_at)
        values (:tenant, :id, :campaign, 'RECEIVING', :dryRun, :duplicates, :format, cast(:mapping as jsonb), cast(:outcomes as jsonb), :charset, :delimiter, :source, :sheet, :leftOut, :header, :headerLine,
                cast(:columns as jsonb), :until, :now)
        """,
        u ->
            u.bind("id", id.value())
                .bind("campaign", campaign.value())
                .bind("dryRun", order.dryRun())
                .bind("duplicates", order.duplicates().name())
                .bind("format", layout.format().name())
                .bind("mapping", Json.write(order.options().mapping().asTexts()))
                .bind("outcomes", Json.write(order.options().words().asTexts()))
                .bind("charset", layout.charset().name())
                .bind("delimiter", delimiter == null ? null : delimiter.toString())
                .bind("source", layout.source().map(LeadSource::name).orElse(null))
                .bind("sheet", sheet.map(ReadSheet::name).orElse(null))
                .bind("leftOut", sheet.map(ReadSheet::leftOut).orElse(List.of()).toArray(new String[0]))
                .bind("header", layout.header())
                .bind("headerLine", order.options().headerLine().orElse(null))
                .bind("columns", named ? Json.write(columns) : null)
                .bind("until", now.plus(UPLOAD))
                .bind("now", now));
  }

  /**
   * Keeps a piece of an upload.
   *
   * @throws LeaseLost if the upload was given up meanwhile
   */
  void append(ImportId id, int ordinal, byte[] content, Instant now) {
    int uploads =
        sql.update(
            """
            update import_job set bytes = bytes + :length, leased_until = :until
            where tenant_id = :tenant and id = :id and status = 'RECEIVING'
            """,
            u ->
                u.bind("id", id.value())
                    .bind("length", content.length)
                    .bind("until", now.plus(UPLOAD)));
    LeaseLost.unlessOne(uploads, id);
    sql.update(
        """
        insert into import_chunk (tenant_id, import_id, ordinal, content)
        values (:tenant, :id, :ordinal, :content)
        """,
        u -> u.bind("id", id.value()).bind("ordinal", ordinal).bind("content", content));
  }

  /** The upload is complete: any server may begin. @throws LeaseLost if there is no such upload */
  void enqueue(ImportId id, Instant now) {
    LeaseLost.unlessOne(
        sql.update(
            """
            update import_job set status = 'QUEUED', leased_until = null, created_at = :now
            where tenant_id = :tenant and id = :id and status = 'RECEIVING'
            """,
            u -> u.bind("id", id.value()).bind("now", now)),
        id);
  }

  /** Forgets an upload. What was queued stays. */
  void discard(ImportId id) {
    sql.update(
        "delete from import_job where tenant_id = :tenant and id = :id and status = 'RECEIVING'",
        u -> u.bind("id", id.value()));
  }

  /** Forgets uploads that were given up. */
  int discardGivenUp(Instant now) {
    return sql.update(
        """
        delete from import_job
        where tenant_id = :tenant and status = 'RECEIVING' and leased_until <= :now
        """,
        u -> u.bind("now", now));
  }
}
