package io.warmline.api.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.WebhookVerifier;
import io.warmline.sdk.model.WebhookMessage;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks from their setting up to a receiver that checks what it gets. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(WebhooksTest.OnThisMachine.class)
class WebhooksTest {

  /** Receivers of the tests are on this machine. */
  public static class OnThisMachine implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("warmline.webhooks.allow-loopback", "true");
    }
  }

  @Inject TestTenant tenants;
  @Inject WebhookRounds rounds;

  private String key = "";

  @BeforeEach
  void aNewTenant() {
    key = tenants.create();
  }

  private RequestSpecification as(String who) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + who)
        .contentType("application/json");
  }

  private JsonPath webhook(String url, String more) {
    return as(key)
        .body("{\"url\":\"" + url + "\"" + more + "}")
        .post("/v1/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private void agent(String name) {
    as(key).body("{\"name\":\"" + name + "\"}").post("/v1/agents").then().statusCode(201);
  }

  private ValidatableResponse deliveries(String id) {
    return as(key).get("/v1/webhooks/" + id + "/deliveries").then().statusCode(200);
  }

  /** Rounds, until the first delivery says this, or ten seconds are over. */
  private void until(String id, String path, Object value) throws InterruptedException {
    for (int i = 0; i < 400; i++) {
      if (value.equals(deliveries(id).extract().path(path))) {
        return;
      }
      Thread.sleep(100);
    }
    deliveries(id).body(path, equalTo(value));
  }

  @Test
  void aMessageIsVerifiedByTheLibraryOfTheStandardAndByOurs() throws Exception {
    try (Receiver receiver = Receiver.thatSays(204)) {
      JsonPath made = webhook(receiver.url(), ",\"eventTypes\":[\"agent.*\"]");
      agent("Ada");
      rounds.make(key);

      Receiver.Received message = receiver.next();
      HttpHeaders headers = HttpHeaders.of(message.headers(), (name, value) -> true);
      new Webhook(made.getString("secret")).verify(message.body(), headers);
      assertThatThrownBy(
              () -> new Webhook(made.getString("secret")).verify(message.body() + " ", headers))
          .isInstanceOf(WebhookVerificationException.class);
      WebhookMessage read =
          WebhookVerifier.of(made.getString("secret"))
              .verify(message::header, message.body().getBytes(StandardCharsets.UTF_8));
      assertThat(read.getType()).isEqualTo("agent.created");
      assertThat(read.getObject()).isNull();
      assertThat(message.body()).doesNotContain("Ada");
      assertThat(message.header("Content-Type")).isEqualTo("application/json");

      until(made.getString("id"), "items[0].status", "DELIVERED");
      deliveries(made.getString("id"))
          .body("items[0].attempts[0].statusCode", equalTo(204))
          .body("items[0].eventType", equalTo("agent.created"));
      assertThat(message.header("webhook-id"))
          .isEqualTo("msg_" + deliveries(made.getString("id")).extract().path("items[0].id"));
    }
  }

  @Test
  void whoWantsFullDataGetsWhatTheEventIsAbout() throws Exception {
    try (Receiver receiver = Receiver.thatSays(200)) {
      webhook(receiver.url(), ",\"fullData\":true,\"eventTypes\":[\"agent.created\"]");
      agent("Ada Lovelace");
      rounds.make(key);

      assertThat(JsonPath.from(receiver.next().body()).getString("object.name"))
          .isEqualTo("Ada Lovelace");
    }
  }

  @Test
  void aKeyDoesNotHaveSentToItWhatItMayNotRead() {
    String limited = tenants.create(Set.of("webhooks:write", "events:read", "leads:read"));

    as(limited)
        .body("{\"url\":\"https://hooks.example.com/\",\"fullData\":true}")
        .post("/v1/webhooks")
        .then()
        .statusCode(403)
        .body("code", equalTo("MISSING_SCOPE"));
    as(tenants.create(Set.of("webhooks:write")))
        .body("{\"url\":\"https://hooks.example.com/\"}")
        .post("/v1/webhooks")
        .then()
        .statusCode(403);
  }

  @Test
  void aRedirectIsNotFollowedAndIsNoSuccess() throws Exception {
    try (Receiver inside = Receiver.thatSays(200);
        Receiver receiver =
            Receiver.that(
                exchange -> {
                  exchange.getResponseHeaders().add("Location", inside.url());
                  exchange.sendResponseHeaders(302, -1);
                  exchange.close();
                })) {
      String id = webhook(receiver.url(), "").getString("id");
      agent("Ada");
      rounds.make(key);

      until(id, "items[-1].attempts[0].statusCode", 302);
      assertThat(inside.waiting()).isZero();
      deliveries(id).body("items[-1].status", equalTo("PENDING"));
    }
  }

  @Test
  void whoSendsWithoutEndOrHangsHoldsUpNobody() throws Exception {
    try (Receiver endless =
            Receiver.that(
                exchange -> {
                  exchange.sendResponseHeaders(200, 0);
                  byte[] block = new byte[65_536];
                  while (true) {
                    exchange.getResponseBody().write(block);
                  }
                });
        Receiver hanging =
            Receiver.that(
                exchange -> {
                  try {
                    Thread.sleep(60_000);
                  } catch (InterruptedException e) {
                    exchange.close();
                  }
                });
        Receiver well = Receiver.thatSays(200)) {
      String first = webhook(endless.url(), ",\"eventTypes\":[\"agent.created\"]").getString("id");
      webhook(hanging.url(), ",\"eventTypes\":[\"agent.created\"]");
      String last = webhook(well.url(), ",\"eventTypes\":[\"agent.created\"]").getString("id");
      agent("Ada");
      rounds.make(key);

      well.next();
      until(last, "items[0].status", "DELIVERED");
      until(first, "items[0].status", "DELIVERED");
    }
  }

  @Test
  void nobodyListens() throws Exception {
    Receiver gone = Receiver.thatSays(200);
    String id = webhook(gone.url(), "").getString("id");
    gone.close();
    agent("Ada");
    rounds.make(key);

    until(id, "items[-1].attempts[0].failure", "NO_CONNECTION");
  }

  @Test
  void aTestShowsWhetherItWorksAndAReplaySendsItAgain() throws Exception {
    try (Receiver receiver = Receiver.thatSays(200)) {
      String id = webhook(receiver.url(), ",\"eventTypes\":[\"call.logged\"]").getString("id");

      as(key).post("/v1/webhooks/" + id + "/test").then().statusCode(202);
      rounds.make(key);
      Receiver.Received first = receiver.next();
      assertThat(first.body()).contains("webhook.test");
      until(id, "items[0].status", "DELIVERED");
      String delivery = deliveries(id).extract().path("items[0].id");
      as(key)
          .post("/v1/webhooks/" + id + "/deliveries/" + delivery + "/replay")
          .then()
          .statusCode(202);
      rounds.make(key);

      assertThat(receiver.next().header("webhook-id")).isEqualTo(first.header("webhook-id"));
    }
  }

  @Test
  void otherAddressesOfTheHouseAreRefusedAlsoHere() {
    for (String url :
        new String[] {"https://10.0.0.1/", "https://169.254.169.254/", "http://192.168.0.1/"}) {
      as(key)
          .body("{\"url\":\"" + url + "\"}")
          .post("/v1/webhooks")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/url"));
    }
  }
}
