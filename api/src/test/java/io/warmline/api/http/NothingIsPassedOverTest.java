package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody has written into a request is heeded or refused, and the refusal says where. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NothingIsPassedOverTest {

  private static final String ID = "0198f1a0-0001-7000-8000-000000000001";
  private static final String JSON = "application/json";

  private static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  @Inject TestTenant tenants;

  private String key = "";

  @BeforeEach
  void aTenant() {
    key = tenants.create();
  }

  private RequestSpecification asked() {
    return given()
        .filter(AgainstContract.ANSWERS)
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + key);
  }

  /** Without looking at what it is: the validator of answers knows no OPTIONS and no text/*. */
  private RequestSpecification bare() {
    return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + key);
  }

  private static void isRefused(Response refused, String pointer, String code) {
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    List<Map<String, String>> errors = refused.jsonPath().getList("errors");
    assertThat(errors)
        .as(refused.asString())
        .anySatisfy(
            error ->
                assertThat(error).containsEntry("pointer", pointer).containsEntry("code", code));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/leads?status=WARM&status=COLD,                             status",
    "/v1/reports/activity?groupBy=AGENT&groupBy=WEEK,               groupBy",
    "/v1/leads/" + ID + "/callability?at=2026-12-01T10:00:00Z&at=2026-12-02T10:00:00Z, at",
    "/v1/agents?limit=5&limit=x,                                    limit"
  })
  void whatIsTakenOnceAndThereTwiceIsRefused(String target, String parameter) {
    isRefused(asked().get(target), parameter, "REPEATED");
  }

  @Test
  void aHeaderThatIsThereTwiceIsRefused() {
    Response refused =
        asked()
            .header("Idempotency-Key", "one", "two")
            .contentType(JSON)
            .body("{\"name\":\"Ada\"}")
            .post("/v1/agents");

    isRefused(refused, "Idempotency-Key", "REPEATED");
  }

  @Test
  void whatIsUnknownDoesNotHideWhatIsWrong() {
    Response refused = asked().get("/v1/leads?foo=1&bar=2&limit=0&status=x");

    assertThat(refused.jsonPath().getString("code")).isEqualTo("UNKNOWN_PARAMETER");
    assertThat(refused.jsonPath().getList("errors.pointer"))
        .containsExactlyInAnyOrder("bar", "foo", "limit", "status");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/leads?updatedAfter=2026-11-18T10:00:00+01:00, updatedAfter",
    "/v1/leads?phone=+15046218927,                     phone"
  })
  void aPlusSignThatNobodyHasEscapedIsExplained(String target, String parameter) {
    Response refused = asked().get(target);

    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(parameter);
    assertThat(refused.jsonPath().getString("errors[0].message"))
        .endsWith("a + in a query is a space: write %2B");
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match,            '\"1\"'",
    "If-Unmodified-Since, 'Wed, 18 Nov 2026 15:15:00 GMT'",
    "If-None-Match,       *"
  })
  void aConditionThatAnOperationDoesNotLookAtIsRefused(String header, String value) {
    Response refused =
        bare()
            .header(header, value)
            .contentType(JSON)
            .body("{\"name\":\"Ada\"}")
            .post("/v1/agents");

    isRefused(refused, header, "NOT_TAKEN");
    assertThat(asked().get("/v1/agents").jsonPath().getList("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/agents;limit=1", "/v1;a=b/agents", "/v1/agents;"})
  void whatStandsBehindASemicolonIsNotPassedOver(String target) {
    Response refused = asked().get(target);

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("detail")).contains("semicolon");
  }

  @Test
  void theHeaderThatIsMissingIsPointedAt() {
    Response refused =
        bare().contentType("application/merge-patch+json").body("{}").patch("/v1/leads/" + ID);

    assertThat(refused.statusCode()).isEqualTo(428);
    assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("If-Match");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,                     gzip",
    "application/json; charset=iso-8859-1, identity",
    "application/json; charset=utf-16,     identity"
  })
  void whatABodySaysOfItselfIsHeeded(String type, String coding) {
    Response refused =
        bare()
            .config(AS_IT_IS)
            .header("Content-Encoding", coding)
            .header("Content-Type", type)
            .body("{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8))
            .post("/v1/agents");

    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(415);
    assertThat(asked().get("/v1/agents").jsonPath().getList("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'text/*',                                        200, text/csv;charset=UTF-8",
    "'application/json;q=0.8, text/csv;q=0.9',        200, text/csv;charset=UTF-8",
    "'text/csv; charset=utf-16',                      200, text/csv;charset=UTF-8",
    "'text/csv;q=0.5, application/json',              200, application/json;charset=UTF-8",
    "'application/*, text/csv;q=0.1',                 200, application/json;charset=UTF-8",
    "'*/*;q=0.1, application/json;q=0',               200, text/csv;charset=UTF-8",
    "'application/json;q=0',                          406, application/problem+json",
    "'image/png, application/xml',                    406, application/problem+json"
  })
  void theAnswerIsWhatIsWantedMostAndSaysNothingElse(String accept, int status, String type) {
    Response answer = bare().header("Accept", accept).get("/v1/reports/activity");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/leads,                'GET, HEAD, OPTIONS, POST'",
    "/v1/claims/" + ID + "/release, 'OPTIONS, POST'"
  })
  void whoAsksWhatMayBeDoneIsToldOfThisPath(String path, String allowed) {
    Response answer = bare().options(path);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":\"Ada\",\"name\":\"Ben\"}', a field is there twice",
    "'{\"name\":\"Ada\"} {}',               something stands behind its end",
    "'{\"nmae\":\"Ada\",\"name\":1,}',       cannot be read as JSON at line 1",
    "'{\"nmae\":\"Ada\"} x',                cannot be read as JSON at line 1",
    "'{\"nmae\":1,\"nmae\":2}',             a field is there twice"
  })
  void whatIsWrongWithJsonIsSaid(String body, String reason) {
    Response refused = bare().contentType(JSON).body(body).post("/v1/agents");

    assertThat(refused.jsonPath().getString("code")).isEqualTo("MALFORMED_JSON");
    assertThat(refused.jsonPath().getString("detail")).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/reports,         There is /v1/reports/activity",
    "/v1/reports/calls,   There is /v1/reports/activity",
    "/v1/reports/sale,    Did you mean /v1/reports/sales?"
  })
  void whatThereIsInsteadIsSaid(String path, String hint) {
    Response refused = bare().get(path);

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.jsonPath().getString("detail")).contains(hint);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/callbacks?overdue=true&status=KEPT,                                        overdue",
    "/v1/callbacks?due=false&status=CANCELLED,                                      due",
    "/v1/callbacks?due=false&overdue=true,                                          overdue",
    "/v1/calls?checkIn=COMPLAINT&disposition=NO_ANSWER,                             checkIn"
  })
  void filtersThatExcludeEachOtherAreRefused(String target, String parameter) {
    isRefused(asked().get(target), parameter, "CONTRADICTS");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/appointments?from=2026-12-20T00:00:00Z&to=2026-12-10T00:00:00Z",
    "/v1/appointments?from=2026-12-20T00:00:00Z&to=2026-12-20T00:00:00Z",
    "/v1/audit-entries?from=2026-12-20T00:00:00Z&to=2026-12-10T00:00:00Z",
    "/v1/audit-entries.csv?from=2026-12-20T00:00:00Z&to=2026-12-10T00:00:00Z"
  })
  void aSpanInWhichNothingCanBeIsRefused(String target) {
    isRefused(asked().get(target), "to", "SPAN_EMPTY");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/reports/activity?groupBy=CONFIRMATION,   take one of NONE",
    "/v1/reports/activity?zone=america/new_york,  America/New_York",
    "/v1/live-numbers?zone=utc,                   such as UTC",
    "/v1/events?type=call.loged,                  did you mean call.logged?",
    "/v1/leads/search?q=,                         must have a value"
  })
  void whatWouldDoIsSaid(String target, String hint) {
    Response refused = asked().get(target);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].message")).contains(hint);
  }

  @Test
  void whatABulkOperationMakesNothingOfIsSaidOfItsKind() {
    Response refused =
        asked()
            .contentType(JSON)
            .body("{\"kind\":\"REASSIGN\",\"fromAgentId\":\"" + ID + "\",\"tags\":[\"x\"]}")
            .post("/v1/bulk-operations");

    isRefused(refused, "/tags", "NOT_TAKEN");
    assertThat(refused.jsonPath().getString("errors[0].message"))
        .isEqualTo("REASSIGN makes nothing of it");
  }
}
