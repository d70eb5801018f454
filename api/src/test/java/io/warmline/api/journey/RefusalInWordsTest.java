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

/** Words stop no calls, and whoever writes that none are wanted is told so, wherever it is. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
class RefusalInWordsTest extends Journey {

  private static final String STOP = "Stop calling us";

  private String campaign = "";
  private String agent = "";
  private String lead = "";
  private int numbers = 0;

  @BeforeEach
  void aLead() {
    campaign = newCampaign("APPOINTMENT");
    agent = post("/v1/agents", Map.of("name", "Ana"), 201).getString("id");
    lead = newLead(Map.of("seats", "40")).getString("id");
  }

  private String newCampaign(String deliverable) {
    return post(
            "/v1/campaigns",
            Map.of(
                "name",
                "x",
                "defaultCountry",
                "US",
                "timeZone",
                "America/New_York",
                "policy",
                Map.of("deliverable", deliverable)),
            201)
        .getString("id");
  }

  private JsonPath newLead(Map<String, String> custom) {
    return post(
        "/v1/leads",
        Map.of("campaignId", campaign, "phones", List.of(number()), "customFields", custom),
        201);
  }

  private String number() {
    numbers++;
    return "+1212555010" + numbers;
  }

  private static List<String> pointers(JsonPath answer) {
    List<String> pointers = answer.getList("warnings.pointer");
    return pointers == null ? List.of() : pointers;
  }

  private JsonPath patch(String path, Map<String, ?> body) {
    String etag = request().get(path).getHeader("ETag");
    return answer(
        request()
            .header("If-Match", etag)
            .contentType("application/merge-patch+json")
            .body(body)
            .patch(path),
        200);
  }

  private static String inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }

  @Test
  void aPatchOfALeadIsPointedAtForWhatItWrites() {
    String path = "/v1/leads/" + lead;

    JsonPath notes = patch(path, Map.of("notes", "VIP. Do not call"));
    JsonPath score = patch(path, Map.of("score", 7));
    JsonPath others =
        patch(
            path,
            Map.of(
                "lastName",
                "Ray (do not call)",
                "tags",
                List.of("dnc"),
                "customFields",
                Map.of("Remarks", STOP, "Plan", "E-mail only", "Do not call", "yes")));
    call("NOT_QUALIFIED", Map.of("reason", "No server"));
    JsonPath status =
        patch(
            path,
            Map.of(
                "statusChange",
                Map.of("to", "COLD", "agentId", agent, "reason", "Take me off your list")));

    assertThat(pointers(notes)).containsExactly("/notes");
    assertThat(notes.getList("warnings.code")).containsExactly("REFUSAL_IN_NOTES");
    assertThat(pointers(score)).isEmpty();
    assertThat(pointers(others))
        .containsExactly(
            "/lastName", "/tags", "/customFields/Do not call", "/customFields/Remarks");
    assertThat(pointers(status)).containsExactly("/statusChange/reason");
    assertThat(pointers(get(path))).isEmpty();
  }

  private void call(String disposition, Map<String, ?> more) {
    Map<String, Object> report = new HashMap<>(more);
    report.putAll(Map.of("leadId", lead, "agentId", agent, "disposition", disposition));
    post("/v1/calls", report, 201);
  }

  @Test
  void aNewLeadIsPointedAtInItsFieldsToo() {
    assertThat(pointers(newLead(Map.of("Remarks", "STOP", "Do not call", "no"))))
        .containsExactly("/customFields/Remarks");
  }

  @Test
  void aPromiseIsPointedAt() {
    JsonPath made =
        post(
            "/v1/callbacks",
            Map.of("leadId", lead, "dueAt", inDays(2), "note", "DNC per husband"),
            201);
    String path = "/v1/callbacks/" + made.getString("id");
    JsonPath changed = patch(path, Map.of("dueAt", inDays(3), "note", "E-mail only"));
    JsonPath called = post(path + "/cancel", Map.of("reason", "Do not call me again"), 200);

    assertThat(pointers(made)).containsExactly("/note");
    assertThat(pointers(changed)).containsExactly("/note");
    assertThat(pointers(called)).containsExactly("/reason");
    assertThat(pointers(get(path))).isEmpty();
  }

  @Test
  void aMeetingIsPointedAt() {
    JsonPath made =
        post(
            "/v1/appointments",
            Map.of("leadId", lead, "startsAt", inDays(7), "agentId", agent, "notes", STOP),
            201);
    String path = "/v1/appointments/" + made.getString("id");
    JsonPath moved =
        post(path + "/reschedule", Map.of("startsAt", inDays(9), "need", "No more calls"), 201);
    JsonPath off =
        post(
            "/v1/appointments/" + moved.getString("id") + "/cancel",
            Map.of("cancelledBy", "PROSPECT", "reason", "Asked not to be called"),
            200);

    assertThat(pointers(made)).containsExactly("/notes");
    assertThat(pointers(moved)).containsExactly("/need");
    assertThat(pointers(off)).containsExactly("/reason");
  }

  @Test
  void aComplaintIsPointedAt() {
    JsonPath made = post("/v1/complaints", Map.of("leadId", lead, "words", STOP), 201);
    JsonPath closed =
        post(
            "/v1/complaints/" + made.getString("id") + "/close",
            Map.of("agentId", agent, "note", "Asked not to be called"),
            200);

    assertThat(pointers(made)).containsExactly("/words");
    assertThat(pointers(closed)).containsExactly("/note");
  }

  @Test
  void aHandoffIsPointedAt() {
    campaign = newCampaign("WARM_LEAD");
    lead = newLead(Map.of()).getString("id");
    call(
        "QUALIFIED",
        Map.of(
            "qualification", Map.of("goodProspect", true, "fits", true, "understandsOffer", true)));
    JsonPath offered = get("/v1/handoffs?leadId=" + lead);
    assertThat(offered.getList("items")).hasSize(1);
    String handoff = "/v1/handoffs/" + offered.getString("items[0].id");

    JsonPath accepted = post(handoff + "/accept", Map.of("comment", STOP), 200);
    JsonPath lost =
        post(
            handoff + "/outcomes",
            Map.of("outcome", "LOST", "reason", "Do not contact", "by", "CLIENT"),
            201);

    assertThat(pointers(accepted)).containsExactly("/comment");
    assertThat(pointers(lost)).containsExactly("/reason");
  }
}
