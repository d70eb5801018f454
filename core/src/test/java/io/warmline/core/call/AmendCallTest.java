package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A call that was logged wrongly is taken back as far as that can be, and carried out as it should
 * have been.
 */
@QuarkusTest
class AmendCallTest extends OnPostgres {

  @Inject AmendCall amendCall;
  @Inject Callbacks callbacks;
  @Inject PromiseCallback promises;

  AgentId agent;
  CampaignId campaign;
  LeadId lead;

  @BeforeEach
  void aLead() {
    agent = given.agent();
    campaign = given.campaign();
    lead = given.lead(campaign);
  }

  @ParameterizedTest(name = "{0} was {1}: {2}, then {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SALE               | NO_ANSWER          | ATTEMPTING       | RETRY    | 1
          NO_ANSWER          | SALE               | CUSTOMER         | NONE     | 1
          NO_ANSWER          | TECHNICAL_FAILURE  | COLD             | RETRY    | 0
          TECHNICAL_FAILURE  | NO_ANSWER          | ATTEMPTING       | RETRY    | 1
          CALLBACK_REQUESTED | NOT_INTERESTED     | CONTACTED        | RETRY    | 1
          NO_ANSWER          | CALLBACK_REQUESTED | CALLBACK_PENDING | CALLBACK | 1
          DISCONNECTED       | NO_ANSWER          | ATTEMPTING       | RETRY    | 1
          WRONG_NUMBER       | GATEKEEPER         | CONTACTED        | RETRY    | 1
          NOT_QUALIFIED      | NOT_NOW_NURTURE    | NURTURE          | NURTURE  | 1
          NO_ANSWER          | DO_NOT_CALL        | DO_NOT_CALL      | NONE     | 1
          """)
  void aCorrectedOutcomeReplacesTheWrongOne(
      Disposition wrong, Disposition right, LeadStatus status, NextAction next, int attempts) {
    CallId call = desk.log(lead, agent, wrong).call().id();

    LoggedCall amended = amend(call, right);

    assertThat(amended.call().disposition()).isEqualTo(right);
    assertThat(amended.call().amendedAt()).isEqualTo(clock.instant());
    assertThat(amended.leadStatus()).isEqualTo(status);
    assertThat(amended.next().action()).isEqualTo(next);
    assertThat(read(lead).attempts()).isEqualTo(attempts);
    assertThat(events(EventType.CALL_AMENDED)).hasSize(1);
  }

  @Test
  void aCallbackThatAWrongCallPromisedIsCancelled() {
    LoggedCall logged = desk.log(lead, agent, Disposition.CALLBACK_REQUESTED);

    amend(logged.call().id(), Disposition.NO_ANSWER);

    assertThat(current(logged.callback().orElseThrow()).status())
        .isEqualTo(CallbackStatus.CANCELLED);
  }

  @Test
  void aCallbackThatAWrongCallKeptIsAPromiseAgain() {
    Callback callback = promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1));
    CallId call = desk.log(desk.claim(agent), Disposition.SALE).call().id();

    LoggedCall amended = amend(call, Disposition.NO_ANSWER);

    assertThat(current(callback).status().isOpen()).isTrue();
    assertThat(amended.leadStatus()).isEqualTo(LeadStatus.CALLBACK_PENDING);
  }

  @Test
  void aCallbackThatAWrongCallKeptStaysKeptWhereANewOneWasPromised() {
    Callback callback = promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1));
    CallId call = desk.log(desk.claim(agent), Disposition.NOT_INTERESTED).call().id();
    Callback newer = promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(1))));

    amend(call, Disposition.GATEKEEPER);

    assertThat(current(callback).status()).isEqualTo(CallbackStatus.KEPT);
    assertThat(current(newer).status().isOpen()).isTrue();
  }

  @Test
  void aPromiseThatAWrongCallBrokeIsAPromiseAgain() {
    Callback callback = promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1));
    CallId call = desk.log(desk.claim(agent), Disposition.DISCONNECTED).call().id();

    LoggedCall amended = amend(call, Disposition.BUSY);

    assertThat(current(callback).status()).isEqualTo(CallbackStatus.SCHEDULED);
    assertThat(amended.leadStatus()).isEqualTo(LeadStatus.CALLBACK_PENDING);
    assertThat(amended.next().action()).isEqualTo(NextAction.CALLBACK);
  }

  @Test
  void notesAreCorrectedWithoutTouchingTheOutcome() {
    LoggedCall logged = desk.log(lead, agent, Disposition.NO_ANSWER);

    LoggedCall amended =
        amendCall.amend(
            logged.call().id(),
            Optional.of(logged.call().version()),
            new AmendCall.Correction(Optional.empty(), 7, "rang twice", CallDetails.NONE));

    assertThat(amended.call().durationSeconds()).isEqualTo(7);
    assertThat(amended.call().notes()).isEqualTo("rang twice");
    assertThat(amended.next()).isEqualTo(logged.next());
    assertThat(read(lead).attempts()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    ", STOP, , true",
    ", , Take me off your list, true",
    ", rang at the bus stop, Busy, false",
    "GATEKEEPER, STOP, , true",
    "NOT_INTERESTED, , Do not call me again, true",
    "NOT_INTERESTED, , Just signed with somebody else, false",
    "DO_NOT_CALL, STOP, , false"
  })
  void aRefusalInTheWordsOfACorrectionIsPointedAt(
      Disposition right, String notes, String reason, boolean told) {
    CallId call = desk.log(lead, agent, Disposition.NOT_INTERESTED).call().id();
    CallDetails details =
        reason == null ? CallDetails.NONE : CallDetails.NONE.toBuilder().reason(reason).build();

    LoggedCall amended =
        amendCall.amend(
            call,
            Optional.empty(),
            new AmendCall.Correction(Optional.ofNullable(right), null, notes, details));

    assertThat(
            amended.effects().stream()
                .anyMatch(effect -> effect.code() == EffectCode.REFUSAL_IN_NOTES))
        .isEqualTo(told);
  }

  @Test
  void onlyTheOutcomeOfTheLatestCallCanBeCorrected() {
    CallId first = desk.log(lead, agent, Disposition.BUSY).call().id();
    clock.advance(Duration.ofHours(1));
    desk.log(lead, agent, Disposition.BUSY);

    refused(ProblemCode.CALL_NOT_LATEST, () -> amend(first, Disposition.NO_ANSWER));
  }

  @Test
  void aRefusalIsNotTakenBackByACorrection() {
    CallId call = desk.log(lead, agent, Disposition.DO_NOT_CALL).call().id();

    refused(ProblemCode.SUPPRESSION_STANDS, () -> amend(call, Disposition.NO_ANSWER));
  }

  @Test
  void aCorrectionOfAnotherVersionIsRefused() {
    CallId call = desk.log(lead, agent, Disposition.NO_ANSWER).call().id();
    AmendCall.Correction correction =
        new AmendCall.Correction(Optional.empty(), null, "hello", CallDetails.NONE);

    refused(ProblemCode.VERSION_MISMATCH, () -> amendCall.amend(call, Optional.of(5), correction));
  }

  @Test
  void aCorrectionTakesBackTheGapForOtherLeadsOfTheNumber() {
    var number = Fixture.number();
    LeadId called = given.newLead(campaign).numbers(number).create();
    LeadId sibling = given.newLead(given.campaign()).numbers(number).create();
    CallId call = desk.log(called, agent, Disposition.NO_ANSWER).call().id();
    boolean blocked = outlook(sibling).blockedBy().isPresent();

    amend(call, Disposition.TECHNICAL_FAILURE);

    assertThat(blocked).isTrue();
    assertThat(outlook(sibling).blockedBy()).isEmpty();
  }

  private LoggedCall amend(CallId call, Disposition right) {
    return amendCall.amend(
        call,
        Optional.empty(),
        new AmendCall.Correction(Optional.of(right), null, null, desk.detailsFor(right)));
  }

  private Callback current(Callback of) {
    return transaction.call(() -> callbacks.get(of.id()));
  }

  private static void refused(ProblemCode code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
