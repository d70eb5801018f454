package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Network;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Lets a request in: who calls, how often, what for, and whether it keeps to the contract. */
@Singleton
public class RequestGuard {

  private static final String BEARER = "Bearer ";

  private final Contract contract;
  private final ApiKeys keys;
  private final RateLimits limits;
  private final CurrentTenant tenant;
  private final RequestFacts facts;

  RequestGuard(
      Contract contract,
      ApiKeys keys,
      RateLimits limits,
      CurrentTenant tenant,
      RequestFacts facts) {
    this.contract = contract;
    this.keys = keys;
    this.limits = limits;
    this.tenant = tenant;
    this.facts = facts;
  }

  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public void admit(
      ContainerRequestContext request, SimpleResourceInfo resource, HttpServerRequest http) {
    Contract.Operation operation = contract.operation(resource.getMethodName());
    facts.began(
        operation, request.getMethod(), http.uri(), request.getHeaderString("Idempotency-Key"));
    facts.came(Callers.textOf(http), RequestIds.of(http));
    if (operation.open()) {
      requireWithinLimit(limits.useOfStranger(Callers.addressOf(http)));
    } else {
      ApiKeys.Identity caller = authenticate(request.getHeaderString("Authorization"), http);
      facts.cameFrom(caller);
      tenant.enter(caller.tenant());
      requireWithinLimit(limits.useOf(caller.key()));
      requireNetwork(caller, http);
      facts.requireScopes(operation.scopes());
    }
    if (!operation.browsed()) {
      requireKnownParameters(operation, request.getUriInfo());
    }
    requireValues(operation, request);
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

  /**
   * Keys that were good a while ago are looked up at once; any other counts as a request of a
   * stranger, so that nobody can try one after the other.
   */
  private ApiKeys.Identity authenticate(@Nullable String header, HttpServerRequest http) {
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw HttpProblem.unauthorized();
    }
    String secret = header.substring(BEARER.length()).trim();
    if (!keys.wasGood(secret)) {
      requireWithinLimit(limits.useOfStranger(Callers.addressOf(http)));
    }
    if (ApiKeys.isMistyped(secret)) {
      throw HttpProblem.mistyped();
    }
    facts.showed(secret);
    return keys.authenticate(secret).orElseThrow(HttpProblem::unauthorized);
  }

  private static void requireNetwork(ApiKeys.Identity caller, HttpServerRequest http) {
    if (caller.networks().isEmpty()) {
      return;
    }
    String from = Callers.textOf(http);
    boolean allowed =
        Network.address(from)
            .filter(address -> caller.networks().stream().anyMatch(n -> n.contains(address)))
            .isPresent();
    if (!allowed) {
      throw HttpProblem.of(
          ProblemKind.NETWORK_NOT_ALLOWED,
          "This key is limited to networks, and " + from + " is in none of them.");
    }
  }

  private void requireWithinLimit(RateLimits.Use use) {
    facts.used(use);
    if (!use.isAllowed()) {
      throw HttpProblem.retryAfter(
          ProblemKind.RATE_LIMITED,
          "Wait as long as Retry-After says, then go on.",
          use.untilNext());
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
            .filter(parameter -> !parameter.isHeader())
            .flatMap(
                parameter -> values(parameter, request.getUriInfo()).stream().map(parameter::fault))
            .flatMap(Optional::stream)
            .toList();
    if (!faults.isEmpty()) {
      throw HttpProblem.invalid(faults);
    }
  }

  private static List<String> values(Parameter parameter, UriInfo uri) {
    return (parameter.isQuery() ? uri.getQueryParameters() : uri.getPathParameters())
        .getOrDefault(parameter.name(), List.of());
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
