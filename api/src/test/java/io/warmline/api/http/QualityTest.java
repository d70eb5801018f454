package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears a recording, who reads a review, and what a call's answer says is owed. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class QualityTest {

  private static final String URL = "https://recordings.example/1.mp3";

  @Inject TestTenant tenants;

  private String firm = "";
  private String agent = "";
  private String client = "";
  private String lead = "";
  private String call = "";

  @BeforeEach
  void aRecordedCall() {
    firm = tenants.create();
    agent = post("/v1/agents", "{\"name\":\"Ada Stone\"}").getString("id");
    client = post("/v1/clients", "{\"name\":\"Ours\"}").getString("id");
    String campaign =
        post(
                "/v1/campaigns",
                """
                {"name": "Meetings", "defaultCountry": "US", "timeZone": "America/New_York", "clientId": "%s",
                 "messages": {"CONVERSATION": ["Hello {{prospect}}, about {{need}}.", "Hello {{prospect}}.\\n\\n{{agentName}}"]}}\
                """
                    .formatted(client))
            .getString("id");
    lead =
        post(
                "/v1/leads",
                """
                {"campaignId": "%s", "phones": ["+15048451427"], "firstName": "James", "company": "Benton, Inc.",
                 "email": "james@benton-it.com", "timeZone": "America/Chicago"}\
                """
                    .formatted(campaign))
            .getString("id");
    call =
        post(
                "/v1/calls",
                """
                {"leadId": "%s", "agentId": "%s", "disposition": "INFORMATION_REQUESTED", "recordingUrl": "%s"}\
                """
                    .formatted(lead, agent, URL))
            .getString("call.id");
  }

  private static Response send(String key, String method, String path, String body) {
    var request = given().filter(AgainstContract.ANSWERS).header("Authorization", "Bearer " + key);
    return (body.isEmpty() ? request : request.contentType("application/json").body(body))
        .request(method, path);
  }

  private JsonPath post(String path, String body) {
    return send(firm, "POST", path, body).then().statusCode(201).extract().jsonPath();
  }

  private static ValidatableResponse get(String key, String path) {
    return send(key, "GET", path, "").then();
  }

  private String key(String limit, String scopes) {
    return post(
            "/v1/api-keys",
            "{\"name\": \"Desk\", %s \"expiresAt\": \"%s\", \"scopes\": %s}"
                .formatted(limit, Instant.now().plus(Duration.ofHours(8)), scopes))
        .getString("secret");
  }

  private String review() {
    return post(
            "/v1/calls/" + call + "/reviews",
            """
            {"reviewerId": "%s", "scores": [{"criterion": "Opening", "score": 80}, {"criterion": "Time", "score": 55}], "note": "Slower."}\
            """
                .formatted(agent))
        .getString("id");
  }

  @Test
  void whereARecordingIsIsSeenByItsOwnScopeAlone() {
    String reads = key("", "[\"calls:read\", \"quality:read\"]");
    String hears = key("", "[\"recordings:read\"]");

    get(reads, "/v1/calls/" + call).statusCode(200).body("recordingUrl", equalTo(null));
    get(reads, "/v1/calls/" + call + "/recording").statusCode(403);
    get(hears, "/v1/calls/" + call + "/recording").statusCode(200).body("url", equalTo(URL));
    get(firm, "/v1/audit-entries").body("items.operation", hasItems("getRecording"));
    send(firm, "PUT", "/v1/calls/" + call + "/recording", "{\"url\":\"http://a.example/1.mp3\"}")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/url"));
  }

  @Test
  void anAgentReadsTheReviewsOfItsOwnCallsAndAClientNone() {
    review();
    String colleague = post("/v1/agents", "{\"name\":\"Bob Lee\"}").getString("id");
    String own = key("\"agentId\": \"%s\",".formatted(agent), "[\"quality:read\"]");
    String others = key("\"agentId\": \"%s\",".formatted(colleague), "[\"quality:read\"]");

    get(own, "/v1/calls/" + call + "/reviews")
        .statusCode(200)
        .body("items.note", equalTo(List.of("Slower.")))
        .body("items[0].score", equalTo(67.5f));
    get(others, "/v1/calls/" + call + "/reviews").statusCode(404);
    send(
            firm,
            "POST",
            "/v1/api-keys",
            "{\"name\": \"CRM\", \"clientId\": \"%s\", \"scopes\": [\"quality:read\"]}"
                .formatted(client))
        .then()
        .statusCode(not(equalTo(201)));
  }

  @Test
  void whatIsCorrectedAndTakenBackIsInTheAuditLog() {
    String path = "/v1/calls/" + call + "/reviews/" + review();

    change("*", "PUT", path, "{\"note\": \"Better.\"}")
        .then()
        .statusCode(200)
        .body("note", equalTo("Better."))
        .body("scores", hasSize(0));
    get(firm, "/v1/leads/" + lead + "/export")
        .body("reviews.note", equalTo(List.of("Better.")))
        .body("recordings.url", equalTo(List.of(URL)));
    change("*", "DELETE", path, "").then().statusCode(204);

    get(firm, "/v1/calls/" + call + "/reviews").body("items", hasSize(0));
    get(firm, "/v1/audit-entries")
        .body("items.operation", hasItems("correctReview", "deleteReview"));
  }

  @Test
  void ofTwoWhoCorrectAReviewTheSecondIsToldOfTheFirst() {
    String path = "/v1/calls/" + call + "/reviews/" + review();
    String seen =
        get(firm, path).statusCode(200).body("version", equalTo(0)).extract().header("ETag");

    change(seen, "PUT", path, "{\"note\": \"First.\"}")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("version", equalTo(1));
    change(seen, "PUT", path, "{\"note\": \"Second.\"}")
        .then()
        .statusCode(412)
        .body("code", equalTo("VERSION_MISMATCH"));
    change(seen, "DELETE", path, "").then().statusCode(412);
    send(firm, "DELETE", path, "").then().statusCode(428);
    send(firm, "PUT", path, "{\"note\": \"Second.\"}").then().statusCode(428);

    get(firm, path).body("note", equalTo("First."));
    get(firm, "/v1/calls/" + call + "/reviews").body("items[0].version", equalTo(1));
  }

  private Response change(String etag, String method, String path, String body) {
    var request =
        given()
            .filter(AgainstContract.ANSWERS)
            .header("Authorization", "Bearer " + firm)
            .header("If-Match", etag);
    return (body.isEmpty() ? request : request.contentType("application/json").body(body))
        .request(method, path);
  }

  @Test
  void theMeanComesWithItsNumberByAgent() {
    review();

    get(firm, "/v1/reports/quality?groupBy=AGENT")
        .statusCode(200)
        .body("rows[0].names.agentId", equalTo("Ada Stone"))
        .body("rows[0].figures[0].value", equalTo(67.5f))
        .body("rows[0].figures[0].n", equalTo(1))
        .body("rows[0].metrics[0].denominator", equalTo(1));
  }

  @Test
  void whatIsOwedIsSaidWithTheCallAndInTheList() {
    JsonPath logged =
        post(
            "/v1/calls",
            "{\"leadId\": \"%s\", \"agentId\": \"%s\", \"disposition\": \"INFORMATION_REQUESTED\"}"
                .formatted(lead, agent));

    assertThat(logged.getString("followUp.text")).isEqualTo("Hello James.\n\nAda Stone");
    get(firm, "/v1/follow-ups?status=OWED")
        .body("items.text", equalTo(List.of("Hello James.\n\nAda Stone")));
  }

  @Test
  void aLeadSaysByWhatItsCompanyIsKnown() {
    get(firm, "/v1/leads/" + lead)
        .body("companyKey.domain", equalTo("benton-it.com"))
        .body("companyKey.name", equalTo("benton"))
        .body("companyKey.country", equalTo("US"));
    get(firm, "/v1/leads?companyOf=" + lead).body("items.id", equalTo(List.of(lead)));
    get(firm, "/v1/leads?companyOf=" + UUID.randomUUID())
        .statusCode(404)
        .body("detail", containsString("lead"));
  }
}
