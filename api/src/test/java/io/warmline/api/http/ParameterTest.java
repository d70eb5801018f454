package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in paths and queries that are of another type than the contract says are named. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ParameterTest {

  private static final String ID = "0198f1a0-0001-7000-8000-000000000001";

  @Inject TestTenant tenants;

  private String key = "";

  @BeforeEach
  void aTenant() {
    key = tenants.create();
  }

  private Response get(String target) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .get(target);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/agents?limit=abc,                        limit,        a whole number",
    "/v1/agents?limit=2147483648,                 limit,        a whole number",
    "/v1/leads?limit=1.5,                         limit,        a whole number",
    "/v1/campaigns/" + ID + "/queue?limit=many,   limit,        a whole number",
    "/v1/events?after=9223372036854775808,        after,        a whole number",
    "/v1/leads/42,                                leadId,       a UUID",
    "/v1/leads/1-1-1-1-1,                         leadId,       a UUID",
    "/v1/campaigns/spring,                        campaignId,   a UUID",
    "/v1/imports/7/rejections,                    importId,     a UUID",
    "/v1/leads?campaignId=spring,                 campaignId,   a UUID",
    "/v1/leads?updatedAfter=yesterday,            updatedAfter, an RFC 3339 instant",
    "/v1/calls?startedAfter=2026-11-18,           startedAfter, an RFC 3339 instant",
    "/v1/leads/" + ID + "/callability?at=noon,    at,           an RFC 3339 instant",
    "/v1/callbacks?due=maybe,                     due,          true or false",
    "/v1/callbacks?due=true&overdue=1,            overdue,      true or false"
  })
  void aValueOfAnotherTypeIsNamed(String target, String parameter, String expected) {
    Response refused = get(target);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("code")).isEqualTo("INVALID_REQUEST");
    assertThat(refused.jsonPath().getList("errors")).hasSize(1);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
    assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("WRONG_TYPE");
    assertThat(refused.jsonPath().getString("errors[0].message")).startsWith("must be " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/leads?status=ASLEEP,        status,      COLD",
    "/v1/callbacks?status=open,      status,      DUE",
    "/v1/calls?disposition=SLEEPING, disposition, NO_ANSWER"
  })
  void aValueOutsideAClosedSetIsNamedWithTheSet(String target, String parameter, String known) {
    Response refused = get(target);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
    assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("UNKNOWN_VALUE");
    assertThat(refused.jsonPath().getString("errors[0].message")).contains(known);
  }

  @Test
  void allValuesAtFaultAreNamedAtOnce() {
    Response refused = get("/v1/calls?limit=x&startedAfter=y&agentId=z");

    assertThat(refused.jsonPath().getList("errors.pointer"))
        .hasSameElementsAs(List.of("limit", "startedAfter", "agentId"));
  }

  @Test
  void whetherAnImportIsARehearsalIsNotGuessed() {
    Response refused =
        given()
            .filter(AgainstContract.ANSWERS)
            .header("Authorization", "Bearer " + key)
            .contentType("text/csv")
            .body("first_name,phone\n")
            .post("/v1/campaigns/" + ID + "/imports?dryRun=yes");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("dryRun");
  }

  @Test
  void valuesOfTheirTypesArePassedOn() {
    assertThat(
            get("/v1/leads?status=COLD&updatedAfter=2026-11-18T15:15:00Z&limit=200").statusCode())
        .isEqualTo(200);
    assertThat(get("/v1/callbacks?due=true&overdue=false").statusCode()).isEqualTo(200);
    assertThat(get("/v1/leads/" + ID).statusCode()).isEqualTo(404);
  }

  @Test
  void aParameterThatIsMissingIsNamedWithWhatItMayBe() {
    Response refused = get("/v1/duplicates");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors.code")).containsOnly("REQUIRED");
    assertThat(refused.jsonPath().getString("errors.find { it.pointer == 'by' }.message"))
        .startsWith("must be given: one of ");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/leads?campaignId=" + ID + ",       campaign",
    "/v1/leads?importId=" + ID + ",         import",
    "/v1/calls?leadId=" + ID + ",           lead",
    "/v1/calls?agentId=" + ID + ",          agent",
    "/v1/callbacks?agentId=" + ID + ",      agent",
    "/v1/appointments?clientId=" + ID + ",  client",
    "/v1/handoffs?campaignId=" + ID + ",    campaign",
    "/v1/outcomes?appointmentId=" + ID + ", appointment",
    "/v1/outcomes?handoffId=" + ID + ",     hand-off"
  })
  void aListOfWhatIsNotThereIsNotEmptyButNotFound(String target, String what) {
    Response refused = get(target);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(404);
    assertThat(refused.jsonPath().getString("detail")).contains("no " + what + " with the id");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/events?type=call.loged,          type,         UNKNOWN_EVENT_TYPE",
    "/v1/events?after=17,                 after,        BEYOND_THE_LAST",
    "/v1/events/stream?after=17,          after,        BEYOND_THE_LAST",
    "/v1/events/stream?type=call,         type,         UNKNOWN_EVENT_TYPE",
    "/v1/calling-rules?jurisdiction=UK,   jurisdiction, UNKNOWN_JURISDICTION",
    "/v1/calling-rules?jurisdiction=US-ZZ,jurisdiction, UNKNOWN_JURISDICTION"
  })
  void whatNamesNothingIsSaid(String target, String pointer, String code) {
    Response refused = get(target);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
    assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo(code);
  }

  @Test
  void aParameterThatIsThereMoreOftenThanItMayBeIsRefused() {
    String target = "/v1/campaigns/" + ID + "/imports?" + "map=Cell:phone1&".repeat(513);

    Response refused =
        given()
            .filter(AgainstContract.ANSWERS)
            .header("Authorization", "Bearer " + key)
            .contentType("text/csv")
            .body("phone")
            .post(target.substring(0, target.length() - 1));

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("map");
    assertThat(refused.jsonPath().getString("errors[0].message"))
        .isEqualTo("is there 513 times, and takes at most 512 values");
  }
}
