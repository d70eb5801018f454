package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor keeps a view, looks at it, and does something to whoever is in it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SavedFiltersTest {

  @Inject TestTenant tenants;

  private String firm = "";
  private String client = "";
  private String agent = "";
  private String campaign = "";
  private String roofer = "";
  private String filter = "";

  @BeforeEach
  void aView() {
    firm = tenants.create();
    agent = post("/v1/agents", "{\"name\": \"Ada Stone\"}");
    client = post("/v1/clients", "{\"name\": \"Ours\"}");
    campaign =
        post(
            "/v1/campaigns",
            """
            {"name": "Roofs", "defaultCountry": "US", "timeZone": "America/New_York", "clientId": "%s"}\
            """
                .formatted(client));
    roofer = lead("+15048451427", "Miller", "Blue Gum Roofing");
    lead("+15048451428", "Miller", "Blue Gum Proofing");
    filter =
        post(
            "/v1/saved-filters",
            """
            {"name": "Roofers", "conditions": {"campaignId": "%s", "statuses": ["COLD"], "q": "ROOF"}}\
            """
                .formatted(campaign));
  }

  private String lead(String phone, String name, String company) {
    return post(
        "/v1/leads",
        """
        {"campaignId": "%s", "phones": ["%s"], "lastName": "%s", "company": "%s"}\
        """
            .formatted(campaign, phone, name, company));
  }

  private static Response send(String key, String method, String path, String body) {
    var request = given().filter(AgainstContract.ANSWERS).header("Authorization", "Bearer " + key);
    return (body.isEmpty() ? request : request.contentType("application/json").body(body))
        .request(method, path);
  }

  /** Of whatever version it is. */
  private static ValidatableResponse change(String key, String method, String path, String body) {
    var request =
        given()
            .filter(AgainstContract.ANSWERS)
            .header("Authorization", "Bearer " + key)
            .header("If-Match", "*");
    return (body.isEmpty()
            ? request
            : request.contentType("application/merge-patch+json").body(body))
        .request(method, path)
        .then();
  }

  private String post(String path, String body) {
    return send(firm, "POST", path, body)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private static ValidatableResponse get(String key, String path) {
    return send(key, "GET", path, "").then();
  }

  private ValidatableResponse patch(String body) {
    return change(firm, "PATCH", "/v1/saved-filters/" + filter, body);
  }

  private String key(String limit) {
    return send(
            firm,
            "POST",
            "/v1/api-keys",
            "{\"name\": \"Desk\", %s, \"expiresAt\": \"%s\", \"scopes\": [\"leads:read\"]}"
                .formatted(limit, Instant.now().plus(Duration.ofHours(8))))
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("secret");
  }

  @Test
  void whatIsSeenIsExportedSearchedAndDone() {
    String within = "savedFilterId=" + filter;

    get(firm, "/v1/leads?" + within).statusCode(200).body("items.id", contains(roofer));
    get(firm, "/v1/leads/search?q=Milller&" + within)
        .statusCode(200)
        .body("items.lead.id", contains(roofer));
    String csv =
        get(firm, "/v1/campaigns/" + campaign + "/leads.csv?" + within)
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv).contains(roofer).doesNotContain("Proofing");
    String done =
        send(
                firm,
                "POST",
                "/v1/bulk-operations",
                """
                {"kind": "TAG", "dryRun": true, "tags": ["autumn"], "filter": {"savedFilterId": "%s", "statuses": ["COLD", "WARM"]}}\
                """
                    .formatted(filter))
            .then()
            .statusCode(202)
            .body("total", equalTo(1))
            .body("filter.statuses", contains("COLD", "WARM"))
            .body("filter.q", nullValue())
            .body("savedFilter.name", equalTo("Roofers"))
            .body("savedFilter.conditions.q", equalTo("ROOF"))
            .extract()
            .jsonPath()
            .getString("id");

    change(firm, "DELETE", "/v1/saved-filters/" + filter, "").statusCode(204);
    get(firm, "/v1/bulk-operations/" + done)
        .statusCode(200)
        .body("savedFilter.id", equalTo(filter))
        .body("savedFilter.conditions.campaignId", equalTo(campaign));
    get(firm, "/v1/leads?" + within).statusCode(404);
  }

  @Test
  void aPatchTakesConditionsAwayButNotTheLast() {
    patch("{\"conditions\": {\"q\": null, \"statuses\": [\"COLD\", \"NURTURE\"]}}")
        .statusCode(200)
        .body("conditions.q", nullValue())
        .body("conditions.statuses", contains("COLD", "NURTURE"));
    get(firm, "/v1/leads?savedFilterId=" + filter).statusCode(200).body("items", hasSize(2));
    patch("{\"conditions\": {\"campaignId\": null, \"statuses\": null}}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/conditions"))
        .body("errors[0].code", equalTo("REQUIRED"));
    patch("{\"conditions\": {\"leadIds\": [\"%s\"]}}".formatted(roofer))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/conditions/leadIds"));
    patch("{\"conditions\": {\"tags\": [\"solar\"]}}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/conditions/tags"))
        .body("errors[0].code", equalTo("UNKNOWN_TAG"));
    patch("{\"conditions\": {\"q\": \"+1 504 845 1427\"}}")
        .statusCode(400)
        .body("errors[0].code", equalTo("NUMBER_NOT_TAKEN"));
  }

  @Test
  void aNameThatIsTakenNamesWhose() {
    send(
            firm,
            "POST",
            "/v1/saved-filters",
            "{\"name\": \"roofERS\", \"conditions\": {\"q\": \"roof\"}}")
        .then()
        .statusCode(409)
        .body("code", equalTo("SAVED_FILTER_EXISTS"))
        .body("detail", containsString(filter));
  }

  /** To a client's key a filter of the firm is nowhere; an agent looks through it. */
  @Test
  void aClientsKeySeesNoFilterAndAnAgentsUsesIt() {
    String ofClient = key("\"clientId\": \"" + client + "\"");
    String ofAgent = key("\"agentId\": \"" + agent + "\"");

    assertThat(problem(ofClient, filter))
        .isEqualTo(problem(ofClient, UUID.randomUUID().toString()));
    get(ofClient, "/v1/leads/search?q=miller&savedFilterId=" + filter).statusCode(404);
    get(ofClient, "/v1/campaigns/" + campaign + "/leads.csv?savedFilterId=" + filter)
        .statusCode(404);
    get(ofClient, "/v1/saved-filters").statusCode(403).body("code", equalTo("KEY_IS_LIMITED"));
    get(ofAgent, "/v1/saved-filters").statusCode(200).body("items.id", contains(filter));
    get(ofAgent, "/v1/leads?savedFilterId=" + filter)
        .statusCode(200)
        .body("items.id", contains(roofer));
    change(ofAgent, "DELETE", "/v1/saved-filters/" + filter, "")
        .statusCode(403)
        .body("code", equalTo("MISSING_SCOPE"));
  }

  private static String problem(String key, String filter) {
    return get(key, "/v1/leads?savedFilterId=" + filter)
        .statusCode(404)
        .extract()
        .asString()
        .replace(filter, "an-id")
        .replaceAll("req_[0-9a-f]{32}", "a-request");
  }
}
