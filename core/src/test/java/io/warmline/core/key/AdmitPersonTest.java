package io.warmline.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.OpenIdSubject;
import io.warmline.core.tenant.PersonToken;
import io.warmline.core.tenant.Reach;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People on record, as keys that nobody can present. */
@QuarkusTest
class AdmitPersonTest extends OnPostgres {

  private static final String ISSUER = "https://id.example.com";

  @Inject AdmitPerson admit;
  @Inject ManageKeys manage;
  @Inject ManageAgent manageAgent;
  @Inject ApiKeys keys;
  @Inject CurrentTenant tenant;
  @Inject RequestContextController requests;

  private final OpenIdSubject ada = new OpenIdSubject(ISSUER, UUID.randomUUID().toString());

  private PersonToken token(Duration later, String... scopes) {
    return token(later, new Reach.Firm(), scopes);
  }

  private PersonToken token(Duration later, Reach reach, String... scopes) {
    Instant issued = clock.instant().plus(later);
    return new PersonToken(
        ada, "Ada Lovelace", Set.of(scopes), reach, issued, issued.plus(Duration.ofMinutes(5)));
  }

  private ApiKeys.Identity admitted(PersonToken token) {
    return admit.admit(Optional.of(tenant.id()), token);
  }

  private ApiKey onRecord(ApiKeys.Identity identity) {
    return transaction.call(() -> keys.get(new KeyId(identity.key())));
  }

  private KeyId aKey(String... scopes) {
    String secret = keys.generate();
    keys.register("a key", secret, Set.of(scopes));
    return new KeyId(keys.authenticate(secret).orElseThrow().key());
  }

  private static void refused(Runnable work, ProblemCode code) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aPersonIsOnRecordFromTheFirstTokenOn() {
    ApiKeys.Identity identity = admitted(token(Duration.ZERO, "leads:read"));

    ApiKey person = onRecord(identity);
    assertThat(person.person()).contains(ada);
    assertThat(person.name()).isEqualTo("Ada Lovelace");
    assertThat(person.grant().scopes()).containsExactly("leads:read");
    assertThat(person.lastUsedAt()).contains(clock.instant());
    assertThat(identity.scopes()).containsExactly("leads:read");
    assertThat(events(EventType.API_KEY_CREATED)).hasSize(1);
  }

  /** Two servers, or two connections of one: tokens that differ are not asked for together. */
  @Test
  void whoeverComesByEightTokensAtOnceIsOnePerson() {
    TenantId here = tenant.id();
    List<PersonToken> tokens =
        IntStream.range(0, 8).mapToObj(i -> token(Duration.ofSeconds(i), "leads:read")).toList();

    List<UUID> ids =
        Race.of(tokens.stream().<Callable<UUID>>map(one -> () -> admittedIn(here, one)).toList());

    assertThat(Set.copyOf(ids)).hasSize(1);
    assertThat(transaction.call(() -> keys.list(new Cursor.Paging(50, null))).items())
        .filteredOn(key -> key.person().isPresent())
        .hasSize(1);
    assertThat(events(EventType.API_KEY_CREATED)).hasSize(1);
  }

  private UUID admittedIn(TenantId here, PersonToken token) {
    requests.activate();
    try {
      return admit.admit(Optional.of(here), token).key();
    } finally {
      requests.deactivate();
    }
  }

  @Test
  void theNextTokenChangesWhatThePersonMayDoAndAnOlderOneDoesNotChangeItBack() {
    PersonToken first = token(Duration.ZERO, "leads:read", "leads:write");
    admitted(first);

    ApiKeys.Identity next = admitted(token(Duration.ofSeconds(60), "calls:read"));
    assertThat(next.scopes()).containsExactly("calls:read");
    assertThat(onRecord(next).grant().scopes()).containsExactly("calls:read");

    ApiKeys.Identity again = admitted(first);
    assertThat(again.key()).isEqualTo(next.key());
    assertThat(onRecord(again).grant().scopes()).containsExactly("calls:read");
  }

  @Test
  void whoeverIsTakenBackIsRefusedWithinTwoSecondsWhateverTheTokenSays()
      throws InterruptedException {
    KeyId admin = aKey(ApiKeys.ADMIN);
    PersonToken token = token(Duration.ZERO, "leads:read");
    KeyId person = new KeyId(admitted(token).key());

    manage.revoke(person, admin);

    Thread.sleep(2000);
    refused(() -> admitted(token), ProblemCode.PERSON_REVOKED);
    refused(() -> admitted(token(Duration.ofMinutes(1), "leads:read")), ProblemCode.PERSON_REVOKED);
  }

  @Test
  void aPersonIsNotRotatedAndIsNotTheLastThatMakesKeys() {
    KeyId admin = aKey(ApiKeys.ADMIN);
    KeyId person = new KeyId(admitted(token(Duration.ZERO, ApiKeys.ADMIN)).key());
    ManageKeys.Maker byAdmin = new ManageKeys.Maker(admin, Set.of(ApiKeys.ADMIN));

    refused(() -> manage.rotate(person, Duration.ZERO, byAdmin), ProblemCode.KEY_OF_PERSON);
    refused(() -> manage.revoke(admin, person), ProblemCode.LAST_ADMIN_KEY);
    assertThat(manage.revoke(person, admin).revokedAt()).isPresent();
  }

  /** The row has what the newest token says; whoever shows an older one has that. */
  @Test
  void aKeyGrantsNoMoreThanTheTokenByWhichItIsMade() {
    KeyId person = new KeyId(admitted(token(Duration.ZERO, ApiKeys.ADMIN, "leads:read")).key());

    refused(
        () ->
            manage.create(
                "x",
                ApiKey.Grant.of(Set.of("leads:read")),
                new ManageKeys.Maker(person, Set.of(ApiKeys.ADMIN))),
        ProblemCode.KEY_EXCEEDS_CALLER);
  }

  @Test
  void anAgentsPersonEndsWithTheAgent() {
    AgentId agent = given.agent();
    PersonToken token = token(Duration.ZERO, new Reach.OfAgent(agent), "calls:read");

    ApiKeys.Identity identity = admitted(token);
    assertThat(identity.reach()).isEqualTo(new Reach.OfAgent(agent));
    assertThat(onRecord(identity).grant().reach()).isEqualTo(new Reach.OfAgent(agent));

    manageAgent.delete(agent);
    refused(
        () -> admitted(token(Duration.ofSeconds(1), new Reach.OfAgent(agent), "calls:read")),
        ProblemCode.PERSON_REVOKED);
  }

  @Test
  void whomTheTokenPutsNowhereIsNotLetIn() {
    refused(
        () -> admit.admit(Optional.of(TenantId.next()), token(Duration.ZERO, "leads:read")),
        ProblemCode.PERSON_NOT_ADMITTED);
    refused(
        () -> admitted(token(Duration.ZERO, new Reach.OfAgent(AgentId.next()), "calls:read")),
        ProblemCode.PERSON_NOT_ADMITTED);
  }

  /** What the digest is made of is no secret, and opens nothing. */
  @Test
  void nobodyPresentsAPerson() {
    admitted(token(Duration.ZERO, "leads:read"));

    assertThat(keys.authenticate("openid\n" + ISSUER + "\n" + ada.subject())).isEmpty();
  }
}
