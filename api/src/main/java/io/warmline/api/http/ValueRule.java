package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.Nearest;
import io.warmline.core.WarmlineException.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of a single value, and in which words a caller is told of a breach.
 *
 * @param values all it may be; empty if that is not a closed set
 * @param least smallest number, included
 * @param most largest number, included
 * @param shortest fewest characters
 * @param longest most characters
 * @param pattern what a text must match as a whole
 */
record ValueRule(
    ValueType type,
    List<String> values,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    int shortest,
    int longest,
    @Nullable Pattern pattern) {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** The rule of a schema that is neither an object nor an array. */
  static ValueRule of(JsonNode schema) {
    JsonNode pattern = schema.path("pattern");
    return new ValueRule(
        ValueType.of(schema.path("type").asText(), schema.path("format").asText()),
        Contract.texts(schema.path("enum")),
        bound(schema.path("minimum")),
        bound(schema.path("maximum")),
        schema.path("minLength").asInt(0),
        schema.path("maxLength").asInt(NO_LIMIT),
        pattern.isTextual() ? Pattern.compile(pattern.asText()) : null);
  }

  private static @Nullable BigDecimal bound(JsonNode written) {
    return written.isNumber() ? written.decimalValue() : null;
  }

  /** What is wrong with a value in a path, a query or a header. */
  Optional<Violation> fault(String where, String value) {
    String impossible = StrictJson.faultOf(value);
    if (impossible != null) {
      return Optional.of(new Violation(where, "INVALID_TEXT", impossible));
    }
    if (!values.isEmpty()) {
      return values.contains(value) ? Optional.empty() : Optional.of(unknown(where, value));
    }
    if (!type.reads(value)) {
      String code = type == ValueType.EMAIL ? "FORMAT" : "WRONG_TYPE";
      return Optional.of(new Violation(where, code, "must be " + expected()));
    }
    return type.isNumber() ? outOfRange(where, new BigDecimal(value)) : badText(where, value);
  }

  /** What is wrong with a value of JSON, which says itself whether it is a text or a number. */
  Optional<Violation> fault(String where, JsonNode value) {
    boolean fits =
        switch (type) {
          case INTEGER, LONG -> value.isIntegralNumber();
          case NUMBER -> value.isNumber();
          case BOOLEAN -> value.isBoolean();
          case TEXT, UUID, EMAIL, INSTANT, DATE -> value.isTextual();
        };
    if (!fits) {
      return values.isEmpty()
          ? Optional.of(new Violation(where, "WRONG_TYPE", "must be " + expected()))
          : Optional.of(unknown(where, ""));
    }
    return fault(where, value.asText());
  }

  /** What there is to choose from, behind a colon; empty if that is not a closed set. */
  String choice() {
    return values.isEmpty() ? "" : ": one of " + String.join(", ", values);
  }

  private Violation unknown(String where, String value) {
    return new Violation(
        where,
        "UNKNOWN_VALUE",
        "must be one of " + String.join(", ", values) + Nearest.hint(value, values));
  }

  private Optional<Violation> outOfRange(String where, BigDecimal number) {
    if (least != null && number.compareTo(least) < 0) {
      return Optional.of(new Violation(where, "TOO_SMALL", "must be " + expected()));
    }
    if (most != null && number.compareTo(most) > 0) {
      return Optional.of(new Violation(where, "TOO_LARGE", "must be " + expected()));
    }
    return Optional.empty();
  }

  private Optional<Violation> badText(String where, String text) {
    int length = text.length();
    if (length < shortest || length > longest) {
      return Optional.of(new Violation(where, "SIZE", "must have " + lengths()));
    }
    if (pattern != null && !pattern.matcher(text).find()) {
      return Optional.of(
          new Violation(where, "FORMAT", "must be " + Wording.of(pattern.pattern())));
    }
    return Optional.empty();
  }

  private String lengths() {
    return longest == NO_LIMIT
        ? "at least " + shortest + " characters"
        : shortest == 0
            ? "at most " + longest + " characters"
            : shortest + " to " + longest + " characters";
  }

  /** With the range of a number. */
  private String expected() {
    if (!type.isNumber() || (least == null && most == null)) {
      return type.expected();
    }
    if (least == null) {
      return type.expected() + " of at most " + most;
    }
    return most == null
        ? type.expected() + " of at least " + least
        : type.expected() + " from " + least + " to " + most;
  }
}
