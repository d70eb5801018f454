package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no decent client sends are refused as problems; none makes the server stumble. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(TightLimits.class)
class FrontDoorTest {

  private static final String ID = "0198f1a0-0001-7000-8000-000000000001";
  private static final String HOST = "Host: localhost\r\n";
  private static final String CLOSE = "Connection: close\r\n";

  @Inject TestTenant tenants;
  @Inject DataSource database;
  @TestHTTPResource URI server;

  private String key = "";

  @BeforeEach
  void aTenant() {
    key = "Authorization: Bearer " + tenants.create() + "\r\n";
  }

  private RawHttp.Reply get(String target, String headers) {
    return RawHttp.to(server)
        .send("GET " + target + " HTTP/1.1\r\n" + HOST + CLOSE + key + headers + "\r\n");
  }

  private static void isProblem(RawHttp.Reply reply, int status, String code) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(status);
    assertThat(reply.header("Content-Type")).as("%s", reply).startsWith("application/problem+json");
    assertThat(reply.json().path("code").asText()).isEqualTo(code);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.json().path("requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
    assertThat(reply.json().path("detail").asText()).isNotBlank();
  }

  /** The rest of it arrives when the server has done with it, and must not cost the answer. */
  @Test
  void whatIsRefusedBeforeItHasComeIsAnsweredAllTheSame() throws Exception {
    for (int i = 0; i < 10; i++) {
      try (Socket socket = openUnacceptable()) {
        for (int piece = 0; piece < 5; piece++) {
          Thread.sleep(5);
          socket.getOutputStream().write("2\r\n{}\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        isProblem(RawHttp.read(socket), 406, "NOT_ACCEPTABLE");
      }
    }
  }

  @Test
  void whoeverWasRefusedAndNeverEndsIsHungUpOn() throws Exception {
    long begun = System.nanoTime();
    try (Socket silent = openUnacceptable();
        Socket endless = openUnacceptable()) {
      isProblem(RawHttp.read(silent), 406, "NOT_ACCEPTABLE");
      Duration afterSilence = Duration.ofNanos(System.nanoTime() - begun);
      Thread.sleep(100);

      assertThatThrownBy(
              () -> {
                while (Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 30) {
                  endless.getOutputStream().write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
                  Thread.sleep(20);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(afterSilence).isLessThan(Duration.ofSeconds(4));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
    }
  }

  private Socket openUnacceptable() throws IOException {
    Socket socket = RawHttp.to(server).open();
    socket
        .getOutputStream()
        .write(
            ("POST /v1/agents HTTP/1.1\r\n"
                    + HOST
                    + key
                    + "Accept: ,\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** As Java's own client does, unless it is told otherwise. */
  @Test
  void aClientThatWouldRatherHaveHttp2IsAnsweredByHttp1() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    for (String name : List.of("One", "Two")) {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/v1/agents"))
              .header("Authorization", key.strip().replaceFirst("^[^:]+: ", ""))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
              .build();

      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
  }

  /** 200 leads take a ninth of what they would. */
  @ParameterizedTest
  @ValueSource(strings = {"/openapi.yaml", "/v1/calling-rules"})
  void whoeverTakesGzipGetsItAndNobodyElse(String path) throws Exception {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", key.strip().replaceFirst("^[^:]+: ", ""));
    HttpClient client = HttpClient.newHttpClient();
    var bytes = HttpResponse.BodyHandlers.ofByteArray();

    HttpResponse<byte[]> plain = client.send(asked.build(), bytes);
    HttpResponse<byte[]> small =
        client.send(asked.copy().header("Accept-Encoding", "gzip").build(), bytes);

    assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity"))
        .isEqualTo("identity");
    assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(small.body().length).isLessThan(plain.body().length / 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/leads?externalId=%00",
        "/v1/leads?email=a%00b",
        "/v1/events?type=%00",
        "/v1/leads/%00",
        "/v1/leads?externalId=%ff%fe",
        "/v1/leads?externalId=%c0%80",
        "/v1/leads?externalId=%ed%a0%80",
        "/v1/leads?externalId=\u00ff",
        "/v1/leads?externalId=%",
        "/v1/leads?externalId=%4",
        "/v1/leads?externalId=%zz",
        "/v1/leads/%zz",
        "/v1/api-keys/01a2%25-9#a",
        "/v1/leads?externalId=a#b",
        "/v1/leads/%e4",
        "/v1/leads?updatedAfter=%2B12026-01-01T00:00:00Z",
        "/v1/leads?updatedAfter=9999-12-31T23:59:59-18:00",
        "/v1/leads?updatedAfter=-0001-12-31T23:59:59Z",
        "/v1/reports/activity?from=0001-01-01&to=9999-12-31",
        "/v1/reports/activity?from=%2B10000-01-01&to=%2B10000-01-02"
      })
  void whatIsNoTextOrOfNoAgeIsRefused(String target) {
    isProblem(get(target, ""), 400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%00b", "a%ffb", "%c3%28"})
  void anIdOfYoursIsUtf8WithoutNul(String id) {
    String body = "{\"phones\":[\"+15046218927\"],\"address\":{\"country\":\"US\"}}";

    RawHttp.Reply reply =
        RawHttp.to(server)
            .send(
                "PUT /v1/campaigns/"
                    + ID
                    + "/leads/"
                    + id
                    + " HTTP/1.1\r\n"
                    + HOST
                    + CLOSE
                    + key
                    + "Content-Type: application/json\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body);

    isProblem(reply, 400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "en;q=x", "*-*", ",,,", "en-", "\u00ff"})
  void aLanguageThatIsNoneDoesNotMatter(String language) {
    String header = "Accept-Language: " + language + "\r\n";

    assertThat(get("/v1/agents", header).status()).isEqualTo(200);
    isProblem(get("/v1/agents?limit=0", header), 400, "INVALID_REQUEST");
  }

  @Test
  void whoDoesNotNameTheHostIsRefused() {
    isProblem(
        RawHttp.to(server).send("GET /v1/agents HTTP/1.0\r\n" + key + "\r\n"),
        400,
        "INVALID_REQUEST");
    assertThat(RawHttp.to(server).send("GET /q/health/live HTTP/1.0\r\n\r\n").status())
        .isEqualTo(200);
    isProblem(
        RawHttp.to(server).send("GET /v1/agents HTTP/1.1\r\n" + CLOSE + key + "\r\n"),
        400,
        "INVALID_REQUEST");
    isProblem(
        RawHttp.to(server)
            .send("GET /v1/agents HTTP/1.1\r\nHost: a b:zz\r\n" + CLOSE + key + "\r\n"),
        400,
        "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a|b=c", "utm=%fcber", "x=%zz", "%", "a=%00", "{}"})
  void whateverAMailProgramAddsToALinkDoesNotMatter(String query) {
    isProblem(get("/t/token?" + query, ""), 404, "NOT_FOUND");
  }

  @Test
  void tooLongAPathAndTooManyHeadersAreProblemsToo() {
    isProblem(get("/v1/leads?externalId=" + "a".repeat(17_000), ""), 414, "URI_TOO_LONG");
    isProblem(get("/v1/leads", "X-Much: " + "a".repeat(40_000) + "\r\n"), 431, "HEADERS_TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/lead,            /v1/leads",
    "/v1/campaign/" + ID + ", /v1/campaigns/" + ID,
    "/leads,              /v1/leads",
    "/v1/v1/agents,       /v1/agents",
    "/v1/followups,       /v1/follow-ups"
  })
  void aPathThatIsNearlyRightIsNamed(String target, String meant) {
    RawHttp.Reply reply = get(target, "");

    isProblem(reply, 404, "NOT_FOUND");
    assertThat(reply.json().path("detail").asText()).contains("Did you mean " + meant + "?");
  }

  @Test
  void answersOfTheApiAreNotGuessedAtAndNotKept() {
    for (RawHttp.Reply reply :
        List.of(get("/v1/agents", ""), get("/v1/agents?limit=0", ""), get("/v1/lead", ""))) {
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(get("/swagger-ui/", "").header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void theStartPageSaysWhereToGo() {
    RawHttp.Reply page = get("/", "");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("/swagger-ui", "/openapi.yaml", "/q/health", "new-key");
  }

  @Test
  void aBodyThatComesSlowlyHoldsNoThreadAndHasADeadline() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      Socket socket = RawHttp.to(server).open();
      socket
          .getOutputStream()
          .write(
              ("POST /v1/agents HTTP/1.1\r\n"
                      + HOST
                      + key
                      + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                  .getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }

    assertThat(get("/v1/agents", "").status()).isEqualTo(200);
    isProblem(RawHttp.read(slow.get(0)), 408, "TOO_SLOW");
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @Test
  void aBodyInPiecesIsPutTogether() throws IOException, InterruptedException {
    String body = "{\"name\": \"Dave\"}";
    try (Socket socket = RawHttp.to(server).open()) {
      String head =
          "POST /v1/agents HTTP/1.1\r\n"
              + HOST
              + CLOSE
              + key
              + "Content-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      for (String piece : new String[] {head, body.substring(0, 5), body.substring(5)}) {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        Thread.sleep(100);
      }

      assertThat(RawHttp.read(socket).status()).isEqualTo(201);
    }
  }

  @Test
  void whereNoConnectionToTheDatabaseIsFreeTheAnswerSaysWhenToComeAgain() throws SQLException {
    assertThat(get("/v1/agents", "").status()).isEqualTo(200);
    List<Connection> taken = new ArrayList<>();
    RawHttp.Reply reply;
    try {
      while (taken.size() < TightLimits.CONNECTIONS) {
        taken.add(database.getConnection());
      }
      reply = get("/v1/agents", "");
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }

    isProblem(reply, 503, "UNAVAILABLE");
    assertThat(Duration.ofSeconds(Long.parseLong(reply.header("Retry-After")))).isPositive();
    assertThat(get("/v1/agents", "").status()).isEqualTo(200);
  }
}
