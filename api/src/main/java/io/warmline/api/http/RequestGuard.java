package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
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
    ParameterFaults.requireNone(operation, request);
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

  /** A body that does not say what it is is not guessed at, and what it says is heeded. */
  private static void requireMediaType(
      Contract.Operation operation, ContainerRequestContext request) {
    if (operation.bodies().isEmpty()) {
      return;
    }
    String type = request.getHeaderString("Content-Type");
    if (type == null) {
      throw unsupported(
          "Say in Content-Type what the body is; this operation takes "
              + operation.mediaTypes()
              + ".");
    }
    String coding = request.getHeaderString("Content-Encoding");
    if (coding != null && !coding.trim().equalsIgnoreCase("identity")) {
      throw unsupported("Bodies are taken as they are: send this one without Content-Encoding.");
    }
  }

  static HttpProblem unsupported(String detail) {
    return HttpProblem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, detail);
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
