package io.warmline.core.key;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.agent.Agents;
import io.warmline.core.client.Clients;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.KeyId;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.EndKeys;
import io.warmline.core.tenant.Network;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes keys, replaces them and takes them back. A key makes none that may do more than it may do
 * itself, from more places, or for longer.
 */
@ApplicationScoped
public class ManageKeys implements EndKeys {

  /** How long the key of an agent lasts at the most: a day's work. */
  public static final Duration AGENT_KEY_LASTS = Duration.ofHours(24);

  private final TenantTransaction transaction;
  private final ApiKeys keys;
  private final Clients clients;
  private final Agents agents;
  private final Events events;
  private final Clock clock;

  ManageKeys(
      TenantTransaction transaction,
      ApiKeys keys,
      Clients clients,
      Agents agents,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.keys = keys;
    this.clients = clients;
    this.agents = agents;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A key that was made.
   *
   * @param secret the key itself, which is not known any more after this
   */
  public record IssuedKey(ApiKey key, String secret) {

    /** Hides the secret. */
    @Override
    public String toString() {
      return "IssuedKey[" + key.id() + "]";
    }
  }

  /**
   * Whoever makes keys.
   *
   * @param scopes what the request may do: a token of a person may say less than the last that was
   *     shown
   */
  public record Maker(KeyId key, Set<String> scopes) {

    private ApiKey.Grant limitOf(ApiKeys keys) {
      ApiKey.Grant own = keys.get(key).grant();
      return new ApiKey.Grant(scopes, own.reach(), own.networks(), own.expiresAt());
    }
  }

  /**
   * Makes a key.
   *
   * @param by whoever makes it, and may do that at the moment
   * @throws InvalidValue if it would have expired already; if it is an agent's and lasts longer
   *     than {@link #AGENT_KEY_LASTS}
   * @throws NotFound if the tenant has no such client or agent
   * @throws WarmlineException KEY_EXCEEDS_CALLER if it would be more than that key
   */
  public IssuedKey create(String name, ApiKey.Grant grant, Maker by) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          if (grant.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new InvalidValue("/expiresAt", "IN_THE_PAST", "must be later than now");
          }
          grant.reach().toClient().ifPresent(clients::hold);
          grant.reach().toAgent().ifPresent(agent -> requireShort(agent, grant, now));
          requireWithin(by.limitOf(keys), grant);
          IssuedKey made = add(ApiKey.made(name, grant, now));
          events.record(new KeyEvent.Created(made.key().id(), by.key()), now);
          return made;
        });
  }

  private void requireShort(AgentId agent, ApiKey.Grant grant, Instant now) {
    agents.hold(agent);
    Instant latest = now.plus(AGENT_KEY_LASTS);
    if (grant.expiresAt().isEmpty()) {
      throw new InvalidValue(
          "/expiresAt", "REQUIRED", "an agent's key ends, at the latest at " + latest);
    }
    if (grant.expiresAt().get().isAfter(latest)) {
      throw new InvalidValue(
          "/expiresAt", "TOO_LATE", "an agent's key ends within 24 hours, by " + latest);
    }
  }

  @Override
  public void of(Reach gone, Instant now) {
    events.recordAll(
        keys.revokeAllOf(gone, now).stream().map(key -> new KeyEvent.Revoked(key, null)).toList(),
        now);
  }

  private IssuedKey add(ApiKey key) {
    String secret = keys.generate();
    keys.add(key, secret);
    return new IssuedKey(key, secret);
  }

  /**
   * Gives a key a successor with the same rights, and lets it end.
   *
   * @param overlap how long both are valid; 0: the old one ends at once
   * @param by whoever does it, and may do that at the moment
   * @throws NotFound if the tenant has no such key
   * @throws WarmlineException KEY_OF_PERSON if it is a person; KEY_INACTIVE if it is not valid any
   *     more; KEY_EXCEEDS_CALLER if it may do more than the key of whoever does it
   */
  public IssuedKey rotate(KeyId id, Duration overlap, Maker by) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          keys.lockAdmins(now);
          ApiKey old = keys.get(id);
          if (old.person().isPresent()) {
            throw new WarmlineException(
                ProblemCode.KEY_OF_PERSON,
                "This entry is a person, who signs in with tokens and has no key to rotate. Revoke the"
                    + " person here, or change their roles at the provider.");
          }
          if (!old.isActive(now)) {
            throw new WarmlineException(
                ProblemCode.KEY_INACTIVE,
                "This key was revoked or has expired. Make a new one instead.");
          }
          requireWithin(by.limitOf(keys), old.grant());
          Instant end = now.plus(overlap);
          IssuedKey made = add(old.successor(now));
          keys.endAt(id, end);
          Instant until = old.grant().expiresAt().filter(end::isAfter).orElse(end);
          events.record(new KeyEvent.Rotated(id, made.key().id(), until, by.key()), now);
          return made;
        });
  }

  /**
   * Takes a key back. It is refused on every server within two seconds. Doing so again changes
   * nothing.
   *
   * @param by the key of whoever does it
   * @throws NotFound if the tenant has no such key
   * @throws WarmlineException LAST_ADMIN_KEY if nobody could make keys any more
   */
  public ApiKey revoke(KeyId id, KeyId by) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Set<KeyId> admins = keys.lockAdmins(now);
          ApiKey key = keys.get(id);
          if (key.revokedAt().isPresent()) {
            return key;
          }
          if (admins.equals(Set.of(id))) {
            throw new WarmlineException(
                ProblemCode.LAST_ADMIN_KEY,
                "This is the last valid key with the scope "
                    + ApiKeys.ADMIN
                    + ". Make another one first.");
          }
          keys.revoke(id, now);
          events.record(new KeyEvent.Revoked(id, by), now);
          return keys.get(id);
        });
  }

  private static void requireWithin(ApiKey.Grant own, ApiKey.Grant wanted) {
    List<Violation> excess = new ArrayList<>();
    Set<String> lacking = new TreeSet<>(wanted.scopes());
    lacking.removeAll(own.scopes());
    if (!lacking.isEmpty()) {
      excess.add(
          excess("/scopes", "your key does not have " + String.join(", ", lacking) + " itself"));
    }
    if (!own.reach().isWhole() && !own.reach().equals(wanted.reach())) {
      excess.add(excess("", "your key is limited to the " + own.reach().label()));
    }
    if (!own.networks().isEmpty() && !isWithin(own.networks(), wanted.networks())) {
      excess.add(excess("/networks", "your key is used from " + own.networks() + " only"));
    }
    own.expiresAt()
        .filter(end -> wanted.expiresAt().filter(wish -> !wish.isAfter(end)).isEmpty())
        .ifPresent(end -> excess.add(excess("/expiresAt", "your key itself ends at " + end)));
    if (!excess.isEmpty()) {
      throw new WarmlineException(
          ProblemCode.KEY_EXCEEDS_CALLER,
          "A key grants no more than the key by which it is made; see errors.",
          excess);
    }
  }

  private static boolean isWithin(List<Network> own, List<Network> wanted) {
    return !wanted.isEmpty()
        && wanted.stream().allMatch(one -> own.stream().anyMatch(mine -> mine.contains(one)));
  }

  private static Violation excess(String pointer, String message) {
    return new Violation(pointer, "EXCEEDS_CALLER", message);
  }
}
