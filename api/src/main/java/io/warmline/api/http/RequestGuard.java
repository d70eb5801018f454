package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.warmline.core.Nearest;
import io.warmline.core.WarmlineException.Violation;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets a request in: who calls, how often, what for, and whether it keeps to the contract. */
@Singleton
public class RequestGuard {

  private final Contract contract;
  private final Admission admission;
  private final OperatorKey operatorKey;
  private final LimitedKeys limited;
  private final RequestFacts facts;

  RequestGuard(
      Contract contract,
      Admission admission,
      OperatorKey operatorKey,
      LimitedKeys limited,
      RequestFacts facts) {
    this.operatorKey = operatorKey;
    this.contract = contract;
    this.admission = admission;
    this.limited = limited;
    this.facts = facts;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void admit(
      ContainerRequestContext request, SimpleResourceInfo resource, HttpServerRequest http) {
    Contract.Operation operation = contract.operation(resource.getMethodName());
    facts.began(
        operation, request.getMethod(), http.uri(), request.getHeaderString("Idempotency-Key"));
    facts.came(Callers.textOf(http), RequestIds.of(http));
    OnBehalf.in(http).ifPresent(asked -> facts.cameBy(asked.scheme()));
    if (operation.open()) {
      admission.admitStranger(http);
    } else if (operation.operators()) {
      admission.admitOperator(http, operatorKey);
    } else {
      admission.admit(http);
      facts.requireScopes(operation.scopes());
      limited.admit(operation);
    }
    if (!operation.browsed()) {
      requireKnownParameters(operation, request.getUriInfo());
    }
    requireValues(operation, request);
    limited.read(request.getUriInfo());
    requireMediaType(operation, request);
    requireLength(operation, request);
    requireVersion(operation, request);
  }

  /**
   * Said before the framework can say that a header is missing, which is another kind of refusal.
   */
  private static void requireVersion(
      Contract.Operation operation, ContainerRequestContext request) {
    boolean required =
        operation.parameters().stream()
            .anyMatch(parameter -> parameter.required() && parameter.name().equals("If-Match"));
    if (required && request.getHeaderString("If-Match") == null) {
      throw Etags.missing();
    }
  }

  /** A body that does not say what it is is not guessed at. */
  private static void requireMediaType(
      Contract.Operation operation, ContainerRequestContext request) {
    if (!operation.bodies().isEmpty() && request.getHeaderString("Content-Type") == null) {
      throw HttpProblem.of(
          ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          "Say in Content-Type what the body is; this operation takes "
              + operation.mediaTypes()
              + ".");
    }
  }

  private static void requireKnownParameters(Contract.Operation operation, UriInfo uri) {
    Set<String> known = operation.queryParameters();
    uri.getQueryParameters().forEach(RequestGuard::requireValue);
    for (String name : uri.getQueryParameters().keySet()) {
      if (!known.contains(name)) {
        String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
        String hint = known.isEmpty() ? "there are none" : "known are " + String.join(", ", known);
        throw HttpProblem.of(
            ProblemKind.UNKNOWN_PARAMETER,
            "The query parameter " + shown + " is not known here; " + hint + ".",
            List.of(
                new Violation(
                    shown,
                    "UNKNOWN_PARAMETER",
                    "is not known" + Nearest.hint(name, known) + "; " + hint)));
      }
    }
  }

  /** A parameter without a value is a mistake of the caller's, not a wish for the default. */
  private static void requireValue(String name, List<String> values) {
    if (values.contains("")) {
      throw HttpProblem.invalid(
          List.of(new Violation(name, "EMPTY", "must have a value; leave it out instead")));
    }
  }

  /** The framework would say that a value cannot be read, but not which, and one at a time. */
  private static void requireValues(Contract.Operation operation, ContainerRequestContext request) {
    List<Violation> faults =
        operation.parameters().stream()
            .flatMap(parameter -> faults(parameter, values(parameter, request)))
            .toList();
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
  }

  private static Stream<Violation> faults(Parameter parameter, List<String> values) {
    return values.isEmpty() && parameter.isQuery() && parameter.required()
        ? Stream.of(parameter.missing())
        : values.stream().map(parameter::fault).flatMap(Optional::stream);
  }

  private static List<String> values(Parameter parameter, ContainerRequestContext request) {
    if (parameter.isHeader()) {
      return Optional.ofNullable(request.getHeaderString(parameter.name())).stream().toList();
    }
    UriInfo uri = request.getUriInfo();
    return (parameter.isQuery() ? uri.getQueryParameters() : pathParameters(parameter, uri))
        .getOrDefault(parameter.name(), List.of());
  }

  /**
   * The framework decodes them once more, and breaks off where that gives a sign without digits.
   */
  private static MultivaluedMap<String, String> pathParameters(Parameter parameter, UriInfo uri) {
    try {
      return uri.getPathParameters();
    } catch (IllegalArgumentException e) {
      throw HttpProblem.invalid(
          List.of(new Violation(parameter.name(), "INVALID_TEXT", "must be escaped rightly")));
    }
  }

  private static void requireLength(Contract.Operation operation, ContainerRequestContext request) {
    String length = request.getHeaderString("Content-Length");
    boolean tooLong =
        length != null
            && operation.mostBytes() > 0
            && (length.length() > 18 || Long.parseLong(length) > operation.mostBytes());
    if (tooLong) {
      throw tooLarge(operation);
    }
  }

  static HttpProblem tooLarge(Contract.Operation operation) {
    return HttpProblem.of(
        ProblemKind.BODY_TOO_LARGE,
        "This operation takes bodies of at most " + operation.mostBytes() + " bytes.");
  }

  @ServerResponseFilter
  public void tell(ContainerResponseContext response) {
    facts
        .rateLimit()
        .ifPresent(
            use -> {
              response.getHeaders().putSingle("RateLimit-Policy", use.policy());
              response.getHeaders().putSingle("RateLimit", use.state());
            });
  }
}
