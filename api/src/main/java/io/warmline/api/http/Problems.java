package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.http.HttpServerRequest;
import io.warmline.api.contract.model.FieldErrorDto;
import io.warmline.api.contract.model.ProblemDto;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import java.util.Comparator;
import java.lang.annotation.Annotation;
import com.fasterxml.jackson.core.JsonParseException;

/** Turns every failure into a problem document (RFC 9457). */
@Singleton
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final String MEDIA_TYPE = "application/problem+json";

  private final RequestFacts facts;
  private final Contract contract;

  Problems(RequestFacts facts, Contract contract) {
    this.contract = contract;
    this.facts = facts;
  }

  @ServerExceptionMapper
  Response refused(WarmlineException e, HttpServerRequest request) {
    Map<String, String> headers =
        e.code() == ProblemCode.IDEMPOTENCY_KEY_IN_USE ? Map.of("Retry-After", "1") : Map.of();
    List<Violation> violations =
        e.violations().isEmpty() && ProblemKind.of(e.code()) == ProblemKind.INVALID_REQUEST
            ? List.of(new Violation("", e.code().name(), message(e)))
            : e.violations();
    return answer(ProblemKind.of(e.code()), message(e), violations, headers, request);
  }

  @ServerExceptionMapper
  Response refused(HttpProblem e, HttpServerRequest request) {
    return answer(e.kind(), message(e), e.violations(), e.headers(), request);
  }

  @ServerExceptionMapper
  Response stale(OptimisticLockException e, HttpServerRequest request) {
    return answer(
        ProblemKind.VERSION_MISMATCH,
        "Somebody else changed it at the same time. Read it again.",
        List.of(),
        Map.of(),
        request);
  }

  @ServerExceptionMapper
  Response collided(Collision e, HttpServerRequest request) {
    LOG.warnf(e, "gave up after collisions, request %s", RequestIds.of(request));
    return answer(
        ProblemKind.BUSY,
        "Too many requests want the same leads at once. Try again.",
        List.of(),
        Map.of("Retry-After", "1"),
        request);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, HttpServerRequest request) {
    List<Violation> violations =
        e.getConstraintViolations().stream()
            .map(
                v ->
                    new Violation(
                        pointer(v.getPropertyPath()),
                        code(v.getConstraintDescriptor().getAnnotation()),
                        v.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer))
            .limit(200)
            .toList();
    return refused(HttpProblem.invalid(violations), request);
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

  @ServerExceptionMapper({MismatchedInputException.class})
  Response mismatched(MismatchedInputException e, HttpServerRequest request) {
    return refused(HttpProblem.invalid(List.of(violation(e))), request);
  }

  /** What is wrong with a value that could not be read. */
  static Violation violation(JsonMappingException e) {
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

  @ServerExceptionMapper({JsonProcessingException.class})
  Response malformed(JsonProcessingException e, HttpServerRequest request) {
    if (e instanceof JsonMappingException mapping
        && !(e.getCause() instanceof JsonParseException)) {
      return refused(HttpProblem.invalid(List.of(violation(mapping))), request);
    }
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return refused(
        HttpProblem.of(ProblemKind.MALFORMED_JSON, "The body cannot be read as JSON" + where + "."),
        request);
  }

  /** A path that leads nowhere. Values that are of another type were refused before. */
  @ServerExceptionMapper
  Response notFound(NotFoundException e, HttpServerRequest request) {
    if (facts.matched().isPresent()) {
      LOG.warnf(
          e, "request %s has a value that only the framework refuses", RequestIds.of(request));
      return refused(
          HttpProblem.of(
              ProblemKind.INVALID_REQUEST, "A value in the path or the query cannot be read."),
          request);
    }
    return answer(
        ProblemKind.NOT_FOUND, "There is nothing at this path.", List.of(), Map.of(), request);
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowedException e, HttpServerRequest request) {
    Set<String> allowed = contract.methodsAt(request.path());
    Map<String, String> headers =
        allowed.isEmpty() ? Map.of() : Map.of("Allow", String.join(", ", allowed));
    return answer(
        ProblemKind.METHOD_NOT_ALLOWED,
        "This path does not take " + request.method() + ".",
        List.of(),
        headers,
        request);
  }

  @ServerExceptionMapper
  Response notAcceptable(NotAcceptableException e, HttpServerRequest request) {
    return answer(
        ProblemKind.NOT_ACCEPTABLE,
        "This operation answers with application/json (files: text/csv).",
        List.of(),
        Map.of(),
        request);
  }

  @ServerExceptionMapper
  Response unsupported(NotSupportedException e, HttpServerRequest request) {
    return answer(
        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
        "This operation does not take "
            + Optional.ofNullable(request.getHeader("Content-Type"))
                .orElse("a body without Content-Type")
            + "; see the contract for what it takes (application/json, or"
            + " application/merge-patch+json for PATCH).",
        List.of(),
        Map.of(),
        request);
  }

  @ServerExceptionMapper
  Response other(WebApplicationException e, HttpServerRequest request) {
    Throwable cause = e.getCause();
    if (cause instanceof HttpProblem problem) {
      return refused(problem, request);
    }
    if (cause instanceof MismatchedInputException mismatched) {
      return mismatched(mismatched, request);
    }
    if (cause instanceof JsonProcessingException malformed) {
      return malformed(malformed, request);
    }
    int status = e.getResponse().getStatus();
    if (status == 400) {
      return refused(
          HttpProblem.of(ProblemKind.INVALID_REQUEST, "The request cannot be understood."),
          request);
    }
    if (status == 413) {
      return refused(HttpProblem.of(ProblemKind.BODY_TOO_LARGE, "The body is too large."), request);
    }
    return failed(e, request);
  }

  @ServerExceptionMapper
  Response failed(Throwable e, HttpServerRequest request) {
    LOG.errorf(e, "request %s failed", RequestIds.of(request));
    return answer(
        ProblemKind.INTERNAL_ERROR,
        "The failure is logged under the request id. Try again; with the same Idempotency-Key"
            + " nothing happens twice.",
        List.of(),
        Map.of(),
        request);
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }

  private Response answer(
      ProblemKind kind,
      String detail,
      List<Violation> violations,
      Map<String, String> headers,
      HttpServerRequest request) {
    ProblemDto problem =
        new ProblemDto()
            .type("urn:warmline:problem:" + kind)
            .title(kind.title())
            .status(kind.status())
            .detail(detail)
            .instance(request.path())
            .code(kind.name())
            .requestId(RequestIds.of(request))
            .errors(errors(violations));
    Response.ResponseBuilder response =
        Response.status(kind.status()).type(MEDIA_TYPE).entity(problem);
    headers.forEach(response::header);
    return response.build();
  }

  private static @Nullable List<FieldErrorDto> errors(List<Violation> violations) {
    if (violations.isEmpty()) {
      return null;
    }
    return violations.stream()
        .map(v -> new FieldErrorDto().pointer(v.pointer()).code(v.code()).message(v.message()))
        .toList();
  }
}
