package io.warmline.api.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.WholeDatabase;
import io.warmline.core.PostgresForTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The operator makes firms, lets them rest, exports them and takes them away. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(TenantsTest.WithAnOperator.class)
class TenantsTest {

  private static final String OPERATOR = "an-operators-key-of-32-characters";

  /** A server that is run for several firms. */
  public static class WithAnOperator implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("warmline.operator-key", OPERATOR);
    }
  }

  private static RequestSpecification as(String key) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON);
  }

  private static JsonPath made(String name) {
    return as(OPERATOR)
        .body("{\"name\":\"" + name + "\"}")
        .post("/v1/tenants")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse suspend(String id) {
    return as(OPERATOR).post("/v1/tenants/" + id + "/suspend").then().statusCode(200);
  }

  private static ValidatableResponse resume(String id) {
    return as(OPERATOR).post("/v1/tenants/" + id + "/resume").then().statusCode(200);
  }

  private static String agent(String key) {
    return as(key)
        .body("{\"name\":\"Ada\"}")
        .post("/v1/agents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Within two seconds, as is promised. */
  private static Response within2Seconds(String key, int status) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    Response answer = as(key).get("/v1/agents");
    while (answer.statusCode() != status && System.nanoTime() < end) {
      Thread.sleep(50);
      answer = as(key).get("/v1/agents");
    }
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }

  @Test
  void aFirmBeginsWithItsFirstKeyWhichIsShownOnce() {
    String once = "made " + UUID.randomUUID();
    String body = "{\"name\":\"Gulf Coast Sales\"}";

    Response first = as(OPERATOR).header("Idempotency-Key", once).body(body).post("/v1/tenants");
    Response again = as(OPERATOR).header("Idempotency-Key", once).body(body).post("/v1/tenants");

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.asString()).isEqualTo(first.asString());
    String key = first.path("firstKey.secret");
    agent(key);
    as(key).get("/v1/agents").then().statusCode(200);
    as(OPERATOR)
        .get("/v1/tenants/" + first.path("id"))
        .then()
        .statusCode(200)
        .body("name", equalTo("Gulf Coast Sales"))
        .body("status", equalTo("ACTIVE"));
    as(OPERATOR)
        .header("Idempotency-Key", once)
        .body("{\"name\":\"Another\"}")
        .post("/v1/tenants")
        .then()
        .statusCode(422);
  }

  @Test
  void theSecretOfAFirstKeyIsNotInTheDatabase() throws SQLException {
    Response made =
        as(OPERATOR)
            .header("Idempotency-Key", "secret " + UUID.randomUUID())
            .body("{\"name\":\"Secretive\"}")
            .post("/v1/tenants");

    assertThat(WholeDatabase.tablesHaving(made.path("firstKey.secret"))).isEmpty();
    assertThat(WholeDatabase.tablesHaving(OPERATOR)).isEmpty();
  }

  @Test
  void aSuspendedFirmIsRefusedByNameAndGoesOnWhereItStopped() throws InterruptedException {
    JsonPath tenant = made("Rests");
    String id = tenant.getString("id");
    String key = tenant.getString("firstKey.secret");
    String agent = agent(key);
    String calendar =
        as(key).post("/v1/agents/" + agent + "/calendar-link").then().extract().path("url");
    String feed = calendar.substring(calendar.indexOf("/v1/"));
    given().urlEncodingEnabled(false).get(feed).then().statusCode(200);

    suspend(id).body("status", equalTo("SUSPENDED"));

    Response refused = within2Seconds(key, 403);
    assertThat(refused.<String>path("code")).isEqualTo("TENANT_SUSPENDED");
    given()
        .filter(AgainstContract.ANSWERS)
        .urlEncodingEnabled(false)
        .get(feed)
        .then()
        .statusCode(403)
        .body("code", equalTo("TENANT_SUSPENDED"));
    given()
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON)
        .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
        .post("/mcp")
        .then()
        .statusCode(not(equalTo(200)));

    resume(id).body("status", equalTo("ACTIVE"));

    assertThat(within2Seconds(key, 200).<String>path("items[0].id")).isEqualTo(agent);
    given().urlEncodingEnabled(false).get(feed).then().statusCode(200);
  }

  @Test
  void aStreamOfASuspendedFirmEnds() {
    JsonPath tenant = made("Listens");
    String key = tenant.getString("firstKey.secret");
    Thread suspending =
        new Thread(
            () -> {
              pause();
              suspend(tenant.getString("id"));
            });
    suspending.start();
    long begun = System.nanoTime();

    String heard =
        given()
            .header("Authorization", "Bearer " + key)
            .get("/v1/events/stream?seconds=60")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    assertThat(heard).doesNotContain("agent.created");
  }

  private static void pause() {
    try {
      Thread.sleep(1500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anArchiveHasTheFirmAndNobodyElse() throws IOException {
    JsonPath other = made("Bystander");
    agent(other.getString("firstKey.secret"));
    JsonPath tenant = made("Moves");
    String agent = agent(tenant.getString("firstKey.secret"));

    byte[] file =
        as(OPERATOR)
            .get("/v1/tenants/" + tenant.getString("id") + "/archive")
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();

    Map<String, String> entries = entries(file);
    assertThat(entries.get("manifest.json")).contains("Moves");
    assertThat(entries.get("agent.copy")).contains(agent);
    assertThat(entries.values()).noneMatch(text -> text.contains(other.getString("id")));
    assertThat(entries.keySet()).doesNotContain("operator_action.copy", "operator_answer.copy");
  }

  private static Map<String, String> entries(byte[] file) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(
            entry.getName(),
            new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void ofAFirmThatIsDeletedOnlyTheOperatorsLogTells() throws SQLException {
    JsonPath tenant = made("Goes");
    String id = tenant.getString("id");
    String path = "/v1/tenants/" + id;
    String key = tenant.getString("firstKey.secret");
    agent(key);
    as(OPERATOR).delete(path).then().statusCode(400).body("errors[0].pointer", equalTo("name"));
    as(OPERATOR)
        .delete(path + "?name=Goes")
        .then()
        .statusCode(409)
        .body("code", equalTo("TENANT_AT_WORK"));
    suspend(id);
    as(OPERATOR)
        .delete(path + "?name=Stays")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("name"));

    as(OPERATOR)
        .delete(path + "?name=Goes")
        .then()
        .statusCode(200)
        .body("tables.table", hasItems("tenant", "api_key", "agent", "event", "audit_entry"))
        .body("tables.rows", everyItem(equalTo(1)));

    assertThat(WholeDatabase.tablesHaving(id)).containsExactly("operator_action");
    as(OPERATOR).get(path).then().statusCode(404);
    as(OPERATOR).delete(path + "?name=Goes").then().statusCode(404);
    as(OPERATOR)
        .get("/v1/operator-actions?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].operation", equalTo("deleteTenant"))
        .body("items[0].tenantId", equalTo(id))
        .body("items[0].tenantName", equalTo("Goes"))
        .body("items[0].tables.table", hasItems("tenant", "agent"));
  }

  @Test
  void aKeyOfADeletedFirmIsNoKey() throws InterruptedException {
    JsonPath tenant = made("Goes too");
    suspend(tenant.getString("id"));

    as(OPERATOR)
        .delete("/v1/tenants/" + tenant.getString("id") + "?name=Goes too")
        .then()
        .statusCode(200);

    within2Seconds(tenant.getString("firstKey.secret"), 401);
  }

  @Test
  void listsGoOnWhereTheyStopped() {
    String older = made("Older").getString("id");
    String newer = made("Newer").getString("id");

    JsonPath first = as(OPERATOR).get("/v1/tenants?limit=1").then().extract().jsonPath();
    JsonPath second =
        as(OPERATOR)
            .get("/v1/tenants?limit=1&cursor=" + first.getString("nextCursor"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(first.getString("items[0].id")).isEqualTo(newer);
    assertThat(second.getString("items[0].id")).isEqualTo(older);
  }

  @Test
  void onlyTheWholeKeyOpens() {
    for (String wrong :
        new String[] {
          OPERATOR + "x", OPERATOR.substring(1), OPERATOR.toUpperCase(java.util.Locale.ROOT), "x"
        }) {
      as(wrong)
          .get("/v1/tenants")
          .then()
          .statusCode(401)
          .body("code", equalTo("INVALID_API_KEY"))
          .body("detail", containsString("operator"));
    }
    as(OPERATOR).get("/v1/agents").then().statusCode(401);
  }
}
