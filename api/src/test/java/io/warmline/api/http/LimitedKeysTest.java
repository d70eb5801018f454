package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client with its own key, and an agent with one, as they work with it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class LimitedKeysTest {

  private static final String CLIENT_SCOPES =
      """
      ["handoffs:read", "handoffs:write", "appointments:read", "appointments:write", "outcomes:read", "outcomes:write",
       "leads:read", "leads:write", "reports:read", "events:read", "campaigns:read", "clients:read"]\
      """;

  @Inject TestTenant tenants;

  private String firm = "";
  private String agent = "";
  private String ours = "";
  private String theirs = "";
  private String ourCampaign = "";
  private String theirCampaign = "";
  private int numbers;

  @BeforeEach
  void aFirmThatCallsForTwoClients() {
    firm = tenants.create();
    agent = post(firm, "/v1/agents", "{\"name\":\"Ada\"}", 201).getString("id");
    ours = post(firm, "/v1/clients", "{\"name\":\"Ours\"}", 201).getString("id");
    theirs = post(firm, "/v1/clients", "{\"name\":\"Theirs\"}", 201).getString("id");
    ourCampaign = campaign(ours);
    theirCampaign = campaign(theirs);
  }

  private String campaign(String client) {
    return post(
            firm,
            "/v1/campaigns",
            """
            {"name": "Warm leads", "defaultCountry": "US", "timeZone": "America/New_York", "clientId": "%s",
             "policy": {"deliverable": "WARM_LEAD"}}\
            """
                .formatted(client),
            201)
        .getString("id");
  }

  private String lead(String campaign, String company) {
    return post(
            firm,
            "/v1/leads",
            """
            {"campaignId": "%s", "phones": ["+1504845%04d"], "firstName": "James", "lastName": "Butt",
             "company": "%s", "timeZone": "America/Chicago"}\
            """
                .formatted(campaign, 1000 + numbers++, company),
            201)
        .getString("id");
  }

  private String handoff(String campaign, String company) {
    return post(
            firm,
            "/v1/calls",
            """
            {"leadId": "%s", "agentId": "%s", "disposition": "QUALIFIED",
             "qualification": {"goodProspect": true, "fits": true, "understandsOffer": true, "words": "Sounds good"}}\
            """
                .formatted(lead(campaign, company), agent),
            201)
        .getString("call.handoffId");
  }

  private String keyOf(String client) {
    return post(
            firm,
            "/v1/api-keys",
            "{\"name\":\"CRM\",\"clientId\":\"%s\",\"scopes\":%s}".formatted(client, CLIENT_SCOPES),
            201)
        .getString("secret");
  }

  private static Response send(String key, String path, String once, String body) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .header("Idempotency-Key", once)
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  private static JsonPath post(String key, String path, String body, int status) {
    Response answer = send(key, path, UUID.randomUUID().toString(), body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer.jsonPath();
  }

  private static ValidatableResponse get(String key, String path) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .get(path)
        .then();
  }

  @Test
  void aClientWorksItsHandoffsToTheSaleAndSeesNoOthers() {
    String own = handoff(ourCampaign, "Benton");
    String foreign = handoff(theirCampaign, "Chemel");
    String key = keyOf(ours);

    get(key, "/v1/handoffs")
        .statusCode(200)
        .body("items.id", equalTo(List.of(own)))
        .body("items[0].lead.company", equalTo("Benton"));
    get(key, "/v1/handoffs/" + own).statusCode(200).body("calls", hasSize(1));
    get(key, "/v1/handoffs/" + foreign).statusCode(404);
    post(key, "/v1/handoffs/" + foreign + "/accept", "{}", 404);
    assertThat(get(firm, "/v1/handoffs/" + foreign).extract().<String>path("status"))
        .isEqualTo("OFFERED");
    post(key, "/v1/handoffs/" + own + "/accept", "{}", 200);
    String sale = "{\"outcome\":\"WON\",\"value\":12500,\"currency\":\"USD\"";
    JsonPath told = post(key, "/v1/handoffs/" + own + "/outcomes", sale + "}", 201);
    JsonPath refused =
        post(key, "/v1/handoffs/" + own + "/outcomes", sale + ",\"by\":\"FIRM\"}", 400);

    assertThat(told.getString("by")).isEqualTo("CLIENT");
    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/by");
    get(key, "/v1/outcomes").body("items.id", equalTo(List.of(told.getString("id"))));
  }

  @Test
  void reportsAndNumbersAreOfTheClientAlone() {
    handoff(ourCampaign, "Benton");
    handoff(theirCampaign, "Chemel");
    handoff(theirCampaign, "Morlong");
    String key = keyOf(ours);

    for (String report : List.of("activity", "handoffs")) {
      get(key, "/v1/reports/" + report + "?groupBy=CAMPAIGN")
          .statusCode(200)
          .body("rows.group.campaignId", equalTo(List.of(ourCampaign)));
      get(key, "/v1/reports/" + report + "?campaignId=" + theirCampaign).statusCode(404);
    }
    get(key, "/v1/live-numbers")
        .body("campaigns.campaignId", equalTo(List.of(ourCampaign)))
        .body("all.today.handedOver", equalTo(1));
    get(firm, "/v1/live-numbers").body("all.today.handedOver", equalTo(3));
    get(key, "/v1/campaigns").body("items.id", equalTo(List.of(ourCampaign)));
    get(key, "/v1/clients").body("items.id", equalTo(List.of(ours)));
  }

  @Test
  void aClientHearsOfItsCampaignsAlone() {
    handoff(ourCampaign, "Benton");
    handoff(theirCampaign, "Chemel");
    String key = keyOf(ours);

    List<Map<String, Object>> events =
        get(key, "/v1/events?limit=200").statusCode(200).extract().path("items");
    String stream =
        given()
            .header("Authorization", "Bearer " + key)
            .get("/v1/events/stream?seconds=1")
            .asString();

    assertThat(events).extracting(event -> event.get("type")).contains("handoff.offered");
    assertThat(events.toString()).contains(ourCampaign).doesNotContain(theirCampaign);
    assertThat(stream).contains("handoff.offered", ourCampaign).doesNotContain(theirCampaign);
  }

  @Test
  void handoffsComeAsAFilePageByPage() {
    for (String company : List.of("Benton", "=1+1", "Chemel")) {
      handoff(ourCampaign, company);
    }
    String key = keyOf(ours);

    Response first = csv(key, "/v1/handoffs?limit=2");
    String link = first.getHeader("Link");
    Response second = csv(key, link.substring(1, link.indexOf('>')));

    assertThat(link).endsWith(">; rel=\"next\"");
    assertThat(second.getHeader("Link")).isNull();
    List<String> lines = first.asString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("handoffId,leadId,").contains(",phone1,");
    assertThat(lines.get(1)).contains(",Chemel,", ",+15048451002,", ",OFFERED,", ",Sounds good,");
    assertThat(lines.get(2)).contains(",'=1+1,");
    assertThat(second.asString().lines().toList()).hasSize(2);
  }

  @Test
  void meetingsComeAsAFileWithTheirLeads() {
    String campaign =
        post(
                firm,
                "/v1/campaigns",
                "{\"name\":\"Meetings\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\",\"clientId\":\""
                    + ours
                    + "\"}",
                201)
            .getString("id");
    String start = Instant.now().plus(Duration.ofDays(7)).toString();
    post(
        firm,
        "/v1/appointments",
        "{\"leadId\":\"%s\",\"startsAt\":\"%s\",\"need\":\"Seats\",\"doubleBook\":true}"
            .formatted(lead(campaign, "Benton"), start),
        201);
    String key = keyOf(ours);

    get(key, "/v1/appointments").body("items[0].lead.company", equalTo("Benton"));
    get(keyOf(theirs), "/v1/appointments").body("items", hasSize(0));

    List<String> lines = csv(key, "/v1/appointments").asString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).contains(",SET,", ",Seats,", ",Benton,", ",+15048451000,");
  }

  @Test
  void aReportComesAsAFile() {
    handoff(ourCampaign, "Benton");

    String file = csv(firm, "/v1/reports/handoffs?groupBy=CAMPAIGN").asString();

    assertThat(file.lines().findFirst())
        .contains(
            "campaignId,campaignName,metric,numerator,denominator,rate,low,high,value,unit,n");
    assertThat(file).contains(ourCampaign + ",Warm leads,");
  }

  private static Response csv(String key, String path) {
    Response answer =
        given()
            .header("Authorization", "Bearer " + key)
            .header("Accept", "text/csv")
            .urlEncodingEnabled(false)
            .get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("text/csv");
    return answer;
  }

  @Test
  void whoGuessesAnIdempotencyKeyIsNotToldTheAnswerToAnother() {
    String body =
        "{\"campaignId\":\"%s\",\"externalId\":\"crm-1\",\"phones\":[\"+15048451427\"],\"firstName\":\"James\"}"
            .formatted(ourCampaign);
    assertThat(send(firm, "/v1/leads", "guessed", body).statusCode()).isEqualTo(201);
    assertThat(send(firm, "/v1/leads", "guessed", body).getHeader("Idempotent-Replayed"))
        .isEqualTo("true");

    Response ofOurs = send(keyOf(ours), "/v1/leads", "guessed", body);
    Response ofTheirs = send(keyOf(theirs), "/v1/leads", "guessed", body);

    assertThat(ofOurs.getHeader("Idempotent-Replayed")).isNull();
    assertThat(ofTheirs.statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeLimitedIsRefusedWhenTheKeyIsMade() {
    String path = "/v1/api-keys";
    String client = "\"clientId\":\"" + ours + "\"";
    String agents = "\"agentId\":\"" + agent + "\"";

    for (String scope : List.of("keys:admin", "webhooks:write", "agents:read", "audit:read")) {
      JsonPath refused =
          post(
              firm,
              path,
              "{\"name\":\"x\",\"scopes\":[\"leads:read\",\"%s\"],%s}".formatted(scope, client),
              400);
      assertThat(refused.getString("errors[0].pointer")).isEqualTo("/scopes/1");
      assertThat(refused.getString("errors[0].code")).isEqualTo("CANNOT_BE_LIMITED");
    }
    String reading = "{\"name\":\"x\",\"scopes\":[\"leads:read\"],";
    assertThat(
            post(firm, path, reading + client + "," + agents + "}", 400)
                .getString("errors[0].code"))
        .isEqualTo("ONE_LIMIT");
    assertThat(post(firm, path, reading + agents + "}", 400).getString("errors[0].pointer"))
        .isEqualTo("/expiresAt");
    post(firm, path, reading + "\"clientId\":\"" + agent + "\"}", 404);
  }

  @Test
  void whatIsRefusedAtTheDoorIsRefusedByName() {
    given()
        .header("Authorization", "Bearer " + keyOf(ours))
        .contentType("application/json")
        .body("{\"name\":\"More\",\"defaultCountry\":\"US\",\"timeZone\":\"America/New_York\"}")
        .post("/v1/campaigns")
        .then()
        .statusCode(403)
        .body("code", equalTo("MISSING_SCOPE"));
    given()
        .header("Authorization", "Bearer " + keyOf(ours))
        .get("/v1/duplicates?campaignId=" + ourCampaign)
        .then()
        .statusCode(403)
        .body("code", equalTo("KEY_IS_LIMITED"))
        .body("detail", containsString("findDuplicates"));
  }

  @Test
  void anAgentWorksUnderItsOwnNameAlone() {
    String key =
        post(
                firm,
                "/v1/api-keys",
                """
                {"name": "Desk", "agentId": "%s", "expiresAt": "%s",
                 "scopes": ["calls:write", "calls:read", "callbacks:read", "callbacks:write", "leads:read", "agents:read"]}\
                """
                    .formatted(agent, Instant.now().plus(Duration.ofHours(8))),
                201)
            .getString("secret");
    String colleague = post(firm, "/v1/agents", "{\"name\":\"Bob\"}", 201).getString("id");
    String call = "{\"leadId\":\"%s\",\"agentId\":\"%s\",\"disposition\":\"NO_ANSWER\"}";
    String lead = lead(ourCampaign, "Benton");
    post(firm, "/v1/calls", call.formatted(lead, colleague), 201);

    String own = post(key, "/v1/calls", call.formatted(lead, agent), 201).getString("call.id");
    JsonPath refused = post(key, "/v1/calls", call.formatted(lead, colleague), 403);

    assertThat(refused.getString("code")).isEqualTo("AGENT_NOT_OF_KEY");
    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/agentId");
    get(key, "/v1/calls").body("items.id", equalTo(List.of(own)));
    get(key, "/v1/calls?agentId=" + colleague)
        .statusCode(403)
        .body("errors[0].pointer", equalTo("agentId"));
    get(key, "/v1/agents").body("items.id", equalTo(List.of(agent)));
    get(key, "/v1/leads/" + lead + "/timeline")
        .statusCode(200)
        .body("items.findAll { it.kind == 'CALL' }", hasSize(2));
  }

  /** The names of custom fields are the user's: a value there names nothing of ours. */
  @Test
  void aCustomFieldNamesNothing() {
    String body =
        """
        {"campaignId": "%s", "phones": ["+15048451499"], "customFields": {"leadId": "0198f1a0-9999-7000-8000-000000000404"}}\
        """
            .formatted(ourCampaign);

    post(keyOf(ours), "/v1/leads", body, 201);
  }
}
