package io.warmline.api.openid;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** A token in the making. Unless changed it is in order, and lets an administrator in. */
final class Minted {

  static final String AUDIENCE = "warmline-api";

  private final Map<String, Object> claims = new LinkedHashMap<>();
  private final Map<String, Object> header = new LinkedHashMap<>();

  private Minted() {}

  static Minted by(String issuer) {
    long now = Instant.now().getEpochSecond();
    return new Minted()
        .with("iss", issuer)
        .with("aud", List.of("account", AUDIENCE))
        .with("sub", UUID.randomUUID().toString())
        .with("iat", now)
        .with("exp", now + 300)
        .with("typ", "Bearer")
        .with("azp", "warmline-desk")
        .with("name", "Ada Lovelace")
        .with("realm_access", Map.of("roles", List.of("admin")));
  }

  /** A claim; null takes it away. */
  Minted with(String claim, Object value) {
    if (value == null) {
      claims.remove(claim);
    } else {
      claims.put(claim, value);
    }
    return this;
  }

  Minted roles(String... roles) {
    return with("realm_access", Map.of("roles", List.of(roles)));
  }

  Minted header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  String payload() {
    return JsonUtil.toJson(claims);
  }

  String signedBy(PublicJsonWebKey key) {
    return signedBy(key, key.getKeyType().equals("EC") ? "ES256" : "RS256");
  }

  String signedBy(PublicJsonWebKey key, String algorithm) {
    return signed(key, algorithm, payload());
  }

  String signed(PublicJsonWebKey key, String algorithm, String payload) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(algorithm);
    token.setKeyIdHeaderValue(key.getKeyId());
    header.forEach((name, value) -> token.getHeaders().setObjectHeaderValue(name, value));
    token.setPayload(payload);
    token.setKey(key.getPrivateKey());
    token.setDoKeyValidation(false);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
