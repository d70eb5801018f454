package io.warmline.api.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

  private @Nullable PreparedStatement everywhere;
  private @Nullable Connection connection;
  private int places;

  /** Everything in the tenant that goes by one id goes by another. */
  void rename(String tenant, String id, String newId) {
    StringBuilder script =
        new StringBuilder("begin; set local session_replication_role = replica;");
    for (String[] place : placesOf(tenant, id)) {
      script.append(
          "update %1$s set %2$s = '%3$s' where tenant_id = '%4$s' and %2$s = '%5$s';"
              .formatted(place[0], place[1], newId, tenant, id));
    }
    execute(script.append("commit").toString());
  }

  /** Tables and columns in which it stands: few of hundreds, so that to look first is quicker. */
  private List<String[]> placesOf(String tenant, String id) {
    try {
      PreparedStatement look = everywhere();
      for (int place = 0; place < places; place++) {
        look.setObject(2 * place + 1, UUID.fromString(tenant));
        look.setObject(2 * place + 2, UUID.fromString(id));
      }
      List<String[]> found = new ArrayList<>();
      try (ResultSet rows = look.executeQuery()) {
        while (rows.next()) {
          found.add(new String[] {rows.getString(1), rows.getString(2)});
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PreparedStatement everywhere() throws SQLException {
    Connection open = connection();
    PreparedStatement known = everywhere;
    if (known == null) {
      List<String> looks = new ArrayList<>();
      try (Statement statement = open.createStatement();
          ResultSet columns = statement.executeQuery(EVERY_ID)) {
        while (columns.next()) {
          looks.add(
              "select '%1$s', '%2$s' where exists (select 1 from %1$s where tenant_id = ? and %2$s = ?)"
                  .formatted(columns.getString(1), columns.getString(2)));
        }
      }
      places = looks.size();
      known = open.prepareStatement(String.join(" union all ", looks));
      everywhere = known;
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
      everywhere = null;
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
