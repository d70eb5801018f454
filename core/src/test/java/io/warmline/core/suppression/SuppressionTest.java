package io.warmline.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that is suppressed is not called, whatever happens at the same time. */
@QuarkusTest
class SuppressionTest extends OnPostgres {

  private static final int ROUNDS = 25;

  @Inject SuppressNumber suppress;
  @Inject SaveLead saveLead;
  @Inject PromiseCallback promises;
  @Inject Claims claims;

  AgentId agent;
  CampaignId campaign;

  @BeforeEach
  void aCampaign() {
    agent = given.agent();
    campaign = given.campaign();
  }

  @Test
  void aLeadCreatedWhileItsNumberIsSuppressedIsNotReady() {
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber number = Fixture.number();

      race(() -> given.newLead(campaign).numbers(number).create(), () -> suppress(number));

      invariants.hold();
    }
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @Test
  void aLeadThatGetsANumberWhileItIsSuppressedIsNotReady() {
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber number = Fixture.number();
      LeadId lead = given.lead(campaign);
      LeadFacts withNumber = given.newLead(campaign).numbers(number).facts();

      race(() -> saveLead.change(lead, Optional.empty(), l -> withNumber), () -> suppress(number));

      invariants.hold();
    }
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @Test
  void aLeadThatIsLoggedWhileItsNumberIsSuppressedIsNotReady() {
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber number = Fixture.number();
      LeadId lead = given.newLead(campaign).numbers(number).create();

      race(() -> desk.log(lead, agent, Disposition.BUSY), () -> suppress(number));

      assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
      invariants.hold();
    }
  }

  @Test
  void aLeadThatIsClaimedWhileItsNumberIsSuppressedIsNotHeld() {
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber number = Fixture.number();
      LeadId lead = given.newLead(campaign).numbers(number).create();

      race(() -> desk.claim(agent, 1), () -> suppress(number));

      assertThat(outlook(lead).blockedBy()).contains(BlockCode.DO_NOT_CALL);
      invariants.hold();
    }
  }

  @Test
  void aCallbackPromisedWhileTheNumberIsSuppressedIsNotOpen() {
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber number = Fixture.number();
      LeadId lead = given.newLead(campaign).numbers(number).create();

      race(() -> promised(lead), () -> suppress(number));

      assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
      invariants.hold();
    }
  }

  private boolean promised(LeadId lead) {
    try {
      promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(1))));
      return true;
    } catch (WarmlineException refused) {
      return false;
    }
  }

  /** A lead with two numbers: each side changes a fact about one, and both facts decide its row. */
  @Test
  void aCallToOneNumberAndASuppressionOfTheOtherAreBothHeeded() {
    for (int round = 0; round < ROUNDS; round++) {
      PhoneNumber first = Fixture.number();
      PhoneNumber second = Fixture.number();
      given.newLead(campaign).numbers(first, second).create();
      LeadId called = given.newLead(given.campaign()).numbers(second).create();

      race(() -> desk.log(called, agent, Disposition.NO_ANSWER), () -> suppress(first));

      invariants.hold();
    }
  }

  @Test
  void suppressingANumberManyTimesAtOnceMakesOneEntry() {
    PhoneNumber number = Fixture.number();
    TenantId tenant = given.tenant();
    Callable<Suppression> once = () -> given.as(tenant, () -> suppress(number));

    List<Suppression> entries = Race.of(Collections.nCopies(8, once));

    assertThat(entries).extracting(Suppression::id).containsOnly(entries.get(0).id());
    assertThat(events(EventType.SUPPRESSION_ADDED)).hasSize(1);
  }

  @Test
  void aSuppressionEndsTheClaimOnItsNumber() {
    PhoneNumber number = Fixture.number();
    given.newLead(campaign).numbers(number).create();
    Claim claim = desk.claim(agent);

    suppress(number);

    assertThat(transaction.call(() -> claims.get(claim.id())).status())
        .isEqualTo(ClaimStatus.REVOKED);
  }

  @Test
  void aLeadWithAnotherNumberIsCalledThere() {
    PhoneNumber first = Fixture.number();
    PhoneNumber second = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(first, second).create();

    suppress(first);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(desk.claim(agent).phone()).contains(second);
  }

  @Test
  void aLeadWhoseNumberIsSuppressedIsPromisedNothing() {
    PhoneNumber number = Fixture.number();
    suppress(number);
    LeadId lead = given.newLead(campaign).numbers(number).create();

    assertThat(promised(lead)).isFalse();
  }

  @Test
  void liftingASuppressionRestoresItsLeads() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).create();
    Suppression entry = suppress(number);

    Suppression lifted =
        suppress.remove(
            entry.id(), new Suppression.Evidence("letter of 17 November", Optional.empty()));

    assertThat(lifted.removedAt()).contains(clock.instant());
    assertThat(lifted.evidence()).contains("letter of 17 November");
    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void liftingOneOfTwoSuppressionsRestoresNothing() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).create();
    Suppression everywhere = suppress(number);
    suppress.add(
        new Suppression.Request(number, Optional.of(campaign), Optional.empty(), Optional.empty()));

    suppress.remove(everywhere.id(), new Suppression.Evidence("letter", Optional.empty()));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @Test
  void anEntryIsLiftedOnce() {
    Suppression entry = suppress(Fixture.number());
    TenantId tenant = given.tenant();
    Callable<Boolean> lift = () -> given.as(tenant, () -> lifted(entry));

    List<Boolean> lifted = Race.of(Collections.nCopies(6, lift));

    assertThat(lifted).containsOnlyOnce(true);
    assertThatThrownBy(
            () -> suppress.remove(entry.id(), new Suppression.Evidence("again", Optional.empty())))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.SUPPRESSION_REMOVED));
  }

  private boolean lifted(Suppression entry) {
    try {
      suppress.remove(entry.id(), new Suppression.Evidence("letter", Optional.empty()));
      return true;
    } catch (WarmlineException refused) {
      return false;
    }
  }

  @Test
  void theEventOfALiftedEntrySaysByWhichKeyAndOnWhatEvidence() {
    Suppression entry = suppress(Fixture.number());
    UUID key = aKey();

    Suppression lifted =
        suppress.remove(entry.id(), new Suppression.Evidence("form 2026-118", Optional.of(key)));

    assertThat(lifted.removedBy()).contains(key);
    assertThat(events(EventType.SUPPRESSION_REMOVED))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.data())
                    .containsEntry("evidence", "form 2026-118")
                    .containsEntry("keyId", key.toString()));
  }

  private UUID aKey() {
    UUID key = UUID.randomUUID();
    transaction.run(
        () ->
            sql.update(
                """
                insert into api_key (tenant_id, id, name, key_hash, scopes, created_at)
                values (:tenant, :id, 'the one who lifts', sha256(cast(cast(:id as text) as bytea)), '{}', :now)
                """,
                u -> u.bind("id", key).bind("now", clock.instant())));
    return key;
  }

  private void race(Callable<?> one, Callable<?> other) {
    TenantId tenant = given.tenant();
    Race.<Object>of(
        List.of(
            () -> given.as(tenant, () -> call(one)), () -> given.as(tenant, () -> call(other))));
  }

  private static Object call(Callable<?> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Suppression suppress(PhoneNumber number) {
    return suppress
        .add(new Suppression.Request(number, Optional.empty(), Optional.empty(), Optional.empty()))
        .entry();
  }
}
