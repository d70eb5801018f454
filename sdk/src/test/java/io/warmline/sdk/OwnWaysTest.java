package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.Agent;
import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.CallbackStatus;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs want that the usual way of calling does not give. */
class OwnWaysTest {

  private static final String AGENTS = "{\"items\": []}";

  private final FakeServer server = new FakeServer();
  private final WarmlineClient warmline =
      WarmlineClient.builder().baseUrl(server.url()).apiKey("wl_test_1").build();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void headersAndQueryOfOnesOwnGoAlong() {
    server.replies(Reply.json(200, AGENTS));

    warmline
        .agents()
        .listAgents(
            RequestOption.header("traceparent", "00-1-2-01"), RequestOption.query("via", "a b"));

    assertThat(server.lastAsked().header("traceparent")).contains("00-1-2-01");
    assertThat(server.lastAsked().query()).endsWith("via=a%20b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "if-match", "Idempotency-Key", "a b", ""})
  void headersOfTheLibraryAreNotSentInItsPlace(String name) {
    assertThatThrownBy(() -> RequestOption.header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHeaderHoldsNoSecondOne() {
    assertThatThrownBy(() -> RequestOption.header("X-A", "1\r\nX-B: 2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void statusAndHeadersOfASuccessAreTold() {
    server.replies(Reply.json(200, AGENTS).header("X-Request-Id", "req_7"));
    List<Received> told = new ArrayList<>();

    warmline.agents().listAgents(RequestOption.onAnswer(told::add));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).status()).isEqualTo(200);
    assertThat(told.get(0).requestId()).contains("req_7");
    assertThat(told.get(0).replayed()).isFalse();
  }

  @Test
  void oneCallMayBeTriedMoreOrLessOften() {
    server.otherwise(asked -> Reply.problem(503, "UNAVAILABLE").header("Retry-After", "0"));

    assertThatThrownBy(() -> warmline.agents().listAgents(RequestOption.maxRetries(0)))
        .isInstanceOf(ServerException.class);
    assertThat(server.asked()).hasSize(1);

    assertThatThrownBy(() -> warmline.agents().listAgents(RequestOption.maxRetries(5)))
        .isInstanceOf(ServerException.class);
    assertThat(server.asked()).hasSize(7);
  }

  @Test
  void anAttemptMayTakeLessTime() {
    server.otherwise(
        asked -> {
          try {
            Thread.sleep(2000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Reply.json(200, AGENTS);
        });

    assertThatThrownBy(
            () ->
                warmline
                    .agents()
                    .listAgents(
                        RequestOption.requestTimeout(Duration.ofMillis(100)),
                        RequestOption.maxRetries(0)))
        .isInstanceOfSatisfying(
            ConnectionException.class, e -> assertThat(e.code()).isEqualTo("TIMEOUT"));
  }

  @Test
  void rawRequestsGoAnywhere() {
    server.replies(Reply.json(200, "{\"new\": 1}"), Reply.json(201, "{}"), Reply.empty(204));

    assertThat(warmline.raw().send("get", "/v1/new-things").path("new").asInt()).isEqualTo(1);
    assertThat(warmline.raw().sendJson("POST", "/v1/new-things", Map.of("a", 1)).isEmpty())
        .isTrue();
    assertThat(server.lastAsked().body()).isEqualTo("{\"a\":1}");
    assertThat(server.lastAsked().header("Idempotency-Key")).isPresent();
    assertThat(warmline.raw().send("DELETE", "/v1/new-things/1").isMissingNode()).isTrue();
  }

  @Test
  void rawRequestsAreRefusedAsAllOthers() {
    server.replies(Reply.problem(404, "NOT_FOUND"));

    assertThatThrownBy(() -> warmline.raw().send("GET", "/v1/x"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> warmline.raw().send("GET", "v1/x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> warmline.raw().send("BREW", "/v1/x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsThatAreNotWaitedForFailWithTheCause() {
    Executor now = Runnable::run;
    server.replies(Reply.json(200, AGENTS), Reply.problem(404, "NOT_FOUND"));

    assertThat(warmline.async(now).call(w -> w.agents().listAgents().items()).join()).isEmpty();
    assertThatThrownBy(
            () -> warmline.async(now).call(w -> w.agents().getAgent(new UUID(0, 1))).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NotFoundException.class);
  }

  @Test
  void whatIsNewIsKept() {
    Agent agent =
        WarmlineJson.fromJson(
            "{\"id\": \"0198f1a0-0002-7000-8000-000000000001\", \"name\": \"Dave\", \"shoeSize\":"
                + " 44}",
            Agent.class);
    Callback callback =
        WarmlineJson.fromJson("{\"status\": \"POSTPONED\", \"words\": \"later\"}", Callback.class);

    assertThat(agent.unknownFields()).containsOnlyKeys("shoeSize");
    assertThat(agent.unknownFields().get("shoeSize").asInt()).isEqualTo(44);
    assertThat(callback.getStatus()).isEqualTo(CallbackStatus.UNKNOWN);
    assertThat(callback.unknownFields().get("status").asText()).isEqualTo("POSTPONED");
    assertThat(
            WarmlineJson.fromJson("{\"status\": \"DUE\"}", Callback.class)
                .unknownFields()
                .isEmpty())
        .isTrue();
  }

  @Test
  void whatIsNewIsNotSentBack() {
    NewAgent agent =
        WarmlineJson.fromJson("{\"name\": \"Dave\", \"shoeSize\": 44}", NewAgent.class);

    assertThat(WarmlineJson.toJson(agent)).isEqualTo("{\"name\":\"Dave\"}");
  }

  @Test
  void whatIsMissingIsNamedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> warmline.agents().createAgent(new NewAgent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("NewAgent lacks /name");
    assertThatThrownBy(() -> warmline.signals().recordSignals(List.of(new NewSignal())))
        .hasMessage("NewSignals lacks /signals/0/type");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void whatIsCompleteIsWritten() {
    NewCall call =
        new NewCall()
            .disposition(Disposition.CALLBACK_REQUESTED)
            .callback(new CallbackPromise().words("in two weeks"));

    assertThat(WarmlineJson.toJson(call))
        .isEqualTo(
            "{\"disposition\":\"CALLBACK_REQUESTED\",\"callback\":{\"words\":\"in two weeks\"}}");
  }
}
