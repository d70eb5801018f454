package io.warmline.core.imports;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The imports of the tenant. */
@ApplicationScoped
public class Imports {

  private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,9})");

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Clock clock;

  Imports(TenantTransaction transaction, TenantSql sql, Clock clock) {
    this.clock = clock;
    this.transaction = transaction;
    this.sql = sql;
  }

  /**
   * The import as it stands.
   *
   * @throws NotFound if the tenant has none with this id whose file was received
   */
  public Import get(ImportId id) {
    return transaction.call(() -> find(id)).orElseThrow(() -> new NotFound("import", id));
  }

  private Optional<Import> find(ImportId id) {
    Instant now = clock.instant();
    return sql.query(
        """
        select id, campaign_id, status, dry_run, duplicates, format, charset, delimiter, source, sheet, sheets_left_out, columns, bytes, rows_read, created,
               merged, skipped, rejected, warned, found, bytes_read, failure, started_at, created_at, finished_at
        from import_job
        where tenant_id = :tenant and id = :id and status <> 'RECEIVING'
        """,
        q -> q.bind("id", id.value()).map((rs, ctx) -> read(rs, now)).findOne());
  }

  private static Import read(ResultSet rs, Instant now) throws SQLException {
    Import.Layout layout =
        new Import.Layout(
            LeadFile.Format.valueOf(rs.getString("format")),
            rs.getString("charset"),
            Optional.ofNullable(rs.getString("delimiter")),
            Optional.ofNullable(rs.getString("source")).map(LeadSource::valueOf),
            sheet(rs),
            Optional.ofNullable(rs.getString("columns")).map(Json::columns));
    return new Import(
        new ImportId(rs.getObject("id", UUID.class)),
        new CampaignId(rs.getObject("campaign_id", UUID.class)),
        ImportStatus.valueOf(rs.getString("status")),
        rs.getBoolean("dry_run"),
        DuplicatePolicy.valueOf(rs.getString("duplicates")),
        layout,
        rs.getLong("bytes"),
        ImportJobs.progress(rs),
        Optional.ofNullable(rs.getString("failure")),
        instant(rs, "created_at").orElseThrow(),
        expectedEnd(rs, now),
        instant(rs, "finished_at"));
  }

  private static Optional<ReadSheet> sheet(ResultSet rs) throws SQLException {
    String name = rs.getString("sheet");
    List<String> leftOut = Arrays.asList((String[]) rs.getArray("sheets_left_out").getArray());
    return Optional.ofNullable(name).map(read -> new ReadSheet(read, leftOut));
  }

  /** The rest takes as long as the bytes that are done, each for itself. */
  private static Optional<Instant> expectedEnd(ResultSet rs, Instant now) throws SQLException {
    long read = rs.getLong("bytes_read");
    boolean running = rs.getString("status").equals(ImportStatus.RUNNING.name());
    Optional<Instant> started = instant(rs, "started_at");
    if (!running || read == 0 || started.isEmpty()) {
      return Optional.empty();
    }
    double left = Math.max(0, rs.getLong("bytes") - read) / (double) read;
    long millis = Duration.between(started.get(), now).toMillis();
    return Optional.of(now.plusMillis((long) (millis * left)));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * The rows that were refused so far, and what was not taken of others, in the order of the file.
   *
   * @param kind only these
   * @throws NotFound if the tenant has no such import
   * @throws WarmlineException INVALID_CURSOR if the cursor is one of another list
   */
  public Page<Rejection> rejections(
      ImportId id, Optional<Rejection.Kind> kind, Cursor.Paging paging) {
    Place after = Place.after(id, paging.after());
    return transaction.call(
        () -> {
          get(id);
          List<Rejection> rows = rejections(id, kind, after, paging.probe());
          return Page.of(
              rows,
              paging.limit(),
              row -> new Cursor(row.ordinal() + "." + row.part(), id.value()));
        });
  }

  /** Where a page of findings begins: behind this part of this row. */
  private record Place(long ordinal, int part) {

    static Place after(ImportId id, @Nullable Cursor cursor) {
      if (cursor == null) {
        return new Place(0, 0);
      }
      Matcher place = PLACE.matcher(cursor.key());
      if (!cursor.id().equals(id.value()) || !place.matches()) {
        throw new WarmlineException(
            ProblemCode.INVALID_CURSOR,
            "The cursor is one of another list. Begin again without one.");
      }
      return new Place(Long.parseLong(place.group(1)), Integer.parseInt(place.group(2)));
    }
  }

  private List<Rejection> rejections(
      ImportId id, Optional<Rejection.Kind> kind, Place after, int limit) {
    return sql.query(
        """
        select ordinal, part, kind, line, field, column_name, code, reason
        from import_rejection
        where tenant_id = :tenant and import_id = :id and (ordinal, part) > (:ordinal, :part)
          and (cast(:kind as text) is null or kind = :kind)
        order by ordinal, part
        limit :limit
        """,
        q ->
            q.bind("id", id.value())
                .bind("ordinal", after.ordinal())
                .bind("part", after.part())
                .bind("kind", kind.map(Rejection.Kind::name).orElse(null))
                .bind("limit", limit)
                .map((rs, ctx) -> rejection(rs))
                .list());
  }

  private static Rejection rejection(ResultSet rs) throws SQLException {
    return new Rejection(
        rs.getLong("ordinal"),
        rs.getInt("part"),
        Rejection.Kind.valueOf(rs.getString("kind")),
        rs.getLong("line"),
        Optional.ofNullable(rs.getString("field")),
        Optional.ofNullable(rs.getString("column_name")),
        rs.getString("code"),
        rs.getString("reason"));
  }
}
