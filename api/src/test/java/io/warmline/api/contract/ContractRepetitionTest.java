package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that is repeated under its key happens once. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ContractRepetitionTest extends Walk {

  private static final List<String> KEPT = List.of("ETag", "Location", "Retry-After");

  static Stream<String> repeatable() {
    return where(row -> row.contract().takes("header", "Idempotency-Key"));
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void theSameRequestUnderTheSameKeyGivesTheSameAnswer(String operation) {
    Row row = row(operation);
    Message message = ready(row).with("Idempotency-Key", "once " + operation);
    Answer first = wire.send(message);

    Answer again = wire.send(message);

    assertThat(first.status()).as("%s", first).isEqualTo(row.status());
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(again.status()).as("%s", again).isEqualTo(row.status());
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.text()).isEqualTo(first.text());
    KEPT.forEach(name -> assertThat(again.header(name)).as(name).isEqualTo(first.header(name)));
    assertThat(again.header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void anotherRequestUnderTheSameKeyIsRefused(String operation) {
    Message message = ready(row(operation)).with("Idempotency-Key", "one of two " + operation);
    assertThat(wire.send(message).status()).isLessThan(300);

    Answer other = wire.send(another(message));

    assertThat(other.status()).as("%s", other).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @ParameterizedTest
  @MethodSource("repeatable")
  void aKeyIsRefusedWhereItIsTooLong(String operation) {
    Message message = ready(row(operation));

    assertThat(wire.send(message.with("Idempotency-Key", "k".repeat(256))).status()).isEqualTo(400);
    String longest = operation + "k".repeat(255 - operation.length());
    assertThat(wire.send(message.with("Idempotency-Key", longest)).status()).isLessThan(300);
  }

  private static final Set<String> TEXTS =
      Set.of("name", "notes", "reason", "evidence", "jobTitle", "text", "comment");

  private static final Pattern A_CODE = Pattern.compile("[A-Z_]+");

  /** A request that keeps to the contract and asks for something else. */
  private static Message another(Message message) {
    if (message.text().equals("{}") && message.path().startsWith("/v1/follow-ups/")) {
      return message.body("{\"sentAt\":\"2026-11-18T15:00:00Z\"}");
    }
    if (message.text().isEmpty() || message.text().equals("{}")) {
      return message
          .naming(World.IMPORT, UNKNOWN)
          .naming(World.CAMPAIGN, World.SECOND_CAMPAIGN)
          .naming(World.AGENT, World.SECOND_AGENT)
          .naming(World.API_KEY, UNKNOWN)
          .naming(World.WEBHOOK, UNKNOWN)
          .naming(World.TENANT, UNKNOWN);
    }
    if (!message.text().startsWith("{")) {
      return message.body(message.text() + "Ada,Lovelace,Engines,212-555-0100\n");
    }
    ObjectNode body = read(message);
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      if (ID.matcher(field.getValue().asText()).matches()) {
        return message.body(body.put(field.getKey(), UNKNOWN).toString());
      }
      if (TEXTS.contains(field.getKey()) && !A_CODE.matcher(field.getValue().asText()).matches()) {
        return message.body(body.put(field.getKey(), "Something else").toString());
      }
    }
    Map.Entry<String, JsonNode> first = body.properties().iterator().next();
    return switch (first.getKey()) {
      case "languages" -> message.body("{\"languages\":[\"en\"]}");
      case "calls" -> message.naming(World.CLAIM, UNKNOWN);
      case "signals" -> message.naming(World.CAMPAIGN, World.SECOND_CAMPAIGN);
      case "url" -> message.body("{\"url\":\"https://www.chemel.example/\"}");
      case "sentAt" -> message.body("{}");
      case "overlapMinutes" -> message.body("{\"overlapMinutes\":5}");
      case "fromSequence" -> message.body("{\"fromSequence\":1,\"toSequence\":2}");
      case "outcome" ->
          message.body(
              first.getValue().asText().equals("HELD")
                  ? "{\"outcome\":\"NO_SHOW\"}"
                  : "{\"outcome\":\"PROPOSAL\"}");
      case "silenceSeconds" -> message.body("{\"silenceSeconds\":120}");
      case "state" ->
          message.body(
              first.getValue().asText().equals("BREAK")
                  ? "{\"state\":\"READY\"}"
                  : "{\"state\":\"BREAK\"}");
      case "kind", "dryRun" ->
          message.body(body.put("dryRun", !body.path("dryRun").asBoolean()).toString());
      case "dueAt" -> message.body("{\"dueAt\":\"2026-12-22T15:15:00Z\"}");
      default -> message.body(body.put(first.getKey(), "+12125550100").toString());
    };
  }

  private static ObjectNode read(Message message) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(message.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
