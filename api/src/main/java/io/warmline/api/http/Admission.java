package io.warmline.api.http;

import io.vertx.core.http.HttpServerRequest;
import io.warmline.api.openid.Persons;
import io.warmline.api.openid.ProviderAway;
import io.warmline.api.openid.TokenRefused;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Network;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;

/** Who calls: by which key, how often, and from where. */
@Singleton
public class Admission {

  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final RateLimits limits;
  private final CurrentTenant tenant;
  private final RequestFacts facts;
  private final WorkInProgress work;
  private final Persons persons;
  private final Contract contract;

  Admission(
      ApiKeys keys,
      RateLimits limits,
      CurrentTenant tenant,
      RequestFacts facts,
      WorkInProgress work,
      Persons persons,
      Contract contract) {
    this.persons = persons;
    this.contract = contract;
    this.work = work;
    this.keys = keys;
    this.limits = limits;
    this.tenant = tenant;
    this.facts = facts;
  }

  /**
   * Lets in a request that is for no operation, and counts it. It waits for the database.
   *
   * @return whose key it has, and what that may do
   * @throws HttpProblem if there is no key that is valid here and now, or it was used too often
   */
  @ActivateRequestContext
  public ApiKeys.Identity callerOf(HttpServerRequest http) {
    return admit(http);
  }

  /** Lets in whoever has a key, and works for their tenant from now on. */
  ApiKeys.Identity admit(HttpServerRequest http) {
    ApiKeys.Identity caller = authenticate(http);
    facts.cameFrom(caller);
    tenant.enter(caller.tenant(), caller.reach());
    requireWithinLimit(limits.useOf(caller.key()));
    requireNetwork(caller, http);
    if (caller.suspended()) {
      throw HttpProblem.of(
          ProblemKind.TENANT_SUSPENDED,
          "This tenant is suspended. What it has is kept; whoever runs the server resumes it.");
    }
    work.isOf(caller.tenant());
    return caller;
  }

  /**
   * Lets in whoever runs this server; any other key counts as a request of a stranger.
   *
   * @throws HttpProblem INVALID_API_KEY if it is not the operator's key
   */
  void admitOperator(HttpServerRequest http, OperatorKey key) {
    String secret = bearer(http);
    if (!key.is(secret)) {
      admitStranger(http);
      throw HttpProblem.notTheOperator();
    }
    facts.showed(secret);
    requireWithinLimit(limits.useOf(OperatorKey.COUNTED_AS));
  }

  /** Lets in somebody who needs no key. */
  void admitStranger(HttpServerRequest http) {
    requireWithinLimit(limits.useOfStranger(Callers.addressOf(http)));
  }

  /**
   * Keys and tokens that were good a while ago are looked up at once; any other counts as a request
   * of a stranger, so that nobody can try one after the other.
   */
  private ApiKeys.Identity authenticate(HttpServerRequest http) {
    String secret = bearer(http);
    if (!keys.wasGood(secret)) {
      admitStranger(http);
    }
    if (ApiKeys.isMistyped(secret)) {
      throw HttpProblem.mistyped();
    }
    facts.showed(secret);
    if (persons.isToken(secret)) {
      return person(secret);
    }
    return keys.authenticate(secret).orElseThrow(HttpProblem::unauthorized);
  }

  private ApiKeys.Identity person(String token) {
    try {
      ApiKeys.Identity person = persons.admit(token, contract::scopesFor);
      keys.rememberGood(token);
      return person;
    } catch (TokenRefused e) {
      throw HttpProblem.token(String.valueOf(e.getMessage()));
    } catch (ProviderAway e) {
      throw HttpProblem.retryAfter(
          ProblemKind.UNAVAILABLE,
          e.getMessage() + " Nothing was changed. API keys work meanwhile.",
          e.untilNext());
    }
  }

  private static String bearer(HttpServerRequest http) {
    String header = String.join(",", http.headers().getAll("Authorization"));
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw HttpProblem.unauthorized();
    }
    return header.substring(BEARER.length()).trim();
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
}
