package io.warmline.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.Qualification;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Warm leads go to the client, and come back as the client says. */
@QuarkusTest
class HandoffTest extends OnPostgres {

  private static final LocalDate REVISIT = LocalDate.of(2026, 11, 28);

  @Inject Handoffs handoffs;
  @Inject DecideHandoff decide;
  @Inject ExpireHandoffs chore;
  @Inject ManageClient clients;
  @Inject AmendCall amendCall;
  @Inject Calls calls;
  @Inject SuppressNumber suppress;
  @Inject RemoveLead removeLead;
  @Inject MoveLead moveLead;
  @Inject TaskBook tasks;

  private CampaignId campaign;
  private AgentId agent;
  private PhoneNumber number;
  private LeadId lead;

  @BeforeEach
  void aWarmLeadCampaign() {
    campaign = given.campaign(terms -> delivering(Deliverable.WARM_LEAD, Optional.empty(), terms));
    agent = given.agent();
    number = Fixture.number();
    lead = given.newLead(campaign).numbers(number).create();
  }

  @Test
  void aQualifiedLeadIsOfferedToTheClientAtOnceWithEverythingThatWasFoundOut() {
    LoggedCall logged = desk.log(lead, agent, Disposition.QUALIFIED);

    Handoff made = handoff(logged);
    assertThat(made.status()).isEqualTo(HandoffStatus.OFFERED);
    assertThat(made.offer()).isEqualTo(Handoff.Offer.qualified(Desk.QUALIFIED));
    assertThat(made.lead()).isEqualTo(lead);
    assertThat(made.agent()).isEqualTo(agent);
    assertThat(made.call()).isEqualTo(logged.call().id());
    assertThat(read(lead).status()).isEqualTo(LeadStatus.HANDED_OFF);
    assertThat(logged.effects()).extracting(e -> e.code()).contains(EffectCode.HANDOFF_OFFERED);
    assertThat(logged.next().action()).isEqualTo(NextAction.NONE);
    assertThat(outlook(lead).closed()).isTrue();
    assertThat(events(EventType.HANDOFF_OFFERED))
        .singleElement()
        .satisfies(e -> assertThat(e.subject()).isEqualTo(made.id().value()));
  }

  @Test
  void thePreQualificationIsKeptWithTheLeadAndWithTheCall() {
    LoggedCall logged = desk.log(lead, agent, Disposition.QUALIFIED);

    assertThat(read(lead).qualification()).contains(Desk.QUALIFIED);
    assertThat(logged.call().answers().qualification()).isEqualTo(Desk.QUALIFIED);
    assertThat(transaction.call(() -> calls.get(logged.call().id())).answers().qualification())
        .isEqualTo(Desk.QUALIFIED);
  }

