package io.warmline.api.openid;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens are believed: access tokens that the provider has signed for us, and that are valid
 * now. Which key has signed is looked for among those that the provider publishes, and nowhere that
 * the token names (RFC 8725).
 */
final class Tokens {

  static final int LONGEST = 16 * 1024;

  /** By how much clocks may differ. */
  static final Duration SKEW = Duration.ofSeconds(30);

  private static final Set<String> ALGORITHMS =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  /** Of access tokens (RFC 9068, and as most providers have it). */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private final String issuer;
  private final String audience;
  private final ProviderKeys keys;
  private final Clock clock;

  Tokens(String issuer, String audience, ProviderKeys keys, Clock clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What a token says.
   *
   * @throws TokenRefused if it is not believed
   * @throws ProviderAway if nobody can say whether it is to be
   */
  JwtClaims verified(String token) {
    if (token.length() > LONGEST) {
      throw new TokenRefused("The token has more than " + LONGEST + " characters.");
    }
    JsonWebSignature signed = parsed(token);
    requireHeader(signed);
    String payload = payloadOf(signed);
    try {
      JwtClaims claims = JwtClaims.parse(payload);
      checked(claims, signed);
      requireAccess(claims);
      return claims;
    } catch (InvalidJwtException e) {
      throw new TokenRefused(wordsFor(e));
    }
  }

  private static JsonWebSignature parsed(String token) {
    if (token.chars().filter(c -> c == '.').count() != 2) {
      throw new TokenRefused("This is no signed token (three parts with dots between).");
    }
    try {
      JsonWebSignature signed = new JsonWebSignature();
      signed.setAlgorithmConstraints(
          new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new)));
      signed.setCompactSerialization(token);
      return signed;
    } catch (JoseException | RuntimeException e) {
      throw new TokenRefused("The token cannot be read.");
    }
  }

  private static void requireHeader(JsonWebSignature signed) {
    if (!(signed.getHeaders().getObjectHeaderValue("alg") instanceof String algorithm)
        || !ALGORITHMS.contains(algorithm)) {
      throw new TokenRefused("The token is not signed as it has to be: RS, PS or ES with 256 on.");
    }
    if (signed.getHeaders().getObjectHeaderValue("crit") != null) {
      throw new TokenRefused(
          "The header of the token has crit, of which nothing is understood here.");
    }
    Object kid = signed.getHeaders().getObjectHeaderValue("kid");
    Object type = signed.getHeaders().getObjectHeaderValue("typ");
    boolean typed =
        type == null
            || (type instanceof String text && TYPES.contains(text.toLowerCase(Locale.ROOT)));
    if (!typed || (kid != null && !(kid instanceof String))) {
      throw new TokenRefused("The header of the token is not that of an access token.");
    }
  }

  private String payloadOf(JsonWebSignature signed) {
    try {
      JsonWebKey key = select(signed, keys.current());
      if (key == null) {
        key = select(signed, keys.latest());
      }
      if (key == null) {
        throw new TokenRefused("The token is signed by a key that the provider does not publish.");
      }
      signed.setKey(key.getKey());
      if (!signed.verifySignature()) {
        throw new TokenRefused("The signature of the token is not right.");
      }
      return signed.getPayload();
    } catch (JoseException e) {
      throw new TokenRefused("The signature of the token is not right.");
    }
  }

  private static @Nullable JsonWebKey select(JsonWebSignature signed, List<JsonWebKey> keys)
      throws JoseException {
    VerificationJwkSelector selector = new VerificationJwkSelector();
    List<JsonWebKey> fitting = selector.selectList(signed, keys);
    return fitting.size() <= 1
        ? selector.select(signed, fitting)
        : selector.selectWithVerifySignatureDisambiguate(signed, fitting);
  }

  private void checked(JwtClaims claims, JsonWebSignature signed) throws InvalidJwtException {
    NumericDate now = NumericDate.fromMilliseconds(clock.millis());
    new JwtConsumerBuilder()
        .setSkipSignatureVerification()
        .setExpectedIssuer(true, issuer)
        .setExpectedAudience(true, audience)
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setEvaluationTime(now)
        .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
        .build()
        .processContext(new JwtContext(claims, List.of(signed)));
    try {
      long issued = claims.getIssuedAt().getValue();
      if (issued < 0 || issued > now.getValue() + SKEW.toSeconds()) {
        throw new TokenRefused("The token was not issued in the past.");
      }
    } catch (MalformedClaimException e) {
      throw new TokenRefused("The token does not say when it was issued.");
    }
  }

  /**
   * Other tokens of a provider are signed by the same keys, and may be for the same audience: who
   * logged in (OpenID Connect), who logged out, what is given for a new token (Keycloak says so in
   * a claim {@code typ}). And a token that is bound to a key of its holder is no bearer token.
   */
  private static void requireAccess(JwtClaims claims) {
    Map<String, Object> said = claims.getClaimsMap();
    Object type = said.get("typ");
    boolean other = type != null && !String.valueOf(type).equalsIgnoreCase("bearer");
    if (other
        || said.containsKey("at_hash")
        || said.containsKey("c_hash")
        || said.containsKey("events")) {
      throw new TokenRefused(
          "This is no access token. An ID token tells a program who logged in; send the access token.");
    }
    if (said.containsKey("cnf")) {
      throw new TokenRefused(
          "The token is bound to a key of its holder (cnf), which is not asked for here.");
    }
  }

  private static String wordsFor(InvalidJwtException e) {
    if (e.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "The token has expired.";
    }
    if (e.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
      return "The token is not valid yet.";
    }
    if (e.hasErrorCode(ErrorCodes.ISSUER_INVALID) || e.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
      return "The token is of another issuer.";
    }
    if (e.hasErrorCode(ErrorCodes.AUDIENCE_INVALID)
        || e.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
      return "The token is for another audience.";
    }
    return "The claims of the token are not right: it needs iss, aud, sub, exp and iat, each once.";
  }
}
