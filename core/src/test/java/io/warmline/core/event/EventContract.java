package io.warmline.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What {@code openapi.yaml} says of the data of events. */
public final class EventContract {

  private static final JsonNode CONTRACT = contract();
  private static final JsonNode BY_TYPE =
      CONTRACT.at("/components/schemas/Event/properties/data/x-data-by-type");
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventContract() {}

  /** The types that the contract knows. */
  static Set<String> types() {
    Set<String> types = new TreeSet<>();
    BY_TYPE.fieldNames().forEachRemaining(types::add);
    return types;
  }

  /** The names in the data of each type. */
  static Map<String, Set<String>> namesByType() {
    Map<String, Set<String>> names = new TreeMap<>();
    for (String type : types()) {
      Set<String> own = new TreeSet<>();
      schemaOf(type).path("properties").fieldNames().forEachRemaining(own::add);
      names.put(type, own);
    }
    return names;
  }

  private static JsonNode schemaOf(String type) {
    return CONTRACT.at(BY_TYPE.get(type).asText().substring(1));
  }

  /** What is wrong with the data of an event of this type; empty: nothing. */
  public static List<String> faultsOf(String type, String data) {
    List<String> faults = new ArrayList<>();
    if (!BY_TYPE.has(type)) {
      return List.of(type + " is not in the contract");
    }
    JsonNode schema = schemaOf(type);
    JsonNode given = read(data);
    for (JsonNode name : schema.path("required")) {
      if (!given.hasNonNull(name.asText())) {
        faults.add(type + " lacks " + name.asText());
      }
    }
    given
        .fields()
        .forEachRemaining(
            field -> {
              JsonNode property = schema.path("properties").path(field.getKey());
              if (property.isMissingNode()) {
                faults.add(type + " has " + field.getKey() + ", which the contract does not know");
              } else if (!fits(resolved(property), field.getValue())) {
                faults.add(type + " has " + field.getKey() + " " + field.getValue());
              }
            });
    return faults;
  }

  private static JsonNode resolved(JsonNode property) {
    JsonNode reference = property.at("/allOf/0/$ref");
    return reference.isMissingNode() ? property : CONTRACT.at(reference.asText().substring(1));
  }

  private static boolean fits(JsonNode schema, JsonNode value) {
    return switch (schema.path("type").asText()) {
      case "integer" ->
          value.isIntegralNumber()
              && value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE);
      case "number" ->
          value.isNumber()
              && value.asDouble() >= schema.path("minimum").asDouble(-Double.MAX_VALUE);
      case "boolean" -> value.isBoolean();
      case "string" ->
          value.isTextual()
              && value.asText().length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
              && isOneOf(schema.path("enum"), value)
              && isOfFormat(schema.path("format").asText(), value.asText());
      default -> false;
    };
  }

  private static boolean isOneOf(JsonNode values, JsonNode value) {
    if (values.isMissingNode()) {
      return true;
    }
    for (JsonNode one : values) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfFormat(String format, String text) {
    try {
      switch (format) {
        case "uuid" -> UUID.fromString(text);
        case "date-time" -> OffsetDateTime.parse(text);
        case "date" -> LocalDate.parse(text);
        default -> {
          // Any text will do.
        }
      }
      return true;
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode contract() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(Path.of("../openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
