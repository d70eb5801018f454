package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that break the contract are refused, each in the way the contract says. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ContractRefusalsTest extends Walk {

  private static final int MANY = 4096;

  static Stream<String> withAccept() {
    return where(row -> row.contract().answers(406));
  }

  /** Whoever sends mail adds what it likes to the query of a link. */
  static Stream<String> ofPrograms() {
    return where(row -> !row.contract().node().path("x-browser").asBoolean());
  }

  static Stream<String> withBody() {
    return where(row -> row.contract().node().has("requestBody"));
  }

  static Stream<String> withJsonBody() {
    return where(row -> row.contract().jsonBody().isPresent());
  }

  static Stream<String> withText() {
    return withJsonBody().filter(operation -> aText(operation).isPresent());
  }

  static Stream<String> withVersion() {
    return where(row -> row.contract().takes("header", "If-Match"));
  }

  static Stream<String> withRequiredVersion() {
    return where(row -> row.contract().answers(428));
  }

  static Stream<String> cached() {
    return where(row -> row.contract().answers(304));
  }

  static Stream<String> withPathIds() {
    return where(row -> ID.matcher(row.example().path()).find());
  }

  static Stream<String> withLimit() {
    return where(row -> row.contract().takes("query", "limit"));
  }

  static Stream<String> withCursor() {
    return where(row -> row.contract().takes("query", "cursor"));
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.code()).as("%s", answer).isEqualTo(code);
  }

  @ParameterizedTest
  @MethodSource("ofPrograms")
  void aQueryParameterThatIsNotKnownIsNamed(String operation) {
    Answer answer = wire.send(readyToBeRefused(operation).asking("pages", "2"));

    refused(answer, 400, "UNKNOWN_PARAMETER");
    assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("pages");
  }

  @ParameterizedTest
  @MethodSource("withAccept")
  void aMediaTypeThatCannotBeGivenIsRefused(String operation) {
    refused(
        wire.send(readyToBeRefused(operation).with("Accept", "image/png")), 406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @MethodSource("withAccept")
  void whoeverAsksForProblemsAloneDoesNotGetThePlainAnswerUnderThatName(String operation) {
    Answer answer = wire.send(ready(row(operation)).with("Accept", "application/problem+json"));

    assertThat(
            answer.status() == 406
                || !answer.header("Content-Type").startsWith("application/problem+json"))
        .as("%s %s", answer.headers(), answer)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void aBodyOfAnotherMediaTypeIsRefused(String operation) {
    refused(
        wire.send(readyToBeRefused(operation).with("Content-Type", "application/xml")),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void aBodyWithoutAMediaTypeIsRefused(String operation) {
    refused(
        wire.send(readyToBeRefused(operation).without("Content-Type")),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @MethodSource("withJsonBody")
  void aBodyAboveTheLimitIsRefused(String operation) {
    Row row = row(operation);
    byte[] large = new byte[Math.toIntExact(row.contract().mostBytes()) + 1];
    Arrays.fill(large, (byte) ' ');
    Message message = readyToBeRefused(operation).body(large);

    refused(wire.send(message), 413, "BODY_TOO_LARGE");
    refused(wire.send(message.inChunks()), 413, "BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @MethodSource("withJsonBody")
  void whatIsNotJsonIsRefused(String operation) {
    Message message = readyToBeRefused(operation);

    refused(wire.send(message.body("{\"name\": ")), 400, "MALFORMED_JSON");
    refused(wire.send(message.body("{'name': 1}")), 400, "MALFORMED_JSON");
    assertThat(wire.send(message.body(message.text() + "{}")).status()).isEqualTo(400);
    assertThat(wire.send(message.body("")).status()).isEqualTo(400);
    assertThat(wire.send(message.body("null")).status()).isEqualTo(400);
    assertThat(wire.send(message.body("[]")).status()).isEqualTo(400);
    assertThat(wire.send(message.body("\"text\"")).status()).isEqualTo(400);
    assertThat(wire.send(message.body("[".repeat(MANY))).status()).isEqualTo(400);
    assertThat(
            wire.send(message.body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))
                .status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("withJsonBody")
  void aFieldThatIsNotKnownIsPointedAt(String operation) {
    Answer answer =
        wire.send(changed(readyToBeRefused(operation), body -> body.put("shoeSize", 44)));

    refused(answer, 400, "INVALID_REQUEST");
    assertThat(answer.json().at("/errors/0/pointer").asText())
        .as("%s", answer)
        .isEqualTo("/shoeSize");
    assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_FIELD");
  }

  /** Whatever the contract does not call nullable, at whatever depth. */
  @ParameterizedTest
  @MethodSource("withJsonBody")
  void nothingIsNullThatMayNotBe(String operation) {
    Message message = readyToBeRefused(operation);
    JsonNode schema = row(operation).contract().jsonSchema();
    List<String> pointers = new ArrayList<>();
    findNonNullable("", schema, bodyOf(message), pointers);

    for (String pointer : pointers) {
      Answer answer = wire.send(changed(message, body -> setNull(body, pointer)));

      JsonNode problem = problemIn(answer);
      assertThat(problem.path("code").asText()).as("%s", answer).isEqualTo("INVALID_REQUEST");
      assertThat(problem.at("/errors/0/pointer").asText()).as("%s", answer).isEqualTo(pointer);
    }
  }

  /** The refusal of the request, or of the first item of a batch that tells of each. */
  private static JsonNode problemIn(Answer answer) {
    return answer.status() == 200 ? answer.json().at("/items/0/problem") : answer.json();
  }

  private static void findNonNullable(
      String pointer, JsonNode written, JsonNode value, List<String> found) {
    JsonNode schema = ContractFile.resolve(written);
    if (schema.path("allOf").size() == 1) {
      schema = ContractFile.resolve(schema.path("allOf").path(0));
    }
    boolean nullable = written.path("nullable").asBoolean() || schema.path("nullable").asBoolean();
    if (!nullable && !pointer.isEmpty() && !schema.isMissingNode()) {
      found.add(pointer);
    }
    if (value.isArray() && !value.isEmpty()) {
      findNonNullable(pointer + "/0", schema.path("items"), value.path(0), found);
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode known = schema.path("properties").path(field.getKey());
      JsonNode other = schema.path("additionalProperties");
      findNonNullable(
          pointer + "/" + field.getKey(),
          known.isMissingNode() && other.isObject() ? other : known,
          field.getValue(),
          found);
    }
  }

  private static void setNull(ObjectNode body, String pointer) {
    int last = pointer.lastIndexOf('/');
    String name = pointer.substring(last + 1);
    JsonNode parent = body.at(pointer.substring(0, last));
    if (parent instanceof ArrayNode array) {
      array.setNull(Integer.parseInt(name));
    } else {
      ((ObjectNode) parent).putNull(name);
    }
  }

  @ParameterizedTest
  @MethodSource("withText")
  void aTextThatCannotBeKeptIsPointedAt(String operation) {
    String field = aText(operation).orElseThrow();
    Message message = readyToBeRefused(operation);
    String value = bodyOf(message).path(field).asText();

    for (String fault : new String[] {"\\u0000", "\\ud800", "\\udc00x"}) {
      String spoiled =
          message
              .text()
              .replace("\"" + field + "\":\"" + value, "\"" + field + "\":\"" + fault + value);
      assertThat(spoiled).contains(fault);
      Answer answer = wire.send(message.body(spoiled));

      refused(answer, 400, "INVALID_REQUEST");
      assertThat(answer.json().at("/errors/0/pointer").asText())
          .as("%s", answer)
          .isEqualTo("/" + field);
    }
  }

  @ParameterizedTest
  @MethodSource("withJsonBody")
  void aFieldOfAnotherTypeIsPointedAt(String operation) {
    Message message = readyToBeRefused(operation);
    for (Iterator<String> fields = bodyOf(message).fieldNames(); fields.hasNext(); ) {
      String field = fields.next();
      if (bodyOf(message).path(field).isNull()) {
        continue; // does not tell its type
      }
      boolean text = bodyOf(message).path(field).isTextual();

      Answer answer =
          wire.send(
              changed(
                  message,
                  body ->
                      body.set(
                          field,
                          text
                              ? new ObjectMapper().valueToTree(7)
                              : new ObjectMapper().valueToTree("seven"))));

      refused(answer, 400, "INVALID_REQUEST");
      assertThat(answer.json().at("/errors/0/pointer").asText())
          .as("%s", answer)
          .startsWith("/" + field);
    }
  }

  @ParameterizedTest
  @MethodSource("withPathIds")
  void anIdThatIsNoneIsRefused(String operation) {
    Message message = readyToBeRefused(operation);
    String id = ID.matcher(message.path()).results().findFirst().orElseThrow().group();

    refused(wire.send(message.naming(id, "42")), 400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @MethodSource("withLimit")
  void aPageHasASizeWithinBounds(String operation) {
    Message message = readyToBeRefused(operation);

    for (String limit : new String[] {"0", "-1", "201", "ten", "", "99999999999", "1.5"}) {
      if (operation.equals("getQueue") && limit.equals("0")) {
        continue; // counts alone are a fair wish
      }
      refused(wire.send(message.asking("limit", limit)), 400, "INVALID_REQUEST");
    }
    assertThat(wire.send(message.asking("limit", "1")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("withCursor")
  void aCursorThatTheListDidNotMakeIsRefused(String operation) {
    Message message = readyToBeRefused(operation);

    for (String cursor : new String[] {"x", "AAAA", "eyJhIjoxfQ", "é"}) {
      refused(wire.send(message.asking("cursor", cursor)), 400, "INVALID_CURSOR");
    }
  }

  @ParameterizedTest
  @MethodSource("withRequiredVersion")
  void aChangeWithoutAVersionIsRefused(String operation) {
    refused(wire.send(readyToBeRefused(operation).without("If-Match")), 428, "IF_MATCH_REQUIRED");
  }

  @ParameterizedTest
  @MethodSource("withVersion")
  void aChangeOfAnOldVersionIsRefused(String operation) {
    Message message = readyToBeRefused(operation);

    for (String stale : new String[] {"\"4711\"", "\"x\"", "\"\"", "W/\"1\""}) {
      refused(wire.send(message.with("If-Match", stale)), 412, "VERSION_MISMATCH");
    }
  }

  @ParameterizedTest
  @MethodSource("withVersion")
  void aVersionThatIsNoETagIsRefusedAndToldHowOneIsWritten(String operation) {
    Message message = readyToBeRefused(operation);

    for (String wrong :
        new String[] {"0", "4711", "'1'", "\"1", "1\"", "\"1\", \"2\"", "w/\"1\""}) {
      Answer answer = wire.send(message.with("If-Match", wrong));
      refused(answer, 400, "INVALID_REQUEST");
      assertThat(answer.text()).contains("MALFORMED_ETAG").contains("double quotes");
    }
  }

  static Stream<String> patches() {
    return where(row -> row.contract().method().equals("PATCH"))
        .filter(operation -> !operation.equals("amendCall"));
  }

  /** RFC 7396: an empty patch says that nothing is to change. */
  @ParameterizedTest
  @MethodSource("patches")
  void anEmptyPatchChangesNothing(String operation) {
    Message message = ready(row(operation)).body("{}");
    Answer before = wire.send(message.reading());

    Answer answer = wire.send(message);

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(wire.send(message.reading()).json()).isEqualTo(before.json());
  }

  @ParameterizedTest
  @MethodSource("cached")
  void whatTheReaderHasIsNotSentAgain(String operation) {
    Message message = readyToBeRefused(operation);
    Answer first = wire.send(message);

    Answer again = wire.send(message.with("If-None-Match", first.header("ETag")));
    Answer changed = wire.send(message.with("If-None-Match", "\"4711\""));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(changed.status()).isEqualTo(200);
  }

  private static Optional<String> aText(String operation) {
    JsonNode example = bodyOf(row(operation).example());
    return example.properties().stream()
        .filter(
            field ->
                field.getValue().isTextual() && !ID.matcher(field.getValue().asText()).matches())
        .map(Map.Entry::getKey)
        .filter(field -> !List.of("dueAt", "sentAt", "startsAt").contains(field))
        .findFirst();
  }

  private static ObjectNode bodyOf(Message message) {
    try {
      return (ObjectNode)
          new ObjectMapper().readTree(message.text().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message changed(Message message, Consumer<ObjectNode> change) {
    ObjectNode body = bodyOf(message);
    change.accept(body);
    return message.body(body.toString());
  }
}
