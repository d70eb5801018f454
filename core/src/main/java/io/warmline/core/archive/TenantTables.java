package io.warmline.core.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The tables in which a tenant's rows stand, as the database has them, each after those that it
 * refers to. References that are checked at the end of a transaction ask for no order.
 */
final class TenantTables {

  /** The one table whose tenant is its own id. */
  private static final String TENANT = "tenant";

  private TenantTables() {}

  /**
   * A table.
   *
   * @param columns with their types, those that are worked out by the database left out
   * @param counted the column that the database numbers; empty if there is none
   */
  record Table(String name, Map<String, String> columns, Optional<String> counted) {

    String columnList() {
      return columns.keySet().stream().map(Table::quoted).collect(Collectors.joining(", "));
    }

    /** Where the tenant stands. */
    String tenantColumn() {
      return name.equals(TENANT) ? "id" : "tenant_id";
    }

    private static String quoted(String column) {
      return '"' + column + '"';
    }
  }

  static List<Table> of(Handle handle) {
    Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    Map<String, String> counted = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attidentity
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
              and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
              and (c.relname = 'tenant'
                or exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped))
            order by c.relname, a.attnum
            """)
        .map(
            (rs, ctx) -> {
              String table = rs.getString("relname");
              columns
                  .computeIfAbsent(table, t -> new LinkedHashMap<>())
                  .put(rs.getString("attname"), rs.getString("type"));
              if (!rs.getString("attidentity").isEmpty()) {
                counted.put(table, rs.getString("attname"));
              }
              return table;
            })
        .list();
    return inOrder(columns.keySet(), references(handle)).stream()
        .map(
            name ->
                new Table(
                    name,
                    Objects.requireNonNull(columns.get(name)),
                    Optional.ofNullable(counted.get(name))))
        .toList();
  }

  /** For each table those to which it refers at once. */
  private static Map<String, Set<String>> references(Handle handle) {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            select conrelid::regclass::text as from_table, confrelid::regclass::text as to_table
            from pg_constraint
            where contype = 'f' and not condeferrable and connamespace = current_schema()::regnamespace and conrelid <> confrelid
            """)
        .map(
            (rs, ctx) ->
                references
                    .computeIfAbsent(rs.getString("from_table"), t -> new LinkedHashSet<>())
                    .add(rs.getString("to_table")))
        .list();
    return references;
  }

  private static List<String> inOrder(Set<String> tables, Map<String, Set<String>> references) {
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < tables.size()) {
      List<String> next =
          tables.stream()
              .filter(table -> !ordered.contains(table))
              .filter(table -> ordered.containsAll(references.getOrDefault(table, Set.of())))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + tables);
      }
      ordered.addAll(next);
    }
    return ordered;
  }
}
