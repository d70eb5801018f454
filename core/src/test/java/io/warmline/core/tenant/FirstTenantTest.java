package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;

/** What a database begins with, on databases that are empty. */
@QuarkusTest
class FirstTenantTest extends OnPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String KEY = "wl_live_of_the_first_tenant";
  private static final Set<String> SCOPES = Set.of("leads:read", "leads:write");
  private static final Runnable NOTHING = () -> {};

  /** Connections as the server has them: as the role that owns nothing. */
  private static Jdbi emptyDatabase() throws SQLException {
    Config config = ConfigProvider.getConfig();
    String url = config.getValue("quarkus.datasource.jdbc.url", String.class);
    String name = "empty_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    String fresh = url.replaceFirst("/postgres(?=\\?|$)", "/" + name);
    Flyway.configure().dataSource(fresh, "postgres", "postgres").load().migrate();
    Jdbi jdbi =
        Jdbi.create(
            () -> {
              Connection connection = DriverManager.getConnection(fresh, "postgres", "postgres");
              try (Statement statement = connection.createStatement()) {
                statement.execute("set role warmline_app");
              }
              return connection;
            });
    jdbi.installPlugin(new PostgresPlugin()).registerArrayType(String.class, "text");
    return jdbi;
  }

  private static long count(Jdbi jdbi, String table) {
    return jdbi.withHandle(
        handle -> {
          handle.execute("reset role");
          return handle.createQuery("select count(*) from " + table).mapTo(Long.class).one();
        });
  }

  @Test
  void ofServersThatStartTogetherOneMakesTheTenant() throws SQLException {
    Jdbi jdbi = emptyDatabase();
    List<Callable<Boolean>> servers =
        IntStream.range(0, 6)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        new FirstTenant(jdbi, Clock.systemUTC())
                            .make("Demo", KEY + i, SCOPES, NOTHING))
            .toList();

    List<Boolean> made = Race.of(servers);

    assertThat(made).containsOnlyOnce(true);
    assertThat(count(jdbi, "tenant")).isEqualTo(1);
    assertThat(count(jdbi, "api_key")).isEqualTo(1);
  }

  @Test
  void aStartThatBreaksOffLeavesNothingAndTheNextOneBeginsAgain() throws SQLException {
    Jdbi jdbi = emptyDatabase();
    FirstTenant first = new FirstTenant(jdbi, Clock.systemUTC());

    assertThatThrownBy(
            () ->
                first.make(
                    "Demo",
                    KEY,
                    SCOPES,
                    () -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    assertThat(count(jdbi, "tenant")).isZero();
    assertThat(count(jdbi, "api_key")).isZero();
    assertThat(first.make("Demo", KEY, SCOPES, NOTHING)).isTrue();
  }

  @Test
  void whoLostTheKeyGetsAnotherOne() throws SQLException {
    Jdbi jdbi = emptyDatabase();
    FirstTenant first = new FirstTenant(jdbi, Clock.systemUTC());
    assertThat(first.give("new-key", KEY, SCOPES)).isFalse();
    first.make("Demo", KEY, SCOPES, NOTHING);

    assertThat(first.give("new-key", KEY, SCOPES)).isFalse();
    assertThat(first.give("new-key", KEY + "2", SCOPES)).isTrue();
    assertThat(count(jdbi, "api_key")).isEqualTo(2);
    assertThat(count(jdbi, "tenant")).isEqualTo(1);
  }

  @Test
  void whatIsNoKeyIsRefused() throws SQLException {
    FirstTenant first = new FirstTenant(emptyDatabase(), Clock.systemUTC());

    assertThatThrownBy(() -> first.make("Demo", "short", SCOPES, NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
