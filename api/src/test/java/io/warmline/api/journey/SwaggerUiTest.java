package io.warmline.api.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job as somebody tries it who has nothing but a browser: in Swagger UI, which shows the
 * contract.
 *
 * <p>It takes the Chromium of this machine (see {@link Browser}), else the one that npm brings;
 * where neither is to be had, it is skipped and says why.
 */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class SwaggerUiTest {

  private static final String ALL_DAY =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
          .map(day -> "\"" + day + "\": [{\"from\": \"00:00\", \"to\": \"24:00\"}]")
          .collect(Collectors.joining(", ", "{", "}"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject TestTenant tenants;

  @TestHTTPResource URI server;

  @TempDir Path profile;

  private Optional<Browser> browser = Optional.empty();
  private String key = "";

  @BeforeEach
  void aBrowserAndTwoLeads() throws IOException, InterruptedException {
    Optional<Path> chromium = chromium();
    key = tenants.create();
    String campaign =
        post(
                "/v1/campaigns",
                """
                {"name": "Spring", "defaultCountry": "US", "timeZone": "America/New_York", "callingHours": %s}\
                """
                    .formatted(ALL_DAY))
            .path("id")
            .asText();
    for (String phone : List.of("504-621-8927", "810-292-9388")) {
      post(
          "/v1/leads",
          """
          {"campaignId": "%s", "phones": ["%s"]}\
          """
              .formatted(campaign, phone));
    }
    post("/v1/agents", "{\"name\": \"Dave Miller\"}");
    browser = Optional.of(Browser.start(chromium.orElseThrow(), profile));
  }

  private static Optional<Path> chromium() throws IOException, InterruptedException {
    Optional<Path> ofTheMachine = Browser.executable();
    if (ofTheMachine.isPresent()) {
      return ofTheMachine;
    }
    NpmChromium.Brought brought = NpmChromium.bring();
    assumeTrue(
        brought.executable().isPresent(),
        () ->
            "no Chromium or Chrome on the path, nor in CHROME_BIN, so the journey through Swagger"
                + " UI was not made: "
                + brought.whyNot());
    return brought.executable();
  }

  @AfterEach
  void close() {
    browser.ifPresent(Browser::close);
  }

  private JsonNode post(String path, String body) throws IOException {
    String answer =
        given()
            .filter(AgainstContract.ALL)
            .header("Authorization", "Bearer " + key)
            .contentType("application/json")
            .body(body)
            .post(path)
            .then()
            .statusCode(201)
            .extract()
            .asString();
    return JSON.readTree(answer);
  }

  private Browser browser() {
    return browser.orElseThrow();
  }

  @Test
  void aPromiseMadeInSwaggerUiComesBackBeforeAnyColdLead() throws Exception {
    browser().open(server.resolve("/swagger-ui"));
    authorize();

    String agent = press("Agents", "listAgents").at("/items/0/id").asText();
    String claimBody = "{\"agentId\": \"%s\"}".formatted(agent);
    Instant start = Daytime.now();
    JsonNode claim = press("Claims", "claimNextLead", "first-claim", claimBody);
    Instant dueAt = soonEnough(Duration.between(start, Daytime.now()));
    JsonNode logged =
        press(
            "Calls",
            "logCall",
            "call",
            """
            {"claimId": "%s", "disposition": "CALLBACK_REQUESTED",
             "callback": {"dueAt": "%s", "words": "in a few seconds"}}\
            """
                .formatted(claim.path("id").asText(), dueAt));
    sleepUntil(dueAt.plusSeconds(2));
    JsonNode again = press("Claims", "claimNextLead", "second-claim", claimBody);

    assertThat(claim.path("tier").asInt()).isEqualTo(8);
    assertThat(again.path("leadId")).isEqualTo(claim.path("leadId"));
    assertThat(again.at("/callback/id")).isEqualTo(logged.at("/callback/id"));
    assertThat(again.at("/callback/words").asText()).isEqualTo("in a few seconds");
    assertThat(again.path("tier").asInt()).isEqualTo(1);
    assertThat(again.at("/reasons/0/code").asText()).isEqualTo("CALLBACK_DUE");
  }

  /** Not before the next button is pressed, on a machine that took this long for the last one. */
  private static Instant soonEnough(Duration lastPress) {
    return Daytime.now()
        .plus(lastPress.multipliedBy(3))
        .plusSeconds(3)
        .truncatedTo(ChronoUnit.SECONDS);
  }

  private void authorize() {
    browser().click(".btn.authorize");
    browser().type(".auth-container input", key);
    browser().click(".auth-btn-wrapper .authorize");
    browser().click(".auth-btn-wrapper .btn-done");
  }

  /** Opens an operation and executes it; the answer as it is shown. */
  private JsonNode press(String tag, String operation) throws IOException {
    return execute(opened(tag, operation), "200");
  }

  private JsonNode press(String tag, String operation, String idempotencyKey, String body)
      throws IOException {
    String block = opened(tag, operation);
    browser().type(block + " tr[data-param-name='Idempotency-Key'] input", idempotencyKey);
    browser().type(block + " textarea.body-param__text", body);
    return execute(block, "201");
  }

  private String opened(String tag, String operation) {
    String block = "#operations-" + tag + "-" + operation;
    browser().await(block);
    if (!browser().shows(block + ".is-open")) {
      browser().click(block + " .opblock-summary-control");
      browser().await(block + " .opblock-body");
    }
    if (browser().shows(block + " .try-out__btn:not(.cancel)")) {
      browser().click(block + " .try-out__btn:not(.cancel)");
    }
    if (browser().shows(block + " .btn-clear")) {
      browser().click(block + " .btn-clear");
    }
    return block;
  }

  private JsonNode execute(String block, String status) throws IOException {
    browser().click(block + " .execute");
    String answer = block + " .live-responses-table ";
    assertThat(browser().text(answer + ".response .response-col_status"))
        .as(() -> browser().text(answer))
        .startsWith(status);
    return JSON.readTree(browser().text(answer + ".highlight-code code"));
  }

  private static void sleepUntil(Instant instant) throws InterruptedException {
    Thread.sleep(Math.max(0, Duration.between(Daytime.now(), instant).toMillis()));
  }
}
