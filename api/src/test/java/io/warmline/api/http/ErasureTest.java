package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.api.WholeDatabase;
import io.warmline.api.journey.Daytime;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Whoever is erased is nowhere any more: a word that stood in every text about somebody is looked
 * for in every column of the database.
 */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class ErasureTest {

  private static final String CANARY = "Zwergkanari";

  @Inject TestTenant tenants;

  private String key = "";

  private RequestSpecification request(String idempotencyKey) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .header("Idempotency-Key", CANARY + "-" + idempotencyKey);
  }

  private Response post(String path, String idempotencyKey, String body) {
    return request(idempotencyKey)
        .contentType("application/json")
        .body(body.replace('\'', '"').replace("~", CANARY))
        .post(path);
  }

  private String made(String path, String idempotencyKey, String body) {
    Response answer = post(path, idempotencyKey, body);
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    return String.valueOf(answer.jsonPath().getString("id"));
  }

  @Test
  void whoIsErasedIsNowhereAnyMore() throws SQLException {
    key = tenants.create();
    String campaign =
        made(
            "/v1/campaigns",
            "campaign",
            "{'name':'x','defaultCountry':'SE','timeZone':'Europe/Stockholm','audience':'B2B',"
                + "'callingHours':{'monday':[{'from':'00:00','to':'24:00'}],"
                + "'tuesday':[{'from':'00:00','to':'24:00'}],'wednesday':[{'from':'00:00','to':'24:00'}],"
                + "'thursday':[{'from':'00:00','to':'24:00'}],'friday':[{'from':'00:00','to':'24:00'}],"
                + "'saturday':[{'from':'00:00','to':'24:00'}],'sunday':[{'from':'00:00','to':'24:00'}]}}");
    String agent = made("/v1/agents", "agent", "{'name':'Ana'}");
    String number = "+46705" + String.format(Locale.ROOT, "%06d", System.nanoTime() % 1_000_000);
    String lead =
        made(
            "/v1/leads",
            "lead",
            ("{'campaignId':'%s','externalId':'~-1','title':'~','firstName':'~','lastName':'~',"
                    + "'company':'~','jobTitle':'~','email':'~@example.com','website':'https://~.example',"
                    + "'phones':['%s'],'address':{'street':'~','city':'~','county':'~','region':'~',"
                    + "'postalCode':'12345','country':'SE'},'timeZone':'Europe/Stockholm','notes':'~',"
                    + "'customFields':{'~':'~'},'consent':{'kind':'WRITTEN',"
                    + "'givenAt':'2026-01-01T00:00:00Z','evidence':'~'}}")
                .formatted(campaign, number));
    made(
        "/v1/signals",
        "signals",
        ("{'signals':[{'campaignId':'%s','externalId':'~-1','type':'FORM_SUBMITTED',"
                + "'url':'https://~.example/~','userAgent':'~ Firefox','eventId':'~'}]}")
            .formatted(campaign));
    made("/v1/leads/" + lead + "/tracked-links", "link", "{'url':'https://~.example/?for=~'}");
    Response claim = post("/v1/claims", "claim", "{'agentId':'" + agent + "'}");
    assertThat(claim.statusCode()).as(claim.asString()).isEqualTo(201);
    assertThat(claim.jsonPath().getString("lead.firstName")).isEqualTo(CANARY);
    made(
        "/v1/calls",
        "call",
        ("{'claimId':'%s','disposition':'CALLBACK_REQUESTED','notes':'~','callback':{"
                + "'dueAt':'%s','words':'call ~ in a month','note':'~'}}")
            .formatted(
                claim.jsonPath().getString("id"), java.time.Instant.now().plusSeconds(2_592_000)));
    made(
        "/v1/suppressions",
        "suppression",
        "{'phone':'" + number + "','scope':'TENANT','reason':'~ asked for it'}");
    assertThat(WholeDatabase.tablesHaving(CANARY)).isNotEmpty();
    assertThat(post("/v1/claims", "claim", "{'agentId':'" + agent + "'}").statusCode())
        .isEqualTo(201);

    Response erased = post("/v1/leads/" + lead + "/erase", "erase", "{'reason':'asked'}");

    assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(200);
    assertThat(WholeDatabase.tablesHaving(CANARY)).isEmpty();
    assertThat(WholeDatabase.tablesHaving(number)).containsExactly("suppression");
    Response replayed = post("/v1/claims", "claim", "{'agentId':'" + agent + "'}");
    assertThat(replayed.statusCode()).as(replayed.asString()).isEqualTo(410);
    assertThat(replayed.jsonPath().getString("code")).isEqualTo("ANSWER_ERASED");
  }

  /** Nothing is suppressed by words, and nothing that they say is passed over. */
  @Test
  void aRefusalInTheNotesOfALeadIsAWarning() {
    key = tenants.create();
    String campaign =
        made(
            "/v1/campaigns",
            "campaign",
            "{'name':'x','defaultCountry':'US','timeZone':'America/New_York'}");

    Response made =
        post(
            "/v1/leads",
            "lead",
            "{'campaignId':'"
                + campaign
                + "','phones':['+12125550100'],'notes':'VIP. Do not call'}");

    assertThat(made.jsonPath().getList("warnings.code")).containsExactly("REFUSAL_IN_NOTES");
    assertThat(made.jsonPath().getString("status")).isEqualTo("COLD");
  }

  @Test
  void whoComesBackIsTakenInWithAWarningAndNobodyElseIs() {
    key = tenants.create();
    String campaign =
        made(
            "/v1/campaigns",
            "campaign",
            "{'name':'x','defaultCountry':'US','timeZone':'America/New_York'}");
    String ann = "{'campaignId':'" + campaign + "','firstName':'Ann','lastName':'Lee',";
    String number = "'phones':['+12125550100']}";
    String lead = made("/v1/leads", "first", ann + number);
    assertThat(post("/v1/leads/" + lead + "/erase", "erase", "{'reason':'asked'}").statusCode())
        .isEqualTo(200);

    Response again = post("/v1/leads", "again", ann + number);
    Response other = post("/v1/leads", "other", ann + "'phones':['+12125550101']}");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.jsonPath().getList("warnings.code")).containsExactly("PERSON_ERASED");
    assertThat(again.jsonPath().getString("warnings[0].detail")).contains("erased on 20");
    assertThat(other.jsonPath().getList("warnings")).isNull();
    assertThat(
            request("read")
                .get("/v1/leads/" + again.jsonPath().getString("id"))
                .jsonPath()
                .getList("warnings"))
        .isNull();
  }

  @Test
  void theSameRequestInAnotherSpellingIsTheSame() {
    key = tenants.create();

    String first = made("/v1/agents", "agent", "{'name':'Ana','email':'ana@example.com'}");
    String again = made("/v1/agents", "agent", "{ 'email' : 'ana@example.com', 'name' : 'Ana' }");

    assertThat(again).isEqualTo(first);
    assertThat(post("/v1/agents", "agent", "{'name':'Ana'}").statusCode()).isEqualTo(422);
  }
}
