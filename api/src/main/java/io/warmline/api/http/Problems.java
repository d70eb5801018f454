package io.warmline.api.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.warmline.api.contract.model.FieldErrorDto;
import io.warmline.api.contract.model.ProblemDto;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
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

/** Turns every failure into a problem document (RFC 9457). */
@Singleton
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final String MEDIA_TYPE = "application/problem+json";

  /** So long the contract lets them be. */
  private static final int LONGEST_DETAIL = 4000;

  private static final int LONGEST_MESSAGE = 2000;
  private static final int LONGEST_POINTER = 500;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_ERRORS = 50;

  private final RequestFacts facts;
  private final Contract contract;
  private final BodySchemas schemas;
  private final CurrentVertxRequest current;

  Problems(
      RequestFacts facts, Contract contract, BodySchemas schemas, CurrentVertxRequest current) {
    this.current = current;
    this.contract = contract;
    this.facts = facts;
    this.schemas = schemas;
  }

  @ServerExceptionMapper
  Response refused(WarmlineException e, HttpServerRequest request) {
    Map<String, String> headers =
        switch (e.code()) {
          case IDEMPOTENCY_KEY_IN_USE -> Map.of("Retry-After", "1");
          case CLOCK_DIFFERS -> Map.of("Retry-After", "5");
          case BUSY -> Map.of("Retry-After", "2");
          default -> Map.of();
        };
    return answer(ProblemKind.of(e.code()), message(e), violations(e), headers, request);
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

  @ServerExceptionMapper({MismatchedInputException.class})
  Response mismatched(MismatchedInputException e, HttpServerRequest request) {
    return isBehindTheEnd(e) ? unreadable(e, request) : misfit(e, request);
  }

  /**
   * What is no JSON further on is that first of all: its fields cannot be told, and so not all that
   * is wrong with them.
   */
  private Response misfit(JsonMappingException e, HttpServerRequest request) {
    byte[] body = facts.body();
    return schemas
        .broken(body)
        .map(broken -> unreadable(broken, request))
        .orElseGet(
            () ->
                refused(
                    HttpProblem.invalid(
                        schemas.faults(
                            facts.matched().orElse(null), body, List.of(Violations.of(e)))),
                    request));
  }

  @ServerExceptionMapper({JsonProcessingException.class})
  Response malformed(JsonProcessingException e, HttpServerRequest request) {
    if (e instanceof JsonMappingException mapping
        && !(e.getCause() instanceof JsonParseException)) {
      return misfit(mapping, request);
    }
    return unreadable(e, request);
  }

  private Response unreadable(JsonProcessingException e, HttpServerRequest request) {
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return answer(
        ProblemKind.MALFORMED_JSON,
        "The body cannot be read as JSON" + where + reason(e) + ".",
        request);
  }

  /** What can be said without repeating what was sent. */
  private static String reason(JsonProcessingException e) {
    if (isBehindTheEnd(e)) {
      return ": something stands behind its end";
    }
    boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
    return twice ? ": a field is there twice" : "";
  }

  private static boolean isBehindTheEnd(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).startsWith("Trailing token");
  }

  /** A path that leads nowhere. Values that are of another type were refused before. */
  @ServerExceptionMapper
  Response notFound(NotFoundException e, HttpServerRequest request) {
    if (facts.matched().isPresent()) {
      LOG.warnf(
          e, "request %s has a value that only the framework refuses", RequestIds.of(request));
      return answer(
          ProblemKind.INVALID_REQUEST, "A value in the path or the query cannot be read.", request);
    }
    return answer(
        ProblemKind.NOT_FOUND,
        "There is nothing at this path." + contract.hintFor(request.path()),
        request);
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
    return answer(ProblemKind.NOT_ACCEPTABLE, contract.answersOf(request), request);
  }

  @ServerExceptionMapper
  Response unsupported(NotSupportedException e, HttpServerRequest request) {
    return answer(
        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
        "This operation takes "
            + asked(request).map(Contract.Operation::mediaTypes).orElse("application/json")
            + ", and not "
            + shortened(
                Optional.ofNullable(request.getHeader("Content-Type"))
                    .orElse("a body without Content-Type"),
                LONGEST_NAME)
            + ".",
        request);
  }

  /** The operation that was asked for, also where the request did not get as far as to it. */
  private Optional<Contract.Operation> asked(HttpServerRequest request) {
    return facts.matched().or(() -> contract.operationAt(request.method().name(), request.path()));
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
      return answer(ProblemKind.INVALID_REQUEST, "The request cannot be understood.", request);
    }
    if (status == 413) {
      return answer(ProblemKind.BODY_TOO_LARGE, "The body is too large.", request);
    }
    return failed(e, request);
  }

  @ServerExceptionMapper
  Response failed(Throwable e, HttpServerRequest request) {
    Optional<String> missing = Outage.in(e);
    if (missing.isPresent()) {
      LOG.warnf("request %s has to wait: %s", RequestIds.of(request), missing.get());
      return answer(
          ProblemKind.UNAVAILABLE,
          "Something the server needs is not there at the moment: "
              + missing.get()
              + ". Nothing was changed. Try again after Retry-After, with the same"
              + " Idempotency-Key.",
          List.of(),
          Map.of("Retry-After", "5"),
          request);
    }
    LOG.errorf(e, "request %s failed", RequestIds.of(request));
    return answer(
        ProblemKind.INTERNAL_ERROR,
        "The failure is logged under the request id. Try again; with the same Idempotency-Key"
            + " nothing happens twice.",
        request);
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }

  private Response answer(ProblemKind kind, String detail, HttpServerRequest request) {
    return answer(kind, detail, List.of(), Map.of(), request);
  }

  private Response answer(
      ProblemKind kind,
      String detail,
      List<Violation> violations,
      Map<String, String> headers,
      HttpServerRequest request) {
    Response.ResponseBuilder response =
        Response.status(kind.status())
            .type(MEDIA_TYPE)
            .entity(problem(kind, detail, violations, request));
    headers.forEach(response::header);
    return response.build();
  }

  private static ProblemDto problem(
      ProblemKind kind, String detail, List<Violation> violations, HttpServerRequest request) {
    return new ProblemDto()
        .type("urn:warmline:problem:" + kind)
        .title(kind.title())
        .status(kind.status())
        .detail(shortened(detail, LONGEST_DETAIL))
        .instance(shortened(String.valueOf(request.path()), LONGEST_DETAIL))
        .code(kind.name())
        .requestId(RequestIds.of(request))
        .errors(errors(violations));
  }

  /**
   * The refusal of one item of a batch, as it would be told of a request of its own.
   *
   * @param below where the item stands in the body: its pointers begin there
   */
  public ProblemDto of(WarmlineException e, String below) {
    return problem(ProblemKind.of(e.code()), message(e), below(below, violations(e)), request());
  }

  /** As {@link #of(WarmlineException, String)}, where it is the contract that the item breaks. */
  public ProblemDto of(HttpProblem e, String below) {
    return problem(e.kind(), message(e), below(below, e.violations()), request());
  }

  private HttpServerRequest request() {
    return current.getCurrent().request();
  }

  private static List<Violation> below(String where, List<Violation> violations) {
    return violations.stream()
        .map(v -> new Violation(where + v.pointer(), v.code(), v.message()))
        .toList();
  }

  /** What cannot be pointed at is wrong with the whole. */
  private static List<Violation> violations(WarmlineException e) {
    return e.violations().isEmpty() && ProblemKind.of(e.code()) == ProblemKind.INVALID_REQUEST
        ? List.of(new Violation("", e.code().name(), message(e)))
        : e.violations();
  }

  private static @Nullable List<FieldErrorDto> errors(List<Violation> violations) {
    if (violations.isEmpty()) {
      return null;
    }
    return violations.stream()
        .limit(MOST_ERRORS)
        .map(
            v ->
                new FieldErrorDto()
                    .pointer(shortened(v.pointer(), LONGEST_POINTER))
                    .code(v.code())
                    .message(shortened(v.message(), LONGEST_MESSAGE)))
        .toList();
  }

  /** What was sent may be of any length; what is said of it may not. */
  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
