package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.warmline.core.WarmlineException.Violation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;

/** What is wrong with the values of a request, in the words of the contract. */
final class Violations {

  /** The contract lists so many at the most. */
  private static final int MOST = 200;

  private Violations() {}

  /** Values that break a limit of the contract, by where they stand. */
  static List<Violation> of(ConstraintViolationException e) {
    return e.getConstraintViolations().stream()
        .map(
            v ->
                new Violation(
                    pointer(v.getPropertyPath()),
                    code(v.getConstraintDescriptor().getAnnotation()),
                    v.getMessage()))
        .sorted(Comparator.comparing(Violation::pointer))
        .limit(MOST)
        .toList();
  }

  private static String code(Annotation constraint) {
    return switch (constraint.annotationType().getSimpleName()) {
      case "NotNull" -> "REQUIRED";
      case "Size" -> "SIZE";
      case "Pattern", "Email" -> "FORMAT";
      case "Min", "DecimalMin" -> "TOO_SMALL";
      case "Max", "DecimalMax" -> "TOO_LARGE";
      default -> "INVALID";
    };
  }

  /** A path below a body is a JSON pointer; a parameter goes by its name. */
  static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = String.valueOf(node.getName());
      } else if (node.getKind() == ElementKind.PROPERTY
          || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
        append(pointer, node);
      }
    }
    boolean body = pointer.length() > 0 || parameter.endsWith("Dto") || parameter.isEmpty();
    return body ? pointer.toString() : parameter;
  }

  private static void append(StringBuilder pointer, Path.Node node) {
    if (node.getIndex() != null) {
      pointer.append('/').append(node.getIndex());
    } else if (node.getKey() != null) {
      pointer.append('/').append(escaped(String.valueOf(node.getKey())));
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      pointer.append('/').append(escaped(node.getName()));
    }
  }

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
