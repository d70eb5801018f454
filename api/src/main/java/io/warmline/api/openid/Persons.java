package io.warmline.api.openid;

import io.quarkus.runtime.StartupEvent;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.TenantId;
import io.warmline.core.key.AdmitPerson;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.OpenIdSubject;
import io.warmline.core.tenant.PersonToken;
import io.warmline.core.tenant.Reach;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Lets people in by the tokens of the provider, where the settings name one. */
@Singleton
public class Persons {

  private static final Logger LOG = Logger.getLogger("io.warmline");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_NAME = 200;
  private static final List<String> NAMES = List.of("name", "preferred_username", "email");

  private final OpenIdSettings settings;
  private final AdmitPerson admit;
  private final Optional<Provider> provider;

  Persons(OpenIdSettings settings, AdmitPerson admit, Clock clock) {
    this.settings = settings;
    this.admit = admit;
    this.provider = settings.isOn() ? Optional.of(provider(settings, clock)) : Optional.empty();
  }

  private record Provider(ProviderKeys keys, Tokens tokens, RoleScopes roles) {}

  private static Provider provider(OpenIdSettings settings, Clock clock) {
    ProviderKeys keys =
        new ProviderKeys(
            settings.issuer(), settings.allowsHttp(), new SmallAnswers(PATIENCE), System::nanoTime);
    return new Provider(
        keys, new Tokens(settings.issuer(), settings.audience(), keys, clock), settings.roles());
  }

  /** A provider that is away keeps nobody from starting. */
  void start(@Observes StartupEvent event) {
    provider.ifPresent(
        one -> {
          try {
            one.keys().current();
            LOG.infof("People sign in with tokens of %s.", settings.issuer());
          } catch (ProviderAway e) {
            LOG.warnf(
                "No keys of the provider at %s are known. Until it tells them, tokens are answered"
                    + " 503.",
                settings.issuer());
          }
        });
  }

  /** Whether this is to be taken for a token: it is longer than any key. */
  public boolean isToken(String secret) {
    return provider.isPresent() && ApiKeys.isNoKey(secret);
  }

  /**
   * Who shows this token, and what it lets the person do.
   *
   * @param useful the scopes that are of any use to somebody who reaches so far
   * @throws TokenRefused if the token is not believed
   * @throws ProviderAway if nobody can say whether it is to be
   * @throws WarmlineException PERSON_NOT_ADMITTED, PERSON_REVOKED, TENANT_SUSPENDED
   */
  public ApiKeys.Identity admit(String token, Function<Reach, Set<String>> useful) {
    Provider by = provider.orElseThrow();
    JwtClaims verified = by.tokens().verified(token);
    Map<String, Object> claims = verified.getClaimsMap();
    Reach reach = reach(claims);
    Set<String> scopes = by.roles().of(settings.rolesClaim().names(claims), useful.apply(reach));
    if (scopes.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.PERSON_NOT_ADMITTED,
          "No role in the claim "
              + settings.rolesClaim().name()
              + " grants access here: "
              + by.roles()
              + ".");
    }
    return admit.admit(tenant(claims), token(verified, claims, scopes, reach));
  }

  private Optional<TenantId> tenant(Map<String, Object> claims) {
    return settings
        .tenantClaim()
        .map(
            claim ->
                claim
                    .id(claims)
                    .map(TenantId::new)
                    .orElseThrow(
                        () ->
                            new WarmlineException(
                                ProblemCode.PERSON_NOT_ADMITTED,
                                "The token has no claim "
                                    + claim.name()
                                    + ", which names the firm.")));
  }

  private Reach reach(Map<String, Object> claims) {
    Optional<ClientId> client =
        settings.clientClaim().flatMap(claim -> claim.id(claims)).map(ClientId::new);
    Optional<AgentId> agent =
        settings.agentClaim().flatMap(claim -> claim.id(claims)).map(AgentId::new);
    if (client.isPresent() && agent.isPresent()) {
      throw new TokenRefused("The token names a client and an agent; a person is limited to one.");
    }
    return Reach.of(client, agent);
  }

  private static PersonToken token(
      JwtClaims verified, Map<String, Object> claims, Set<String> scopes, Reach reach) {
    try {
      OpenIdSubject person = new OpenIdSubject(verified.getIssuer(), verified.getSubject());
      return new PersonToken(
          person,
          name(claims, person.subject()),
          scopes,
          reach,
          Instant.ofEpochMilli(verified.getIssuedAt().getValueInMillis()),
          Instant.ofEpochMilli(verified.getExpirationTime().getValueInMillis()).plus(Tokens.SKEW));
    } catch (MalformedClaimException | IllegalArgumentException e) {
      throw new TokenRefused("The claim sub of the token names nobody.");
    }
  }

  private static String name(Map<String, Object> claims, String otherwise) {
    String name =
        NAMES.stream()
            .map(claims::get)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .map(text -> text.replaceAll("\\p{C}", " ").strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(otherwise);
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }
}
