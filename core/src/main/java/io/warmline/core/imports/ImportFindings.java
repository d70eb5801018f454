package io.warmline.core.imports;

import io.warmline.core.id.ImportId;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found wrong with rows, and the rows themselves as they stand in the file. */
@ApplicationScoped
class ImportFindings {

  private final TenantSql sql;

  ImportFindings(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Keeps what was found of some rows.
   *
   * @param rows the texts of these rows by their ordinals
   */
  void keep(ImportId id, List<Rejection> found, Map<Long, String> rows) {
    if (found.isEmpty()) {
      return;
    }
    sql.update(
        """
        insert into import_rejection (tenant_id, import_id, ordinal, part, kind, line, field, column_name, code, reason)
        select t.id, :import, s.ordinal, s.part, s.kind, s.line, s.field, s.column_name, s.code, s.reason
        from tenant t,
             unnest(cast(:ordinals as bigint[]), cast(:parts as integer[]), cast(:kinds as text[]), cast(:lines as bigint[]),
                    cast(:fields as text[]), cast(:columns as text[]), cast(:codes as text[]), cast(:reasons as text[]))
          as s (ordinal, part, kind, line, field, column_name, code, reason)
        where t.id = :tenant
        """,
        u ->
            u.bind("import", id.value())
                .bindArray("ordinals", Long.class, Columns.of(found, Rejection::ordinal))
                .bindArray("parts", Integer.class, Columns.of(found, Rejection::part))
                .bindArray("kinds", String.class, Columns.of(found, r -> r.kind().name()))
                .bindArray("lines", Long.class, Columns.of(found, Rejection::line))
                .bindArray("fields", String.class, Columns.of(found, r -> r.field().orElse(null)))
                .bindArray("columns", String.class, Columns.of(found, r -> r.column().orElse(null)))
                .bindArray("codes", String.class, Columns.of(found, Rejection::code))
                .bindArray("reasons", String.class, Columns.of(found, Rejection::reason)));
    List<Map.Entry<Long, String>> texts = List.copyOf(rows.entrySet());
    sql.update(
        """
        insert into import_row (tenant_id, import_id, ordinal, content)
        select t.id, :import, s.ordinal, s.content
        from tenant t, unnest(cast(:ordinals as bigint[]), cast(:contents as text[])) as s (ordinal, content)
        where t.id = :tenant
        """,
        u ->
            u.bind("import", id.value())
                .bindArray("ordinals", Long.class, Columns.of(texts, Map.Entry::getKey))
                .bindArray(
                    "contents", String.class, Columns.of(texts, row -> storable(row.getValue()))));
  }

  /** The database keeps no NUL. */
  private static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  /** A row as it stands in the file, and what is wrong with it. */
  record KeptRow(long ordinal, String content, String problem) {

    @Override
    public String toString() {
      return "KeptRow[" + ordinal + "]";
    }
  }

  /** The next rows, in the order of the file, of which something was found. */
  List<KeptRow> rows(ImportId id, long after, int limit) {
    return sql.query(
        """
        select w.ordinal, w.content,
               (select string_agg(r.kind || coalesce(' ' || coalesce(r.column_name, r.field), '') || ': ' || r.reason, ' | ' order by r.part)
                from import_rejection r
                where r.tenant_id = :tenant and r.import_id = w.import_id and r.ordinal = w.ordinal) as problem
        from import_row w
        where w.tenant_id = :tenant and w.import_id = :import and w.ordinal > :after
        order by w.ordinal
        limit :limit
        """,
        q ->
            q.bind("import", id.value())
                .bind("after", after)
                .bind("limit", limit)
                .map(
                    (rs, ctx) ->
                        new KeptRow(
                            rs.getLong("ordinal"),
                            rs.getString("content"),
                            rs.getString("problem")))
                .list());
  }

  /**
   * How the file was written.
   *
   * @param delimiter empty for NDJSON
   */
  record Writing(Optional<String> delimiter, Optional<String> header) {}

  Writing writing(ImportId id) {
    return sql.query(
        "select delimiter, header from import_job where tenant_id = :tenant and id = :id",
        q ->
            q.bind("id", id.value())
                .map(
                    (rs, ctx) ->
                        new Writing(
                            Optional.ofNullable(rs.getString("delimiter")),
                            Optional.ofNullable(rs.getString("header"))))
                .one());
  }

  /** Forgets the rows of imports that ended before; what was found of them stays. */
  void forgetRows(Instant endedBefore) {
    sql.update(
        """
        delete from import_row w
        using import_job j
        where w.tenant_id = :tenant and j.tenant_id = :tenant and j.id = w.import_id and j.finished_at < :before
        """,
        u -> u.bind("before", endedBefore));
  }
}
