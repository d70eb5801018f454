package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.Nearest;
import io.warmline.core.WarmlineException.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Walks through a value of JSON beside its schema, and notes whatever the schema forbids. */
final class SchemaFaults {

  /** The contract lists no more. */
  static final int MOST = 200;

  private final Function<String, JsonNode> named;
  private final List<Violation> faults = new ArrayList<>();

  /**
   * @param named finds the schema of a name
   */
  SchemaFaults(Function<String, JsonNode> named) {
    this.named = named;
  }

  List<Violation> of(JsonNode schema, JsonNode value) {
    visit("", schema, value);
    return List.copyOf(faults);
  }

  private void visit(String where, JsonNode written, JsonNode value) {
    if (faults.size() >= MOST) {
      return;
    }
    JsonNode schema = resolved(written);
    if (value.isNull()) {
      if (!written.path("nullable").asBoolean() && !schema.path("nullable").asBoolean()) {
        add(where, "NULL", "must not be null; leave it out instead");
      }
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> object(where, schema, value);
      case "array" -> array(where, schema, value);
      case "" -> {
        // anything
      }
      default -> ValueRule.of(schema).fault(where, value).ifPresent(faults::add);
    }
  }

  private JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolved(named.apply(schema.path("$ref").asText()));
    }
    return schema.path("allOf").size() == 1 ? resolved(schema.path("allOf").path(0)) : schema;
  }

  private void object(String where, JsonNode schema, JsonNode value) {
    if (!value.isObject()) {
      add(where, "WRONG_TYPE", "must be an object as the contract describes it");
      return;
    }
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        add(below(where, required.asText()), "REQUIRED", "must be given");
      }
    }
    int most = schema.path("maxProperties").asInt(Integer.MAX_VALUE);
    if (value.size() > most) {
      add(where, "SIZE", "must have at most " + most + " fields");
      return;
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      field(where, schema, field.getKey(), field.getValue());
    }
  }

  private void field(String where, JsonNode schema, String name, JsonNode value) {
    JsonNode properties = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    if (properties.has(name)) {
      visit(below(where, name), properties.path(name), value);
    } else if (others.isObject()) {
      visit(below(where, name), others, value);
    } else if (others.isBoolean() && !others.asBoolean()) {
      Set<String> known = new TreeSet<>();
      properties.fieldNames().forEachRemaining(known::add);
      add(
          below(where, name),
          "UNKNOWN_FIELD",
          "is not known here"
              + Nearest.hint(name, known)
              + (faults.isEmpty() ? "; known are " + String.join(", ", known) : ""));
    }
  }

  private void array(String where, JsonNode schema, JsonNode value) {
    if (!value.isArray()) {
      add(where, "WRONG_TYPE", "must be an array");
      return;
    }
    int fewest = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    if (value.size() < fewest || value.size() > most) {
      add(
          where,
          "SIZE",
          "must have " + (fewest == 0 ? "at most " : fewest + " to ") + most + " items");
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      visit(where + "/" + i, schema.path("items"), value.path(i));
    }
  }

  private static String below(String where, String name) {
    return where + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private void add(String where, String code, String message) {
    if (faults.size() < MOST) {
      faults.add(new Violation(where, code, message));
    }
  }
}
