package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.sdk.FakeServer.Asked;
import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.NewAgent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends SdkTest {
  private static final Reply AGENT =
      Reply.json(
          200,
          """
          {"id": "%s", "name": "Ann", "languages": [],
           "createdAt": "2026-11-18T15:15:00Z", "updatedAt": "2026-11-18T15:15:00Z"}
          """
              .formatted(ID));
  private static final Reply IMPORT =
      Reply.json(
          202,
          """
          {"id": "%s", "campaignId": "%s", "status": "QUEUED", "dryRun": false, "charset": "UTF-8", "bytes": 1,
           "rowsRead": 0, "created": 0, "merged": 0, "rejected": 0, "createdAt": "2026-11-18T15:15:00Z"}
          """
              .formatted(ID, ID));

  @Test
  void everyAttemptAtACallHasTheSameKeyAndBody() {
    server.replies(Reply.problem(503, "BUSY"), Reply.hangUp(), Reply.empty(502), AGENT);

    client().agents().createAgent(new NewAgent().name("Ann"));

    assertThat(server.asked()).hasSize(4);
    assertThat(keys()).hasSize(4);
    assertThat(keys().stream().distinct()).hasSize(1);
    assertThat(server.asked().stream().map(Asked::body).distinct()).hasSize(1);
  }

  @Test
  void everyCallHasAKeyOfItsOwn() {
    server.replies(AGENT, AGENT);
    WarmlineClient client = client();

    client.agents().createAgent(new NewAgent().name("Ann"));
    client.agents().createAgent(new NewAgent().name("Ann"));

    assertThat(keys()).doesNotHaveDuplicates();
  }

  @Test
  void theCallersKeyIsTheOneThatIsSent() {
    server.replies(Reply.empty(503), AGENT);

    client()
        .agents()
        .createAgent(new NewAgent().name("Ann"), RequestOption.idempotencyKey("agent-42"));

    assertThat(keys()).containsExactly("agent-42", "agent-42");
  }

  @Test
  void anOperationWithoutKeysRefusesOne() {
    assertThatThrownBy(
            () -> client().agents().getAgent(ID, RequestOption.idempotencyKey("agent-42")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GET /v1/agents/{agentId} takes no idempotency key");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void passingFailuresAreTriedAgain(int status) {
    server.replies(Reply.problem(status, "PASSING"), AGENT);

    client().agents().getAgent(ID);

    assertThat(server.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 501})
  void lastingFailuresAreNotTriedAgain(int status) {
    server.replies(Reply.problem(status, "LASTING"), AGENT);

    assertThatThrownBy(() -> client().agents().createAgent(new NewAgent().name("Ann")))
        .isInstanceOf(WarmlineException.class);

    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aRequestStillInFlightIsAskedForAgain() {
    server.replies(Reply.problem(409, "IDEMPOTENCY_KEY_IN_USE").header("Retry-After", "1"), AGENT);

    client().agents().createAgent(new NewAgent().name("Ann"));

    assertThat(waits).containsExactly(Duration.ofSeconds(1));
    assertThat(keys().stream().distinct()).hasSize(1);
  }

  @Test
  void waitsGrowAndAreSpread() {
    server.otherwise(asked -> Reply.empty(503));

    assertThatThrownBy(() -> client(WarmlineClient.builder().maxRetries(7)).agents().getAgent(ID))
        .isInstanceOf(ServerException.class);

    assertThat(waits)
        .extracting(Duration::toMillis)
        .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 4000L, 4000L);
  }

  @Test
  void whatTheServerAsksToWaitWinsUpToAMinute() {
    server.replies(
        Reply.problem(429, "RATE_LIMITED").header("Retry-After", "7"),
        Reply.empty(503).header("Retry-After", "Wed, 18 Nov 2026 15:15:17 GMT"),
        Reply.problem(429, "RATE_LIMITED").header("Retry-After", "3600"),
        AGENT);

    client().agents().getAgent(ID);

    assertThat(waits)
        .containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  @Test
  void aWaitBeyondTheDeadlineIsNotBegun() {
    server.replies(Reply.problem(429, "RATE_LIMITED").header("Retry-After", "20"), AGENT);

    RateLimitException failure =
        catchThrowableOfType(
            RateLimitException.class,
            () ->
                client(WarmlineClient.builder().totalDeadline(Duration.ofSeconds(20)))
                    .agents()
                    .getAgent(ID));

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(waits).isEmpty();
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aCallMayHaveADeadlineOfItsOwn() {
    server.otherwise(asked -> Reply.empty(503).header("Retry-After", "4"));

    assertThatThrownBy(
            () ->
                client().agents().getAgent(ID, RequestOption.totalDeadline(Duration.ofSeconds(9))))
        .isInstanceOf(ServerException.class);

    assertThat(waits).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
  }

  @Test
  void retriesCanBeSwitchedOff() {
    server.replies(Reply.empty(503), AGENT);

    assertThatThrownBy(() -> client(WarmlineClient.builder().maxRetries(0)).agents().getAgent(ID))
        .isInstanceOf(ServerException.class);
  }

  @Test
  void aServerThatIsNotThereIsAConnectionException() throws IOException {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0)) {
      freePort = socket.getLocalPort();
    }
    WarmlineClient client =
        WarmlineClient.builder()
            .baseUrl("http://127.0.0.1:" + freePort)
            .apiKey("wl_test_secret")
            .maxRetries(0)
            .build();

    ConnectionException failure =
        catchThrowableOfType(ConnectionException.class, () -> client.agents().getAgent(ID));

    assertThat(failure.status()).isZero();
    assertThat(failure.code()).isEqualTo("NO_CONNECTION");
    assertThat(failure).hasMessage("NO_CONNECTION: GET /v1/agents/{agentId} got no answer");
  }

  @Test
  void anAnswerThatNeverComesIsATimeout() {
    server.otherwise(
        asked -> {
          sleep();
          return AGENT;
        });
    WarmlineClient.Builder impatient =
        WarmlineClient.builder().maxRetries(0).requestTimeout(Duration.ofMillis(100));

    assertThatThrownBy(() -> client(impatient).agents().getAgent(ID))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("TIMEOUT");
  }

  @Test
  void anInterruptedThreadStopsAtOnceAndStaysInterrupted() {
    server.otherwise(asked -> AGENT);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client().agents().getAgent(ID))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("INTERRUPTED");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(waits).isEmpty();
  }

  @Test
  void aDeleteWhoseAnswerWasLostTakesNotFoundForDone() {
    server.replies(Reply.hangUp(), Reply.problem(404, "NOT_FOUND"));

    client().leads().deleteLead(ID, "\"3\"");

    assertThat(server.asked()).extracting(Asked::method).containsExactly("DELETE", "DELETE");
    assertThat(server.lastAsked().header("If-Match")).contains("\"3\"");
  }

  @Test
  void aDeleteOfWhatWasNeverThereIsNotFound() {
    server.replies(
        Reply.problem(429, "RATE_LIMITED"),
        Reply.problem(404, "NOT_FOUND"),
        Reply.problem(404, "NOT_FOUND"));

    assertThatThrownBy(() -> client().agents().deleteAgent(ID))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> client().agents().deleteAgent(ID))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aFileIsSentAgainFromTheStart(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("leads.csv"), "phone1\n+15046218927\n");
    server.replies(Reply.empty(503), IMPORT);

    client().imports().startImport(ID, LeadFile.csv(file));

    assertThat(server.asked())
        .extracting(Asked::body)
        .containsExactly("phone1\n+15046218927\n", "phone1\n+15046218927\n");
    assertThat(keys().stream().distinct()).hasSize(1);
  }

  @Test
  void aStreamIsSentOnce() {
    server.replies(Reply.empty(503), IMPORT);
    byte[] rows = "{\"phones\": [\"+15046218927\"]}\n".getBytes(StandardCharsets.UTF_8);
    LeadFile file = LeadFile.ndjson(new ByteArrayInputStream(rows));

    assertThatThrownBy(() -> client().imports().startImport(ID, file))
        .isInstanceOf(ServerException.class);

    assertThat(server.asked()).hasSize(1);
    assertThat(server.lastAsked().header("Content-Type")).contains("application/x-ndjson");
  }

  @Test
  void everyAttemptIsReported() {
    List<String> attempts = new ArrayList<>();
    List<String> requestIds = new ArrayList<>();
    server.replies(
        Reply.hangUp(),
        AGENT.header("X-Request-Id", "req_7").header("Idempotent-Replayed", "true"));

    client(
            WarmlineClient.builder()
                .onAttempt(
                    attempt -> {
                      attempts.add(attempt + (attempt.replayed() ? ", replayed" : ""));
                      attempt.requestId().ifPresent(requestIds::add);
                    }))
        .agents()
        .createAgent(new NewAgent().name("Ann"));

    assertThat(attempts)
        .containsExactly("POST /v1/agents #1 -> no answer", "POST /v1/agents #2 -> 200, replayed");
    assertThat(requestIds).containsExactly("req_7");
  }

  private List<String> keys() {
    return server.asked().stream()
        .map(asked -> asked.header("Idempotency-Key"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static void sleep() {
    try {
      Thread.sleep(2000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
