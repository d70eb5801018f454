package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what is kept, once, and nobody can change it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditTest {

  private static final String CANARY = "Zephyrine Quillfeather";

  @Inject TestTenant tenants;

  private String key = "";

  @BeforeEach
  void aNewTenant() {
    key = tenants.create();
  }

  private RequestSpecification request() {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .contentType("application/json");
  }

  private ValidatableResponse log(String query) {
    return request().get("/v1/audit-entries" + query).then().statusCode(200);
  }

  private String agent(String once) {
    return request()
        .header("Idempotency-Key", once)
        .header("X-Request-Id", "req_of_the_test")
        .body("{\"name\":\"" + CANARY + "\",\"languages\":[\"en\"]}")
        .post("/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void whatIsDoneIsOnRecordOnceWithoutItsValues() {
    String id = agent("once");
    agent("once");

    log("?resourceId=" + id)
        .body("items", hasSize(1))
        .body("items[0].operation", equalTo("createAgent"))
        .body("items[0].path", equalTo("/v1/agents"))
        .body("items[0].address", equalTo("127.0.0.1"))
        .body("items[0].fields", containsInAnyOrder("name", "languages"))
        .body("items[0].status", equalTo(201))
        .body("items[0].requestId", equalTo("req_of_the_test"));
    assertThat(log("").extract().asString()).doesNotContain(CANARY);
  }

  @Test
  void whatIsRefusedAndWhatIsReadIsNot() {
    request().body("{\"name\":1}").post("/v1/agents").then().statusCode(400);
    request().get("/v1/agents").then().statusCode(200);
    request().delete("/v1/agents/0198f1a0-9999-7000-8000-000000000404").then().statusCode(404);

    log("").body("items", empty());
  }

  @Test
  void whatIsDoneOutsideOneTransactionIsOnRecordToo() {
    String id = agent("once");
    request().post("/v1/agents/" + id + "/calendar-link").then().statusCode(201);
    request().delete("/v1/agents/" + id + "/calendar-link").then().statusCode(204);

    log("?resourceId=" + id)
        .body(
            "items.operation", contains("revokeCalendarLink", "createCalendarLink", "createAgent"));
  }

  @Test
  void thatSomebodyTookAPersonsDataOutIsOnRecord() {
    String campaign =
        request()
            .body("{\"name\":\"C\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\"}")
            .post("/v1/campaigns")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String lead =
        request()
            .body(
                "{\"campaignId\":\""
                    + campaign
                    + "\",\"phones\":[\"+15046218927\"],\"firstName\":\"Zephyrine\"}")
            .post("/v1/leads")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    request().body("{\"phone\":\"+15046218927\"}").post("/v1/suppressions");

    request()
        .get("/v1/leads/" + lead + "/export")
        .then()
        .statusCode(200)
        .body("lead.firstName", equalTo("Zephyrine"))
        .body("suppressions", hasSize(1))
        .body("timeline", org.hamcrest.Matchers.not(empty()));
    log("?operation=exportLead").body("items.resourceId", contains(lead));
  }

  @Test
  void filtersAndPagesAndTheFileTellTheSame() {
    for (int i = 0; i < 5; i++) {
      agent("agent-" + i);
    }

    String cursor = log("?limit=3").body("items", hasSize(3)).extract().path("nextCursor");
    log("?limit=3&cursor=" + cursor).body("items", hasSize(2));
    log("?operation=deleteAgent").body("items", empty());
    log("?from=2199-01-01T00:00:00Z").body("items", empty());
    log("?to=2199-01-01T00:00:00Z").body("items", hasSize(5));
    String file =
        given()
            .header("Authorization", "Bearer " + key)
            .get("/v1/audit-entries.csv")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(file.lines()).hasSize(6).first().asString().startsWith("at,keyId,address");
  }

  /** As the role of the application, whatever statement somebody smuggles in. */
  @Test
  void theApplicationCannotChangeWhatIsOnRecord() throws SQLException {
    agent("once");
    Config config = ConfigProvider.getConfig();
    try (Connection connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        Statement statement = connection.createStatement()) {
      statement.execute("set role warmline_app");
      for (String change :
          new String[] {
            "update audit_entry set status = 0", "delete from audit_entry", "truncate audit_entry"
          }) {
        Assertions.assertThatThrownBy(() -> statement.execute(change))
            .as(change)
            .hasMessageContaining("permission denied");
      }
    }
  }
}
