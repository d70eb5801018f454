package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.warmline.api.AgainstContract;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What meets whoever asks too often, or sends too much. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(TightLimits.class)
class LimitsTest {

  private static final int SECONDS_PER_REQUEST = TightLimits.SECONDS / TightLimits.REQUESTS;
  private static final String HEAD = "first_name,phone\n";

  @Inject TestTenant tenants;

  @TestHTTPResource URI server;

  private static RequestSpecification request(String key) {
    return given().filter(AgainstContract.ANSWERS).header("Authorization", "Bearer " + key);
  }

  private static Response ask(String key) {
    return request(key).get("/v1/agents");
  }

  private static long secondsToReset(Response response) {
    return Long.parseLong(response.header("RateLimit").replaceFirst(".*;t=", ""));
  }

  @Test
  void everyAnswerTellsTheLimitAndWhatIsLeftOfIt() {
    String key = tenants.create();

    for (int left = TightLimits.REQUESTS - 1; left >= 0; left--) {
      Response answer = ask(key);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=4;w=400");
      assertThat(answer.header("RateLimit")).startsWith("\"default\";r=" + left + ";t=");
      assertThat(secondsToReset(answer))
          .isBetween(
              (long) (TightLimits.REQUESTS - left - 1) * SECONDS_PER_REQUEST,
              (long) (TightLimits.REQUESTS - left) * SECONDS_PER_REQUEST);
    }
  }

  @Test
  void whoeverAsksTooOftenIsToldWhenToGoOn() {
    String key = tenants.create();
    for (int i = 0; i < TightLimits.REQUESTS; i++) {
      assertThat(ask(key).statusCode()).isEqualTo(200);
    }

    Response refused = ask(key);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("code")).isEqualTo("RATE_LIMITED");
    assertThat(refused.jsonPath().getInt("status")).isEqualTo(429);
    assertThat(refused.jsonPath().getString("requestId")).isEqualTo(refused.header("X-Request-Id"));
    assertThat(Integer.parseInt(refused.header("Retry-After")))
        .isBetween(SECONDS_PER_REQUEST - 60, SECONDS_PER_REQUEST);
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"default\";q=4;w=400");
    assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
  }

  @Test
  void theLimitOfOneKeyIsNotThatOfAnother() {
    String busy = tenants.create();
    for (int i = 0; i <= TightLimits.REQUESTS; i++) {
      ask(busy);
    }

    assertThat(ask(busy).statusCode()).isEqualTo(429);
    assertThat(ask(tenants.create()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileAboveTheLimitIsRefusedWhetherItSaysItsLengthOrNot(boolean saysLength)
      throws IOException, InterruptedException {
    String key = tenants.create();

    HttpResponse<String> refused =
        upload(key, campaign(key), file(TightContract.MOST_BYTES + 1), saysLength);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonPath problem = JsonPath.from(refused.body());
    assertThat(problem.getString("code")).isEqualTo("BODY_TOO_LARGE");
    assertThat(problem.getString("detail")).contains("at most 1000 bytes");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileOfJustTheLimitIsTaken(boolean saysLength) throws IOException, InterruptedException {
    String key = tenants.create();

    HttpResponse<String> accepted =
        upload(key, campaign(key), file(TightContract.MOST_BYTES), saysLength);

    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    assertThat(JsonPath.from(accepted.body()).getInt("bytes")).isEqualTo(TightContract.MOST_BYTES);
  }

  /** REST-assured always says the length. */
  private HttpResponse<String> upload(String key, String campaign, byte[] file, boolean saysLength)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/campaigns/" + campaign + "/imports"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "text/csv")
            .POST(
                saysLength
                    ? BodyPublishers.ofByteArray(file)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String campaign(String key) {
    return request(key)
        .contentType("application/json")
        .body(
            "{\"name\": \"Spring\", \"defaultCountry\": \"US\", \"timeZone\":"
                + " \"America/New_York\"}")
        .post("/v1/campaigns")
        .jsonPath()
        .getString("id");
  }

  private static byte[] file(int bytes) {
    String row = "James,504-621-8927\n";
    String rows = HEAD + row.repeat(bytes / row.length());
    return rows.substring(0, bytes).getBytes(StandardCharsets.UTF_8);
  }
}
