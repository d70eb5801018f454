package io.warmline.api.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Access to the database that no tenant has: gives things the ids that the examples name. */
final class Superuser {

  private static final String EVERY_ID =
      """
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid' and column_name <> 'tenant_id' and is_generated = 'NEVER'
        and table_name in (select table_name from information_schema.columns where column_name = 'tenant_id')
      """;

  private @Nullable List<String> updates;
  private @Nullable Connection connection;

  /** Everything in the tenant that goes by one id goes by another. */
  void rename(String tenant, String id, String newId) {
    StringBuilder script =
        new StringBuilder("begin; set local session_replication_role = replica;");
    for (String update : updates()) {
      script.append(update.formatted(newId, tenant, id));
    }
    execute(script.append("commit").toString());
  }

  private List<String> updates() {
    List<String> known = updates;
    if (known == null) {
      known = new ArrayList<>();
      try (Statement statement = connection().createStatement();
          ResultSet columns = statement.executeQuery(EVERY_ID)) {
        while (columns.next()) {
          String column = columns.getString(2);
          known.add(
              "update "
                  + columns.getString(1)
                  + " set "
                  + column
                  + " = '%s' where tenant_id = '%s' and "
                  + column
                  + " = '%s';");
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      updates = known;
    }
    return known;
  }

  /** The first column of what a question finds. */
  List<String> texts(String question) {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection().createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  void execute(String script) {
    try (Statement statement = connection().createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      throw new IllegalStateException(script, e);
    }
  }

  /**
   * The same one each time, as long as its database runs: connecting takes longer than what is
   * done.
   */
  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null || !open.isValid(1)) {
      open = connect();
      connection = open;
    }
    return open;
  }

  private static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return Objects.requireNonNull(
        DriverManager.getConnection(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            config.getValue("quarkus.datasource.username", String.class),
            config.getValue("quarkus.datasource.password", String.class)));
  }
}
