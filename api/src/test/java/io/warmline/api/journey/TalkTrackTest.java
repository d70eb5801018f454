package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What to say, through REST: on a claim, on demand, and in scripts of one's own. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
class TalkTrackTest extends Journey {

  private String agent = "";
  private String campaign = "";
  private String lead = "";

  @BeforeEach
  void mrPetersOfABCCompany() {
    agent = post("/v1/agents", Map.of("name", "Dave Miller"), 201).getString("id");
    Map<String, Object> hours = Map.of("friday", List.of(Map.of("from", "14:00", "to", "15:00")));
    String client =
        post(
                "/v1/clients",
                Map.of(
                    "name", "ABC Company", "timeZone", "America/New_York", "meetingHours", hours),
                201)
            .getString("id");
    campaign = post("/v1/campaigns", campaignOf(client), 201).getString("id");
    Map<String, Object> peters = new HashMap<>();
    peters.put("campaignId", campaign);
    peters.put("title", "Mr.");
    peters.put("firstName", "Jim");
    peters.put("lastName", "Peters");
    peters.put("phones", List.of("+12125550100"));
    lead = post("/v1/leads", peters, 201).getString("id");
  }

  private static Map<String, Object> campaignOf(String client) {
    return Map.of(
        "name",
        "S",
        "defaultCountry",
        "US",
        "timeZone",
        "America/New_York",
        "clientId",
        client,
        "policy",
        Map.of("minMinutesBetweenAttempts", 0));
  }

  @Test
  void theClaimOfADueCallbackShowsWhatToSay() throws InterruptedException {
    Instant due = Daytime.now().plusSeconds(2);
    Map<String, Object> call = new HashMap<>();
    call.put("leadId", lead);
    call.put("agentId", agent);
    call.put("disposition", "CALLBACK_REQUESTED");
    call.put("startedAt", Daytime.now().minus(Duration.ofDays(29)).toString());
    call.put("callback", Map.of("dueAt", due.toString(), "words", "in a month"));
    post("/v1/calls", call, 201);
    Thread.sleep(Math.max(0, Duration.between(Daytime.now(), due.plusMillis(500)).toMillis()));

    JsonPath claim = post("/v1/claims", Map.of("agentId", agent), 201);

    String opener =
        "Good afternoon, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling"
            + " you today specifically is that, when we first spoke a few weeks ago, you suggested"
            + " that I reach out to you in a month to set up an appointment. Does this Friday at 2"
            + " pm work for you?";
    assertThat(claim.getString("talkTrack.text")).isEqualTo(opener);
    assertThat(claim.getString("talkTrack.offer.source")).isEqualTo("FREE_SLOT");
    assertThat(claim.getString("story.words.words")).isEqualTo("in a month");
    assertThat(claim.getString("story.lastConversation.agentName")).isEqualTo("Dave Miller");
    JsonPath rendered =
        post("/v1/talk-tracks/render", Map.of("claimId", claim.getString("id")), 200);
    assertThat(rendered.getString("text")).isEqualTo(opener);
  }

  @Test
  void aFactThatTheTemplateLacksIsNamed() {
    JsonPath refused =
        post(
            "/v1/talk-tracks/render",
            Map.of(
                "leadId", lead, "agentId", agent, "kind", "BUSY_REPLY", "template", "{{concreteDay}}, {{need}}?"),
            400);

    assertThat(refused.getString("errors[0].code")).isEqualTo("MISSING_FACT");
    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/facts/need");
  }

  @Test
  void aFactThatThereIsNotIsNamed() {
    JsonPath refused =
        post("/v1/talk-tracks/render", Map.of("leadId", lead, "facts", Map.of("shoe", "9")), 400);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/facts/shoe");
  }

  @Test
  void theLinterSaysWhereAndWhatInstead() {
    JsonPath report =
        post(
            "/v1/talk-tracks/lint",
            Map.of(
                "kind",
                "CALLBACK",
                "scope",
                "LINE",
                "text",
                "Hello. I'm calling to see if you're interested."),
            200);

    assertThat(report.getList("findings.code")).contains("ASK_INTERESTED");
    assertThat(report.getString("findings[0].words")).isEqualTo("if you're interested");
    assertThat(report.getInt("findings[0].start")).isEqualTo(26);
    assertThat(report.getInt("findings[0].end")).isEqualTo(46);
  }

  @Test
  void aScriptThatInvitesANoIsRefusedAndOneThatHedgesIsShown() {
    Map<String, Object> bad =
        Map.of("scripts", Map.of("BUSY_REPLY", "Are you interested {{concreteDay}}?"));
    Map<String, Object> weak =
        Map.of("scripts", Map.of("BUSY_REPLY", "Maybe we get together {{concreteDay}}."));

    JsonPath refused = patch(bad, 400);
    JsonPath taken = patch(weak, 200);

    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/scripts/BUSY_REPLY");
    assertThat(refused.getList("errors.code")).contains("ASK_INTERESTED");
    assertThat(taken.getList("scriptWarnings.finding.code")).contains("HEDGE");
    assertThat(taken.getString("scripts.BUSY_REPLY")).startsWith("Maybe");
    Map<String, Object> none = new HashMap<>();
    none.put("BUSY_REPLY", null);
    assertThat(patch(Map.of("scripts", none), 200).getMap("scripts")).isNull();
  }

  private JsonPath patch(Map<String, Object> change, int status) {
    String version = request().get("/v1/campaigns/" + campaign).header("ETag");
    return answer(
        freeRequest()
            .header("If-Match", version)
            .contentType("application/merge-patch+json")
            .body(change)
            .patch("/v1/campaigns/" + campaign),
        status);
  }
}
