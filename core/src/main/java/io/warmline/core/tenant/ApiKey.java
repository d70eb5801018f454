package io.warmline.core.tenant;

import io.warmline.core.id.KeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a key. The key itself is not: of that only the digest is kept.
 *
 * @param grant what it may do, from where and until when
 * @param rotatedFrom the key that it takes the place of
 * @param person who signs in with tokens of a provider, and has no key that could be shown; empty:
 *     it is a key
 * @param lastUsedAt to the minute
 */
public record ApiKey(
    KeyId id,
    String name,
    Grant grant,
    Optional<KeyId> rotatedFrom,
    Optional<OpenIdSubject> person,
    Instant createdAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {

  /** A key that is new, and takes nobody's place. */
  public static ApiKey made(String name, Grant grant, Instant now) {
    return new ApiKey(
        KeyId.next(),
        name,
        grant,
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  /** Another that takes its place, with the same rights. */
  public ApiKey successor(Instant now) {
    return new ApiKey(
        KeyId.next(),
        name,
        grant,
        Optional.of(id),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * What a key may do.
   *
   * @param reach to whose things it is limited
   * @param networks from where it may be used; empty: from anywhere
   * @param expiresAt from then on it is not valid; empty: it has no end
   */
  public record Grant(
      Set<String> scopes, Reach reach, List<Network> networks, Optional<Instant> expiresAt) {

    public Grant {
      scopes = Set.copyOf(scopes);
      networks = List.copyOf(networks);
    }

    /** To all that is the firm's, from anywhere and without an end. */
    public static Grant of(Set<String> scopes) {
      return new Grant(scopes, new Reach.Firm(), List.of(), Optional.empty());
    }

    /** The same with another end. */
    public Grant until(Optional<Instant> end) {
      return new Grant(scopes, reach, networks, end);
    }

    /** The same, limited to this. */
    public Grant limitedTo(Reach limit) {
      return new Grant(scopes, limit, networks, expiresAt);
    }
  }

  /** Whether somebody who shows the key is let in at that time. */
  public boolean isActive(Instant at) {
    return revokedAt.isEmpty() && grant.expiresAt().filter(end -> !end.isAfter(at)).isEmpty();
  }
}
