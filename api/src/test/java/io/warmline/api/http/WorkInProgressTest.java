package io.warmline.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
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
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What meets whoever comes while a server has its hands full. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(FewAtOnce.class)
class WorkInProgressTest {

  private static final String AT_ONCE = "warmline.requests.at.once";
  private static final String REPORTS = "warmline.reports.at.once";
  private static final String WAITING = "warmline.reports.waiting";

  @Inject TestTenant tenants;
  @Inject MeterRegistry metrics;
  @TestHTTPResource URI server;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException, InterruptedException {
    for (Socket socket : open) {
      socket.close();
    }
    until(AT_ONCE, 0);
  }

  private static RequestSpecification request(String key) {
    return given().filter(AgainstContract.ANSWERS).header("Authorization", "Bearer " + key);
  }

  private static Response ask(String key) {
    return request(key).get("/v1/agents");
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

  private void until(String gauge, int value) throws InterruptedException {
    for (int i = 0; i < 600 && now(gauge) != value; i++) {
      Thread.sleep(50);
    }
    assertThat(now(gauge)).as(gauge).isEqualTo(value);
  }

  private int now(String gauge) {
    return (int) metrics.get(gauge).gauge().value();
  }

  /** An upload that has begun and does not end. */
  private void upload(String key, String campaign) throws IOException {
    Socket socket = RawHttp.to(server).open();
    open.add(socket);
    socket
        .getOutputStream()
        .write(
            ("POST /v1/campaigns/%s/imports HTTP/1.1\r\n"
                    + "Host: localhost\r\n"
                    + "Authorization: Bearer %s\r\n"
                    + "Content-Type: text/csv\r\n"
                    + "Content-Length: 100000\r\n\r\n"
                    + "first_name,phone\n")
                .formatted(campaign, key)
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void isBusy(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("code")).isEqualTo("BUSY");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(answer.header("X-Request-Id")).isNotBlank();
  }

  @Test
  void oneTenantLeavesPlacesToOthersAndWhenAllAreTakenEverybodyIsToldAtOnce() throws Exception {
    String busy = tenants.create();
    String other = tenants.create();
    String itsCampaign = campaign(busy);
    String theirCampaign = campaign(other);
    for (int i = 0; i < FewAtOnce.OF_ONE; i++) {
      upload(busy, itsCampaign);
    }
    until(AT_ONCE, FewAtOnce.OF_ONE);

    isBusy(ask(busy));
    assertThat(ask(other).statusCode()).isEqualTo(200);
    assertThat(now(AT_ONCE)).isEqualTo(FewAtOnce.OF_ONE);

    upload(other, theirCampaign);
    upload(other, theirCampaign);
    until(AT_ONCE, FewAtOnce.REQUESTS);

    isBusy(ask(other));
    isBusy(ask(tenants.create()));
    assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    hangUp();
    assertThat(ask(busy).statusCode()).isEqualTo(200);
    assertThat(ask(other).statusCode()).isEqualTo(200);
  }

  @Test
  void placesAreGivenBackHoweverARequestEnds() throws Exception {
    String key = tenants.create();

    for (int i = 0; i < 3 * FewAtOnce.REQUESTS; i++) {
      assertThat(ask(key).statusCode()).isEqualTo(200);
      assertThat(ask("wl_live_none").statusCode()).isEqualTo(401);
      assertThat(request(key).get("/v1/agents?x=1").statusCode()).isEqualTo(400);
      assertThat(given().get("/v1/nowhere").statusCode()).isEqualTo(404);
      assertThat(given().delete("/v1/agents").statusCode()).isEqualTo(405);
      assertThat(given().get("/t/none").statusCode()).isEqualTo(404);
    }

    until(AT_ONCE, 0);
  }

  @Test
  void streamsThatAreOpenTakeNoPlaces() throws Exception {
    String key = tenants.create();
    for (int i = 0; i < FewAtOnce.REQUESTS + 1; i++) {
      Socket socket = RawHttp.to(server).open();
      open.add(socket);
      socket
          .getOutputStream()
          .write(
              ("GET /v1/events/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + key
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      assertThat(socket.getInputStream().readNBytes(12)).asString().endsWith("200");
    }

    assertThat(ask(key).statusCode()).isEqualTo(200);
  }

  @Test
  void reportsWaitForEachOtherAndNotForThoseOfAnotherTenant() throws Exception {
    String busy = tenants.create();
    String other = tenants.create();
    List<CompletableFuture<HttpResponse<String>>> reports = new ArrayList<>();
    try (Connection superuser = connect();
        Statement lock = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      lock.execute("lock table call in access exclusive mode");

      reports.add(report(busy));
      until(REPORTS, 1);
      reports.add(report(busy));
      until(WAITING, 1);
      reports.add(report(busy));
      until(WAITING, 2);
      isBusy(request(busy).get("/v1/reports/activity"));
      reports.add(report(other));
      until(REPORTS, 2);

      assertThat(now(WAITING)).isEqualTo(2);
      assertThat(ask(busy).statusCode()).isEqualTo(200);
      superuser.rollback();
    }

    for (CompletableFuture<HttpResponse<String>> report : reports) {
      HttpResponse<String> answer = report.get(60, TimeUnit.SECONDS);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(JsonPath.from(answer.body()).getString("name")).isEqualTo("activity");
    }
    until(REPORTS, 0);
    until(WAITING, 0);
  }

  private CompletableFuture<HttpResponse<String>> report(String key) {
    return http.sendAsync(
        HttpRequest.newBuilder(server.resolve("/v1/reports/activity"))
            .header("Authorization", "Bearer " + key)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }
}
