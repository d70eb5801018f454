package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever writes of a person that no calls are wanted is told that words alone stop none. Every
 * operation that takes words says so, or is known to take none that are about a person.
 */
class WordsAboutPeopleTest {

  private static final Set<String> WORDS =
      Set.of("notes", "note", "reason", "comment", "words", "evidence", "need", "nextStep");

  /** A name, a tag and the like are shorter. */
  private static final int SHORTEST = 300;

  /** Their words are about what is done, and not about what a person wants. */
  private static final Set<String> ABOUT_SOMETHING_ELSE =
      Set.of(
          "createCampaign",
          "updateCampaign",
          "createClient",
          "updateClient",
          "createBulkOperation",
          "createReview",
          "correctReview",
          "addSuppression",
          "removeSuppression",
          "saveCallingRule",
          "acceptJurisdiction",
          "liftCallingRule");

  @Test
  void everyOperationThatTakesWordsAboutAPersonPointsAtARefusal() {
    Set<String> silent = new TreeSet<>();
    for (ContractFile.Operation operation : ContractFile.operations()) {
      boolean writes = !operation.method().equals("GET");
      if (writes && takesWords(operation.jsonSchema()) && !points(operation)) {
        silent.add(operation.id());
      }
    }

    assertThat(silent).containsExactlyInAnyOrderElementsOf(ABOUT_SOMETHING_ELSE);
  }

  private static boolean points(ContractFile.Operation operation) {
    return Stream.of(200, 201)
        .map(operation::response)
        .map(answer -> answer.path("content").path("application/json").path("schema"))
        .anyMatch(schema -> has(schema, Set.of("warnings", "effects"), List.of()));
  }

  private static boolean takesWords(JsonNode schema) {
    return has(schema, WORDS, List.of());
  }

  /** Whether one of these is a property of it, or of what it holds. */
  private static boolean has(JsonNode node, Set<String> names, List<JsonNode> within) {
    JsonNode schema = ContractFile.resolve(node);
    if (within.contains(schema)) {
      return false;
    }
    List<JsonNode> path = Stream.concat(within.stream(), Stream.of(schema)).toList();
    boolean own =
        ContractFile.fields(schema.path("properties"))
            .anyMatch(one -> names.contains(one.getKey()) && isMeant(one.getValue()));
    return own
        || Stream.of("allOf", "oneOf", "anyOf")
            .flatMap(kind -> ContractFile.elements(schema.path(kind)))
            .anyMatch(part -> has(part, names, path))
        || (schema.has("items") && has(schema.path("items"), names, path))
        || ContractFile.fields(schema.path("properties"))
            .anyMatch(one -> has(one.getValue(), names, path));
  }

  private static boolean isMeant(JsonNode property) {
    JsonNode schema = ContractFile.resolve(property);
    return schema.path("type").asText().equals("array")
        || schema.path("maxLength").asInt() >= SHORTEST;
  }
}
