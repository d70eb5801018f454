package io.warmline.api.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/** The types of single values, as the contract names them, and how a caller is told of them. */
enum ValueType {
  TEXT("a text", text -> {}),
  UUID("a UUID", ValueType::requireUuid),
  INSTANT("an RFC 3339 instant such as 2026-11-18T15:15:00Z", OffsetDateTime::parse),
  DATE("a date such as 2026-11-18", LocalDate::parse),
  INTEGER("a whole number in range", Integer::parseInt),
  LONG("a whole number in range", Long::parseLong),
  NUMBER("a number", Double::parseDouble),
  BOOLEAN("true or false", ValueType::requireBoolean);

  private final String expected;

  @SuppressWarnings("ImmutableEnumChecker") // methods without a state
  private final Consumer<String> reading;

  ValueType(String expected, Consumer<String> reading) {
    this.expected = expected;
    this.reading = reading;
  }

  /** The type that a schema of the contract means. Other formats are texts. */
  static ValueType of(String type, String format) {
    return switch (type) {
      case "integer" -> format.equals("int32") ? INTEGER : LONG;
      case "number" -> NUMBER;
      case "boolean" -> BOOLEAN;
      default ->
          switch (format) {
            case "uuid" -> UUID;
            case "date-time" -> INSTANT;
            case "date" -> DATE;
            default -> TEXT;
          };
    };
  }

  /** What a value must be, to follow "must be". */
  String expected() {
    return expected;
  }

  /** Whether a value in a path or a query is of this type; its bounds are another matter. */
  boolean reads(String value) {
    try {
      reading.accept(value);
      return true;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** Java's own reader takes {@code 1-1-1-1-1} too. */
  private static void requireUuid(String text) {
    if (!java.util.UUID.fromString(text).toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not in full");
    }
  }

  /** Java's own reader takes everything, as false. */
  private static void requireBoolean(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
  }
}
