package io.warmline.core.compliance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.InvalidValue;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object that is read field by field. Each value is checked as it is read, and in the end no
 * field may be left over; the fault names the place by a JSON pointer.
 */
final class Fields {

  private static final int MOST_ITEMS = 100;
  private static final int LONGEST_TEXT = 2000;

  private final JsonNode object;
  private final String pointer;
  private final Set<String> read = new HashSet<>();

  private Fields(JsonNode object, String pointer) {
    this.object = object;
    this.pointer = pointer;
  }

  /** Reads an object with a function, which must read all its fields. */
  static <T> T read(JsonNode node, String pointer, Function<Fields, T> reading) {
    if (!node.isObject()) {
      throw new InvalidValue(pointer, "NOT_AN_OBJECT", "must be an object");
    }
    Fields fields = new Fields(node, pointer);
    T value = reading.apply(fields);
    fields.requireAllRead();
    return value;
  }

  /**
   * Leaves the value out of which a fault was found; where it is what is missing, the object that
   * lacks it. Items of a list keep their places.
   *
   * @return false if nothing is left that could be read
   */
  static boolean leaveOut(JsonNode root, String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    while (!at.matches()) {
      JsonNode parent = root.at(at.head());
      if (parent instanceof ObjectNode in && in.remove(at.last().getMatchingProperty()) != null) {
        return true;
      }
      if (parent instanceof ArrayNode in
          && !in.path(at.last().getMatchingIndex()).isMissingNode()) {
        in.set(at.last().getMatchingIndex(), MissingNode.getInstance());
        return true;
      }
      at = at.head();
    }
    return false;
  }

  private void requireAllRead() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        throw new InvalidValue(at(name), "UNKNOWN_FIELD", "is no field of a calling rule");
      }
    }
  }

  /** The place of this object. */
  String pointer() {
    return pointer;
  }

  /** The place of a field. */
  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The text of a field, made into a value that may refuse it. */
  <T> Optional<T> find(String name, Function<String, T> meaning) {
    return node(name).map(node -> meaning(node, at(name), meaning));
  }

  <T> T get(String name, Function<String, T> meaning) {
    return find(name, meaning).orElseThrow(() -> InvalidValue.required(at(name), "is missing"));
  }

  <E extends Enum<E>> Optional<E> findOne(String name, Class<E> of) {
    return find(name, text -> one(of, text));
  }

  /** The constant of that name. */
  static <E extends Enum<E>> E one(Class<E> of, String name) {
    return Arrays.stream(of.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of " + Arrays.toString(of.getEnumConstants())));
  }

  OptionalInt findInt(String name, int least, int most) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    int value = node.get().asInt();
    if (!node.get().isIntegralNumber()
        || !node.get().canConvertToInt()
        || value < least
        || value > most) {
      throw new InvalidValue(
          at(name), "OUT_OF_RANGE", "must be a whole number from " + least + " to " + most);
    }
    return OptionalInt.of(value);
  }

  Optional<Double> findNumber(String name) {
    return node(name)
        .map(
            node -> {
              if (!node.isNumber()) {
                throw new InvalidValue(at(name), "NOT_A_NUMBER", "must be a number");
              }
              return node.asDouble();
            });
  }

  boolean isTrue(String name) {
    return node(name)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw new InvalidValue(at(name), "NOT_A_BOOLEAN", "must be true or false");
              }
              return node.asBoolean();
            })
        .orElse(false);
  }

  <T> Optional<T> findObject(String name, Function<Fields, T> reading) {
    return node(name).map(node -> read(node, at(name), reading));
  }

  <T> List<T> objects(String name, Function<Fields, T> reading) {
    return items(name, (node, at) -> read(node, at, reading));
  }

  <T> List<T> values(String name, Function<String, T> meaning) {
    return items(name, (node, at) -> meaning(node, at, meaning));
  }

  /** Makes a value; what its type refuses is a fault of this object. */
  <T> T checked(Function<Fields, T> making) {
    try {
      return making.apply(this);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(pointer, "INVALID", String.valueOf(e.getMessage()));
    }
  }

  private Optional<JsonNode> node(String name) {
    read.add(name);
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  private interface Item<T> {
    T read(JsonNode node, String pointer);
  }

  private <T> List<T> items(String name, Item<T> item) {
    Optional<JsonNode> list = node(name);
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get().isArray() || list.get().size() > MOST_ITEMS) {
      throw new InvalidValue(
          at(name), "NOT_A_LIST", "must be a list of at most " + MOST_ITEMS + " items");
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < list.get().size(); i++) {
      JsonNode node = list.get().get(i);
      if (!node.isMissingNode()) {
        items.add(item.read(node, at(name) + "/" + i));
      }
    }
    return items;
  }

  private static <T> T meaning(JsonNode node, String at, Function<String, T> meaning) {
    if (!node.isTextual() || node.textValue().length() > LONGEST_TEXT) {
      throw new InvalidValue(
          at, "NOT_A_TEXT", "must be a text of at most " + LONGEST_TEXT + " characters");
    }
    try {
      return meaning.apply(node.textValue());
    } catch (DateTimeException e) {
      throw new InvalidValue(
          at, "INVALID_TIME", "is no date (2026-08-11), time of day (09:00) or duration (PT24H)");
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(at, "INVALID", String.valueOf(e.getMessage()));
    }
  }

  /** The name of a day of the week as a field. */
  static String nameOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
