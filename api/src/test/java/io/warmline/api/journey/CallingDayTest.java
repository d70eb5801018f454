package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job, through REST, on a lead list as users have them. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
class CallingDayTest extends Journey {

  private static final List<Map<String, String>> ALL_DAY =
      List.of(Map.of("from", "00:00", "to", "24:00"));

  private String campaign = "";
  private String agent = "";

  @BeforeEach
  void aCampaignThatMayCallAtAnyHour() {
    Map<String, Object> hours = new LinkedHashMap<>();
    for (String day :
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
      hours.put(day, ALL_DAY);
    }
    campaign =
        post(
                "/v1/campaigns",
                Map.of(
                    "name",
                    "Spring",
                    "defaultCountry",
                    "US",
                    "timeZone",
                    "America/New_York",
                    "callingHours",
                    hours),
                201)
            .getString("id");
    agent = post("/v1/agents", Map.of("name", "Dave Miller"), 201).getString("id");
  }

  @Test
  void aListIsImportedLeadsAreCalledAndAPromiseComesBackBeforeAnyColdLead() throws Exception {
    JsonPath done = importList();
    assertThat(done.getString("status")).isEqualTo("COMPLETED");
    assertThat(done.getInt("created")).isEqualTo(500);
    assertThat(done.getInt("rejected")).isZero();

    assertThat(log(Map.of("disposition", "NO_ANSWER")).getString("leadStatus"))
        .isEqualTo("ATTEMPTING");
    assertThat(log(Map.of("disposition", "BUSY")).getString("next.action")).isEqualTo("RETRY");
    assertThat(log(Map.of("disposition", "NOT_INTERESTED")).getString("leadStatus"))
        .isEqualTo("CONTACTED");
    assertThat(
            log(Map.of("disposition", "NOT_QUALIFIED", "reason", "no need"))
                .getString("next.action"))
        .isEqualTo("NONE");
    assertThat(log(Map.of("disposition", "DO_NOT_CALL")).getString("leadStatus"))
        .isEqualTo("DO_NOT_CALL");
    assertThat(log(Map.of("disposition", "SALE")).getString("leadStatus")).isEqualTo("CUSTOMER");
    Instant due = Daytime.now().plusSeconds(5);
    JsonPath promised =
        log(
            Map.of(
                "disposition",
                "CALLBACK_REQUESTED",
                "callback",
                Map.of("dueAt", due.toString(), "words", "try me in a few seconds")));
    assertThat(promised.getString("next.action")).isEqualTo("CALLBACK");
    Thread.sleep(Math.max(0, Duration.between(Daytime.now(), due.plusMillis(500)).toMillis()));

    JsonPath claimed = claim();
    assertThat(claimed.getString("callback.id")).isEqualTo(promised.getString("callback.id"));
    assertThat(claimed.getString("leadId")).isEqualTo(promised.getString("call.leadId"));
    assertThat(claimed.getString("reasons[0].code")).isEqualTo("CALLBACK_DUE");
    assertThat(claimed.getInt("tier")).isEqualTo(1);
    assertThat(claim().getInt("tier")).isEqualTo(8);
  }

  @Test
  void theSameListASecondTimeMakesNoDuplicates() throws Exception {
    importList();

    JsonPath again = importList();

    assertThat(again.getInt("created")).isZero();
    assertThat(again.getInt("merged")).isEqualTo(500);
  }

  @Test
  void theQueueSaysWhatIsReadyAndClaimsNothing() throws Exception {
    importList();

    JsonPath queue = get("/v1/campaigns/" + campaign + "/queue?limit=3");

    int ready = queue.getInt("ready[0].ready");
    Map<String, Integer> blocked = new LinkedHashMap<>();
    for (Map<String, ?> block : queue.<Map<String, ?>>getList("blocked")) {
      blocked.put(String.valueOf(block.get("code")), (Integer) block.get("count"));
    }
    assertThat(blocked.keySet())
        .as("it is 7 in Hawaii, and Connecticut demands consent")
        .containsExactlyInAnyOrder("CALLING_HOURS", "CONSENT_REQUIRED");
    assertThat(ready + blocked.values().stream().mapToInt(n -> n).sum()).isEqualTo(500);
    assertThat(ready).isGreaterThan(450);
    assertThat(queue.getString("next[0].leadId")).isEqualTo(claim().getString("leadId"));
  }

  @Test
  void whatIsExportedCanBeImportedAgain() throws Exception {
    importList();
    String csv =
        request()
            .get("/v1/campaigns/" + campaign + "/leads.csv")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    JsonPath again = importOf(csv.getBytes(StandardCharsets.UTF_8));

    assertThat(csv.lines().count()).isEqualTo(501);
    assertThat(again.getInt("created")).isZero();
    assertThat(again.getInt("rejected")).isZero();
  }

  private JsonPath importList() throws IOException, InterruptedException {
    try (InputStream list = Objects.requireNonNull(getClass().getResourceAsStream("/us-500.csv"))) {
      return importOf(list.readAllBytes());
    }
  }

  private JsonPath importOf(byte[] file) throws InterruptedException {
    Response accepted =
        freeRequest()
            .contentType("text/csv")
            .body(file)
            .post("/v1/campaigns/" + campaign + "/imports");
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
    for (int i = 0; i < 300; i++) {
      JsonPath now = get(accepted.header("Location"));
      if (List.of("COMPLETED", "FAILED").contains(now.getString("status"))) {
        return now;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the import does not end");
  }

  private JsonPath log(Map<String, Object> outcome) {
    Map<String, Object> call = new LinkedHashMap<>(outcome);
    call.put("claimId", claim().getString("id"));
    return post("/v1/calls", call, 201);
  }

  private JsonPath claim() {
    return post("/v1/claims", Map.of("agentId", agent), 201);
  }
}
