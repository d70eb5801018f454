package io.warmline.core.imports;

import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The saved mappings of the tenant. */
@ApplicationScoped
public class SavedMappings {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final Clock clock;

  SavedMappings(TenantTransaction transaction, TenantSql sql, Clock clock) {
    this.transaction = transaction;
    this.sql = sql;
    this.clock = clock;
  }

  /** All of them, by name. */
  public List<SavedMapping> all() {
    return transaction.call(
        () ->
            sql.query(
                """
                select name, columns, outcomes, source, updated_at
                from import_mapping where tenant_id = :tenant order by name
                """,
                q -> q.map((rs, ctx) -> read(rs)).list()));
  }

  /** The one of this name. */
  public Optional<SavedMapping> find(String name) {
    return transaction.call(
        () ->
            sql.query(
                """
                select name, columns, outcomes, source, updated_at
                from import_mapping where tenant_id = :tenant and name = :name
                """,
                q -> q.bind("name", name).map((rs, ctx) -> read(rs)).findOne()));
  }

  private static SavedMapping read(ResultSet rs) throws SQLException {
    return new SavedMapping(
        rs.getString("name"),
        Json.texts(rs.getString("columns")),
        Json.texts(rs.getString("outcomes")),
        Optional.ofNullable(rs.getString("source")).map(LeadSource::valueOf),
        rs.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  /**
   * Saves a mapping, in place of the one of this name.
   *
   * @throws WarmlineException INVALID_VALUE if a field or a status does not exist, or is given
   *     twice
   */
  public SavedMapping save(
      String name,
      Map<String, String> columns,
      Map<String, String> outcomes,
      Optional<LeadSource> source) {
    ColumnMapping.of(columns);
    StatusWords.of(outcomes);
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          sql.update(
              """
              insert into import_mapping (tenant_id, name, columns, outcomes, source, updated_at)
              values (:tenant, :name, cast(:columns as jsonb), cast(:outcomes as jsonb), :source, :now)
              on conflict (tenant_id, name) do update
              set columns = excluded.columns, outcomes = excluded.outcomes, source = excluded.source,
                  updated_at = excluded.updated_at
              """,
              u ->
                  u.bind("name", name)
                      .bind("columns", Json.write(columns))
                      .bind("outcomes", Json.write(outcomes))
                      .bind("source", source.map(LeadSource::name).orElse(null))
                      .bind("now", now));
          return new SavedMapping(name, columns, outcomes, source, now);
        });
  }

  /**
   * Forgets a mapping. Imports that were started with it go on.
   *
   * @throws NotFound if there is none of this name
   */
  public void delete(String name) {
    transaction.run(
        () -> {
          int deleted =
              sql.update(
                  "delete from import_mapping where tenant_id = :tenant and name = :name",
                  u -> u.bind("name", name));
          if (deleted == 0) {
            throw new NotFound("import mapping", name);
          }
        });
  }
}
