package io.warmline.api.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A click, from the prospect's browser to the agent's next lead, over HTTP alone. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class ClickToQueueTest {

  private static final Logger LOG = Logger.getLogger(ClickToQueueTest.class);
  private static final OpenApiValidationFilter CONTRACT =
      new OpenApiValidationFilter("../openapi.yaml");
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String TARGET = "https://www.chemel.example/price-list?for=benton";

  @Inject TestTenant tenants;

  private String key = "";
  private String campaign = "";
  private String agent = "";
  private String lead = "";

  @BeforeEach
  void aLeadAmongBetterOnes() {
    key = tenants.create();
    campaign =
        post(
                "/v1/campaigns",
                Map.of("name", "S", "defaultCountry", "US", "timeZone", "America/New_York"),
                201)
            .getString("id");
    agent = post("/v1/agents", Map.of("name", "Dave Miller"), 201).getString("id");
    IntStream.range(0, 5).forEach(i -> lead("+1212555010" + i, 900 + i));
    lead = lead("+12125550109", 0);
  }

  private String lead(String phone, int score) {
    return post(
            "/v1/leads",
            Map.of("campaignId", campaign, "phones", List.of(phone), "score", score),
            201)
        .getString("id");
  }

  @Test
  void aClickPutsTheLeadFirstInLineForItsAgentWithinASecond() {
    String path = link();

    long clicked = System.nanoTime();
    Response redirect = follow(path, Map.of("User-Agent", BROWSER));
    JsonPath claim = post("/v1/claims", Map.of("agentId", agent), 201);
    Duration took = Duration.ofNanos(System.nanoTime() - clicked);

    LOG.infof("from the click to the claim: %d ms", took.toMillis());
    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(redirect.header("Location")).isEqualTo(TARGET);
    assertThat(redirect.header("Cache-Control")).isEqualTo("no-store");
    assertThat(claim.getString("leadId")).isEqualTo(lead);
    assertThat(claim.getInt("tier")).isEqualTo(3);
    assertThat(claim.getString("task.kind")).isEqualTo("HOT_SIGNAL");
    assertThat(took).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aHeadRequestAndAPrefetchLeadOnAndChangeNothing() {
    String path = link();

    Response head =
        given().redirects().follow(false).header("User-Agent", BROWSER).head(path).andReturn();
    Response prefetch = follow(path, Map.of("User-Agent", BROWSER, "Sec-Purpose", "prefetch"));

    assertThat(head.statusCode()).isEqualTo(302);
    assertThat(head.header("Location")).isEqualTo(TARGET);
    assertThat(prefetch.statusCode()).isEqualTo(302);
    JsonPath claim = post("/v1/claims", Map.of("agentId", agent), 201);
    assertThat(claim.getString("leadId")).isNotEqualTo(lead);
  }

  @Test
  void whatMailProgramsAddToALinkAndWhateverBrowsersAcceptDoNotMatter() {
    Response redirect =
        follow(
            link() + "?utm_source=mail&fbclid=",
            Map.of("User-Agent", BROWSER, "Accept", "text/html"));

    assertThat(redirect.statusCode()).isEqualTo(302);
    assertThat(redirect.header("Location")).isEqualTo(TARGET);
  }

  @Test
  void anUnknownLinkLeadsNowhere() {
    Response nowhere = follow("/t/nobodys", Map.of("User-Agent", BROWSER));

    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.header("Location")).isNull();
  }

  @Test
  void aLinkLeadsToHttpsAlone() {
    JsonPath refused =
        post("/v1/leads/" + lead + "/tracked-links", Map.of("url", "http://a.example/"), 400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/url");
  }

  @Test
  void aVoicemailOwesAMessageThatIsMarkedAsSent() {
    post(
        "/v1/calls",
        Map.of("leadId", lead, "agentId", agent, "disposition", "VOICEMAIL_LEFT"),
        201);
    JsonPath owed = get("/v1/follow-ups?status=OWED&leadId=" + lead);
    String id = owed.getString("items[0].id");

    JsonPath sent = post("/v1/follow-ups/" + id + "/sent", Map.of(), 200);

    assertThat(owed.getString("items[0].occasion")).isEqualTo("VOICEMAIL");
    assertThat(owed.getString("items[0].callBackAt")).isNotNull();
    assertThat(sent.getString("status")).isEqualTo("SENT");
    assertThat(get("/v1/follow-ups?status=OWED").getList("items")).isEmpty();
  }

  @Test
  void aSignalSaysWhichLeadItIsAbout() {
    JsonPath refused =
        post(
            "/v1/signals",
            Map.of(
                "signals",
                List.of(
                    Map.of("leadId", lead, "type", "REPLY"),
                    Map.of("externalId", "crm-1", "type", "REPLY"))),
            400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/signals/1/campaignId");
    JsonPath claim = post("/v1/claims", Map.of("agentId", agent), 201);
    assertThat(claim.getString("leadId")).as("nothing is half done").isNotEqualTo(lead);
  }

  private String link() {
    JsonPath link = post("/v1/leads/" + lead + "/tracked-links", Map.of("url", TARGET), 201);
    return URI.create(link.getString("link")).getPath();
  }

  private static Response follow(String path, Map<String, String> headers) {
    return given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .headers(headers)
        .get(path)
        .andReturn();
  }

  private JsonPath get(String path) {
    return given()
        .filter(CONTRACT)
        .header("Authorization", "Bearer " + key)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private JsonPath post(String path, Map<String, ?> body, int status) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }
}
