package io.warmline.core.operator;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The whole database, past all walls. */
final class EveryTable {

  private EveryTable() {}

  /**
   * In how many rows of each table a text stands, in whatever column; tables without are left out.
   */
  static Map<String, Long> having(Jdbi jdbi, String text) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("set local role none");
          Map<String, Long> found = new TreeMap<>();
          for (String table : tables(handle)) {
            long rows =
                handle
                    .createQuery(
                        "select count(*) from %s t where position(:text in cast(t as text)) > 0"
                            .formatted(table))
                    .bind("text", text)
                    .mapTo(Long.class)
                    .one();
            if (rows > 0) {
              found.put(table, rows);
            }
          }
          return found;
        });
  }

  private static Iterable<String> tables(Handle handle) {
    return handle
        .createQuery("select tablename from pg_tables where schemaname = current_schema()")
        .mapTo(String.class)
        .list();
  }
}
