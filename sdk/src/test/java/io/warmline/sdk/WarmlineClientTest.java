package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.warmline.sdk.FakeServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmlineClientTest extends SdkTest {
  private static final Reply NO_AGENTS = Reply.json(200, "{\"items\": []}");

  @Test
  void theEnvironmentSaysWhereAndWho() {
    server.replies(NO_AGENTS);

    WarmlineClient client =
        WarmlineClient.fromEnv(
            Map.of("WARMLINE_URL", server.url() + "/", "WARMLINE_API_KEY", "wl_test_env\n"));
    client.agents().listAgents();

    assertThat(server.lastAsked().path()).isEqualTo("/v1/agents");
    assertThat(server.lastAsked().header("Authorization")).contains("Bearer wl_test_env");
  }

  @Test
  void withoutAUrlTheServerIsOnThisMachine() {
    assertThat(WarmlineClient.fromEnv(Map.of("WARMLINE_API_KEY", "wl_test_env")))
        .hasToString("WarmlineClient[http://localhost:8080]");
  }

  @Test
  void aMissingKeyInTheEnvironmentIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WarmlineClient.fromEnv(Map.of("WARMLINE_API_KEY", " ")))
        .withMessageStartingWith("WARMLINE_API_KEY is not set");
  }

  @Test
  void aMissingKeyInTheBuilderIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WarmlineClient.builder().build())
        .withMessageContaining("apiKey");
  }

  /** It had run out while the server asked to wait. */
  @Test
  void aTokenThatDoesNotLastIsAskedForBeforeEveryAttempt() {
    server.replies(Reply.problem(503, "UNAVAILABLE"), NO_AGENTS, NO_AGENTS);
    Iterator<String> tokens =
        List.of("first.of.three", "second.of.three", "third.of.three").iterator();
    WarmlineClient client = client(WarmlineClient.builder(), tokens::next);

    client.agents().listAgents();
    client.agents().listAgents();

    assertThat(server.asked().stream().map(asked -> asked.header("Authorization").orElseThrow()))
        .containsExactly(
            "Bearer first.of.three", "Bearer second.of.three", "Bearer third.of.three");
  }

  @Test
  void aSupplierWithoutATokenIsSaidAndNothingIsSent() {
    for (String none : Arrays.asList(null, "", "Bearer a.b.c", "a.b.c\r\nX-Evil: 1")) {
      WarmlineClient client = client(WarmlineClient.builder(), () -> none);

      assertThatIllegalStateException()
          .isThrownBy(() -> client.agents().listAgents())
          .withMessageStartingWith("the supplier of access tokens gave none")
          .withMessageNotContaining("Evil");
    }
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aProviderThatIsAwayIsWhatTheCallerIsTold() {
    WarmlineClient client =
        client(
            WarmlineClient.builder(),
            () -> {
              throw new UncheckedIOException(new IOException("no provider"));
            });

    Assertions.assertThatThrownBy(() -> client.agents().listAgents())
        .isInstanceOf(UncheckedIOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wl test", "wl_test\r\nX-Evil: 1", "wl_tést"})
  void aKeyThatCannotBeOneIsRefusedWithoutRepeatingIt(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WarmlineClient.builder().apiKey(key))
        .withMessageNotContaining("tést")
        .withMessageStartingWith("the API key must be");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:8080",
        "ftp://localhost",
        "http://",
        "http://u:p@localhost",
        "http://h?x=1",
        "http://h#x"
      })
  void aUrlThatIsNoServersIsRefused(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> WarmlineClient.builder().baseUrl(url));
  }

  @Test
  void aServerMayLiveUnderAPath() {
    server.replies(NO_AGENTS);

    WarmlineClient.builder()
        .baseUrl(server.url() + "/warm//")
        .apiKey("wl_test_secret")
        .httpClient(HttpClient.newHttpClient())
        .build()
        .agents()
        .listAgents();

    assertThat(server.lastAsked().path()).isEqualTo("/warm/v1/agents");
  }

  @Test
  void numbersAndTimesThatMakeNoSenseAreRefused() {
    WarmlineClient.Builder builder = WarmlineClient.builder();

    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRetries(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRetries(11));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.totalDeadline(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.requestTimeout(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.connectTimeout(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.userAgent("a\nb"));
    assertThatIllegalArgumentException().isThrownBy(() -> RequestOption.idempotencyKey(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestOption.idempotencyKey("x".repeat(256)));
    assertThatIllegalArgumentException().isThrownBy(() -> RequestOption.requestId("a b"));
  }

  @Test
  void theCallersProgramIsNamedBeforeTheLibrary() {
    server.replies(NO_AGENTS);

    client(WarmlineClient.builder().userAgent("acme-dialler/2.1")).agents().listAgents();

    assertThat(server.lastAsked().header("User-Agent").orElseThrow())
        .matches("acme-dialler/2\\.1 warmline-java/[0-9].*");
  }

  @Test
  void aRedirectIsNotFollowedBecauseItWouldCarryTheKeyAway() {
    server.replies(Reply.empty(307).header("Location", server.url() + "/elsewhere"));

    WarmlineException failure =
        Assertions.catchThrowableOfType(
            WarmlineException.class, () -> client().agents().listAgents());

    assertThat(failure.status()).isEqualTo(307);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void theReadmeExampleRuns() throws IOException, InterruptedException {
    server.replies(
        Reply.json(
            200,
            """
            {"items": [{"id": "%s", "name": "Ann", "languages": [], "createdAt": "2026-11-18T15:15:00Z",
              "updatedAt": "2026-11-18T15:15:00Z"}]}
            """
                .formatted(ID)),
        ClaimedLeadTest.claimed(),
        ClaimedLeadTest.logged());
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.warmline.sdk.example.ReadmeExample");
    java.environment().put("WARMLINE_URL", server.url());
    java.environment().put("WARMLINE_API_KEY", "wl_test_secret");

    Process process = java.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .containsExactly(
            "Call James on +15046218927",
            "  because: Never called before.",
            "Tried again tomorrow.");
  }
}
