package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each constraint of the contract is broken once, and the refusal points at it. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ConstraintsTest extends Walk {

  static Stream<String> writes() {
    return where(row -> row.contract().jsonBody().isPresent());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyConstraintThatIsBrokenIsPointedAt(String operation) {
    Message valid = readyToBeRefused(operation);

    List<String> passed =
        Breaches.of(row(operation).contract(), valid).parallelStream()
            .flatMap(breach -> passedOver(breach).stream())
            .toList();

    assertThat(passed).isEmpty();
  }

  /**
   * Why it was not refused, or not for what it is; empty if it was. It changes nothing either way.
   */
  private Optional<String> passedOver(Breaches.Breach breach) {
    return fault(breach.where(), wire.send(breach.message())).map(why -> breach + ": " + why);
  }

  /** Why the answer is no refusal that points there; empty if it is. */
  private static Optional<String> fault(String where, Answer answer) {
    JsonNode problem =
        answer.status() == 200 ? answer.json().at("/items/0/problem") : answer.json();
    int status = problem.path("status").asInt(answer.status());
    if (status < 400 || status >= 500) {
      return Optional.of(answer.status() + " " + shortened(answer));
    }
    List<String> pointers = new ArrayList<>();
    problem.path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    return pointers.contains(where) ? Optional.empty() : Optional.of(shortened(answer));
  }

  private static String shortened(Answer answer) {
    String text = answer.toString();
    return text.substring(0, Math.min(text.length(), 400));
  }

  /** What answers have and requests have not is for the server alone to say. */
  @ParameterizedTest
  @MethodSource("writes")
  void whatOnlyTheServerSaysIsNotTakenFromAnybody(String operation) {
    Message valid = readyToBeRefused(operation);
    JsonNode asked = Samples.schema(row(operation).contract().jsonSchema());
    JsonNode told =
        Samples.schema(
            row(operation)
                .contract()
                .response(row(operation).status())
                .path("content")
                .path("application/json")
                .path("schema"));

    for (Map.Entry<String, JsonNode> field : told.path("properties").properties()) {
      String name = field.getKey();
      if (asked.path("properties").has(name) || asked.path("additionalProperties").isObject()) {
        continue;
      }
      ObjectNode body = Breaches.body(valid);
      body.set(name, Samples.of(field.getValue()));

      Answer answer = wire.send(valid.body(body.toString()));

      assertThat(answer.status()).as("%s: %s", name, answer).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/" + name);
      assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("UNKNOWN_FIELD");
    }
  }
}
