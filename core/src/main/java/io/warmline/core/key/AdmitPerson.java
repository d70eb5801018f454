package io.warmline.core.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.client.Clients;
import io.warmline.core.event.Events;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.People;
import io.warmline.core.tenant.PersonToken;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets in a person whose token was verified. At the first token the person is put on record, as a
 * key that nobody can present. As with keys, what was found is believed for a second, so that a
 * revoked person is refused on every server before two are over.
 */
@ApplicationScoped
public class AdmitPerson {

  private static final Duration BELIEVED = Duration.ofSeconds(1);

  /** How exactly the last use is known. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final CurrentTenant current;
  private final Tenants tenants;
  private final TenantTransaction transaction;
  private final People people;
  private final Agents agents;
  private final Clients clients;
  private final Events events;
  private final Clock clock;
  private final Cache<Asked, ApiKeys.Identity> found =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(BELIEVED).build();

  AdmitPerson(
      CurrentTenant current,
      Tenants tenants,
      TenantTransaction transaction,
      People people,
      Agents agents,
      Clients clients,
      Events events,
      Clock clock) {
    this.current = current;
    this.tenants = tenants;
    this.transaction = transaction;
    this.people = people;
    this.agents = agents;
    this.clients = clients;
    this.events = events;
    this.clock = clock;
  }

  private record Asked(Optional<TenantId> tenant, PersonToken token) {}

  /**
   * Who that is here, and what the token lets the person do.
   *
   * @param named the tenant that the token names; empty: the only one there is
   * @throws WarmlineException PERSON_NOT_ADMITTED if there is no such tenant, or several and none
   *     is named, or no such client or agent; PERSON_REVOKED if their access was revoked;
   *     TENANT_SUSPENDED
   */
  public ApiKeys.Identity admit(Optional<TenantId> named, PersonToken token) {
    return found.get(new Asked(named, token), this::lookUp);
  }

  private ApiKeys.Identity lookUp(Asked asked) {
    TenantId tenant =
        asked
            .tenant()
            .or(tenants::only)
            .orElseThrow(
                () -> refused("This server is run for several firms, and the token names none."));
    current.enter(tenant);
    KeyId key = transaction.call(() -> enter(asked.token()));
    return new ApiKeys.Identity(
        tenant,
        key.value(),
        asked.token().scopes(),
        asked.token().reach(),
        List.of(),
        Optional.of(asked.token().expiresAt()),
        false);
  }

  private KeyId enter(PersonToken token) {
    if (!tenants.isKnown()) {
      throw refused("The token names a firm that is not here.");
    }
    tenants.requireAtWork();
    Instant now = clock.instant();
    Optional<People.Known> known = people.find(token.person());
    known.filter(People.Known::revoked).ifPresent(person -> refuseRevoked());
    requireThere(token);
    if (known.isPresent()) {
      people.seen(known.get().id(), token, now, now.minus(NOTED));
      return known.get().id();
    }
    KeyId id = KeyId.next();
    if (people.add(id, token, now)) {
      events.record(new KeyEvent.Created(id, id), now);
      return id;
    }
    return people
        .find(token.person())
        .map(People.Known::id)
        .orElseThrow(() -> new TenantTransaction.Collision("a person who came for the first time"));
  }

  private void requireThere(PersonToken token) {
    try {
      token.reach().toClient().ifPresent(clients::hold);
      token.reach().toAgent().ifPresent(agents::hold);
    } catch (NotFound e) {
      throw refused(
          "The token limits the person to the " + token.reach().label() + ", and there is none.");
    }
  }

  private static void refuseRevoked() {
    throw new WarmlineException(
        ProblemCode.PERSON_REVOKED,
        "The access of this person was revoked here, whatever the provider says. Ask an administrator.");
  }

  private static WarmlineException refused(String why) {
    return new WarmlineException(ProblemCode.PERSON_NOT_ADMITTED, why);
  }
}
