package io.warmline.api.contract;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.api.contract.ContractFile.Operation;
import io.warmline.api.contract.Newcomers.Newcomer;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo, as somebody finds it who has just started the server: the examples of the contract
 * answer as they say, word for word as Swagger UI fills them in, and every list and report shows
 * something.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

  /** They end what other examples are about, or change to whom it may be said. */
  private static final Set<String> LAST =
      Set.of("moveLead", "cancelCallback", "addSuppression", "signOff");

  private static final Superuser SUPERUSER = new Superuser();

  @Inject DemoTenant tenants;
  @TestHTTPResource URI server;

  private Wire wire = new Wire(URI.create("http://localhost"));
  private String key = "";
  private String tenant = "";

  /** Nobody changes it but the examples, which are made for that. */
  @BeforeEach
  void aDemo() {
    if (key.isEmpty()) {
      wire = new Wire(server);
      Newcomer firm = tenants.create();
      key = firm.key();
      tenant = firm.tenant();
    }
    noOneElseHasItsLinks();
  }

  /** A link goes by its token alone, and other tests have made those of the examples too. */
  private void noOneElseHasItsLinks() {
    Stream.of("followTrackedLink", "getCallbackCalendar")
        .map(ContractFile::operation)
        .flatMap(operation -> Stream.of("path", "query").map(operation::parameters))
        .flatMap(List::stream)
        .filter(parameter -> parameter.path("name").asText().equals("token"))
        .forEach(token -> noOneElseHas(token.path("example").asText()));
  }

  private void noOneElseHas(String token) {
    for (String table : List.of("tracked_link", "calendar_link")) {
      SUPERUSER.execute(
          "delete from %s where token_hash = sha256('%s') and tenant_id <> '%s'"
              .formatted(table, token, tenant));
    }
  }

  static Stream<String> operations() {
    return Stream.of(0, 1, 2)
        .flatMap(turn -> ContractFile.operations().stream().filter(o -> turnOf(o) == turn))
        .filter(operation -> !operation.isOperators()) // the demo has no operator
        .map(Operation::id)
        .filter(id -> !OF_WEBHOOKS.contains(id));
  }

  /** The firm of the demo sends nothing to anybody: it has no webhook. */
  private static final Set<String> OF_WEBHOOKS =
      Set.of(
          "deleteWebhook",
          "getWebhook",
          "listDeliveries",
          "replayDelivery",
          "replayEvents",
          "rotateWebhookSecret",
          "testWebhook",
          "updateWebhook");

  private static int turnOf(Operation operation) {
    if (operation.method().equals("DELETE")) {
      return 2;
    }
    return LAST.contains(operation.id()) ? 1 : 0;
  }

  private Answer send(String operation) {
    return wire.send(filledIn(ContractFile.operation(operation)).key(key));
  }

  /** As Swagger UI fills an operation in: the first example of each parameter that has a value. */
  private static Message filledIn(Operation operation) {
    Message message = Message.example(operation, Map.of(), Map.of());
    for (String in : List.of("query", "header")) {
      for (JsonNode parameter : operation.parameters(in)) {
        String value = firstOf(parameter);
        if (!value.isEmpty()) {
          String name = parameter.path("name").asText();
          message = in.equals("query") ? message.asking(name, value) : message.with(name, value);
        }
      }
    }
    return message;
  }

  private static String firstOf(JsonNode parameter) {
    JsonNode first =
        parameter.has("example")
            ? parameter.path("example")
            : ContractFile.elements(parameter.path("examples"))
                .findFirst()
                .map(example -> ContractFile.resolve(example).path("value"))
                .orElse(parameter.path("example"));
    return first.isArray() ? first.path(0).asText() : first.asText();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theExampleSucceedsOnTheDemo(String id) {
    Operation operation = ContractFile.operation(id);

    Answer answer = send(id);

    assertThat(answer.status()).as("%s: %s", id, answer).isBetween(200, 302);
    assertThat(operation.answers(answer.status())).isTrue();
    if (id.startsWith("list")) {
      assertThat(answer.json().path("items")).as(id).isNotEmpty();
    }
  }

  static Stream<String> reports() {
    return ContractFile.operations().stream()
        .map(Operation::id)
        .filter(id -> id.startsWith("get") && id.endsWith("Report"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReportShowsSomething(String report) {
    JsonNode rows = send(report).json().path("rows");

    long counted = 0;
    for (JsonNode row : rows) {
      for (JsonNode metric : row.path("metrics")) {
        counted += metric.path("numerator").asLong();
      }
      for (JsonNode figure : row.path("figures")) {
        counted += figure.path("n").asLong(1);
      }
    }
    assertThat(counted).as("%s", rows).isPositive();
  }

  @Test
  void aReportWithoutAPeriodIsOfTheLastFourWeeks() {
    JsonNode report = send("getActivityReport").json();

    LocalDate from = LocalDate.parse(report.path("from").asText());
    LocalDate to = LocalDate.parse(report.path("to").asText());
    assertThat(from.plusDays(27)).isEqualTo(to);
  }

  /** No call of the demo was at an hour at which the law forbids it. */
  @Test
  void theFirmKeepsTheLaw() {
    List<String> breaches = new ArrayList<>();
    JsonNode calls =
        wire.send(Walk.get("/v1/calls").asking("limit", "200").key(key)).json().path("items");

    calls.forEach(call -> call.path("breaches").forEach(breach -> breaches.add(call.toString())));

    assertThat(calls.size()).isGreaterThan(80);
    assertThat(breaches).isEmpty();
  }

  /**
   * Words and times of its callbacks agree by whatever clock, so that the first start succeeds: by
   * night and by day, behind holidays and around a clock change.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-14T02:20:00Z",
        "2026-10-14T17:20:00Z",
        "2026-01-04T22:50:00Z",
        "2026-10-25T00:40:00Z"
      })
  void itIsMadeAtWhateverTimeTheServerFirstStarts(Instant present) {
    String firm = tenants.create(present).key();

    JsonNode claim = wire.send(filledIn(ContractFile.operation("claimNextLead")).key(firm)).json();

    assertThat(claim.at("/reasons/0/code").asText()).as("%s", claim).startsWith("CALLBACK");
  }

  /** "What do I say?" is answered from the first claim on, at whatever hour. */
  @Test
  void theFirstClaimsComeFromConversationsAndSayWhatToSay() {
    Deque<String> reasons = new ArrayDeque<>();
    String other = tenants.create().key();
    for (int i = 0; i < 3; i++) {
      JsonNode claim =
          wire.send(filledIn(ContractFile.operation("claimNextLead")).key(other)).json();
      assertThat(claim.path("talkTrack").isMissingNode()).as("%s", claim).isFalse();
      reasons.add(claim.at("/reasons/0/code").asText());
    }

    assertThat(reasons.getFirst()).startsWith("CALLBACK");
  }

  /**
   * The examples set a meeting at a full hour of the prospect's clock. Those of the demo begin at
   * half past and take half an hour, so that no weekday and no zone makes the example a conflict.
   */
  @Test
  void meetingsAheadLeaveTheHoursOfTheExamplesFree() {
    JsonNode ahead =
        wire.send(
                Walk.get("/v1/appointments")
                    .asking("limit", "200")
                    .asking("from", Instant.now().toString())
                    .key(key))
            .json()
            .path("items");

    assertThat(ahead.size()).as("%s", ahead).isGreaterThanOrEqualTo(4);
    assertThat(ahead)
        .allSatisfy(
            meeting -> {
              assertThat(meeting.path("durationMinutes").asInt()).isLessThanOrEqualTo(30);
              assertThat(Instant.parse(meeting.path("startsAt").asText()).atOffset(UTC).getMinute())
                  .isEqualTo(30);
            });
  }

  /** Each on a claim of its own; those about a meeting are about the one of the examples. */
  @Test
  void everyNamedExampleOfACallIsTaken() {
    String other = tenants.create().key();
    Operation logCall = ContractFile.operation("logCall");
    List<JsonNode> examples =
        ContractFile.examples(
            logCall.node().path("requestBody").path("content").path("application/json"));
    Deque<String> claims = new ArrayDeque<>(List.of(World.CLAIM));
    wire.send(
            filledIn(ContractFile.operation("claimLeads"))
                .body(
                    "{\"agentId\":\"%s\",\"campaignIds\":[\"%s\"],\"limit\":%d}"
                        .formatted(World.AGENT, World.CAMPAIGN, examples.size()))
                .key(other))
        .json()
        .path("items")
        .forEach(claim -> claims.add(claim.path("id").asText()));

    for (JsonNode example : examples) {
      Message message = filledIn(logCall).body(example.toString()).key(other);
      if (example.has("claimId")) {
        message = message.naming(World.CLAIM, claims.removeFirst());
      }
      Answer answer = wire.send(message);
      assertThat(answer.status()).as("%s: %s", example, answer).isEqualTo(201);
    }
  }
}
