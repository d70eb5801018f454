package io.warmline.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Values of a schema: what it allows, the last that it allows, and what it does not. */
final class Values {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONG_TEXT = 5000;
  private static final int MANY_ITEMS = 60;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t",
          "0",
          "-1",
          "null",
          "true",
          "NaN",
          "'",
          "\"",
          "\\",
          "%",
          "_",
          "a,b;c",
          "<b>x</b>",
          "{{x}}",
          "=1+1",
          "${x}",
          "../..",
          "\u0000",
          "\u0007",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "é",
          "ß",
          "İ",
          "ǆ",
          "😀",
          "👩‍👩‍👧‍👦",
          "e\u0301",
          "नमस्ते",
          "مرحبا",
          "next tuesday at 3",
          "in two weeks",
          "call me never",
          "James",
          "today",
          "2026-02-29",
          "24:00",
          "+1",
          "US",
          "America/New_York",
          "x'; drop table lead; --",
          "a".repeat(256),
          "\u00e9".repeat(300),
          "😀".repeat(200));

  private static final List<String> PHONES =
      List.of(
          "+15046218927",
          "+13105550142",
          "+442079460018",
          "+4930123456",
          "+46705123456",
          "+19",
          "+999999999999999");

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "America/New_York",
          "Europe/London",
          "Asia/Kathmandu",
          "Pacific/Apia",
          "America/Sao_Paulo");

  private static final List<String> MOMENTS =
      List.of(
          "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "1970-01-01T00:00:00Z",
          "2026-11-01T01:30:00-04:00",
          "2027-03-14T02:30:00-05:00",
          "2026-11-18T15:15:00.123456789Z",
          "2026-11-18T15:15:00+18:00",
          "2028-02-29T12:00:00Z",
          "-0001-01-01T00:00:00Z",
          "10000-01-01T00:00:00Z",
          "2026-11-18T24:00:00Z",
          "2026-12-31T23:59:60Z");

  private static final List<String> DAYS =
      List.of(
          "0001-01-01",
          "9999-12-31",
          "2028-02-29",
          "2026-02-29",
          "10000-01-01",
          "1900-02-29",
          "2026-11-18");

  private final Random random;
  private final UnaryOperator<String> ids;
  private double wildness;

  /**
   * @param ids gives an id for what a field is called
   */
  Values(Random random, UnaryOperator<String> ids) {
    this.random = random;
    this.ids = ids;
  }

  /** From now on, this share of the values is odd or wrong. */
  void beWild(double share) {
    wildness = share;
  }

  boolean isOdd() {
    return random.nextDouble() < wildness;
  }

  String someText() {
    return one(TEXTS);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A value of a parameter, as text. */
  String text(JsonNode parameter, String name) {
    JsonNode schema = parameter.path("schema");
    JsonNode example = parameter.path("example");
    if (!isOdd() && example.isTextual() && !schema.path("format").asText().equals("uuid")) {
      return example.asText();
    }
    JsonNode value = of(schema, name);
    return value.isArray() ? value.path(0).asText("") : value.asText();
  }

  JsonNode of(JsonNode written, String name) {
    if (isOdd()) {
      return random.nextInt(3) > 0 ? boundary(written, name) : broken();
    }
    return valid(written, name);
  }

  private JsonNode valid(JsonNode written, String name) {
    JsonNode schema = Samples.schema(written);
    if (schema.has("enum")) {
      return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
    }
    return switch (schema.path("type").asText()) {
      case "integer" -> NODES.numberNode(number(schema));
      case "number" -> NODES.numberNode(number(schema) + (random.nextBoolean() ? 0 : 0.5));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "array" -> array(schema, name, schema.path("minItems").asInt(0) + random.nextInt(3));
      case "object", "" -> object(schema, random.nextInt(4));
      default -> NODES.textNode(text(written, schema, name));
    };
  }

  private long number(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(least + 1000);
    return least + (long) (random.nextDouble() * Math.min(most - least + 1, 1000));
  }

  private String text(JsonNode written, JsonNode schema, String name) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> ids.apply(name);
      case "date" ->
          StandingClock.START
              .atZone(ZoneOffset.UTC)
              .toLocalDate()
              .plusDays(random.nextInt(60) - 20L)
              .toString();
      case "date-time" ->
          StandingClock.START.plus(Duration.ofMinutes(random.nextInt(80_000) - 20_000L)).toString();
      default -> words(written, schema, name);
    };
  }

  private String words(JsonNode written, JsonNode schema, String name) {
    if (name.toLowerCase(Locale.ROOT).contains("phone") && random.nextBoolean()) {
      return one(PHONES);
    }
    if (name.toLowerCase(Locale.ROOT).contains("zone") && random.nextBoolean()) {
      return one(ZONES);
    }
    JsonNode example = written.has("example") ? written.path("example") : schema.path("example");
    if (example.isTextual() && (schema.has("pattern") || random.nextInt(3) > 0)) {
      return example.asText();
    }
    int least = schema.path("minLength").asInt(0);
    int most = Math.min(schema.path("maxLength").asInt(40), 40);
    StringBuilder text = new StringBuilder();
    for (int i = least + random.nextInt(Math.max(1, most - least + 1)); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private ArrayNode array(JsonNode schema, String name, int size) {
    ArrayNode items = NODES.arrayNode();
    int most = Math.min(size, schema.path("maxItems").asInt(size));
    for (int i = 0; i < most; i++) {
      items.add(of(schema.path("items"), name));
    }
    return items;
  }

  /**
   * @param many 0: what is required; 3: nearly all
   */
  private ObjectNode object(JsonNode schema, int many) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      boolean there = required.contains(field.getKey()) ? !isOdd() : random.nextInt(6) < many;
      if (there) {
        object.set(field.getKey(), of(field.getValue(), field.getKey()));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() || isOdd()) {
      for (int i = random.nextInt(3); i > 0; i--) {
        object.set(
            isOdd() ? someText() : "name" + i, others.isObject() ? of(others, "name") : broken());
      }
    }
    return object;
  }

  /** The last that is allowed, or the first that is not. */
  private JsonNode boundary(JsonNode written, String name) {
    JsonNode schema = Samples.schema(written);
    String format = schema.path("format").asText();
    if (format.equals("date-time")) {
      return NODES.textNode(one(MOMENTS));
    }
    if (format.equals("date")) {
      return NODES.textNode(one(DAYS));
    }
    return switch (schema.path("type").asText()) {
      case "integer", "number" -> numberAtTheEdge(schema);
      case "string" -> textAtTheEdge(schema);
      case "array" -> array(schema, name, sizeAtTheEdge(schema));
      case "object" -> object(schema, 5);
      default -> broken();
    };
  }

  private JsonNode numberAtTheEdge(JsonNode schema) {
    JsonNode edge = schema.path(random.nextBoolean() ? "minimum" : "maximum");
    BigDecimal at =
        edge.isNumber()
            ? edge.decimalValue()
            : one(
                List.of(
                    new BigDecimal(Integer.MAX_VALUE),
                    new BigDecimal(Long.MIN_VALUE),
                    BigDecimal.ZERO));
    return NODES.numberNode(at.add(BigDecimal.valueOf(random.nextInt(3) - 1L)));
  }

  private JsonNode textAtTheEdge(JsonNode schema) {
    int length =
        random.nextBoolean()
            ? schema.path("minLength").asInt(0)
            : schema.path("maxLength").asInt(100);
    int near = Math.max(0, Math.min(length, LONG_TEXT) + random.nextInt(3) - 1);
    String filler = one(List.of("x", "9", " ", "é", "A", "-", "😀"));
    return NODES.textNode(random.nextInt(3) == 0 ? someText() : filler.repeat(near));
  }

  private int sizeAtTheEdge(JsonNode schema) {
    int most = schema.path("maxItems").asInt(3);
    return random.nextBoolean() || most > MANY_ITEMS
        ? schema.path("minItems").asInt(0)
        : most + random.nextInt(2);
  }

  private JsonNode broken() {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.numberNode(new BigInteger("9".repeat(1 + random.nextInt(40))));
      case 2 -> NODES.numberNode(new BigDecimal("1e" + (random.nextInt(800) - 400)));
      case 3 -> NODES.booleanNode(true);
      case 4 -> NODES.arrayNode().add(NODES.arrayNode());
      case 5 -> NODES.objectNode().put(someText(), someText());
      case 6 -> NODES.numberNode(-0.5);
      default -> NODES.textNode(someText());
    };
  }
}
