package io.warmline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.Sha256;
import io.warmline.core.evidence.CallExplanation.Rule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules as they are kept, in the shape of the rule files. */
final class KeptRule {

  private KeptRule() {}

  /** Those in force on any of these days. */
  static List<Rule> inForce(JsonNode rules, Set<LocalDate> days) {
    List<Rule> found = new ArrayList<>();
    for (JsonNode rule : rules) {
      if (days.isEmpty() || days.stream().anyMatch(day -> covers(rule, day))) {
        found.add(read(rule));
      }
    }
    return found;
  }

  private static boolean covers(JsonNode rule, LocalDate day) {
    LocalDate from = date(rule.path("validFrom"));
    LocalDate to = date(rule.path("validTo"));
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  private static Rule read(JsonNode rule) {
    JsonNode source = rule.path("sources").path(0);
    JsonNode citation = source.path("citation");
    return new Rule(
        rule.path("id").asText(),
        rule.path("version").asInt(),
        rule.path("status").asText(),
        citation.isTextual() ? citation.textValue() : null,
        date(source.path("checkedOn")),
        Sha256.of(rule.toString().getBytes(StandardCharsets.UTF_8)),
        rule);
  }

  private static @Nullable LocalDate date(JsonNode node) {
    return node.isTextual() ? LocalDate.parse(node.textValue()) : null;
  }
}
