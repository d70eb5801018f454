package io.warmline.core;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.warmline.core.citus.DatabaseProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the tests of a module; nothing has to be installed. Where {@code
 * WARMLINE_TEST_DATABASE_URL} names one it is that, in the profile of {@code
 * WARMLINE_TEST_DATABASE_PROFILE}: so the tests are run on a cluster.
 */
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {

  private static final int CONNECTIONS = 100;

  private @Nullable EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    String named = System.getenv("WARMLINE_TEST_DATABASE_URL");
    return named == null ? embedded() : elsewhere(named);
  }

  /** Its owner comes from the environment, too, and is a superuser. */
  private static Map<String, String> elsewhere(String url) {
    DatabaseProfile profile =
        DatabaseProfile.labelled(fromEnvironment("WARMLINE_TEST_DATABASE_PROFILE", "postgresql"));
    Map<String, String> settings =
        new HashMap<>(
            at(
                url,
                fromEnvironment("WARMLINE_TEST_DATABASE_USER", "postgres"),
                fromEnvironment("WARMLINE_TEST_DATABASE_PASSWORD", "postgres")));
    settings.put("warmline.database.profile", profile.label());
    settings.put("quarkus.datasource.jdbc.new-connection-sql", profile.sessionSql());
    return settings;
  }

  private static String fromEnvironment(String variable, String otherwise) {
    String value = System.getenv(variable);
    return value == null ? otherwise : value;
  }

  private Map<String, String> embedded() {
    try {
      postgres =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "" + CONNECTIONS).start();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
    }
    return at(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  private static Map<String, String> at(String url, String user, String password) {
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", user,
        "quarkus.datasource.password", password,
        "quarkus.flyway.jdbc-url", url,
        "quarkus.flyway.username", user,
        "quarkus.flyway.password", password);
  }

  @Override
  public void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
