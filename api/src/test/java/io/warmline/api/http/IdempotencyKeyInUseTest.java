package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A request that comes again while it is still being worked on. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IdempotencyKeyInUseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WAITING =
      """
      select count(*) from pg_locks where not granted and relation = 'agent'::regclass
      """;

  @Inject TestTenant tenants;

  private static Response createAgent(String key, String name) {
    return given()
        .filter(AgainstContract.ALL)
        .header("Authorization", "Bearer " + key)
        .header("Idempotency-Key", "once")
        .contentType("application/json")
        .body("{\"name\": \"%s\"}".formatted(name))
        .post("/v1/agents");
  }

  @Test
  void theSecondIsToldToComeBackAndThenGetsTheAnswerOfTheFirst() throws Exception {
    String key = tenants.create();
    CompletableFuture<Response> first;
    Response second;
    try (Connection database = connect();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table agent in share mode");
      first = CompletableFuture.supplyAsync(() -> createAgent(key, "Dave Miller"));
      awaitWaiters(1, statement);

      second = createAgent(key, "Dave Miller");

      database.rollback();
    }

    assertThat(second.statusCode()).as(second.asString()).isEqualTo(409);
    assertThat(second.contentType()).startsWith("application/problem+json");
    assertThat(second.jsonPath().getString("code")).isEqualTo("IDEMPOTENCY_KEY_IN_USE");
    assertThat(second.header("Retry-After")).isEqualTo("1");
    Response done = first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(done.statusCode()).isEqualTo(201);
    Response third = createAgent(key, "Dave Miller");
    assertThat(third.statusCode()).isEqualTo(201);
    assertThat(third.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(third.asString()).isEqualTo(done.asString());
  }

  @Test
  void theSameKeyOfAnotherTenantIsFree() throws Exception {
    String key = tenants.create();
    String otherKey = tenants.create();
    CompletableFuture<Response> first;
    CompletableFuture<Response> other;
    try (Connection database = connect();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table agent in share mode");
      first = CompletableFuture.supplyAsync(() -> createAgent(key, "Dave Miller"));
      other = CompletableFuture.supplyAsync(() -> createAgent(otherKey, "Ana Torres"));
      awaitWaiters(2, statement);
      database.rollback();
    }

    assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(201);
    assertThat(other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(201);
  }

  private static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }

  private static void awaitWaiters(int requests, Statement statement)
      throws SQLException, InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (waiters(statement) < requests) {
      assertThat(Instant.now()).as("the requests do not come").isBefore(until);
      Thread.sleep(10);
    }
  }

  private static int waiters(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(WAITING)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
