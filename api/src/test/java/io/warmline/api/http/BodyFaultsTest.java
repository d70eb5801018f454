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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends a body with faults is told all of them at once, each with what would be right. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class BodyFaultsTest {

  private static final String ID = "0198f1a0-0005-7000-8000-000000000001";

  @Inject TestTenant tenants;

  private String key = "";

  @BeforeEach
  void aTenant() {
    key = tenants.create();
  }

  private Response post(String path, String body) {
    return given()
        .filter(AgainstContract.ANSWERS)
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  private static String message(Response refused, String pointer) {
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    List<String> messages =
        refused.jsonPath().getList("errors.findAll { it.pointer == '" + pointer + "' }.message");
    assertThat(messages).as(refused.asString()).hasSize(1);
    return messages.get(0);
  }

  @Test
  void aValueOutsideAClosedSetIsToldWithTheSetAndTheNearest() {
    Response refused =
        post("/v1/calls", "{\"claimId\": \"" + ID + "\", \"disposition\": \"no_answer\"}");

    assertThat(message(refused, "/disposition"))
        .startsWith("must be one of ")
        .contains("CALLBACK_REQUESTED")
        .endsWith("did you mean NO_ANSWER?");
    assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("UNKNOWN_VALUE");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    Response refused =
        post(
            "/v1/campaigns",
            "{\"name\": 7, \"defaultCountry\": \"us\", \"audience\": \"b2x\", \"nme\": \"x\","
                + " \"callingHours\": {\"monday\": [{\"from\": \"9\", \"to\": null}]},"
                + " \"policy\": {\"maxAttempts\": 0}}");

    assertThat(message(refused, "/name")).isEqualTo("must be a text");
    assertThat(message(refused, "/timeZone")).isEqualTo("must be given");
    assertThat(message(refused, "/defaultCountry"))
        .isEqualTo("must be a country code of two capitals (ISO 3166-1), such as US");
    assertThat(message(refused, "/audience")).contains("B2B").contains("B2C");
    assertThat(message(refused, "/nme")).contains("did you mean name?");
    assertThat(message(refused, "/callingHours/monday/0/from"))
        .isEqualTo("must be a time of day from 00:00 to 23:59, such as 09:30");
    assertThat(message(refused, "/callingHours/monday/0/to")).contains("must not be null");
    assertThat(message(refused, "/policy/maxAttempts")).startsWith("must be a whole number from 1");
  }

  @ParameterizedTest
  @CsvSource({
    "+10000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-18:00",
    "-0001-01-01T00:00:00Z",
    "0000-01-01T00:00:00+18:00",
    "1899-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z"
  })
  void anInstantOfAnotherAgeIsRefused(String instant) {
    Response refused =
        post(
            "/v1/leads",
            "{\"campaignId\": \""
                + ID
                + "\", \"phones\": [\"+15046218927\"], \"consent\": {\"givenAt\": \""
                + instant
                + "\"}}");

    assertThat(message(refused, "/consent/givenAt")).startsWith("must be an RFC 3339 instant");
  }

  @Test
  void theAnswerToAHugePatchIsSmall() {
    String fields =
        IntStream.range(0, 40_000)
            .mapToObj(i -> "\"unknown" + i + "\": \"x\"")
            .collect(Collectors.joining(", ", "{", "}"));
    String id = post("/v1/agents", "{\"name\": \"Dave\"}").jsonPath().getString("id");

    Response refused =
        given()
            .filter(AgainstContract.ANSWERS)
            .header("Authorization", "Bearer " + key)
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body(fields)
            .patch("/v1/agents/" + id);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asByteArray().length).isLessThan(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\u00A0", "\u200B", "\u3164 \u2800"})
  void aTextThatShowsNothingIsNone(String blank) {
    Response refused = post("/v1/agents", "{\"name\": \"" + blank.replace("\t", "\\t") + "\"}");

    assertThat(message(refused, "/name"))
        .isEqualTo("must not be made of characters that cannot be seen");
    assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("INVALID_TEXT");
  }

  @Test
  void wordsOfAPromiseThatAreBlankPromiseNothing() {
    Response refused =
        post(
            "/v1/calls",
            "{\"claimId\": \""
                + ID
                + "\", \"disposition\": \"CALLBACK_REQUESTED\", \"callback\": {\"words\": \"  \"}}");

    assertThat(message(refused, "/callback/words")).contains("cannot be seen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "zz", "qqq", "und", "mul"})
  void aCodeThatNamesNoLanguageIsRefused(String code) {
    Response refused =
        post("/v1/agents", "{\"name\": \"Ann\", \"languages\": [\"en\", \"" + code + "\"]}");

    assertThat(message(refused, "/languages/1")).isEqualTo("must be an ISO 639 code such as en");
  }

  @Test
  void oneLanguageIsKeptUnderOneCode() {
    Response made =
        post(
            "/v1/agents",
            "{\"name\": \"Ann\", \"languages\": [\"eng\", \"en\", \"ger\", \"yue\"]}");

    assertThat(made.jsonPath().getList("languages")).containsExactly("en", "de", "yue");
  }
}
