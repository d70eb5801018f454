package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.warmline.api.contract.ContractFile.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All ways of breaking the contract of an operation by one value: each constraint of each
 * parameter, header and field, at whatever depth, once.
 */
final class Breaches {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A list that is too long is tried where it fits into a body. */
  private static final int MOST_ITEMS = 2000;

  /** Texts that break most patterns, of several lengths. */
  private static final List<String> ODD =
      List.of("!", "~ ~", ";,|", "\u00e9!", "0", "a b", "-", "x;y", "!!!!!!!!!!!!!!!!!!!!!!!!");

  private final Operation operation;
  private final Message valid;
  private final List<Breach> found = new ArrayList<>();

  private Breaches(Operation operation, Message valid) {
    this.operation = operation;
    this.valid = valid;
  }

  /**
   * One value that the contract does not allow.
   *
   * @param where the pointer or the name that the refusal has to give
   * @param rule which constraint is broken
   * @param message the request, in which nothing else is wrong
   */
  record Breach(String where, String rule, Message message) {

    @Override
    public String toString() {
      return where + " " + rule;
    }
  }

  /**
   * @param valid a request of the operation that would succeed
   */
  static List<Breach> of(Operation operation, Message valid) {
    Breaches breaches = new Breaches(operation, valid);
    operation.parameters("query").forEach(breaches::query);
    operation.parameters("path").forEach(p -> breaches.path(p));
    operation.parameters("header").forEach(breaches::header);
    if (operation.jsonBody().isPresent()) {
      breaches.object("", operation.jsonSchema(), body(valid));
    }
    return breaches.found;
  }

  static ObjectNode body(Message message) {
    return (ObjectNode) read(message.text());
  }

  /** What stands in a text of JSON. */
  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void query(JsonNode parameter) {
    String name = parameter.path("name").asText();
    texts(parameter.path("schema"))
        .forEach((rule, text) -> add(name, rule, valid.asking(name, text)));
    add(name, "empty", valid.asking(name, ""));
    add(name, "impossible", valid.asking(name, "a\u0000b"));
  }

  private void path(JsonNode parameter) {
    String name = parameter.path("name").asText();
    List<String> written = List.of(operation.path().split("/"));
    int at = written.indexOf("{" + name + "}");
    if (at < 0) {
      return; // a part of a segment, as in {id}.ics
    }
    texts(parameter.path("schema"))
        .forEach(
            (rule, text) -> {
              if (!text.isEmpty()) {
                String[] segments = valid.path().split("/");
                segments[at] = Message.encoded(text).replace("+", "%20");
                add(name, rule, valid.at(String.join("/", segments)));
              }
            });
  }

  private void header(JsonNode parameter) {
    String name = parameter.path("name").asText();
    texts(parameter.path("schema"))
        .forEach(
            (rule, text) -> {
              if (text.chars().allMatch(c -> c > ' ' && c < 127)) {
                add(name, rule, valid.with(name, text));
              }
            });
  }

  /** Values of a parameter that break its schema, by what they break. */
  private static Map<String, String> texts(JsonNode written) {
    JsonNode schema = schema(written);
    Map<String, String> texts = new LinkedHashMap<>();
    switch (schema.path("type").asText()) {
      case "string" -> strings(schema).forEach(texts::put);
      case "integer", "number" -> {
        texts.put("type", "seven");
        numbers(schema).forEach((rule, number) -> texts.put(rule, number.toPlainString()));
      }
      case "boolean" -> texts.put("type", "perhaps");
      case "array" -> strings(schema(schema.path("items"))).forEach(texts::put);
      default -> throw new IllegalStateException("a parameter of another type: " + schema);
    }
    return texts;
  }

  private static Map<String, String> strings(JsonNode schema) {
    Map<String, String> texts = new LinkedHashMap<>();
    int shortest = schema.path("minLength").asInt(0);
    int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    if (shortest > 0) {
      texts.put("minLength", "x".repeat(shortest - 1));
    }
    if (longest < MOST_ITEMS * 100) {
      texts.put("maxLength", "x".repeat(longest + 1));
    }
    if (schema.has("enum")) {
      texts.put("enum", "NONE_OF_THESE");
    }
    if (schema.has("pattern")) {
      Pattern pattern = Pattern.compile(schema.path("pattern").asText());
      ODD.stream()
          .filter(text -> text.length() >= shortest && text.length() <= longest)
          .filter(text -> !pattern.matcher(text).find())
          .findFirst()
          .ifPresent(text -> texts.put("pattern", text));
    }
    switch (schema.path("format").asText()) {
      case "uuid" -> texts.put("uuid", "0198f1a0-0001-7000-8000-00000000000g");
      case "date" -> {
        texts.put("date", "2026-02-30");
        texts.put("date written otherwise", "18.11.2026");
      }
      case "date-time" -> {
        texts.put("date-time", "2026-11-18T25:15:00Z");
        texts.put("date-time without offset", "2026-11-18T15:15:00");
      }
      case "email" -> texts.put("email", "nobody at example.com");
      case "uri" -> texts.put("uri", "https://exa mple.com/");
      default -> {
        // no format of its own
      }
    }
    return texts;
  }

