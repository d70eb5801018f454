package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What remains of a campaign whose leads have moved to another, over HTTP alone. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
class CampaignsEndTest extends Journey {

  private String first = "";
  private String second = "";
  private String agent = "";
  private String lead = "";

  @BeforeEach
  void aLeadOfTheFirstOfTwoCampaigns() {
    first = campaign("A");
    second = campaign("B");
    agent = post("/v1/agents", Map.of("name", "Dave Miller"), 201).getString("id");
    lead =
        post("/v1/leads", Map.of("campaignId", first, "phones", List.of("+12125550109")), 201)
            .getString("id");
  }

  @Test
  void aCancelledCallbackStaysInTheListAfterItsLeadHasMovedAndKeepsItsCampaign() {
    String callback =
        post("/v1/callbacks", Map.of("leadId", lead, "dueAt", tomorrow()), 201).getString("id");
    post("/v1/callbacks/" + callback + "/cancel", Map.of("reason", "called us first"), 200);
    move();

    JsonPath refusal = delete(first, 409);

    assertThat(refusal.getString("code")).isEqualTo("CAMPAIGN_IN_USE");
    assertThat(get("/v1/callbacks").getString("items[0].campaignId")).isEqualTo(first);
    assertThat(get("/v1/callbacks/" + callback).getString("status")).isEqualTo("CANCELLED");
    assertThat(get("/v1/leads/" + lead).getString("campaignId")).isEqualTo(second);
  }

  @Test
  void aCallKeepsTheCampaignItWasMadeInAndTheOneItsLeadIsInNow() {
    post("/v1/calls", Map.of("leadId", lead, "agentId", agent, "disposition", "NO_ANSWER"), 201);
    move();

    assertThat(delete(first, 409).getString("code")).isEqualTo("CAMPAIGN_IN_USE");
    assertThat(delete(second, 409).getString("code")).isEqualTo("CAMPAIGN_IN_USE");
    assertThat(get("/v1/calls").getList("items")).hasSize(1);
  }

  @Test
  void aReleasedClaimKeepsTheCampaignItWasMadeIn() {
    String claim = post("/v1/claims", Map.of("agentId", agent), 201).getString("id");
    post(
        "/v1/claims/" + claim + "/release", Map.of("agentId", agent, "reason", "NOT_DIALLED"), 200);
    move();

    assertThat(delete(first, 409).getString("code")).isEqualTo("CAMPAIGN_IN_USE");
    assertThat(get("/v1/leads/" + lead + "/timeline").getList("items")).isNotEmpty();
  }

  @Test
  void aCampaignWithoutAnyHistoryGoesWhenItsLeadsHaveMoved() {
    move();

    delete(first, 204);

    assertThat(get("/v1/campaigns").getList("items.id")).containsExactly(second);
    assertThat(get("/v1/leads/" + lead).getString("campaignId")).isEqualTo(second);
  }

  private String campaign(String name) {
    return post(
            "/v1/campaigns",
            Map.of("name", name, "defaultCountry", "US", "timeZone", "America/New_York"),
            201)
        .getString("id");
  }

  private static String tomorrow() {
    return Daytime.now().plus(Duration.ofDays(1)).toString();
  }

  private void move() {
    post("/v1/leads/" + lead + "/move", Map.of("campaignId", second), 200);
  }

  private JsonPath delete(String campaign, int status) {
    String version = request().get("/v1/campaigns/" + campaign).header("ETag");
    return answer(
        request().header("If-Match", version).delete("/v1/campaigns/" + campaign), status);
  }
}
