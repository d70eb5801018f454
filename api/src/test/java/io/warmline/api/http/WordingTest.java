package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is answered with a regular expression. */
class WordingTest {

  @Test
  void everyPatternOfTheContractHasWords() {
    List<String> patterns =
        Stream.of("contract/schemas.json", "contract/operations.json")
            .map(Contract::read)
            .flatMap(document -> document.findValues("pattern").stream())
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .distinct()
            .toList();

    assertThat(patterns).hasSizeGreaterThan(5).allMatch(Wording::knows);
  }
}
