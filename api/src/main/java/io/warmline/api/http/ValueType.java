package io.warmline.api.http;

import io.warmline.core.EmailAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** The types of single values, as the contract names them, and how a caller is told of them. */
enum ValueType {
  TEXT("a text", text -> {}),
  UUID("a UUID", ValueType::requireUuid),
  EMAIL("an e-mail address such as name@example.com", ValueType::requireEmail),
  INSTANT(
      "an RFC 3339 instant such as 2026-11-18T15:15:00Z, of the years 1900 to 2199",
      text -> requireSensible(OffsetDateTime.parse(text))),
  DATE(
      "a date such as 2026-11-18, of the years 1900 to 2199",
      text -> requireSensible(LocalDate.parse(text))),
  INTEGER("a whole number", Integer::parseInt),
  LONG("a whole number", Long::parseLong),
  NUMBER("a number", ValueType::requireNumber),
  BOOLEAN("true or false", ValueType::requireBoolean);

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

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
            case "email" -> EMAIL;
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

  boolean isNumber() {
    return this == INTEGER || this == LONG || this == NUMBER;
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

  /**
   * No call and no consent is of another age, and RFC 3339 ends at the year 9999: what is reckoned
   * from a later instant could not be written down.
   *
   * @throws DateTimeException if it is of another age
   */
  static OffsetDateTime requireSensible(OffsetDateTime instant) {
    try {
      requireSensible(instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
      return instant;
    } catch (ArithmeticException e) {
      throw new DateTimeException("beyond all years", e);
    }
  }

  /** As {@link #requireSensible(OffsetDateTime)}, of a day. */
  static LocalDate requireSensible(LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new DateTimeException("of another age");
    }
    return date;
  }

  /** Java's own reader takes {@code 1-1-1-1-1} too. */
  private static void requireUuid(String text) {
    if (!java.util.UUID.fromString(text).toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("not in full");
    }
  }

  private static void requireEmail(String text) {
    if (!EmailAddress.isOne(text)) {
      throw new IllegalArgumentException("no address");
    }
  }

  /** Java's own reader takes {@code NaN} and {@code 1d} too. */
  private static void requireNumber(String text) {
    if (!Double.isFinite(new java.math.BigDecimal(text).doubleValue())) {
      throw new IllegalArgumentException("no number");
    }
  }

  /** Java's own reader takes everything, as false. */
  private static void requireBoolean(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("neither true nor false");
    }
  }
}
