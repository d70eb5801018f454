package io.warmline.api.demo;

import io.warmline.core.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives things the ids of the contract's examples. No tenant may do that: it is done in the
 * transaction in which the demo is made, as the user who owns the server's own database.
 */
@ApplicationScoped
class NameByExamples {

  /** Of the example of getCallbackCalendar. */
  private static final String CALENDAR_TOKEN = "Zm9yLWV4YW1wbGUtb25seS0tLS0tLS0tLS0tLS0tLS0";

  private static final String COLUMNS =
      """
      select c.table_name, c.column_name, c.udt_name
      from information_schema.columns c
      where c.table_schema = current_schema() and c.is_generated = 'NEVER' and c.column_name <> 'tenant_id'
        and c.udt_name in ('uuid', '_uuid', 'jsonb')
        and exists (select 1 from information_schema.columns t
                    where t.table_schema = c.table_schema and t.table_name = c.table_name and t.column_name = 'tenant_id')
      order by c.table_name, c.ordinal_position
      """;

  private final Jdbi jdbi;
  private final CurrentTenant tenant;

  NameByExamples(Jdbi jdbi, CurrentTenant tenant) {
    this.jdbi = jdbi;
    this.tenant = tenant;
  }

  private record Column(String table, String name, String type) {

    boolean isId() {
      return type.equals("uuid");
    }

    /** The column with the other ids in it. */
    String renamed(Map<UUID, UUID> ids) {
      return isId() ? isolated(ids) : within(ids);
    }

    private String isolated(Map<UUID, UUID> ids) {
      return ids.entrySet().stream()
          .map(e -> " when '%s' then cast('%s' as uuid)".formatted(e.getKey(), e.getValue()))
          .collect(Collectors.joining("", name + " = case " + name, " else " + name + " end"));
    }

    private String within(Map<UUID, UUID> ids) {
      String text = "cast(" + name + " as text)";
      for (Map.Entry<UUID, UUID> id : ids.entrySet()) {
        text = "replace(" + text + ", '" + id.getKey() + "', '" + id.getValue() + "')";
      }
      return name + " = cast(" + text + " as " + type + ")";
    }

    /** Whether there is anything to do. */
    String concerned(Map<UUID, UUID> ids) {
      String any =
          ids.keySet().stream().map(UUID::toString).collect(Collectors.joining("|", "'(", ")'"));
      return "cast(" + name + " as text) ~ " + any;
    }
  }

  /** Gives them the ids, wherever they stand. Jdbi would look for parameters in all of it. */
  void name(Map<UUID, UUID> ids) {
    String updates =
        jdbi.withHandle(NameByExamples::columns).entrySet().stream()
            .map(table -> update(table.getKey(), table.getValue(), ids))
            .collect(Collectors.joining(";\n"));
    jdbi.useHandle(handle -> execute(handle, updates));
  }

  private static void execute(Handle handle, String updates) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute(
          """
          reset role;
          set local session_replication_role = replica;
          %s;
          set local session_replication_role = origin;
          set role warmline_app
          """
              .formatted(updates));
    } catch (SQLException e) {
      throw new IllegalStateException("the demo cannot be given its names", e);
    }
  }

  /** The calendar of this agent is there under the secret of the example. */
  void shareCalendar(UUID agent) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update calendar_link set token_hash = sha256(cast(? as bytea)) where tenant_id = ?"
                    + " and agent_id = ?",
                CALENDAR_TOKEN.getBytes(StandardCharsets.US_ASCII),
                tenant.id().value(),
                agent));
  }

  private static Map<String, List<Column>> columns(Handle handle) {
    return handle
        .createQuery(COLUMNS)
        .map((rs, ctx) -> new Column(rs.getString(1), rs.getString(2), rs.getString(3)))
        .stream()
        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
  }

  private String update(String table, List<Column> columns, Map<UUID, UUID> ids) {
    return columns.stream()
            .map(column -> column.renamed(ids))
            .collect(Collectors.joining(", ", "update " + table + " set ", ""))
        + columns.stream()
            .map(column -> column.concerned(ids))
            .collect(
                Collectors.joining(
                    " or ", " where tenant_id = '" + tenant.id().value() + "' and (", ")"));
  }
}
