package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.ReleaseReason;
import io.warmline.core.suppression.Suppressions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead without history can be deleted; of one with history only the person is forgotten. */
@QuarkusTest
class RemoveLeadTest extends OnPostgres {

  @Inject RemoveLead removeLead;
  @Inject SaveLead saveLead;
  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject Calls calls;
  @Inject Claims claims;
  @Inject ChangeClaim changeClaim;
  @Inject LeadPhones phones;
  @Inject Suppressions suppressions;

  CampaignId campaign;
  AgentId agent;
  PhoneNumber number;
  LeadId lead;

  @BeforeEach
  void aLead() {
    campaign = given.campaign();
    agent = given.agent();
    number = Fixture.number();
    lead = given.newLead(campaign).numbers(number).externalId("A-1").create();
  }

  @Test
  void aDeletedLeadIsGoneWithItsPlaceInTheQueue() {
    removeLead.delete(lead, Optional.empty());

    assertThatThrownBy(() -> read(lead)).isInstanceOf(NotFound.class);
    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(events(EventType.LEAD_DELETED))
        .singleElement()
        .satisfies(event -> assertThat(event.subject()).isEqualTo(lead.value()));
  }

  @Test
  void whoeverWasDeletedCanBeEnteredAgain() {
    removeLead.delete(lead, Optional.empty());

    LeadId again = given.newLead(campaign).numbers(number).externalId("A-1").create();

    assertThat(desk.claim(agent).lead()).isEqualTo(again);
  }

  @Test
  void aLeadThatWasCalledIsNotDeleted() {
    desk.log(lead, agent, Disposition.NO_ANSWER);

    refused(ProblemCode.LEAD_IN_USE, () -> removeLead.delete(lead, Optional.empty()));
  }

  @Test
  void aLeadIsNotDeletedBeforeItsPromiseIsCancelled() {
    Callback promise = promise();

    refused(ProblemCode.LEAD_IN_USE, () -> removeLead.delete(lead, Optional.empty()));
    promises.cancel(promise.id(), new CalledOff(CancelledBy.PROSPECT, "no longer wanted"));
    removeLead.delete(lead, Optional.empty());

    assertThatThrownBy(() -> read(lead)).isInstanceOf(NotFound.class);
  }

  @Test
  void aLeadIsNotDeletedNorErasedWhileAnAgentHoldsIt() {
    Claim claim = desk.claim(agent);

    refused(ProblemCode.LEAD_CLAIMED, () -> removeLead.delete(lead, Optional.empty()));
    refused(ProblemCode.LEAD_CLAIMED, () -> removeLead.erase(lead, "asked to"));
    changeClaim.release(claim.id(), agent, ReleaseReason.AGENT_UNAVAILABLE, null);
    removeLead.delete(lead, Optional.empty());

    assertThatThrownBy(() -> read(lead)).isInstanceOf(NotFound.class);
  }

  @Test
  void aLeadThatChangedSinceItWasReadIsNotDeleted() {
    int seen = read(lead).version();
    LeadFacts other = given.newLead(campaign).externalId("A-2").numbers(number).facts();
    saveLead.change(lead, Optional.empty(), l -> other);

    refused(ProblemCode.VERSION_MISMATCH, () -> removeLead.delete(lead, Optional.of(seen)));
  }

  @Test
  void anErasedLeadIsNobodyAnyMore() {
    Lead erased = removeLead.erase(lead, "asked to");

    assertThat(erased.erasedAt()).contains(clock.instant());
    assertThat(read(lead).profile()).isEqualTo(LeadProfile.UNKNOWN);
    assertThat(read(lead).externalId()).isEmpty();
    assertThat(transaction.call(() -> phones.of(lead))).isEmpty();
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ERASED);
    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(events(EventType.LEAD_ERASED)).hasSize(1);
  }

  @Test
  void callsAndClaimsOfAnErasedLeadStayWithoutThePerson() {
    Claim claim = desk.claim(agent);
    Call logged = desk.log(claim, Disposition.NOT_QUALIFIED).call();

    removeLead.erase(lead, "asked to");

    Call kept = transaction.call(() -> calls.get(logged.id()));
    assertThat(kept.disposition()).isEqualTo(Disposition.NOT_QUALIFIED);
    assertThat(kept.phone()).isNull();
    assertThat(kept.notes()).isNull();
    assertThat(kept.reason()).isNull();
    assertThat(transaction.call(() -> claims.get(claim.id())).phone()).isEmpty();
  }

  @Test
  void theOpenCallbackOfAnErasedLeadIsCancelledAndForgetsTheWords() {
    Callback promise = promise();

    removeLead.erase(lead, "asked to");

    Callback after = transaction.call(() -> callbacks.get(promise.id()));
    assertThat(after.status()).isEqualTo(CallbackStatus.CANCELLED);
    assertThat(after.calledOff()).isEqualTo(new CalledOff(CancelledBy.FIRM, "LEAD_ERASED"));
    assertThat(after.words()).isNull();
    assertThat(events(EventType.CALLBACK_CANCELLED)).hasSize(1);
  }

  private Callback promise() {
    var wish =
        new Wish(
            Optional.of(clock.instant().plus(Duration.ofDays(1))),
            Optional.empty(),
            Optional.empty(),
            Optional.of("tomorrow"),
            Optional.empty());
    return promises.promise(lead, wish);
  }

  @Test
  void aDoNotCallEntryOutlivesTheErasedLead() {
    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    removeLead.erase(lead, "asked to");

    assertThat(transaction.call(() -> suppressions.against(number, Optional.empty()))).hasSize(1);
  }

  @Test
  void anotherLeadWithTheNumberIsLeftAlone() {
    LeadId other = given.newLead(given.campaign()).numbers(number).create();

    removeLead.erase(lead, "asked to");

    assertThat(desk.claim(agent).lead()).isEqualTo(other);
  }

  @Test
  void erasingAgainChangesNothing() {
    int version = removeLead.erase(lead, "asked to").version();

    Lead again = removeLead.erase(lead, "asked twice");

    assertThat(again.version()).isEqualTo(version);
    assertThat(events(EventType.LEAD_ERASED)).hasSize(1);
  }

  @Test
  void anErasedLeadIsNotWorkedOnAnyMore() {
    removeLead.erase(lead, "asked to");
    LeadFacts facts = given.newLead(campaign).facts();

    refused(ProblemCode.LEAD_ERASED, () -> desk.log(lead, agent, Disposition.NO_ANSWER));
    refused(ProblemCode.LEAD_ERASED, () -> saveLead.change(lead, Optional.empty(), l -> facts));
    refused(ProblemCode.LEAD_NOT_CALLABLE, () -> promises.promise(lead, Desk.at(clock.instant())));
  }

  private static void refused(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            WarmlineException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
