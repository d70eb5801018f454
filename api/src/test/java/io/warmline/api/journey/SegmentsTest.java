package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags tell leads apart; a word beside a number says what kind of line it is. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
class SegmentsTest extends Journey {

  private String agent = "";
  private String campaign = "";

  @BeforeEach
  void aCampaign() {
    campaign =
        post(
                "/v1/campaigns",
                Map.of("name", "S", "defaultCountry", "US", "timeZone", "America/New_York"),
                201)
            .getString("id");
    agent = post("/v1/agents", Map.of("name", "Dave Miller"), 201).getString("id");
  }

  private JsonPath lead(List<String> tags, String phone) {
    return post(
        "/v1/leads", Map.of("campaignId", campaign, "phones", List.of(phone), "tags", tags), 201);
  }

  private JsonPath patch(String lead, String body, int status) {
    return answer(
        freeRequest()
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body(body)
            .patch("/v1/leads/" + lead),
        status);
  }

  @Test
  void tagsAreKeptInLowerCaseChangedAsAWholeAndTakenAway() {
    JsonPath lead = lead(List.of("Solar", "Fair 2026", "solar"), "+12125550100");
    String id = lead.getString("id");

    assertThat(lead.getList("tags")).isEqualTo(List.of("fair 2026", "solar"));
    assertThat(patch(id, "{\"score\":7}", 200).getList("tags"))
        .isEqualTo(List.of("fair 2026", "solar"));
    assertThat(patch(id, "{\"tags\":[\"Wind\"]}", 200).getList("tags")).isEqualTo(List.of("wind"));
    assertThat(patch(id, "{\"tags\":null}", 200).getList("tags")).isNull();
    assertThat(patch(id, "{\"tags\":[\" \"]}", 400).getString("errors[0].pointer"))
        .isEqualTo("/tags/0");
    assertThat(patch(id, "{\"tags\":[\"a;b\"]}", 400).getString("errors[0].pointer"))
        .startsWith("/tags");
  }

  @Test
  void theTagsOfOneMoreListAreAddedToThePerson() {
    lead(List.of("fair"), "+12125550100");

    JsonPath again =
        post(
            "/v1/leads",
            Map.of(
                "campaignId",
                campaign,
                "phones",
                List.of("+12125550100"),
                "tags",
                List.of("webinar")),
            200);

    assertThat(again.getList("tags")).isEqualTo(List.of("fair", "webinar"));
  }

