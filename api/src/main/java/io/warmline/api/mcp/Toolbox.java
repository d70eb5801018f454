package io.warmline.api.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.api.http.Contract;
import io.warmline.core.Nearest;
import io.warmline.core.tenant.ApiKeys;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations that are tools, as the build has written them down from the contract. They are
 * read when somebody asks for the first time: a start does not wait for them.
 */
@Singleton
class Toolbox {

  private static final String TOOLS = "contract/tools.json";

  private final Contract contract;
  private volatile @Nullable Content content;

  Toolbox(Contract contract) {
    this.contract = contract;
  }

  private record Content(String version, Map<String, Tool> tools) {}

  private Content content() {
    Content known = content;
    if (known == null) {
      known = read();
      content = known;
    }
    return known;
  }

  private Content read() {
    JsonNode written = Contract.read(TOOLS);
    Map<String, Tool> tools = new LinkedHashMap<>();
    for (JsonNode definition : written.path("tools")) {
      String name = definition.path("name").asText();
      tools.put(name, new Tool(contract.operation(name), definition));
    }
    return new Content(written.path("version").asText(), tools);
  }

  /** The version of the contract. */
  String version() {
    return content().version();
  }

  /** The tools that a key may use, in the order of the contract. */
  List<Tool> of(ApiKeys.Identity caller) {
    return content().tools().values().stream().filter(tool -> tool.isFor(caller)).toList();
  }

  Optional<Tool> named(String name) {
    return Optional.ofNullable(content().tools().get(name));
  }

  /** "; did you mean …?", or nothing where no tool has such a name. */
  String hint(String name) {
    return Nearest.hint(name, content().tools().keySet());
  }
}