  @Test
  void aHandOffIsRefusedUntilThePreQualificationIsRecorded() {
    assertThatThrownBy(() -> desk.log(lead, agent, Disposition.QUALIFIED, CallDetails.NONE))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.PREQUALIFICATION_MISSING));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(all()).isEmpty();
  }

  @Test
  void aPreQualificationThatAnEarlierCallRecordedIsEnough() {
    desk.log(lead, agent, Disposition.WARM_INTERESTED, Desk.qualified());
    clock.advance(Duration.ofDays(1));

    LoggedCall logged = desk.log(lead, agent, Disposition.QUALIFIED, CallDetails.NONE);

    assertThat(handoff(logged).offer().qualification()).isEqualTo(Desk.QUALIFIED);
  }

  @Test
  void anInterestedLeadComesBackWarmForThePreQualification() {
    LoggedCall logged = desk.log(lead, agent, Disposition.WARM_INTERESTED);

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.WARM);
    assertThat(logged.next().action()).isEqualTo(NextAction.RETRY);
    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.advance(Duration.ofDays(1));
    chore.tick();
    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.place().tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void anInterestedLeadIsNotLostToTheCapOfAttempts() {
    IntStream.range(0, 6)
        .forEach(
            i -> {
              desk.log(lead, agent, Disposition.NO_ANSWER);
              clock.advance(Duration.ofDays(1));
            });

    desk.log(lead, agent, Disposition.WARM_INTERESTED);

    assertThat(outlook(lead).closed()).isFalse();
  }

  @Test
  void whereMeetingsAreDeliveredAQualifiedLeadIsNotHandedOver() {
    LeadId other = given.lead(given.campaign());

    LoggedCall logged = desk.log(other, agent, Disposition.QUALIFIED);

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.QUALIFIED);
    assertThat(logged.call().links().handoff()).isNull();
    assertThat(all()).isEmpty();
  }

  @Test
  void interestedButNotReadyGoesToTheClientAndComesBackByItselfOnItsRevisitDate() {
    LoggedCall logged = desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, nurture());

    Handoff made = handoff(logged);
    assertThat(made.offer()).isEqualTo(Handoff.Offer.nurture(null, "Budget in spring", REVISIT));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.NURTURE);
    clock.set(Instant.parse("2026-11-28T04:59:59Z"));
    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.set(Instant.parse("2026-11-28T05:00:00Z"));
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void whereMeetingsAreDeliveredNoNurtureLeadGoesToTheClient() {
    desk.log(given.lead(given.campaign()), agent, Disposition.NOT_NOW_NURTURE);

    assertThat(all()).isEmpty();
  }

  @Test
  void anAcceptedLeadStaysWithTheClient() {
    HandoffId id = offered();

    Handoff accepted = decide.accept(id, Optional.empty(), "Ours");

    assertThat(accepted.status()).isEqualTo(HandoffStatus.ACCEPTED);
    assertThat(accepted.decision())
        .isEqualTo(new Handoff.ClientDecision(clock.instant(), null, "Ours", null));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.HANDED_OFF);
    assertThat(events(EventType.HANDOFF_ACCEPTED)).hasSize(1);
  }

  @ParameterizedTest(name = "returned as {0}: the lead is {1}")
  @CsvSource({
    "DUPLICATE,      DISQUALIFIED",
    "WRONG_PERSON,   WARM",
    "NO_NEED,        DISQUALIFIED",
    "NOT_INTERESTED, WARM",
    "OUT_OF_AREA,    DISQUALIFIED",
    "NOT_READY,      NURTURE"
  })
  void aReturnedLeadGoesToWarmNurtureOrDisqualifiedAsTheReasonSays(
      ReturnReason reason, LeadStatus status) {
    HandoffId id = offered();

    Handoff returned = giveBack(id, reason);

    assertThat(returned.status()).isEqualTo(HandoffStatus.RETURNED);
    assertThat(read(lead).status()).isEqualTo(status);
    assertThat(events(EventType.HANDOFF_RETURNED))
        .singleElement()
        .satisfies(e -> assertThat(e.data()).containsEntry("reason", reason.name()));
  }

  @ParameterizedTest
  @EnumSource(ReturnReason.class)
  void ourVerdictAndTheirsAreBothKept(ReturnReason reason) {
    Handoff returned = giveBack(offered(), reason);

    assertThat(returned.offer().kind()).isEqualTo(HandoffKind.QUALIFIED);
    assertThat(returned.offer().qualification()).isEqualTo(Desk.QUALIFIED);
    assertThat(returned.decision()).isNotNull();
    assertThat(returned.decision().returned()).isEqualTo(reason);
    assertThat(returned.decision().comment()).isEqualTo("Sorry");
  }

  @Test
  void aLeadOfTheWrongPersonIsWorkedAgainAtOnce() {
    HandoffId id = offered();
    clock.advance(Duration.ofHours(5));

    giveBack(id, ReturnReason.WRONG_PERSON);

    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.place().tier()).isEqualTo(Tier.WARM);
    assertThat(transaction.call(() -> tasks.openOf(lead, TaskKind.RETURNED_HANDOFF)))
        .hasValueSatisfying(task -> assertThat(task.subject()).isEqualTo(id.value()));
  }

  @Test
  void aLeadThatIsNotInterestedAnyMoreIsLeftAloneForTheCampaignsPause() {
    giveBack(offered(), ReturnReason.NOT_INTERESTED);

    clock.advance(Duration.ofDays(90).minusSeconds(1));
    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(desk.claim(agent, 1)).hasSize(1);
  }

  @Test
  void aLeadThatIsNotReadyComesBackOnTheDateTheClientNames() {
    giveBack(offered(), ReturnReason.NOT_READY);

    clock.set(Instant.parse("2026-11-28T05:00:00Z").minusSeconds(1));
    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.set(Instant.parse("2026-11-28T05:00:00Z"));
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void onlyALeadThatIsNotReadyHasADateAndItLiesAhead() {
    HandoffId id = offered();

    assertThatThrownBy(() -> decide.giveBack(id, Optional.empty(), verdict(ReturnReason.NOT_READY)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                decide.giveBack(
                    id,
                    Optional.empty(),
                    new DecideHandoff.Return(
                        ReturnReason.NOT_READY, null, Optional.of(LocalDate.of(2026, 11, 18)))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                decide.giveBack(
                    id,
                    Optional.empty(),
                    new DecideHandoff.Return(
                        ReturnReason.NO_NEED, null, Optional.of(LocalDate.of(2027, 1, 1)))))
        .isInstanceOf(InvalidValue.class);
    assertThat(read(id).status()).isEqualTo(HandoffStatus.OFFERED);
  }

  @Test
  void aNurtureLeadTheClientDoesNotWantIsNotCalledAgainEither() {
    HandoffId id = handoff(desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, nurture())).id();

    giveBack(id, ReturnReason.OUT_OF_AREA);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.DISQUALIFIED);
  }

  @Test
  void aNurtureLeadTheClientAcceptsComesBackAllTheSame() {
    HandoffId id = handoff(desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, nurture())).id();

    decide.accept(id, Optional.empty(), null);

    clock.set(Instant.parse("2026-11-28T05:00:00Z"));
    assertThat(desk.claim(agent, 1)).hasSize(1);
  }

  @Test
  void undecidedAfterFiveBusinessDaysItExpiresOnceWithAnEvent() {
    HandoffId id = offered();
    Instant end = Instant.parse("2026-11-26T05:00:00Z");

    assertThat(read(id).decideBy()).isEqualTo(end);
    clock.set(end.minusSeconds(1));
    chore.tick();
    assertThat(read(id).status()).isEqualTo(HandoffStatus.OFFERED);
    clock.set(end);
    chore.tick();
    chore.tick();

    assertThat(read(id).status()).isEqualTo(HandoffStatus.EXPIRED);
    assertThat(read(id).expiry()).isEqualTo(new Handoff.Expiry(end, ExpiryReason.UNDECIDED));
    assertThat(events(EventType.HANDOFF_EXPIRED)).hasSize(1);
  }

  @Test
  void aLeadTheClientLetLieIsOursAgainAndStillQualified() {
    HandoffId id = offered();
    clock.set(read(id).decideBy());
    chore.tick();

    assertThat(read(lead).status()).isEqualTo(LeadStatus.QUALIFIED);
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void ofSeveralServersOneExpiresIt() {
    HandoffId id = offered();
    clock.set(read(id).decideBy());
    TenantId tenant = given.tenant();
    Callable<Boolean> server =
        () ->
            given.as(
                tenant,
                () -> {
                  chore.tick();
                  return true;
                });

    assertThat(Race.of(List.of(server, server, server, server))).doesNotContain(false);

    assertThat(events(EventType.HANDOFF_EXPIRED)).hasSize(1);
    assertThat(events(EventType.LEAD_STATUS_CHANGED))
        .filteredOn(e -> "QUALIFIED".equals(e.data().get("to")))
        .hasSize(1);
  }

  @ParameterizedTest(name = "{0} after the end, the chore has run: {1}")
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void aDecisionThatComesTooLateIsRefused(boolean accepting, boolean swept) {
    HandoffId id = offered();
    clock.set(read(id).decideBy());
    if (swept) {
      chore.tick();
    }

    assertRefused(accepting, id, ProblemCode.HANDOFF_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void aDecisionIsFinal(boolean accepting) {
    HandoffId id = offered();
    decide.accept(id, Optional.empty(), null);

    assertRefused(accepting, id, ProblemCode.HANDOFF_DECIDED);
  }

  private void assertRefused(boolean accepting, HandoffId id, ProblemCode code) {
    assertThatThrownBy(
            () -> {
              if (accepting) {
                decide.accept(id, Optional.empty(), null);
              } else {
                giveBack(id, ReturnReason.NO_NEED);
              }
            })
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aDecisionOnAnOlderVersionIsRefused() {
    HandoffId id = offered();

    assertThatThrownBy(() -> decide.accept(id, Optional.of(7), null))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.VERSION_MISMATCH));
  }

  @Test
  void ofAnAcceptAndAReturnAtOnceExactlyOneWins() {
    TenantId tenant = given.tenant();
    for (int round = 0; round < 10; round++) {
      LeadId contested = given.lead(campaign);
      HandoffId id = handoff(desk.log(contested, agent, Disposition.QUALIFIED)).id();

      List<Boolean> won =
          Race.of(
              List.of(
                  () -> wins(tenant, () -> decide.accept(id, Optional.empty(), null)),
                  () -> wins(tenant, () -> giveBack(id, ReturnReason.NO_NEED)),
                  () -> wins(tenant, () -> decide.accept(id, Optional.empty(), null)),
                  () -> wins(tenant, () -> giveBack(id, ReturnReason.DUPLICATE))));

      assertThat(won).containsOnlyOnce(true);
      assertThat(read(contested).status())
          .isEqualTo(
              read(id).status() == HandoffStatus.ACCEPTED
                  ? LeadStatus.HANDED_OFF
                  : LeadStatus.DISQUALIFIED);
    }
    assertThat(
            events(EventType.HANDOFF_ACCEPTED).size() + events(EventType.HANDOFF_RETURNED).size())
        .isEqualTo(10);
  }

  private boolean wins(TenantId tenant, Runnable decision) {
    return given.as(
        tenant,
        () -> {
          try {
            decision.run();
            return true;
          } catch (WarmlineException e) {
            assertThat(e.code()).isEqualTo(ProblemCode.HANDOFF_DECIDED);
            return false;
          }
        });
  }

  @Test
  void theClientMustNotCallWhoRefusesCallsForGoodWhileItDecides() {
    HandoffId id = offered();

    suppress.add(
        new Suppression.Request(number, Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(read(id).status()).isEqualTo(HandoffStatus.EXPIRED);
    assertThat(read(id).expiry())
        .isEqualTo(new Handoff.Expiry(clock.instant(), ExpiryReason.DO_NOT_CALL));
    assertThat(read(id).doNotCall()).isTrue();
    assertThat(events(EventType.HANDOFF_EXPIRED))
        .singleElement()
        .satisfies(e -> assertThat(e.data()).containsEntry("reason", "DO_NOT_CALL"));
    assertThatThrownBy(() -> decide.accept(id, Optional.empty(), null))
        .hasMessageContaining("DO_NOT_CALL");
  }

  @Test
  void anAcceptedHandOffShowsThatTheProspectRefusesCallsByNow() {
    HandoffId id = offered();
    decide.accept(id, Optional.empty(), null);

    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    assertThat(read(id).status()).isEqualTo(HandoffStatus.ACCEPTED);
    assertThat(read(id).doNotCall()).isTrue();
  }

  @Test
  void aRefusalInACallEndsTheOfferOfALeadWithAnotherNumber() {
    LeadId two = given.newLead(campaign).numbers(Fixture.number(), Fixture.number()).create();
    HandoffId id = handoff(desk.log(two, agent, Disposition.QUALIFIED)).id();

    desk.log(two, agent, Disposition.DO_NOT_CALL);

    assertThat(read(id).expiry()).isNotNull();
    assertThat(read(id).expiry().reason()).isEqualTo(ExpiryReason.DO_NOT_CALL);
  }

  @Test
  void whatWasDecidedAboutTheLeadSinceStands() {
    HandoffId id = offered();
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED);

    giveBack(id, ReturnReason.NO_NEED);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
  }

  @Test
  void aLaterCallThatFindsTheLeadToBeNoneEndsTheOffer() {
    HandoffId id = offered();

    desk.log(lead, agent, Disposition.NOT_QUALIFIED);

    assertThat(read(id).expiry()).isNotNull();
    assertThat(read(id).expiry().reason()).isEqualTo(ExpiryReason.DISQUALIFIED);
  }

  @Test
  void aNewerOfferTakesThePlaceOfOneThatIsUndecided() {
    HandoffId nurture = handoff(desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, nurture())).id();
    clock.advance(Duration.ofDays(1));

    HandoffId qualified = offered();

    assertThat(read(nurture).expiry()).isNotNull();
    assertThat(read(nurture).expiry().reason()).isEqualTo(ExpiryReason.SUPERSEDED);
    assertThat(read(qualified).status()).isEqualTo(HandoffStatus.OFFERED);
  }

  @Test
  void aLeadThatIsHandedOverHasNoTaskOfOursLeft() {
    transaction.run(
        () ->
            tasks.open(
                Task.Order.of(
                    lead,
                    campaign,
                    TaskKind.REHEAT,
                    "Quiet",
                    null,
                    clock.instant().plus(Duration.ofDays(3))),
                clock.instant()));

    offered();

    assertThat(transaction.call(() -> tasks.openOf(lead))).isEmpty();
  }

  @Test
  void correctingTheCallTakesTheOfferBack() {
    LoggedCall logged = desk.log(lead, agent, Disposition.QUALIFIED);

    LoggedCall amended = amend(logged, Disposition.WARM_INTERESTED, CallDetails.NONE);

    assertThat(amended.leadStatus()).isEqualTo(LeadStatus.WARM);
    assertThat(amended.call().answers()).isEqualTo(CallAnswers.NONE);
    assertThat(read(lead).qualification()).isEmpty();
    assertThat(handoff(logged).expiry()).isNotNull();
    assertThat(handoff(logged).expiry().reason()).isEqualTo(ExpiryReason.CALL_CORRECTED);
  }

  @Test
  void whatTheClientDecidedOnIsNotTakenBack() {
    LoggedCall logged = desk.log(lead, agent, Disposition.QUALIFIED);
    decide.accept(handoff(logged).id(), Optional.empty(), null);

    assertThatThrownBy(() -> amend(logged, Disposition.WARM_INTERESTED, CallDetails.NONE))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.HANDOFF_DECIDED));
  }

  @Test
  void aCallIsCorrectedIntoAHandOff() {
    LoggedCall logged = desk.log(lead, agent, Disposition.GATEKEEPER);

    LoggedCall amended = amend(logged, Disposition.QUALIFIED, Desk.qualified());

    assertThat(handoff(amended).status()).isEqualTo(HandoffStatus.OFFERED);
    assertThat(amended.leadStatus()).isEqualTo(LeadStatus.HANDED_OFF);
  }

  @Test
  void whatWasFoundOutIsCorrectedWithoutAnotherOutcome() {
    LoggedCall logged = desk.log(lead, agent, Disposition.WARM_INTERESTED);
    Qualification partly = new Qualification(true, true, false, List.of(), null);

    LoggedCall amended =
        amend(
            logged,
            Disposition.WARM_INTERESTED,
            CallDetails.NONE.answering(new CallAnswers(partly, null)));

    assertThat(amended.call().answers().qualification()).isEqualTo(partly);
    assertThat(read(lead).qualification()).contains(partly);
  }

  private LoggedCall amend(LoggedCall logged, Disposition disposition, CallDetails details) {
    return amendCall.amend(
        logged.call().id(),
        Optional.empty(),
        new AmendCall.Correction(Optional.of(disposition), null, null, details));
  }

  @Test
  void anErasedLeadLeavesNothingPersonalInItsHandOffs() {
    LoggedCall logged = desk.log(lead, agent, Disposition.QUALIFIED);

    removeLead.erase(lead, "Asked");

    Handoff erased = handoff(logged);
    assertThat(erased.offer()).isEqualTo(Handoff.Offer.qualified(null));
    assertThat(erased.expiry()).isNotNull();
    assertThat(erased.expiry().reason()).isEqualTo(ExpiryReason.LEAD_ERASED);
    assertThat(read(lead).qualification()).isEmpty();
    assertThat(transaction.call(() -> calls.get(logged.call().id())).answers())
        .isEqualTo(CallAnswers.NONE);
    assertThat(events(EventType.HANDOFF_EXPIRED)).hasSize(1);
  }

  @Test
  void aLeadThatWasHandedOverIsNotDeleted() {
    offered();

    assertThatThrownBy(() -> removeLead.delete(lead, Optional.empty()))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.LEAD_IN_USE));
  }

  @Test
  void aHandOffStaysWithTheClientToWhomItWasOfferedWhenTheLeadMoves() {
    HandoffId id = offered();

    moveLead.move(lead, given.campaign());

    assertThat(read(id).campaign()).isEqualTo(campaign);
    assertThat(read(id).status()).isEqualTo(HandoffStatus.OFFERED);
  }

  @Test
  void theClientDecidesByItsOwnClockAndHolidays() {
    ClientId client =
        clients
            .create(
                new Client.Profile(
                    "Chemel",
                    Optional.empty(),
                    Optional.of(ZoneId.of("Asia/Tokyo")),
                    Optional.of("JP"),
                    1,
                    Optional.empty()))
            .id();
    CampaignId theirs =
        given.campaign(terms -> delivering(Deliverable.WARM_LEAD, Optional.of(client), terms));

    Handoff made = handoff(desk.log(given.lead(theirs), agent, Disposition.QUALIFIED));

    assertThat(made.client()).isEqualTo(client);
    // Thursday the 19th in Tokyo; Monday the 23rd is Labour Thanksgiving Day
    assertThat(made.decideBy()).isEqualTo(Instant.parse("2026-11-27T15:00:00Z"));
    assertThat(list(new Handoffs.Filter(any(), any(), Optional.of(client), any())))
        .containsExactly(made);
  }

  @Test
  void aListIsNarrowedByStatusCampaignAndLead() {
    HandoffId first = offered();
    LeadId other = given.lead(campaign);
    HandoffId second = handoff(desk.log(other, agent, Disposition.QUALIFIED)).id();
    decide.accept(first, Optional.empty(), null);

    assertThat(all()).extracting(Handoff::id).containsExactly(second, first);
    assertThat(list(new Handoffs.Filter(Optional.of(HandoffStatus.ACCEPTED), any(), any(), any())))
        .extracting(Handoff::id)
        .containsExactly(first);
    assertThat(list(new Handoffs.Filter(any(), any(), any(), Optional.of(other))))
        .extracting(Handoff::id)
        .containsExactly(second);
    assertThat(list(new Handoffs.Filter(any(), Optional.of(given.campaign()), any(), any())))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CheckIn.class)
  void aCheckInRecordsWhatTheCustomerSaid(CheckIn said) {
    LeadId customer =
        given.lead(
            given.campaign(terms -> delivering(Deliverable.CHECK_IN, Optional.empty(), terms)));

    LoggedCall logged =
        desk.log(
            customer,
            agent,
            Disposition.ALREADY_CUSTOMER,
            CallDetails.NONE.answering(new CallAnswers(null, said)));

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.CUSTOMER);
    Calls.Filter filter = new Calls.Filter(any(), any(), any(), any(), Optional.of(said), any());
    assertThat(transaction.call(() -> calls.list(filter, new Cursor.Paging(5, null))).items())
        .singleElement()
        .satisfies(call -> assertThat(call.answers().checkIn()).isEqualTo(said));
  }

  private static <T> Optional<T> any() {
    return Optional.empty();
  }

  private static CallDetails nurture() {
    return CallDetails.NONE.toBuilder().revisitOn(REVISIT).reason("Budget in spring").build();
  }

  private HandoffId offered() {
    return handoff(desk.log(lead, agent, Disposition.QUALIFIED)).id();
  }

  private Handoff giveBack(HandoffId id, ReturnReason reason) {
    Optional<LocalDate> date =
        reason == ReturnReason.NOT_READY ? Optional.of(REVISIT) : Optional.empty();
    return decide.giveBack(id, Optional.empty(), new DecideHandoff.Return(reason, "Sorry", date));
  }

  private static DecideHandoff.Return verdict(ReturnReason reason) {
    return new DecideHandoff.Return(reason, null, Optional.empty());
  }

  private Handoff handoff(LoggedCall logged) {
    HandoffId id = logged.call().links().handoff();
    assertThat(id).as("hand-off of the call").isNotNull();
    return read(id);
  }

  private Handoff read(HandoffId id) {
    return transaction.call(() -> handoffs.get(id));
  }

  private List<Handoff> all() {
    return list(new Handoffs.Filter(any(), any(), any(), any()));
  }

  private List<Handoff> list(Handoffs.Filter filter) {
    return transaction.call(() -> handoffs.list(filter, new Cursor.Paging(50, null))).items();
  }

  private static CampaignTerms delivering(
      Deliverable deliverable, Optional<ClientId> client, CampaignTerms t) {
    return t.toBuilder().approach(Approach.of(deliverable)).client(client).build();
  }
}
