package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Keys at the door: from where they let in, and what is kept of them. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ApiKeysTest {

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private static ValidatableResponse post(String key, String path, String once, String body) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .header("Idempotency-Key", once)
        .contentType("application/json")
        .body(body)
        .post(path)
        .then();
  }

  private static String make(String key, String body) {
    return post(key, "/v1/api-keys", "a-key-" + body.hashCode(), body)
        .statusCode(201)
        .extract()
        .path("secret");
  }

  private int statusFrom(String address, String key) {
    return RawHttp.to(server)
        .from(address)
        .send(
            "GET /v1/agents HTTP/1.1\r\nAuthorization: Bearer "
                + key
                + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .status();
  }

  @Test
  void aKeyLetsInFromItsNetworksOnly() {
    String key =
        make(
            tenants.create(),
            "{\"name\":\"Office\",\"scopes\":[\"agents:read\"],\"networks\":[\"127.0.0.8/31\"]}");

    assertThat(statusFrom("127.0.0.8", key)).isEqualTo(200);
    assertThat(statusFrom("127.0.0.9", key)).isEqualTo(200);
    assertThat(statusFrom("127.0.0.10", key)).isEqualTo(403);
    given()
        .header("Authorization", "Bearer " + key)
        .get("/v1/agents")
        .then()
        .statusCode(403)
        .body("code", equalTo("NETWORK_NOT_ALLOWED"))
        .body("detail", containsString("127.0.0.1"));
  }

  @Test
  void aMistypedKeyIsToldThatItIsMistyped() {
    String key = tenants.create();
    String slip = key.substring(0, 20) + (key.charAt(20) == 'x' ? 'y' : 'x') + key.substring(21);

    given()
        .header("Authorization", "Bearer " + slip)
        .get("/v1/agents")
        .then()
        .statusCode(401)
        .body("code", equalTo("INVALID_API_KEY"))
        .body("detail", containsString("mistyped"));
  }

  @Test
  void aSecretIsGivenAgainToTheSameCallerAloneAndIsNotInTheDatabase() throws SQLException {
    String key = tenants.create();
    String other = make(key, "{\"name\":\"Other\",\"scopes\":[\"keys:admin\",\"keys:read\"]}");
    String body = "{\"name\":\"Reader\",\"scopes\":[\"keys:read\"]}";

    String secret = post(key, "/v1/api-keys", "once", body).extract().path("secret");
    post(key, "/v1/api-keys", "once", body).statusCode(201).body("secret", equalTo(secret));
    post(other, "/v1/api-keys", "once", body)
        .statusCode(410)
        .body("code", equalTo("ANSWER_ERASED"));
    given().header("Authorization", "Bearer " + secret).get("/v1/api-keys").then().statusCode(200);
    assertThat(everyAnswerKept()).isNotEmpty().doesNotContain(secret).doesNotContain(other);
  }

  /** Past the walls between tenants. */
  private static String everyAnswerKept() throws SQLException {
    Config config = ConfigProvider.getConfig();
    StringBuilder kept = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select body from idempotency_key")) {
      while (rows.next()) {
        kept.append(rows.getString(1)).append('\n');
      }
    }
    return kept.toString();
  }

  @Test
  void aScopeThatThereIsNotIsNamedWithTheNearest() {
    post(tenants.create(), "/v1/api-keys", "x", "{\"name\":\"R\",\"scopes\":[\"lead:read\"]}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/scopes/0"))
        .body("errors[0].message", containsString("leads:read"));
  }

  @Test
  void whatAKeyLacksItDoesNotGrant() {
    String key = tenants.create(Set.of("keys:admin"));

    post(key, "/v1/api-keys", "x", "{\"name\":\"R\",\"scopes\":[\"keys:admin\",\"leads:read\"]}")
        .statusCode(403)
        .body("code", equalTo("KEY_EXCEEDS_CALLER"))
        .body("errors[0].pointer", equalTo("/scopes"))
        .body("errors[0].message", containsString("leads:read"));
  }
}
