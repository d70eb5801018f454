package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.EventFilter;
import io.warmline.sdk.RequestOption;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.WarmlineException;
import io.warmline.sdk.model.ApiKeyMade;
import io.warmline.sdk.model.Event;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewApiKey;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens hears all, in order, once, as it happens. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EventStreamTest {

  private static final int MOST = 10;

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private final HttpClient http = HttpClient.newHttpClient();
  private String key = "";
  private WarmlineClient warmline = WarmlineClient.builder().apiKey("nobody").build();

  @BeforeEach
  void aTenant() {
    key = tenants.create();
    warmline = WarmlineClient.builder().baseUrl(server.toString()).apiKey(key).build();
  }

  private void agents(int from, int count) {
    IntStream.range(from, from + count)
        .forEach(i -> warmline.agents().createAgent(new NewAgent().name("Agent " + i)));
  }

  private HttpRequest listening(String query) {
    return HttpRequest.newBuilder(server.resolve("/v1/events/stream" + query))
        .header("Authorization", "Bearer " + key)
        .build();
  }

  private String heard(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void whatHappenedAndWhatHappensIsHeardInOrderAndOnce() throws Exception {
    agents(0, 250);
    List<Event> heard = new ArrayList<>();

    CompletableFuture<Long> last =
        CompletableFuture.supplyAsync(
            () ->
                warmline
                    .events()
                    .streamEvents(
                        EventFilter.all().type("agent.created"),
                        event -> {
                          heard.add(event);
                          return heard.size() < 253;
                        }));
    agents(250, 3);

    assertThat(last.get(1, TimeUnit.MINUTES)).isEqualTo(heard.get(heard.size() - 1).getSequence());
    List<Event> listed =
        warmline.events().listEvents(EventFilter.all().type("agent.created")).stream().toList();
    assertThat(heard).isEqualTo(listed).hasSize(253);
  }

  @Test
  void aStreamEndsWhenItsTimeIsOverAndIsTakenUpAgainWhereItEnded() throws Exception {
    agents(0, 3);

    String first = heard(listening("?seconds=1"));
    String again =
        heard(
            HttpRequest.newBuilder(listening("?seconds=1&after=0"), (name, value) -> true)
                .header("Last-Event-ID", "2")
                .build());

    assertThat(first)
        .contains("id:1\nevent:agent.created\n", "id:2\n", "id:3\n")
        .contains("data:{\"sequence\":1,\"type\":\"agent.created\",");
    assertThat(again).contains("id:3\n").doesNotContain("id:1\n", "id:2\n");
  }

  @Test
  void aConnectionThatBreaksLosesNothingAndGivesNothingTwice() throws Exception {
    List<Long> heard = new ArrayList<>();
    CompletableFuture<Long> last =
        CompletableFuture.supplyAsync(
            () ->
                warmline
                    .events()
                    .streamEvents(
                        EventFilter.all(),
                        event -> {
                          heard.add(event.getSequence());
                          return heard.size() < 4;
                        },
                        RequestOption.query("seconds", "1")));
    for (int i = 0; i < 4; i++) {
      agents(i, 1);
      TimeUnit.MILLISECONDS.sleep(900);
    }

    assertThat(last.get(1, TimeUnit.MINUTES)).isEqualTo(4);
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
  }

  /** The first three of the tenant that has this agent are not kept any more. */
  private static void forgetThreeOfWhoeverHas(String agent) throws SQLException {
    Config config = ConfigProvider.getConfig();
    try (Connection connection =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        PreparedStatement statement =
            connection.prepareStatement(
                """
                update event_month set first = first + 3
                where tenant_id = (select tenant_id from agent where name = ?)
                """)) {
      statement.setString(1, agent);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void whoseNextEventIsNotKeptAnyMoreIsToldWithWhichToGoOn() throws SQLException {
    agents(7000, 5);
    assertThat(warmline.events().listEvents().stream()).hasSize(5);
    forgetThreeOfWhoeverHas("Agent 7000");

    assertThat(warmline.events().listEvents(EventFilter.all().after(3)).stream())
        .extracting(Event::getSequence)
        .containsExactly(4L, 5L);
    List.<ThrowingCallable>of(
            () -> warmline.events().listEvents(EventFilter.all().after(2)),
            () -> warmline.events().follow(2, event -> {}))
        .forEach(
            late ->
                assertThatThrownBy(late)
                    .isInstanceOfSatisfying(
                        WarmlineException.class,
                        e ->
                            assertThat(e.errors())
                                .singleElement()
                                .satisfies(
                                    error -> {
                                      assertThat(error.getCode()).isEqualTo("POSITION_EXPIRED");
                                      assertThat(error.getMessage()).endsWith("Go on with 3");
                                    })));
  }

  @Test
  void silenceIsBrokenBySignsOfLife() throws Exception {
    assertThat(heard(listening("?seconds=1"))).startsWith(":");
  }

  @Test
  void aKeyHasSoManyStreamsAndNoMore() throws Exception {
    List<InputStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < MOST; i++) {
        HttpResponse<InputStream> stream =
            http.send(listening("?seconds=60"), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        open.add(stream.body());
      }

      HttpResponse<String> oneMore =
          http.send(listening("?seconds=60"), HttpResponse.BodyHandlers.ofString());

      assertThat(oneMore.statusCode()).isEqualTo(429);
      assertThat(oneMore.body()).contains("\"code\":\"RATE_LIMITED\"", "10 streams");
      assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
    } finally {
      for (InputStream stream : open) {
        stream.close();
      }
    }
    assertThat(heardInTheEnd()).as("after they were closed").isEqualTo(200);
  }

  /** The server hears of it when it next has something to say. */
  private int heardInTheEnd() throws IOException, InterruptedException {
    int status = 0;
    for (int i = 0; i < 30 && status != 200; i++) {
      agents(100 + i, 1);
      TimeUnit.SECONDS.sleep(1);
      status =
          http.send(listening("?seconds=1"), HttpResponse.BodyHandlers.ofString()).statusCode();
    }
    return status;
  }

  @Test
  void aRevokedKeyHearsNothingMore() throws Exception {
    ApiKeyMade other =
        warmline
            .keys()
            .createApiKey(new NewApiKey().name("Listener").scopes(List.of("events:read")));
    HttpResponse<InputStream> stream =
        http.send(
            HttpRequest.newBuilder(server.resolve("/v1/events/stream?seconds=600"))
                .header("Authorization", "Bearer " + other.getSecret())
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    String first = untilItSays(stream.body(), "api_key.created");
    warmline.keys().revokeApiKey(other.getId());

    String rest =
        CompletableFuture.supplyAsync(() -> text(stream.body())).get(20, TimeUnit.SECONDS);

    assertThat(first + rest).contains("api_key.created").doesNotContain("api_key.revoked");
  }

  private static String untilItSays(InputStream stream, String words) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(words) < 0) {
      int next = stream.read();
      assertThat(next).as("the stream ended after %s", said).isNotNegative();
      said.append((char) next);
    }
    return said.toString();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsRefusedIsAProblem() {
    assertThatThrownBy(
            () ->
                warmline
                    .events()
                    .streamEvents(
                        EventFilter.all(), event -> true, RequestOption.query("seconds", "0")))
        .isInstanceOf(WarmlineException.class)
        .hasMessageContaining("seconds");
  }
}
