package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The work on imports that were received: who does it, and how far it is. */
@ApplicationScoped
class ImportJobs {

  /** How long a server may be silent before another goes on in its place. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final String TAKE =
      """
      with next as (
        select id, status = 'RUNNING' as lapsed
        from import_job
        where tenant_id = :tenant and (status = 'QUEUED' or (status = 'RUNNING' and leased_until <= :now))
        order by created_at, id
        limit 1
        for update skip locked
      )
      update import_job j
      set status = 'RUNNING', leased_until = :until, started_at = coalesce(j.started_at, :now), lapses = j.lapses + case when n.lapsed then 1 else 0 end
      from next n, campaign c
      where j.tenant_id = :tenant and j.id = n.id and c.tenant_id = :tenant and c.id = j.campaign_id
      returning j.id, j.campaign_id, j.dry_run, j.duplicates, j.format, j.mapping, j.outcomes, j.charset, j.source, j.header_line, j.bytes, j.rows_read, j.created, j.merged,
        j.skipped, j.rejected, j.warned, j.found, j.bytes_read, j.lapses,
        j.created_at, c.default_country
      """;

  private final TenantSql sql;

  ImportJobs(TenantSql sql) {
    this.sql = sql;
  }

  /** A piece of the file; empty after its end. */
  Optional<byte[]> chunk(ImportId id, int ordinal) {
    return sql.query(
        """
        select content from import_chunk
        where tenant_id = :tenant and import_id = :id and ordinal = :ordinal
        """,
        q -> q.bind("id", id.value()).bind("ordinal", ordinal).mapTo(byte[].class).findOne());
  }

  /** Takes the oldest job that nobody works on. */
  Optional<ImportJob> takeNext(Instant now) {
    return sql.query(
        TAKE,
        q -> q.bind("now", now).bind("until", now.plus(LEASE)).map((rs, ctx) -> job(rs)).findOne());
  }

  private static ImportJob job(ResultSet rs) throws SQLException {
    return new ImportJob(
        new ImportId(rs.getObject("id", UUID.class)),
        new CampaignId(rs.getObject("campaign_id", UUID.class)),
        rs.getBoolean("dry_run"),
        DuplicatePolicy.valueOf(rs.getString("duplicates")),
        LeadFile.Format.valueOf(rs.getString("format")),
        options(rs),
        rs.getLong("bytes"),
        progress(rs),
        rs.getInt("lapses"),
        rs.getString("default_country"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** What was found out when the file was received is settled. */
  private static FileOptions options(ResultSet rs) throws SQLException {
    return new FileOptions(
        ColumnMapping.of(Json.texts(rs.getString("mapping"))),
        Optional.of(Charset.forName(rs.getString("charset"))),
        Optional.ofNullable(rs.getString("source")).map(LeadSource::valueOf),
        Optional.ofNullable(rs.getObject("header_line", Long.class)),
        StatusWords.of(Json.texts(rs.getString("outcomes"))));
  }

  static Import.Progress progress(ResultSet rs) throws SQLException {
    return new Import.Progress(
        rs.getLong("rows_read"),
        rs.getLong("created"),
        rs.getLong("merged"),
        rs.getLong("skipped"),
        rs.getLong("rejected"),
        rs.getLong("warned"),
        Json.found(rs.getString("found")),
        rs.getLong("bytes_read"));
  }

  /**
   * Holds campaign and job until the transaction ends: the campaign neither changes nor goes, and
   * nobody else writes rows of this job.
   *
   * @param seen the progress this server goes on from
   * @return the zone of the campaign
   * @throws LeaseLost if another server got further
   */
  ZoneId hold(ImportId id, CampaignId campaign, Import.Progress seen) {
    Optional<String> zone =
        sql.query(
            "select time_zone from campaign where tenant_id = :tenant and id = :campaign for share",
            q -> q.bind("campaign", campaign.value()).mapTo(String.class).findOne());
    Optional<Long> held =
        sql.query(
            """
            select rows_read from import_job
            where tenant_id = :tenant and id = :id and status = 'RUNNING' and rows_read = :seen
            for no key update
            """,
            q ->
                q.bind("id", id.value()).bind("seen", seen.rowsRead()).mapTo(Long.class).findOne());
    if (zone.isEmpty() || held.isEmpty()) {
      throw new LeaseLost(id);
    }
    return ZoneId.of(zone.get());
  }

  /**
   * Notes how far the job is, and that its server is alive. @throws LeaseLost if another server got
   * further
   */
  void advance(ImportId id, Import.Progress seen, Import.Progress reached, Instant now) {
    LeaseLost.unlessOne(
        sql.update(
            """
            update import_job
            set rows_read = :rows, created = :created, merged = :merged, skipped = :skipped, rejected = :rejected, warned = :warned,
                found = cast(:found as jsonb), bytes_read = :bytesRead,
                leased_until = :until, lapses = 0
            where tenant_id = :tenant and id = :id and status = 'RUNNING' and rows_read = :seen
            """,
            u ->
                u.bind("id", id.value())
                    .bind("seen", seen.rowsRead())
                    .bind("rows", reached.rowsRead())
                    .bind("created", reached.created())
                    .bind("merged", reached.merged())
                    .bind("skipped", reached.skipped())
                    .bind("rejected", reached.rejected())
                    .bind("warned", reached.warned())
                    .bind("found", Json.write(reached.found()))
                    .bind("bytesRead", reached.bytesRead())
                    .bind("until", now.plus(LEASE))),
        id);
  }

  /**
   * Ends the job; the file is not needed any more.
   *
   * @param failure why it failed; empty if it did not
   * @throws LeaseLost if another server got further
   */
  void finish(ImportId id, Import.Progress seen, Optional<String> failure, Instant now) {
    LeaseLost.unlessOne(
        sql.update(
            """
            update import_job
            set status = case when cast(:failure as text) is null then 'COMPLETED' else 'FAILED' end, failure = :failure,
                leased_until = null, finished_at = :now
            where tenant_id = :tenant and id = :id and status = 'RUNNING' and rows_read = :seen
            """,
            u ->
                u.bind("id", id.value())
                    .bind("seen", seen.rowsRead())
                    .bind("failure", failure.orElse(null))
                    .bind("now", now)),
        id);
    sql.update(
        "delete from import_chunk where tenant_id = :tenant and import_id = :id",
        u -> u.bind("id", id.value()));
    sql.update(
        "delete from import_rehearsal where tenant_id = :tenant and import_id = :id",
        u -> u.bind("id", id.value()));
  }
}
