package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.warmline.core.WarmlineException.Violation;
import java.util.List;

/** What a reader could not read, in the words of the contract. */
final class Violations {

  private Violations() {}

  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  /** What is wrong with a value that could not be read. */
  static Violation of(JsonMappingException e) {
    String pointer = pointer(e.getPath());
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new Violation(
          pointer,
          "UNKNOWN_FIELD",
          "is not known here; known are " + unknown.getKnownPropertyIds());
    }
    if (e instanceof InvalidNullException) {
      return new Violation(pointer, "NULL", "must not be null; leave it out instead");
    }
    if (e instanceof InvalidFormatException format
        && format.getTargetType() != null
        && format.getTargetType().isEnum()) {
      Object[] values = format.getTargetType().getEnumConstants();
      return new Violation(pointer, "UNKNOWN_VALUE", "must be one of " + List.of(values));
    }
    if (e instanceof InvalidFormatException format
        && format.getValue() instanceof String
        && format.getTargetType() == String.class) {
      return new Violation(
          pointer, "INVALID_TEXT", StrictJson.faultIn(format.getOriginalMessage()));
    }
    return new Violation(pointer, "WRONG_TYPE", "must be " + expected(e));
  }

  private static String expected(JsonMappingException e) {
    Class<?> type =
        e instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
    if (type == null) {
      return "of the type the contract names";
    }
    return switch (type.getSimpleName()) {
      case "String" -> ValueType.TEXT.expected();
      case "Integer", "int", "Long", "long" -> ValueType.LONG.expected();
      case "Boolean", "boolean" -> ValueType.BOOLEAN.expected();
      case "UUID" -> ValueType.UUID.expected();
      case "OffsetDateTime" -> ValueType.INSTANT.expected();
      case "LocalDate" -> ValueType.DATE.expected();
      case "List", "ArrayList" -> "an array";
      default -> "an object as the contract describes it";
    };
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      String token =
          step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex());
      pointer.append('/').append(escaped(token));
    }
    return pointer.toString();
  }
}
