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

  @BeforeEach
  void aLeadThatNobodyHasCalled() {
    key = tenants.create();
    String campaign =
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
  void theMetricsOfThePageAndOfTheBoardAreThere() throws IOException {
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
