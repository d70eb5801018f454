package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Values that a schema allows. */
final class Samples {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Samples() {}

  /** What a reference, or a schema around another, leads to. */
  static JsonNode schema(JsonNode written) {
    JsonNode schema = ContractFile.resolve(written);
    return schema.path("allOf").size() == 1 ? schema(schema.path("allOf").path(0)) : schema;
  }

  /** The example, or the least that the schema allows. */
  static JsonNode of(JsonNode written) {
    JsonNode schema = schema(written);
    for (JsonNode from : new JsonNode[] {written, schema}) {
      for (String given : new String[] {"example", "default"}) {
        if (from.hasNonNull(given)) {
          return from.path(given).deepCopy();
        }
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> NODES.numberNode(schema.path("minimum").asLong(1));
      case "number" -> NODES.numberNode(schema.path("minimum").asDouble(1));
      case "boolean" -> NODES.booleanNode(true);
      case "array" -> array(schema);
      case "object", "" -> object(schema);
      default -> NODES.textNode(text(schema));
    };
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> World.LEAD;
      case "date" -> "2026-11-18";
      case "date-time" -> "2026-11-18T15:15:00Z";
      case "email" -> "james@example.com";
      case "uri" -> "https://www.example.com/";
      default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
    };
  }

  private static ArrayNode array(JsonNode schema) {
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
      items.add(of(schema.path("items")));
    }
    return items;
  }

  private static ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    for (JsonNode required : schema.path("required")) {
      object.set(required.asText(), of(schema.path("properties").path(required.asText())));
    }
    return object;
  }

  /**
   * The object or array at a pointer, made where it is not there.
   *
   * @param pointer "" is the body itself
   */
  static Optional<JsonNode> reach(ObjectNode body, JsonNode bodySchema, String pointer) {
    JsonNode at = body;
    JsonNode schema = schema(bodySchema);
    String[] names = pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/");
    for (String name : names) {
      JsonNode below = below(schema, name);
      JsonNode next = at.isArray() ? at.path(0) : at.path(name);
      if (!next.isContainerNode()) {
        next = of(below);
        if (!next.isContainerNode()) {
          return Optional.empty();
        }
        if (at instanceof ArrayNode array) {
          array.removeAll().add(next);
        } else {
          ((ObjectNode) at).set(name, next);
        }
      }
      at = next;
      schema = schema(below);
    }
    return Optional.of(at);
  }

  private static JsonNode below(JsonNode schema, String name) {
    if (schema.path("type").asText().equals("array")) {
      return schema.path("items");
    }
    JsonNode known = schema.path("properties").path(name);
    return known.isMissingNode() ? schema.path("additionalProperties") : known;
  }
}
