package io.warmline.api.openid;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.api.http.Contract;
import io.warmline.core.PostgresForTests;
import io.warmline.core.tenant.ApiKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** People at the door, by tokens of a provider that is away when the server starts. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(PersonsTest.WithAProvider.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonsTest {

  private static final String KEY = "warmline.test.provider.key";
  private static final String ISSUER = "warmline.test.provider.issuer";

  /** A server with a provider, which runs in this test and in another class loader. */
  public static class WithAProvider implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      if (System.getProperty(ISSUER) == null) {
        PublicJsonWebKey key = FakeProvider.rsa("rsa-1");
        FakeProvider provider = new FakeProvider(List.of(key));
        provider.manner = FakeProvider.Manner.FAILS;
        System.setProperty(KEY, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        System.setProperty(ISSUER, provider.issuer());
      }
      return Map.of(
          "warmline.openid.issuer",
          System.getProperty(ISSUER),
          "warmline.openid.audience",
          Minted.AUDIENCE,
          "warmline.openid.roles",
          "admin=*; reader=*:read; recruiter=agents:read agents:write; caller=claims:write leads:read;"
              + oneForEachScope(),
          "warmline.openid.roles-claim",
          "realm_access.roles",
          "warmline.openid.tenant-claim",
          "warmline_tenant",
          "warmline.openid.agent-claim",
          "warmline.agent");
    }
  }

  private static String oneForEachScope() {
    return Contract.knownScopes().stream()
        .map(scope -> "only " + scope + "=" + scope)
        .collect(Collectors.joining(";"));
  }

  @Inject Contract contract;
  @Inject TestTenant tenants;
  @Inject ApiKeys keys;

  private static PublicJsonWebKey key() {
    try {
      return PublicJsonWebKey.Factory.newPublicJwk(System.getProperty(KEY));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In order, and of this firm. */
  private Minted token(String firm) {
    return Minted.by(System.getProperty(ISSUER))
        .with("warmline_tenant", keys.authenticate(firm).orElseThrow().tenant().value().toString());
  }

  private static RequestSpecification as(String secret) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + secret)
        .contentType(ContentType.JSON);
  }

  private static ValidatableResponse get(String secret, String path) {
    return as(secret).get(path).then();
  }

  private static void provider(FakeProvider.Manner manner) {
    String server = System.getProperty(ISSUER).replaceFirst("/realms/.*", "");
    given().get(server + "/manner/" + manner).then().statusCode(200);
  }

  /** The person's id among the keys. */
  private static String onRecord(String firm, String subject) {
    return get(firm, "/v1/api-keys")
        .statusCode(200)
        .extract()
        .path("items.find { it.person?.subject == '" + subject + "' }.id");
  }

  @Test
  @Order(1)
  void aServerStartsWithoutItsProviderAndLetsPeopleInOnceItIsThere() throws InterruptedException {
    String firm = tenants.create();
    String token = token(firm).signedBy(key());

    Response away = as(token).get("/v1/agents");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.<String>path("code")).isEqualTo("UNAVAILABLE");
    assertThat(Integer.parseInt(away.header("Retry-After"))).isBetween(1, 16);
    get(firm, "/v1/agents").statusCode(200);

    provider(FakeProvider.Manner.TELLS);
    Thread.sleep(Duration.ofSeconds(Long.parseLong(away.header("Retry-After"))).toMillis() + 500);
    get(token, "/v1/agents").statusCode(200);
  }

  @Test
  @Order(2)
  void aPersonIsAmongTheKeysAndInTheAuditLogByName() {
    String firm = tenants.create();
    String token = token(firm).with("sub", "ada").roles("recruiter").signedBy(key());

    as(token).body("{\"name\":\"Grace\"}").post("/v1/agents").then().statusCode(201);

    get(firm, "/v1/audit-entries")
        .body("items[0].operation", equalTo("createAgent"))
        .body("items[0].keyName", equalTo("Ada Lovelace"))
        .body("items[0].person.subject", equalTo("ada"))
        .body("items[0].person.issuer", equalTo(System.getProperty(ISSUER)))
        .body("items[0].keyId", equalTo(onRecord(firm, "ada")));
    get(firm, "/v1/api-keys/" + onRecord(firm, "ada"))
        .body("scopes", equalTo(List.of("agents:read", "agents:write")))
        .body("status", equalTo("ACTIVE"));
    get(token, "/v1/leads").statusCode(403).body("code", equalTo("MISSING_SCOPE"));
  }

  @Test
  @Order(3)
  void withoutARoleOfOursAPersonIsToldWhichGiveWhatAndLeavesNoTrace() {
    String firm = tenants.create();

    for (Object roles :
        List.of(
            Map.of("roles", List.of("offline_access", "Admin", "admin reader")),
            Map.of("roles", "admin reader"),
            Map.of("roles", List.of()),
            Map.of())) {
      String token = token(firm).with("sub", "nobody").with("realm_access", roles).signedBy(key());
      get(token, "/v1/agents")
          .statusCode(403)
          .body("code", equalTo("PERSON_NOT_ADMITTED"))
          .body("detail", containsString("reader grants *:read"));
    }
    get(token(firm).with("realm_access", Map.of("roles", List.of(1))).signedBy(key()), "/v1/agents")
        .statusCode(401);
    get(token(firm).with("realm_access", Map.of("roles", "reader")).signedBy(key()), "/v1/agents")
        .statusCode(200);
    assertThat(onRecord(firm, "nobody")).isNull();
  }

  @Test
  @Order(4)
  void theNextTokenHasOtherRoles() {
    String firm = tenants.create();
    Minted ada = token(firm).with("sub", "ada");

    get(ada.roles("reader").signedBy(key()), "/v1/leads").statusCode(200);
    get(ada.roles("recruiter").signedBy(key()), "/v1/leads").statusCode(403);
  }

  @Test
  @Order(5)
  void whoeverIsTakenBackIsRefusedThoughTheTokenIsValid() throws InterruptedException {
    String firm = tenants.create();
    String token = token(firm).with("sub", "ada").signedBy(key());
    get(token, "/v1/agents").statusCode(200);
    String id = onRecord(firm, "ada");

    as(firm)
        .body("{\"overlapMinutes\":0}")
        .post("/v1/api-keys/" + id + "/rotate")
        .then()
        .statusCode(409)
        .body("code", equalTo("KEY_OF_PERSON"));
    as(firm).post("/v1/api-keys/" + id + "/revoke").then().statusCode(200);

    Thread.sleep(2000);
    get(token, "/v1/agents").statusCode(403).body("code", equalTo("PERSON_REVOKED"));
    get(firm, "/v1/api-keys/" + id).body("status", equalTo("REVOKED"));
  }

  @Test
  @Order(6)
  void aTokenOpensTheFirmThatItNamesAndNoOther() {
    String mine = tenants.create();
    String other = tenants.create();
    String theirs =
        as(other).body("{\"name\":\"Eve\"}").post("/v1/agents").then().extract().path("id");
    String token = token(mine).with("sub", "ada").signedBy(key());

    get(token, "/v1/agents/" + theirs).statusCode(404);
    get(token(other).with("sub", "ada").signedBy(key()), "/v1/agents/" + theirs).statusCode(200);
    for (Object firm : List.of(UUID.randomUUID().toString(), "", "%", List.of(theirs), 7)) {
      String stray = token(mine).with("warmline_tenant", firm).signedBy(key());
      int status = get(stray, "/v1/agents").extract().statusCode();
      assertThat(status).as("firm " + firm).isIn(401, 403);
    }
    get(token(mine).with("warmline_tenant", null).signedBy(key()), "/v1/agents")
        .statusCode(403)
        .body("detail", containsString("warmline_tenant"))
        .body("detail", not(containsString(theirs)));
    assertThat(onRecord(mine, "ada")).isNotEqualTo(onRecord(other, "ada"));
  }

  @Test
  @Order(7)
  void anAgentsPersonActsAsThatAgentAndAsNobodyElse() {
    String firm = tenants.create();
    String me = as(firm).body("{\"name\":\"Ada\"}").post("/v1/agents").then().extract().path("id");
    String other =
        as(firm).body("{\"name\":\"Eve\"}").post("/v1/agents").then().extract().path("id");
    String token = token(firm).roles("caller").with("warmline.agent", me).signedBy(key());

    as(token).body("{\"agentId\":\"" + me + "\"}").post("/v1/claims").then().statusCode(204);
    as(token)
        .body("{\"agentId\":\"" + other + "\"}")
        .post("/v1/claims")
        .then()
        .statusCode(403)
        .body("code", equalTo("AGENT_NOT_OF_KEY"));
    get(
            token(firm).with("warmline.agent", UUID.randomUUID().toString()).signedBy(key()),
            "/v1/leads")
        .statusCode(403)
        .body("code", equalTo("PERSON_NOT_ADMITTED"));
  }

  @Test
  @Order(8)
  void whatIsNoTokenIsRefusedByTheContractAndSaysWhy() {
    String firm = tenants.create();
    String expired = token(firm).with("exp", 1_700_000_000L).signedBy(key());

    as(expired)
        .get("/v1/agents")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        .body("code", equalTo("INVALID_TOKEN"))
        .body("detail", equalTo("The token has expired."));
    get(token(firm).with("fill", "x".repeat(17_000)).signedBy(key()), "/v1/agents").statusCode(401);
    get(token(firm).with("fill", "x".repeat(33_000)).signedBy(key()), "/v1/agents").statusCode(431);
    get("a".repeat(201), "/v1/agents").statusCode(401).body("code", equalTo("INVALID_TOKEN"));
    get("a".repeat(200), "/v1/agents").statusCode(401).body("code", equalTo("INVALID_API_KEY"));
  }

  @Test
  @Order(9)
  void toolsPassTheSameDoor() {
    String firm = tenants.create();
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"listAgents\","
            + "\"arguments\":{}}}";

    given()
        .header("Authorization", "Bearer " + token(firm).signedBy(key()))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/mcp")
        .then()
        .statusCode(200)
        .body("result.isError", not(equalTo(true)));
    given()
        .header("Authorization", "Bearer " + token(firm).with("aud", "x").signedBy(key()))
        .contentType(ContentType.JSON)
        .body(body)
        .post("/mcp")
        .then()
        .statusCode(401);
  }

  @Test
  @Order(10)
  void aPersonMakesKeysThatGrantNoMoreThanTheToken() {
    String firm = tenants.create();
    String token = token(firm).with("sub", "ada").roles("admin").signedBy(key());
    String body = "{\"name\":\"Reader\",\"scopes\":[\"keys:read\"]}";

    String secret =
        as(token)
            .header("Idempotency-Key", "once")
            .body(body)
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    as(token)
        .header("Idempotency-Key", "once")
        .body(body)
        .post("/v1/api-keys")
        .then()
        .statusCode(201)
        .body("secret", equalTo(secret));
    get(secret, "/v1/api-keys").body("items.person.subject", hasItem("ada"));
  }

  /** People pass the same door as keys: what their roles do not give they are refused. */
  @Test
  @Order(11)
  void everyOperationIsRefusedToWhomeverLacksItsScope() {
    String firm = tenants.create();
    Map<Set<String>, String> tokens = new HashMap<>();
    int tried = 0;
    for (JsonNode operation : Contract.read("contract/operations.json")) {
      Set<String> needed = new TreeSet<>();
      operation.path("scopes").forEach(scope -> needed.add(scope.asText()));
      if (needed.isEmpty()) {
        continue;
      }
      Set<String> others = new TreeSet<>(contract.allScopes());
      others.removeAll(needed);
      String token =
          tokens.computeIfAbsent(
              others,
              scopes ->
                  token(firm)
                      .roles(scopes.stream().map("only "::concat).toArray(String[]::new))
                      .signedBy(key()));
      given()
          .header("Authorization", "Bearer " + token)
          .headers(typeOfBody(operation))
          .request(
              operation.path("method").asText(),
              operation.path("path").asText().replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
          .then()
          .statusCode(403)
          .body("code", equalTo("MISSING_SCOPE"))
          .body("detail", containsString(String.join(", ", needed)));
      tried++;
    }
    assertThat(tried).isGreaterThan(130);
  }

  private static Map<String, String> typeOfBody(JsonNode operation) {
    Iterator<String> types = operation.path("bodies").fieldNames();
    return types.hasNext() ? Map.of("Content-Type", types.next()) : Map.of();
  }

  @Test
  @Order(12)
  void noTokenIsInTheLogOrInTheMetrics() {
    String firm = tenants.create();
    ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            log.add(
                record.getMessage() + Arrays.toString(record.getParameters()) + record.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      for (String token :
          Set.of(
              token(firm).with("sub", "canary-subject").signedBy(key()),
              token(firm).with("sub", "canary-subject").with("aud", "x").signedBy(key()))) {
        as(token).get("/v1/agents");
        String signature = token.substring(token.lastIndexOf('.') + 1);
        assertThat(log).noneMatch(line -> line.contains(signature) || line.contains("canary"));
        assertThat(given().get("/q/metrics").asString()).doesNotContain(signature, "canary");
      }
    } finally {
      root.removeHandler(listener);
    }
  }
}
