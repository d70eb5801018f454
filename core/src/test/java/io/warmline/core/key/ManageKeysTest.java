package io.warmline.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKey;
import io.warmline.core.tenant.ApiKeys;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Network;
import io.warmline.core.tenant.Reach;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ManageKeysTest extends OnPostgres {

  private static final Set<String> ALL = Set.of(ApiKeys.ADMIN, "leads:read", "leads:write");
  private static final Duration A_DAY = Duration.ofDays(1);

  @Inject ManageKeys manage;
  @Inject ApiKeys keys;
  @Inject CurrentTenant tenant;
  @Inject ManageClient manageClient;
  @Inject ManageAgent manageAgent;
  @Inject RequestContextController requests;

  private KeyId first = KeyId.next();

  @BeforeEach
  void aFirmWithOneKey() {
    String secret = keys.generate();
    keys.register("first", secret, ALL);
    first = new KeyId(keys.authenticate(secret).orElseThrow().key());
  }

  private ApiKey read(KeyId id) {
    return transaction.call(() -> keys.get(id));
  }

  private ManageKeys.Maker by(KeyId id) {
    return new ManageKeys.Maker(id, read(id).grant().scopes());
  }

  private static ApiKey.Grant reading() {
    return ApiKey.Grant.of(Set.of("leads:read"));
  }

  private static ApiKey.Grant within(String... networks) {
    return new ApiKey.Grant(
        ALL, new Reach.Firm(), Stream.of(networks).map(Network::parse).toList(), Optional.empty());
  }

  private ApiKey.Grant until(Duration end) {
    return ApiKey.Grant.of(ALL).until(Optional.of(clock.instant().plus(end)));
  }

  private static void refused(Runnable work, ProblemCode code) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aKeyLetsInAndIsKeptByItsDigestAlone() {
    ManageKeys.IssuedKey made = manage.create("Reader", reading(), by(first));

    ApiKeys.Identity identity = keys.authenticate(made.secret()).orElseThrow();
    assertThat(identity.key()).isEqualTo(made.key().id().value());
    assertThat(identity.scopes()).containsExactly("leads:read");
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(events(EventType.API_KEY_CREATED))
        .singleElement()
        .satisfies(e -> assertThat(e.data()).containsEntry("keyId", first.toString()));
  }

  @Test
  void aKeyGrantsNoMoreThanTheOneByWhichItIsMade() {
    KeyId here = manage.create("Here", within("10.0.0.0/8"), by(first)).key().id();
    KeyId brief = manage.create("Brief", until(A_DAY), by(first)).key().id();

    refused(
        () -> manage.create("x", ApiKey.Grant.of(Set.of("calls:read")), by(first)),
        ProblemCode.KEY_EXCEEDS_CALLER);
    for (ApiKey.Grant more :
        List.of(within(), within("0.0.0.0/0"), within("10.1.0.0/16", "11.0.0.0/8"))) {
      refused(() -> manage.create("x", more, by(here)), ProblemCode.KEY_EXCEEDS_CALLER);
    }
    for (ApiKey.Grant more : List.of(within(), until(A_DAY.plusNanos(1000)))) {
      refused(() -> manage.create("x", more, by(brief)), ProblemCode.KEY_EXCEEDS_CALLER);
    }
    assertThat(manage.create("x", within("10.1.0.0/16"), by(here))).isNotNull();
    assertThat(manage.create("x", until(A_DAY), by(brief))).isNotNull();
  }

  /** Or whoever may make keys would be given one that may do everything. */
  @Test
  void aKeyThatMayDoMoreIsNotReplacedByOneThatMayDoLess() {
    KeyId less =
        manage.create("Less", ApiKey.Grant.of(Set.of(ApiKeys.ADMIN)), by(first)).key().id();

    refused(() -> manage.rotate(first, A_DAY, by(less)), ProblemCode.KEY_EXCEEDS_CALLER);
  }

  @Test
  void bothKeysAreValidUntilTheOldOneEnds() {
    ManageKeys.IssuedKey old = manage.create("Reader", reading(), by(first));

    ManageKeys.IssuedKey next = manage.rotate(old.key().id(), A_DAY, by(first));

    assertThat(next.key().rotatedFrom()).contains(old.key().id());
    assertThat(next.key().grant()).isEqualTo(reading());
    assertThat(keys.authenticate(old.secret())).isPresent();
    clock.advance(A_DAY.minusSeconds(1));
    assertThat(keys.authenticate(old.secret())).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.authenticate(old.secret())).isEmpty();
    assertThat(keys.authenticate(next.secret())).isPresent();
    refused(() -> manage.rotate(old.key().id(), A_DAY, by(first)), ProblemCode.KEY_INACTIVE);
  }

  @Test
  void aKeyThatEndsSoonerIsNotProlongedByItsReplacement() {
    Instant soon = clock.instant().plusSeconds(60);
    ManageKeys.IssuedKey old =
        manage.create("Reader", reading().until(Optional.of(soon)), by(first));

    ManageKeys.IssuedKey next = manage.rotate(old.key().id(), A_DAY, by(first));

    assertThat(read(old.key().id()).grant().expiresAt()).contains(soon);
    assertThat(next.key().grant().expiresAt()).contains(soon);
  }

  @Test
  void aRevokedKeyIsRefusedWithinTwoSeconds() throws InterruptedException {
    ManageKeys.IssuedKey made = manage.create("Reader", reading(), by(first));
    assertThat(keys.authenticate(made.secret())).isPresent();

    manage.revoke(made.key().id(), first);

    Thread.sleep(2000);
    assertThat(keys.authenticate(made.secret())).isEmpty();
    assertThat(manage.revoke(made.key().id(), first).revokedAt()).isPresent();
    assertThat(events(EventType.API_KEY_REVOKED)).hasSize(1);
  }

  @Test
  void theLastKeyThatMakesKeysStays() {
    KeyId second = manage.create("Second", ApiKey.Grant.of(ALL), by(first)).key().id();
    manage.create("Reader", reading(), by(first));

    manage.revoke(first, second);

    refused(() -> manage.revoke(second, second), ProblemCode.LAST_ADMIN_KEY);
    assertThat(read(second).isActive(clock.instant())).isTrue();
  }

  @Test
  void twoThatRevokeEachOtherLeaveOne() {
    for (int round = 0; round < 5; round++) {
      KeyId second = manage.create("Second", ApiKey.Grant.of(ALL), by(first)).key().id();
      TenantId here = tenant.id();

      KeyId other = first;
      List<Boolean> done =
          Race.of(
              List.<Callable<Boolean>>of(
                  () -> revokes(here, other, second), () -> revokes(here, second, other)));

      assertThat(done).containsExactlyInAnyOrder(true, false);
      first = done.get(0) ? second : first;
    }
  }

  private boolean revokes(TenantId here, KeyId key, KeyId by) {
    requests.activate();
    try {
      tenant.enter(here);
      manage.revoke(key, by);
      return true;
    } catch (WarmlineException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.LAST_ADMIN_KEY);
      return false;
    } finally {
      requests.deactivate();
    }
  }

  @Test
  void theLastUseIsKnownToTheMinute() throws InterruptedException {
    ManageKeys.IssuedKey made = manage.create("Reader", reading(), by(first));
    assertThat(made.key().lastUsedAt()).isEmpty();
    Instant then = clock.instant();

    keys.authenticate(made.secret());
    assertThat(read(made.key().id()).lastUsedAt()).contains(then);

    clock.advance(Duration.ofSeconds(61));
    Thread.sleep(1100);
    keys.authenticate(made.secret());
    assertThat(read(made.key().id()).lastUsedAt()).contains(then.plusSeconds(61));
  }

  @Test
  void aSlipOfTheHandShowsWithoutAskingAnybody() {
    String key = keys.generate();

    assertThat(ApiKeys.isMistyped(key)).isFalse();
    for (int i = "wl_live_".length(); i < key.length(); i++) {
      char other = key.charAt(i) == 'x' ? 'y' : 'x';
      String slip = key.substring(0, i) + other + key.substring(i + 1);
      assertThat(ApiKeys.isMistyped(slip)).as(slip).isTrue();
      assertThatThrownBy(() -> keys.register("x", slip, ALL))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private ClientId client() {
    return manageClient
        .create(
            new Client.Profile(
                "Gulf Coast IT",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty()))
        .id();
  }

  private ApiKey.Grant actingAs(AgentId agent, Duration end) {
    return reading()
        .limitedTo(new Reach.OfAgent(agent))
        .until(Optional.of(clock.instant().plus(end)));
  }

  @Test
  void aKeyIsLimitedToAClientOrAnAgentAndSoIsItsReplacement() {
    Reach reach = new Reach.OfClient(client());

    ManageKeys.IssuedKey made = manage.create("CRM", reading().limitedTo(reach), by(first));
    ManageKeys.IssuedKey next = manage.rotate(made.key().id(), A_DAY, by(first));

    for (ManageKeys.IssuedKey one : List.of(made, next)) {
      assertThat(keys.authenticate(one.secret()).orElseThrow().reach()).isEqualTo(reach);
      assertThat(read(one.key().id()).grant().reach()).isEqualTo(reach);
    }
    assertThat(read(first).grant().reach()).isEqualTo(new Reach.Firm());
  }

  @Test
  void aKeyIsLimitedToSomebodyWhoIsThere() {
    for (Reach nobody :
        List.of(new Reach.OfClient(ClientId.next()), new Reach.OfAgent(AgentId.next()))) {
      refused(
          () ->
              manage.create(
                  "x",
                  reading().limitedTo(nobody).until(Optional.of(clock.instant().plusSeconds(60))),
                  by(first)),
          ProblemCode.NOT_FOUND);
    }
  }

  @Test
  void anAgentsKeyEndsWithinADay() {
    AgentId agent = given.agent();
    Reach reach = new Reach.OfAgent(agent);

    refused(
        () -> manage.create("x", reading().limitedTo(reach), by(first)), ProblemCode.INVALID_VALUE);
    refused(
        () -> manage.create("x", actingAs(agent, A_DAY.plusNanos(1000)), by(first)),
        ProblemCode.INVALID_VALUE);

    assertThat(manage.create("Desk", actingAs(agent, A_DAY), by(first)).key().grant().reach())
        .isEqualTo(reach);
  }

  @Test
  void aLimitedKeyMakesNoneThatReachesFurther() {
    Reach reach = new Reach.OfClient(client());
    KeyId limited =
        manage.create("Limited", ApiKey.Grant.of(ALL).limitedTo(reach), by(first)).key().id();

    for (Reach other : List.of(new Reach.Firm(), new Reach.OfClient(client()))) {
      refused(
          () -> manage.create("x", reading().limitedTo(other), by(limited)),
          ProblemCode.KEY_EXCEEDS_CALLER);
    }
    assertThat(manage.create("x", reading().limitedTo(reach), by(limited))).isNotNull();
    refused(() -> manage.rotate(first, A_DAY, by(limited)), ProblemCode.KEY_EXCEEDS_CALLER);
  }

  @Test
  void keysEndWithTheClientOrTheAgentToWhomTheyAreLimited() {
    ClientId client = client();
    AgentId agent = given.agent();
    ManageKeys.IssuedKey clients =
        manage.create("CRM", reading().limitedTo(new Reach.OfClient(client)), by(first));
    ManageKeys.IssuedKey agents = manage.create("Desk", actingAs(agent, A_DAY), by(first));
    ManageKeys.IssuedKey others = manage.create("Other", actingAs(given.agent(), A_DAY), by(first));

    manageClient.delete(client, Optional.empty());
    manageAgent.delete(agent);

    assertThat(read(clients.key().id()).isActive(clock.instant())).isFalse();
    assertThat(read(agents.key().id()).isActive(clock.instant())).isFalse();
    assertThat(read(others.key().id()).isActive(clock.instant())).isTrue();
    assertThat(events(EventType.API_KEY_REVOKED))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.data()).doesNotContainKey("keyId"));
  }
}
