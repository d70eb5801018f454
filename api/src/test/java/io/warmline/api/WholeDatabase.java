package io.warmline.api;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Every table, past all walls. */
public final class WholeDatabase {

  private WholeDatabase() {}

  /** The tables in which a text stands, in whatever column, in capitals or not. */
  public static List<String> tablesHaving(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect()) {
      for (String table : tables(connection)) {
        if (!rowsHaving(connection, table, text).isEmpty()) {
          found.add(table);
        }
      }
    }
    return found;
  }

  /** The rows in which a text stands, each as a text behind the name of its table. */
  public static List<String> rowsHaving(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect()) {
      for (String table : tables(connection)) {
        rowsHaving(connection, table, text).forEach(row -> found.add(table + ": " + row));
      }
    }
    return found;
  }

  private static List<String> rowsHaving(Connection connection, String table, String text)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select cast(t as text) from \"%s\" t where position(? in lower(cast(t as text))) > 0"
                .formatted(table))) {
      statement.setString(1, text.toLowerCase(java.util.Locale.ROOT));
      return texts(statement.executeQuery());
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
      return texts(statement.executeQuery());
    }
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }

  private static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }
}