  @Test
  void listsAndExportsAskForATag() {
    String solar = lead(List.of("solar"), "+12125550100").getString("id");
    lead(List.of("wind"), "+12125550101");

    assertThat(get("/v1/leads?tag=SOLAR").getList("items.id")).isEqualTo(List.of(solar));
    assertThat(request().get("/v1/leads?importId=" + UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    assertThat(
            request()
                .get("/v1/campaigns/" + campaign + "/leads.csv?tag=solar")
                .asString()
                .lines()
                .skip(1))
        .singleElement()
        .asString()
        .startsWith(solar);
  }

  @Test
  void aClaimOfAListThatIsNotThereIsRefusedByName() {
    lead(List.of("wind"), "+12125550100");

    assertThat(
            post(
                    "/v1/claims",
                    Map.of("agentId", agent, "importIds", List.of(UUID.randomUUID())),
                    404)
                .getString("code"))
        .isEqualTo("NOT_FOUND");
    JsonPath misspelt = post("/v1/claims", Map.of("agentId", agent, "tags", List.of("wnd")), 400);
    assertThat(misspelt.getString("errors[0].code")).isEqualTo("UNKNOWN_TAG");
    assertThat(misspelt.getString("errors[0].pointer")).isEqualTo("/tags");
    assertThat(misspelt.getString("errors[0].message")).endsWith("did you mean wind?");
  }

  @Test
  void coldLeadsComeFromListsInTheirProportionAndReasonsSaySo() {
    for (int n = 0; n < 4; n++) {
      lead(List.of("old"), "+1212555010" + n);
      lead(List.of("fair"), "+1212555011" + n);
    }
    JsonPath changed =
        answer(
            freeRequest()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(
                    "{\"shares\":[{\"name\":\"Fair\",\"share\":1,\"tags\":[\"FAIR\"]},"
                        + "{\"name\":\"Rest\",\"share\":2}]}")
                .patch("/v1/campaigns/" + campaign),
            200);

    assertThat(changed.getList("shares.name")).isEqualTo(List.of("Fair", "Rest"));
    assertThat(changed.getList("shares[0].tags")).isEqualTo(List.of("fair"));
    List<String> next = get("/v1/campaigns/" + campaign + "/queue?limit=3").getList("next.leadId");
    JsonPath claims =
        post(
            "/v1/claims/batch",
            Map.of("agentId", agent, "limit", 3, "campaignIds", List.of(campaign)),
            201);
    assertThat(claims.getList("items.leadId")).isEqualTo(next);
    assertThat(claims.getList("items.reasons.code.flatten()")).contains("LIST_TURN");
    assertThat(claims.getList("items.reasons.detail.flatten()"))
        .contains("The turn of \"Fair\", which gets 1 of every 3 leads never called before.");
    assertThat(claims.getList("items.lead.tags.flatten()"))
        .containsExactlyInAnyOrder("fair", "old", "old");
  }

  @Test
  void sharesThatCannotBeMeantAreRefusedByTheirPlace() {
    assertThat(
            shares(
                "[{\"name\":\"All\",\"share\":1},{\"name\":\"B\",\"share\":1,\"tags\":[\"b\"]}]"))
        .isEqualTo("/shares/0");
    assertThat(
            shares(
                "[{\"name\":\"A\",\"share\":1,\"tags\":[\"a\"]},{\"name\":\"A\",\"share\":1,\"tags\":[\"b\"]}]"))
        .isEqualTo("/shares/1/name");
    assertThat(shares("[{\"name\":\"A\",\"share\":0,\"tags\":[\"a\"]}]"))
        .isEqualTo("/shares/0/share");
    assertThat(shares("[{\"name\":\"A\",\"share\":1,\"sources\":[\"SIEBEL\"]}]"))
        .isEqualTo("/shares/0/sources/0");
  }

  private String shares(String json) {
    return answer(
            freeRequest()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"shares\":" + json + "}")
                .patch("/v1/campaigns/" + campaign),
            400)
        .getString("errors[0].pointer");
  }

  @Test
  void aSystemThatIsNotKnownIsRefusedByName() {
    lead(List.of("wind"), "+12125550100");

    assertThat(get("/v1/leads?source=HUBSPOT").getList("items")).isEmpty();
    assertThat(
            answer(freeRequest().get("/v1/leads?source=SIEBEL"), 400)
                .getString("errors[0].pointer"))
        .isEqualTo("source");
    assertThat(
            answer(freeRequest().get("/v1/campaigns/" + campaign + "/leads.csv?source=SIEBEL"), 400)
                .getString("errors[0].message"))
        .contains("SALESFORCE");
    assertThat(
            post("/v1/claims", Map.of("agentId", agent, "sources", List.of("SIEBEL")), 400)
                .getString("errors[0].pointer"))
        .isEqualTo("/sources/0");
    assertThat(
            request()
                .contentType("application/json")
                .body(Map.of("agentId", agent, "sources", List.of("OTHER")))
                .post("/v1/claims")
                .statusCode())
        .as("a lead that was typed in is from no list")
        .isEqualTo(204);
  }

  @Test
  void aWordBesideANumberIsItsType() {
    JsonPath lead =
        post(
            "/v1/leads",
            Map.of(
                "campaignId",
                campaign,
                "phones",
                List.of("212-736-5001 (switchboard)", "212-736-5002 mobile", "212-736-5003 x12")),
            201);

    assertThat(lead.getList("phones.type"))
        .isEqualTo(List.of("SWITCHBOARD", "MOBILE", "UNDETERMINED"));
    JsonPath changed =
        patch(lead.getString("id"), "{\"phones\":[\"212-736-5002\",\"212-736-5001 home\"]}", 200);
    assertThat(changed.getList("phones.type")).isEqualTo(List.of("MOBILE", "HOME"));
    assertThat(get("/v1/numbers/+12127365001").getString("type")).isEqualTo("HOME");
  }
}
