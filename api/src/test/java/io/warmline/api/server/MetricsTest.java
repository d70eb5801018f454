package io.warmline.api.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who runs a server sees of its work. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class MetricsTest {

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:warmline|http_server|scheduled|agroal|jvm|process)_[a-z_]+");

  @Inject TestTenant tenants;
  @Inject MeasureWork work;

  private String key = "";
  private String campaign = "";

  @BeforeEach
  void aLeadThatNobodyHasCalled() {
    key = tenants.create();
    campaign =
        post(
            "/v1/campaigns",
            "{\"name\":\"Spring\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\"}");
    post(
        "/v1/leads",
        "{\"campaignId\":\""
            + campaign
            + "\",\"phones\":[\"504-621-8927\"],\"firstName\":\"James\"}");
    work.measure();
  }

  private String post(String path, String body) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String metrics() {
    return given().get("/q/metrics").then().statusCode(200).extract().asString();
  }

  @Test
  void theQueueIsCountedByStateAndTier() {
    assertThat(metrics())
        .containsPattern(
            "warmline_queue_leads\\{[^}]*state=\"(READY|WAITING)\",tier=\"8\"[^}]*\\} [1-9]")
        .containsPattern("warmline_callbacks_overdue(\\{[^}]*\\})? [0-9]")
        .doesNotContain("James", "+1504");
  }

  @Test
  void whatKeepsLeadsBackIsCountedByReason() {
    given()
        .header("Authorization", "Bearer " + key)
        .post("/v1/campaigns/{id}/pause", campaign)
        .then()
        .statusCode(200);

    work.measure();

    assertThat(metrics())
        .containsPattern(
            "warmline_queue_blocked_leads\\{[^}]*reason=\"CAMPAIGN_PAUSED\"[^}]*\\} [1-9]");
  }

  @Test
  void claimsAreTimedByWhetherTheyFoundSomebody() {
    String other =
        post(
            "/v1/campaigns",
            "{\"name\":\"Empty\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\"}");
    String agent = post("/v1/agents", "{\"name\":\"Ana\"}");

    given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body("{\"agentId\":\"" + agent + "\",\"campaignIds\":[\"" + other + "\"]}")
        .post("/v1/claims")
        .then()
        .statusCode(204);

    assertThat(metrics())
        .containsPattern("warmline_claims_seconds_count\\{[^}]*outcome=\"EMPTY\"[^}]*\\} [1-9]")
        .contains("warmline_claims_seconds_bucket", "outcome=\"FOUND\"");
  }

  @Test
  void theHealthKnowsTheRoundsAndTheAgeOfRegistries() throws InterruptedException {
    awaitRounds();

    given()
        .get("/q/health/well")
        .then()
        .statusCode(200)
        .body("checks.name", Matchers.hasItems("Rounds", "Registries"))
        .body(
            "checks.find { it.name == 'Rounds' }.data.compareClocksSecondsAgo",
            Matchers.greaterThanOrEqualTo(0))
        .body("checks.find { it.name == 'Registries' }.data.kept", Matchers.notNullValue());
    assertThat(given().get("/q/health/ready").asString()).doesNotContain("Rounds");
  }

  /** The clocks are compared every other second. */
  private static void awaitRounds() throws InterruptedException {
    for (int tries = 0; tries < 100 && !metrics().contains("warmline_round_age"); tries++) {
      Thread.sleep(200);
    }
  }

  @Test
  void theMetricsOfThePageAndOfTheBoardAreThere() throws IOException, InterruptedException {
    awaitRounds();
    String given = metrics();

    for (String file : new String[] {"docs/observability.md", "docs/grafana/warmline.json"}) {
      assertThat(named(Files.readString(Path.of("..").resolve(file))))
          .as(file)
          .isNotEmpty()
          .allSatisfy(name -> assertThat(given).contains(name));
    }
  }

  /** Words are replaced only where a campaign has bad ones: the counter begins with the first. */
  private static Set<String> named(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(match -> match.group())
        .filter(name -> !name.startsWith("warmline_talktrack"))
        .collect(Collectors.toSet());
  }
}
