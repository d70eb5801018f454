package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags tell leads apart; a word beside a number says what kind of line it is. */
@QuarkusTest
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
        .isEqualTo("/tags");
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
    assertThat(get("/v1/leads?importId=" + UUID.randomUUID()).getList("items")).isEmpty();
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
    assertThat(
            request()
                .contentType("application/json")
                .body(Map.of("agentId", agent, "tags", List.of("solar")))
                .post("/v1/claims")
                .statusCode())
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
