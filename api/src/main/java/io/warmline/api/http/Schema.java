package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema of the contract, as far as values are held to it. */
sealed interface Schema {

  /** What is said of nothing: any value will do. */
  Schema ANYTHING = new Anything(false);

  /** Whether null is a value of it. */
  boolean nullable();

  /**
   * Another schema, which the contract knows by a name.
   *
   * @param nullable whether null will do here even where it does not of the other
   */
  record Named(String name, boolean nullable) implements Schema {}

  /**
   * An object.
   *
   * @param most how many fields it may have
   * @param others what fields of other names are; null: what they are is not looked at
   * @param closed whether there may be no others
   */
  record Fields(
      Map<String, Schema> properties,
      List<String> required,
      int most,
      @Nullable Schema others,
      boolean closed,
      boolean nullable)
      implements Schema {

    /** What a field of this name must be; null if that is not said. */
    @Nullable Schema of(String name) {
      return properties.getOrDefault(name, others);
    }
  }

  /** An array of at least and at most so many items. */
  record Items(Schema item, int fewest, int most, boolean nullable) implements Schema {}

  /** A single value. */
  record Value(ValueRule rule, boolean nullable) implements Schema {}

  /** Any value. */
  record Anything(boolean nullable) implements Schema {}

  /** As the contract writes it; what it says beyond this serves people. */
  static Schema of(JsonNode written) {
    boolean nullable = written.path("nullable").asBoolean();
    if (written.has("$ref")) {
      return new Named(written.path("$ref").asText(), nullable);
    }
    if (written.path("allOf").size() == 1) {
      return new Named(written.path("allOf").path(0).path("$ref").asText(), nullable);
    }
    return switch (written.path("type").asText()) {
      case "object" -> fields(written, nullable);
      case "array" ->
          new Items(
              of(written.path("items")),
              written.path("minItems").asInt(0),
              written.path("maxItems").asInt(Integer.MAX_VALUE),
              nullable);
      case "" -> new Anything(nullable);
      default -> new Value(ValueRule.of(written), nullable);
    };
  }

  private static Fields fields(JsonNode written, boolean nullable) {
    Map<String, Schema> properties = new HashMap<>();
    written
        .path("properties")
        .properties()
        .forEach(field -> properties.put(field.getKey(), of(field.getValue())));
    JsonNode others = written.path("additionalProperties");
    return new Fields(
        Map.copyOf(properties),
        Contract.texts(written.path("required")),
        written.path("maxProperties").asInt(Integer.MAX_VALUE),
        others.isObject() ? of(others) : null,
        others.isBoolean() && !others.asBoolean(),
        nullable);
  }
}
