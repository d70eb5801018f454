package io.warmline.sdk.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.warmline.sdk.test.Refusal.Mistake;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the schemas of the contract say of a value. */
final class Shapes {
  private final JsonNode schemas;

  Shapes(JsonNode schemas) {
    this.schemas = schemas;
  }

  List<Mistake> mistakes(JsonNode value, JsonNode schema) {
    List<Mistake> found = new ArrayList<>();
    check("", value, schema, found);
    return found;
  }

  /** A parameter, which comes as text. */
  List<Mistake> mistakes(String name, String text, JsonNode schema) {
    List<Mistake> found = new ArrayList<>();
    JsonNode plain = resolve(schema);
    JsonNode value = JsonNodeFactory.instance.textNode(text);
    String type = plain.path("type").asText();
    if (type.equals("integer") && text.matches("-?[0-9]{1,18}")) {
      value = JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    } else if (type.equals("boolean") && text.matches("true|false")) {
      value = JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
    } else if (type.equals("array")) {
      return found;
    }
    check(name, value, plain, found);
    return found;
  }

  private void check(String at, JsonNode value, JsonNode written, List<Mistake> found) {
    if (written.has("allOf")) {
      written.path("allOf").forEach(part -> check(at, value, part, found));
      return;
    }
    JsonNode schema = resolve(written);
    if (value.isNull() && (schema.path("nullable").asBoolean() || written.has("nullable"))) {
      return;
    }
    switch (schema.path("type").asText()) {
      case "object" -> object(at, value, schema, found);
      case "array" -> array(at, value, schema, found);
      case "string" -> text(at, value, schema, found);
      case "integer" -> number(at, value, schema, value.isIntegralNumber(), "whole number", found);
      case "number" -> number(at, value, schema, value.isNumber(), "number", found);
      case "boolean" -> require(value.isBoolean(), at, "must be true or false", found);
      default -> {}
    }
  }

  private void object(String at, JsonNode value, JsonNode schema, List<Mistake> found) {
    if (!require(value.isObject(), at, "must be an object", found)) {
      return;
    }
    schema
        .path("required")
        .forEach(
            name ->
                require(value.has(name.asText()), at + "/" + name.asText(), "is required", found));
    JsonNode properties = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String pointer = at + "/" + field.getKey();
      if (properties.has(field.getKey())) {
        check(pointer, field.getValue(), properties.path(field.getKey()), found);
      } else if (others.isObject()) {
        check(pointer, field.getValue(), others, found);
      } else if (others.isBoolean() && !others.asBoolean()) {
        found.add(new Mistake(pointer, "UNKNOWN_FIELD", "is not known here"));
      }
    }
  }

  private void array(String at, JsonNode value, JsonNode schema, List<Mistake> found) {
    if (!require(value.isArray(), at, "must be an array", found)) {
      return;
    }
    between(at, value.size(), schema, "minItems", "maxItems", "items", found);
    for (int i = 0; i < value.size(); i++) {
      check(at + "/" + i, value.get(i), schema.path("items"), found);
    }
  }

  private static void text(String at, JsonNode value, JsonNode schema, List<Mistake> found) {
    if (!require(value.isTextual(), at, "must be a string", found)) {
      return;
    }
    String text = value.asText();
    JsonNode words = schema.path("enum");
    if (!words.isMissingNode()) {
      boolean known = false;
      for (JsonNode word : words) {
        known |= word.asText().equals(text);
      }
      require(known, at, "must be one of " + words, found);
    }
    between(at, text.length(), schema, "minLength", "maxLength", "characters", found);
    String pattern = schema.path("pattern").asText();
    require(
        pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find(),
        at,
        "must match " + pattern,
        found);
    require(
        isOf(schema.path("format").asText(), text), at, "is no " + schema.path("format"), found);
  }

  private static boolean isOf(String format, String text) {
    try {
      switch (format) {
        case "date-time" -> OffsetDateTime.parse(text);
        case "date" -> LocalDate.parse(text);
        case "uuid" -> {
          return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        }
        default -> {}
      }
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void number(
      String at, JsonNode value, JsonNode schema, boolean right, String what, List<Mistake> found) {
    if (require(right, at, "must be a " + what, found)) {
      boolean enough =
          !schema.has("minimum") || value.asDouble() >= schema.path("minimum").asDouble();
      boolean notTooMuch =
          !schema.has("maximum") || value.asDouble() <= schema.path("maximum").asDouble();
      require(
          enough && notTooMuch,
          at,
          "must be from "
              + schema.path("minimum").asText("any")
              + " to "
              + schema.path("maximum").asText("any"),
          found);
    }
  }

  private static void between(
      String at,
      int size,
      JsonNode schema,
      String least,
      String most,
      String what,
      List<Mistake> found) {
    int from = schema.path(least).asInt(0);
    int to = schema.path(most).asInt(Integer.MAX_VALUE);
    require(size >= from && size <= to, at, "must have " + from + " to " + to + " " + what, found);
  }

  private static boolean require(boolean holds, String at, String message, List<Mistake> found) {
    if (!holds) {
      found.add(new Mistake(at, "INVALID_VALUE", message));
    }
    return holds;
  }

  private JsonNode resolve(JsonNode schema) {
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode()
        ? schema
        : resolve(schemas.path(reference.asText().substring("#/components/schemas/".length())));
  }
}
