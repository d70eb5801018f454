package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Territories with a country code of their own in which the law of another country holds as well,
 * as that of the United States does in Puerto Rico.
 */
public final class Territories {

  private static final Map<Jurisdiction, Jurisdiction> BELONG_TO = read();

  private Territories() {}

  /** The country whose law holds in this one as well. */
  public static Optional<Jurisdiction> countryOver(Jurisdiction territory) {
    return Optional.ofNullable(BELONG_TO.get(territory));
  }

  private static Map<Jurisdiction, Jurisdiction> read() {
    Map<Jurisdiction, Jurisdiction> belongTo = new HashMap<>();
    for (JsonNode countries : RuleFiles.all("territories")) {
      for (Map.Entry<String, JsonNode> country : countries.properties()) {
        country
            .getValue()
            .forEach(
                code ->
                    belongTo.put(
                        new Jurisdiction(code.asText()), new Jurisdiction(country.getKey())));
      }
    }
    return Map.copyOf(belongTo);
  }
}