  private static Map<String, BigDecimal> numbers(JsonNode schema) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    if (schema.has("minimum")) {
      numbers.put("minimum", schema.path("minimum").decimalValue().subtract(BigDecimal.ONE));
    }
    if (schema.has("maximum")) {
      numbers.put("maximum", schema.path("maximum").decimalValue().add(BigDecimal.ONE));
    }
    if (schema.path("type").asText().equals("integer")) {
      numbers.put("whole", new BigDecimal("2.5"));
      numbers.put("too great to be kept", new BigDecimal("99999999999999999999"));
    }
    return numbers;
  }

  private void object(String where, JsonNode written, ObjectNode value) {
    JsonNode schema = schema(written);
    for (JsonNode required : schema.path("required")) {
      String name = required.asText();
      add(where, name, "required", null);
    }
    JsonNode others = schema.path("additionalProperties");
    if (!schema.path("properties").isEmpty() && !others.isObject()) {
      add(where, "noSuchField", "unknown field", NODES.numberNode(1));
    }
    if (others.isObject() && schema.has("maxProperties") && !where.isEmpty()) {
      ObjectNode many = value.deepCopy();
      JsonNode one = Samples.of(others);
      for (int i = 0; i <= schema.path("maxProperties").asInt(); i++) {
        many.set("name" + i, one);
      }
      set(where, "maxProperties", many);
    }
    if (others.isObject()) {
      value(where + "/more", others, value.path("more"));
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            field ->
                value(where + "/" + field.getKey(), field.getValue(), value.path(field.getKey())));
  }

  /**
   * A value of JSON, which may not be there.
   *
   * @param present missing where the request does without it
   */
  private void value(String where, JsonNode written, JsonNode present) {
    JsonNode schema = schema(written);
    if (!written.path("nullable").asBoolean() && !schema.path("nullable").asBoolean()) {
      set(where, "null", NODES.nullNode());
    }
    switch (schema.path("type").asText()) {
      case "string" -> {
        set(where, "type", NODES.numberNode(7));
        strings(schema).forEach((rule, text) -> set(where, rule, TextNode.valueOf(text)));
        set(where, "impossible", TextNode.valueOf("a\u0000b"));
      }
      case "integer", "number" -> {
        set(where, "type", TextNode.valueOf("seven"));
        numbers(schema).forEach((rule, number) -> set(where, rule, DecimalNode.valueOf(number)));
      }
      case "boolean" -> {
        set(where, "type", TextNode.valueOf("true"));
      }
      case "array" -> array(where, schema, present);
      case "object" -> {
        set(where, "type", TextNode.valueOf("x"));
        object(where, schema, present instanceof ObjectNode it ? it : sample(schema));
      }
      default -> {
        // anything goes
      }
    }
  }

  private static ObjectNode sample(JsonNode schema) {
    return Samples.of(schema) instanceof ObjectNode object ? object : NODES.objectNode();
  }

  private void array(String where, JsonNode schema, JsonNode present) {
    JsonNode item = present.isEmpty() ? Samples.of(schema.path("items")) : present.path(0);
    set(where, "type", TextNode.valueOf("x"));
    int fewest = schema.path("minItems").asInt(0);
    int most = schema.path("maxItems").asInt(MOST_ITEMS);
    if (fewest > 0) {
      set(where, "minItems", repeated(item, fewest - 1));
    }
    if (most < MOST_ITEMS) {
      set(where, "maxItems", repeated(item, most + 1));
    }
    value(where + "/0", schema.path("items"), item);
  }

  private static ArrayNode repeated(JsonNode item, int times) {
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < times; i++) {
      items.add(item);
    }
    return items;
  }

  private void set(String where, String rule, JsonNode value) {
    int last = where.lastIndexOf('/');
    add(where.substring(0, last), where.substring(last + 1), rule, value);
  }

  /**
   * @param value null: taken away
   */
  private void add(String parent, String name, String rule, @Nullable JsonNode value) {
    ObjectNode body = body(valid);
    Samples.reach(body, operation.jsonSchema(), parent)
        .ifPresent(
            at -> {
              if (at instanceof ArrayNode array) {
                put(array, value);
              } else if (value == null) {
                ((ObjectNode) at).remove(name);
              } else {
                ((ObjectNode) at).set(name, value);
              }
              add(parent + "/" + name, rule, valid.body(body.toString()));
            });
  }

  private static void put(ArrayNode array, @Nullable JsonNode value) {
    if (array.isEmpty()) {
      array.add(value);
    } else {
      array.set(0, value);
    }
  }

  private void add(String where, String rule, Message message) {
    found.add(new Breach(where, rule, message));
  }

  private static JsonNode schema(JsonNode written) {
    return Samples.schema(written);
  }
}
