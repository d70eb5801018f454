package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.TestClock;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.Event;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Promoter;
import io.warmline.core.queue.Tier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every promise is kept or is loudly late. */
@QuarkusTest
class PromiseTest extends OnPostgres {

  private static final CalledOff NOT_WANTED =
      new CalledOff(CancelledBy.PROSPECT, "no longer wanted");
  private static final Instant DUE = TestClock.START.plus(Duration.ofHours(1));

  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject KeepPromises keepPromises;
  @Inject ManageAgent manageAgent;
  @Inject Promoter promoter;

  AgentId agent;
  CampaignId campaign;
  LeadId lead;

  @BeforeEach
  void aLead() {
    agent = given.agent();
    campaign = given.campaign();
    lead = given.lead(campaign);
  }

  @Test
  void aPromiseTakesTheLeadOutOfOrdinaryDiallingUntilItIsDue() {
    Callback callback = promises.promise(lead, Desk.at(DUE));

    List<Claim> before = desk.claim(agent, 1);
    clock.set(DUE);
    Claim claim = desk.claim(agent);

    assertThat(before).isEmpty();
    assertThat(claim.callback()).contains(callback.id());
    assertThat(claim.place().tier()).isEqualTo(Tier.CALLBACK);
    assertThat(current(callback).status()).isEqualTo(CallbackStatus.CLAIMED);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
  }

  @Test
  void aPromiseWithoutATimeIsDueAfterTheCampaignsDelay() {
    Wish words =
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("some other time"),
            Optional.empty());

    Callback callback = promises.promise(lead, words);

