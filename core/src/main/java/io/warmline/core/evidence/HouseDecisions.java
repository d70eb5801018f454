package io.warmline.core.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.evidence.CallExplanation.Choice;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who had accepted a country, or lifted a rule, when a call was made, as the events tell. */
final class HouseDecisions {

  private HouseDecisions() {}

  /**
   * The decisions that have to do with a call.
   *
   * @param events in the order in which they happened, until the call
   * @param lifted the recommended rules that were not kept
   * @param kept the rules that were: those of accepted countries are {@code accepted-is}
   */
  static List<Choice> concerning(JsonNode events, List<String> lifted, List<String> kept) {
    Map<String, Choice> last = new LinkedHashMap<>();
    for (JsonNode event : events) {
      JsonNode data = event.path("data");
      boolean ofCountry = data.has("jurisdiction");
      String name = data.path(ofCountry ? "jurisdiction" : "rule").asText();
      boolean concerned =
          ofCountry
              ? kept.contains("accepted-" + name.toLowerCase(Locale.ROOT))
              : lifted.contains(name);
      if (concerned) {
        last.put(
            (ofCountry ? "jurisdiction " : "rule ") + name,
            new Choice(
                ofCountry ? "ACCEPTED" : "LIFTED",
                name,
                text(data.path("by")),
                text(data.path("reason")),
                OffsetDateTime.parse(event.path("at").asText()).toInstant()));
      }
    }
    return List.copyOf(last.values());
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
