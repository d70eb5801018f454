package io.warmline.core.tenant;

import java.time.Instant;
import java.util.Set;

/**
 * What a token says of a person, once it was verified.
 *
 * @param name what people call the person
 * @param scopes those of its roles
 * @param reach to whose things the person is limited
 * @param issuedAt when the provider said so
 * @param expiresAt from then on it says nothing
 */
public record PersonToken(
    OpenIdSubject person,
    String name,
    Set<String> scopes,
    Reach reach,
    Instant issuedAt,
    Instant expiresAt) {

  public PersonToken {
    scopes = Set.copyOf(scopes);
  }
}