    assertThat(callback.resolution()).isEqualTo(CallbackResolution.DEFAULT_DELAY);
    assertThat(callback.window())
        .isEqualTo(
            new CallWindow(
                TestClock.START.plus(Duration.ofDays(1)),
                TestClock.START.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15))));
  }

  @Test
  void aPromiseNeedsATimeOrWords() {
    Wish nothing =
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> promises.promise(lead, nothing)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> promises.promise(lead, Desk.at(TestClock.START)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> promises.promise(lead, Desk.personal(DUE, AgentId.next())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aLeadHasOneOpenPromise() {
    promises.promise(lead, Desk.at(DUE));

    refused(ProblemCode.CALLBACK_OPEN, () -> promises.promise(lead, Desk.at(DUE)));
  }

  @Test
  void ofPromisesMadeAtOnceOneIsMade() {
    TenantId tenant = given.tenant();
    Callable<Boolean> promise = () -> given.as(tenant, this::promised);

    List<Boolean> made = Race.of(Collections.nCopies(8, promise));

    assertThat(made).containsOnlyOnce(true);
  }

  private boolean promised() {
    try {
      promises.promise(lead, Desk.at(DUE));
      return true;
    } catch (WarmlineException e) {
      return false;
    }
  }

  @Test
  void aLeadThatWillNotBeCalledIsPromisedNothing() {
    desk.log(lead, agent, Disposition.NOT_QUALIFIED);

    refused(ProblemCode.LEAD_NOT_CALLABLE, () -> promises.promise(lead, Desk.at(DUE)));
  }

  @Test
  void aRescheduledPromiseIsDueAtItsNewTime() {
    Callback callback = promises.promise(lead, Desk.personal(DUE, agent));
    Instant later = DUE.plus(Duration.ofHours(2));

    Callback moved =
        promises.change(
            callback.id(),
            Optional.of(callback.version()),
            new Wish(
                Optional.of(later),
                Optional.empty(),
                Optional.of(agent),
                Optional.empty(),
                Optional.of("busy")));
    clock.set(later.minusNanos(1000));
    List<Claim> before = desk.claim(agent, 1);
    clock.set(later.plusSeconds(1));

    assertThat(moved.window().dueAt()).isEqualTo(later);
    assertThat(moved.note()).isEqualTo("busy");
    assertThat(moved.history()).extracting(Callback.Move::from).containsExactly(DUE);
    assertThat(before).isEmpty();
    assertThat(desk.claim(agent).callback()).contains(callback.id());
  }

  @Test
  void aReassignedPromiseIsTheOtherAgents() {
    Callback callback = promises.promise(lead, Desk.personal(DUE, agent));
    AgentId other = given.agent();

    promises.change(
        callback.id(),
        Optional.empty(),
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.of(other),
            Optional.empty(),
            Optional.empty()));
    clock.set(DUE);

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(desk.claim(other).callback()).contains(callback.id());
  }

  @Test
  void aChangeOfAnotherVersionIsRefused() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    Wish change =
        new Wish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("x"));

    refused(
        ProblemCode.VERSION_MISMATCH,
        () -> promises.change(callback.id(), Optional.of(99), change));
  }

  @Test
  void aCancelledPromiseReturnsTheLeadToOrdinaryDialling() {
    Callback callback = promises.promise(lead, Desk.at(DUE));

    Callback cancelled = promises.cancel(callback.id(), NOT_WANTED);

    assertThat(cancelled.status()).isEqualTo(CallbackStatus.CANCELLED);
    assertThat(cancelled.calledOff()).isEqualTo(NOT_WANTED);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.COLD);
    refused(ProblemCode.CALLBACK_CLOSED, () -> promises.cancel(callback.id(), NOT_WANTED));
  }

  @Test
  void aPromiseCancelledWhileAnAgentHoldsTheLeadStaysCancelled() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    clock.set(DUE);
    Claim claim = desk.claim(agent);

    promises.cancel(callback.id(), NOT_WANTED);
    desk.log(claim, Disposition.NO_ANSWER);

    assertThat(current(callback).status()).isEqualTo(CallbackStatus.CANCELLED);
  }

  @Test
  void severalTicksAtOnceAnnounceADuePromiseOnceAndALateOneOnce() {
    List<Callback> promised =
        given.leads(campaign, 20).stream()
            .map(each -> promises.promise(each, Desk.at(DUE)))
            .toList();
    clock.set(DUE);
    tickOnEightThreads();
    List<Event> due = events(EventType.CALLBACK_DUE);
    List<Event> overdueBefore = events(EventType.CALLBACK_OVERDUE);

    clock.set(DUE.plus(Duration.ofMinutes(15)));
    tickOnEightThreads();
    tickOnEightThreads();

    assertThat(due).extracting(Event::subject).containsExactlyInAnyOrderElementsOf(ids(promised));
    assertThat(overdueBefore).isEmpty();
    assertThat(events(EventType.CALLBACK_DUE)).hasSize(20);
    assertThat(events(EventType.CALLBACK_OVERDUE))
        .extracting(Event::subject)
        .containsExactlyInAnyOrderElementsOf(ids(promised));
  }

  private static List<UUID> ids(List<Callback> promised) {
    return promised.stream().map(callback -> callback.id().value()).toList();
  }

  private void tickOnEightThreads() {
    TenantId tenant = given.tenant();
    Callable<Boolean> tick =
        () ->
            given.as(
                tenant,
                () -> {
                  promoter.tick();
                  keepPromises.tick();
                  return true;
                });
    Race.of(Collections.nCopies(8, tick));
  }

  @Test
  void aPromiseThatIsClaimedBeforeAnyTickIsAnnouncedAllTheSame() {
    promises.promise(lead, Desk.at(DUE));
    clock.set(DUE);

    desk.claim(agent);
    keepPromises.tick();

    assertThat(events(EventType.CALLBACK_DUE)).hasSize(1);
  }

  @Test
  void anOverduePromiseStaysAtTheTop() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    given.newLead(campaign).score(1000).create();
    clock.set(DUE.plus(Duration.ofDays(3)));
    promoter.tick();
    keepPromises.tick();

    Claim claim = desk.claim(agent);

    assertThat(claim.callback()).contains(callback.id());
    assertThat(claim.place().overdue()).isTrue();
    assertThat(current(callback).overdueAt()).isEqualTo(clock.instant());
  }

  @Test
  void aPromiseHeldByAnAgentBecomesOverdueAndCanStillBeLogged() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    clock.set(DUE.plus(Duration.ofMinutes(14)));
    Claim claim = desk.claim(agent);
    clock.set(DUE.plus(Duration.ofMinutes(15)));
    keepPromises.tick();

    desk.log(claim, Disposition.SALE);

    assertThat(events(EventType.CALLBACK_OVERDUE)).hasSize(1);
    assertThat(current(callback).status()).isEqualTo(CallbackStatus.KEPT);
  }

  @Test
  void anAgentWhoLeavesHandsPromisesAndClaimsOver() {
    Callback callback = promises.promise(lead, Desk.personal(DUE, agent));
    LeadId held = given.lead(campaign);
    desk.claim(agent);
    AgentId other = given.agent();

    manageAgent.delete(agent);
    clock.set(DUE);

    assertThat(current(callback).agent()).isNull();
    assertThat(events(EventType.CALLBACK_HANDED_TO_TEAM)).hasSize(1);
    assertThat(desk.claim(other, 2)).extracting(Claim::lead).containsExactly(lead, held);
    assertThatThrownBy(() -> desk.claim(agent, 1)).isInstanceOf(NotFound.class);
  }

  @Test
  void anAgentWhoLeavesWithADuePromiseInHandsHandsItOver() {
    Callback callback = promises.promise(lead, Desk.personal(DUE, agent));
    clock.set(DUE);
    desk.claim(agent);

    manageAgent.delete(agent);

    assertThat(desk.claim(given.agent()).callback()).contains(callback.id());
  }

  @Test
  void aPromiseThatReachedNobodyIsTriedAgainAndStaysAPromise() {
    Callback callback = promises.promise(lead, Desk.personal(DUE, agent));
    clock.set(DUE);

    desk.log(desk.claim(agent), Disposition.BUSY);

    Callback moved = current(callback);
    assertThat(moved.status()).isEqualTo(CallbackStatus.SCHEDULED);
    assertThat(moved.resolution()).isEqualTo(CallbackResolution.RETRY);
    assertThat(moved.window().dueAt()).isEqualTo(DUE.plus(Duration.ofMinutes(30)));
    assertThat(moved.agent()).isEqualTo(agent);
    assertThat(moved.deferrals()).isZero();
    clock.set(DUE.plus(Duration.ofMinutes(30)));
    assertThat(desk.claim(agent).callback()).contains(callback.id());
  }

  @Test
  void aPromiseForLaterIsNotMovedByACallBeforeItsTime() {
    Instant inAMonth = TestClock.START.plus(Duration.ofDays(30));
    Callback callback = promises.promise(lead, Desk.at(inAMonth));

    desk.log(lead, agent, Disposition.NO_ANSWER);

    assertThat(current(callback).window().dueAt()).isEqualTo(inAMonth);
    assertThat(current(callback).status()).isEqualTo(CallbackStatus.SCHEDULED);
  }

  @Test
  void everyDeferralIsCounted() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    clock.set(DUE);
    desk.log(
        desk.claim(agent),
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(DUE.plus(Duration.ofDays(1))));
    clock.set(DUE.plus(Duration.ofDays(1)));

    desk.log(
        desk.claim(agent),
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(DUE.plus(Duration.ofDays(2))));

    assertThat(current(callback).deferrals()).isEqualTo(2);
    assertThat(current(callback).history())
        .extracting(Callback.Move::why)
        .containsOnly(Callback.MoveReason.DEFERRED);
  }

  @Test
  void aPromiseIsCancelledWhenItsOnlyNumberTurnsOutDeadInACallToAnotherLead() {
    PhoneNumber shared = Fixture.number();
    LeadId promised = given.newLead(campaign).numbers(shared).create();
    LeadId dialled = given.newLead(given.campaign()).numbers(shared).create();
    Callback callback = promises.promise(promised, Desk.at(DUE));

    desk.log(dialled, agent, Disposition.DISCONNECTED);

    assertThat(current(callback).status()).isEqualTo(CallbackStatus.CANCELLED);
    assertThat(current(callback).calledOff())
        .isEqualTo(new CalledOff(CancelledBy.FIRM, "DISCONNECTED"));
    assertThat(read(promised).status()).isEqualTo(LeadStatus.COLD);
    assertThat(events(EventType.CALLBACK_CANCELLED)).hasSize(1);
  }

  @Test
  void aPromiseStandsWhenOneOfItsNumbersTurnsOutDeadInACallToAnotherLead() {
    PhoneNumber shared = Fixture.number();
    LeadId promised = given.newLead(campaign).numbers(shared, Fixture.number()).create();
    LeadId dialled = given.newLead(given.campaign()).numbers(shared).create();
    Callback callback = promises.promise(promised, Desk.at(DUE));

    desk.log(dialled, agent, Disposition.DISCONNECTED);
    clock.set(DUE);

    assertThat(desk.claim(agent, Set.of(campaign)))
        .extracting(Claim::callback)
        .contains(Optional.of(callback.id()));
  }

  @Test
  void aLateCallThatFoundTheOnlyNumberDeadCancelsAPromiseThatWasPutOffSince() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    clock.set(DUE);
    Claim expired = desk.claim(agent);
    clock.set(expired.expiresAt());
    desk.log(desk.claim(given.agent()), Disposition.BUSY);

    desk.log(expired, Disposition.DISCONNECTED, DUE);

    assertThat(current(callback).status()).isEqualTo(CallbackStatus.CANCELLED);
    assertThat(current(callback).calledOff())
        .isEqualTo(new CalledOff(CancelledBy.FIRM, "DISCONNECTED"));
  }

  @Test
  void aReleasedPromiseIsDueAgain() {
    Callback callback = promises.promise(lead, Desk.at(DUE));
    clock.set(DUE);
    Claim claim = desk.claim(agent);
    clock.set(claim.expiresAt());
    promoter.tick();

    assertThat(current(callback).status()).isEqualTo(CallbackStatus.DUE);
  }

  /** The tick touches callbacks at any time; that must not make a call refused. */
  @Test
  void housekeepingNeverMakesALoggedCallFail() {
    TenantId tenant = given.tenant();
    for (int round = 0; round < 20; round++) {
      LeadId each = given.lead(campaign);
      Instant due = clock.instant().plusSeconds(60);
      promises.promise(each, Desk.at(due));
      clock.set(due.plus(Duration.ofMinutes(15)));

      Race.of(
          List.<Callable<Boolean>>of(
              () ->
                  given.as(tenant, () -> desk.log(each, agent, Disposition.SALE).effects() != null),
              () ->
                  given.as(
                      tenant,
                      () -> {
                        keepPromises.tick();
                        return true;
                      })));

      assertThat(read(each).status()).isEqualTo(LeadStatus.CUSTOMER);
    }
  }

  private Callback current(Callback of) {
    return transaction.call(() -> callbacks.get(of.id()));
  }

  private static void refused(ProblemCode code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
