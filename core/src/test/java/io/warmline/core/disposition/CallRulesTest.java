package io.warmline.core.disposition;

import static io.warmline.core.disposition.Situations.FIRST;
import static io.warmline.core.disposition.Situations.NOW;
import static io.warmline.core.disposition.Situations.SECOND;
import static io.warmline.core.disposition.Situations.dialledAgainAt;
import static io.warmline.core.disposition.Situations.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.Consequence.CancelPromise;
import io.warmline.core.disposition.Consequence.CancelTask;
import io.warmline.core.disposition.Consequence.DoTask;
import io.warmline.core.disposition.Consequence.DropNumber;
import io.warmline.core.disposition.Consequence.KeepPromise;
import io.warmline.core.disposition.Consequence.MakePromise;
import io.warmline.core.disposition.Consequence.MovePromise;
import io.warmline.core.disposition.Consequence.OfferLead;
import io.warmline.core.disposition.Consequence.OweMessage;
import io.warmline.core.disposition.Consequence.PutOffTask;
import io.warmline.core.disposition.Consequence.RefuseNumber;
import io.warmline.core.disposition.Consequence.Tell;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from a call, by the trade's table, without a database. */
class CallRulesTest {

  private static final Instant LATER = NOW.plus(Duration.ofDays(3));

  @ParameterizedTest(name = "{0}: {1} minutes")
  @CsvSource({
    "BUSY, 1", "TECHNICAL_FAILURE, 2", "VOICEMAIL_NO_MESSAGE, 3", "VOICEMAIL_LEFT, 4",
    "ABANDONED_BY_US, 5", "HUNG_UP, 6", "LEFT_LIVE_MESSAGE, 7", "NOT_INTERESTED, 8",
    "INFORMATION_REQUESTED, 4"
  })
  void theDelayIsTheCampaigns(Disposition disposition, int minutes) {
    Decision decision = contacted().decide(disposition, CallDetails.NONE);

    assertThat(dialledAgainAt(decision)).isEqualTo(NOW.plus(Duration.ofMinutes(minutes)));
    assertThat(decision.lead().status()).isEqualTo(LeadStatus.CONTACTED);
  }

  @ParameterizedTest(name = "{0} at {1} is tried again at {2}")
  @CsvSource({
    "NO_ANSWER,  2026-11-18T16:59:59Z, 2026-11-19T17:00:00Z",
    "NO_ANSWER,  2026-11-18T17:00:00Z, 2026-11-19T22:00:00Z",
    "GATEKEEPER, 2026-11-18T22:00:00Z, 2026-11-19T14:00:00Z"
  })
  void nobodyThereIsTriedTheNextDayInAnotherPart(
      Disposition disposition, Instant started, Instant again) {
    Decision decision = contacted().decide(disposition, CallDetails.NONE, started);

    assertThat(dialledAgainAt(decision)).isEqualTo(again);
  }

  @ParameterizedTest(name = "{0} of a {1} lead: {2}")
  @CsvSource({
    "NO_ANSWER,         COLD,             ATTEMPTING",
    "NO_ANSWER,         ATTEMPTING,       ATTEMPTING",
    "NO_ANSWER,         CONTACTED,        CONTACTED",
    "NO_ANSWER,         NURTURE,          CONTACTED",
    "NO_ANSWER,         CALLBACK_PENDING, CONTACTED",
    "NO_ANSWER,         WARM,             WARM",
    "NO_ANSWER,         QUALIFIED,        QUALIFIED",
    "NO_ANSWER,         EXHAUSTED,        EXHAUSTED",
    "NO_ANSWER,         CUSTOMER,         CUSTOMER",
    "TECHNICAL_FAILURE, COLD,             COLD",
    "TECHNICAL_FAILURE, ATTEMPTING,       ATTEMPTING",
    "GATEKEEPER,        COLD,             CONTACTED",
    "NOT_INTERESTED,    NURTURE,          CONTACTED"
  })
  void theStatusTellsWhetherSomebodyWasEverReached(
      Disposition disposition, LeadStatus before, LeadStatus after) {
    Decision decision = Situations.of(before).decide(disposition, CallDetails.NONE);

    assertThat(decision.lead().status()).isEqualTo(after);
  }

  @ParameterizedTest(name = "{0} attempts before: exhausted {1}")
  @CsvSource({"5, false", "6, true", "7, true"})
  void theCampaignsCapExhaustsALead(int attempts, boolean exhausted) {
    Decision decision =
        Situations.of(LeadStatus.ATTEMPTING)
            .attempts(attempts)
            .decide(Disposition.NO_ANSWER, CallDetails.NONE);

    assertThat(decision.lead().status() == LeadStatus.EXHAUSTED).isEqualTo(exhausted);
    assertThat(tells(decision, EffectCode.ATTEMPTS_EXHAUSTED)).isEqualTo(exhausted);
  }

  @ParameterizedTest(name = "{0} hang-ups before: exhausted {1}")
  @CsvSource({"0, false", "1, false", "2, true"})
  void aLeadThatHangsUpIsCalledTwiceMore(int hangUps, boolean exhausted) {
    Decision decision = contacted().hangUps(hangUps).decide(Disposition.HUNG_UP, CallDetails.NONE);

    assertThat(decision.lead().status() == LeadStatus.EXHAUSTED).isEqualTo(exhausted);
  }

  @ParameterizedTest(name = "a {0} lead keeps what it has come to after its last attempt")
  @EnumSource(names = {"CUSTOMER", "LAPSED", "APPOINTMENT_SET", "HANDED_OFF", "DISQUALIFIED"})
  void whatALeadHasComeToOutlastsItsAttempts(LeadStatus status) {
    Decision decision =
        Situations.of(status).attempts(6).decide(Disposition.NO_ANSWER, CallDetails.NONE);

    assertThat(decision.lead().status()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}: for everyone {1}")
  @CsvSource({
    "FAX_OR_MODEM, true",
    "DISCONNECTED, true",
    "INVALID_NUMBER, true",
    "WRONG_NUMBER, false"
  })
  void aNumberThatDoesNotWorkGoes(Disposition disposition, boolean forEveryone) {
    Decision decision =
        Situations.of(LeadStatus.COLD).numbers(FIRST, SECOND).decide(disposition, CallDetails.NONE);

    assertThat(of(DropNumber.class, decision))
        .containsExactly(new DropNumber(FIRST, disposition.name(), forEveryone));
    assertThat(decision.lead().phones().get(0).uncallable()).contains(disposition.name());
    assertThat(decision.lead().phones().get(1).uncallable()).isEmpty();
    assertThat(decision.lead().status()).isEqualTo(LeadStatus.ATTEMPTING);
    assertThat(dialledAgainAt(decision)).isEqualTo(NOW);
  }

  @Test
  void aLeadWithoutANumberIsDisqualifiedAndOneWhoseOtherNumberRefusedIsLeftAlone() {
    Decision without =
        Situations.of(LeadStatus.COLD).decide(Disposition.DISCONNECTED, CallDetails.NONE);
    Decision refused =
        Situations.of(LeadStatus.COLD)
            .numbers(FIRST, SECOND)
            .suppressed(SECOND)
            .decide(Disposition.DISCONNECTED, CallDetails.NONE);

    assertThat(without.lead().status()).isEqualTo(LeadStatus.DISQUALIFIED);
    assertThat(refused.lead().status()).isEqualTo(LeadStatus.DO_NOT_CALL);
  }

  @Test
  void aRevisitBeginsWithTheDayAtTheProspectsPlace() {
    Decision decision =
        contacted().decide(Disposition.NOT_NOW_NURTURE, Desk.revisit(LocalDate.of(2027, 7, 1)));

    assertThat(dialledAgainAt(decision)).isEqualTo(Instant.parse("2027-07-01T04:00:00Z"));
    assertThat(decision.lead().status()).isEqualTo(LeadStatus.NURTURE);
    assertThat(of(OfferLead.class, decision)).isEmpty();
  }

  @ParameterizedTest(name = "QUALIFIED where the campaign delivers {0}")
  @EnumSource(Deliverable.class)
  void aQualifiedLeadGoesToTheClientOnlyWhereWarmLeadsAreDelivered(Deliverable deliverable) {
    Decision decision =
        Situations.of(LeadStatus.WARM)
            .delivering(deliverable)
            .decide(Disposition.QUALIFIED, Desk.qualified());

    boolean toClient = deliverable == Deliverable.WARM_LEAD;
    assertThat(of(OfferLead.class, decision)).hasSize(toClient ? 1 : 0);
    assertThat(decision.lead().status())
        .isEqualTo(toClient ? LeadStatus.HANDED_OFF : LeadStatus.QUALIFIED);
    assertThat(decision.lead().qualification()).contains(Desk.QUALIFIED);
  }

  @Test
  void whatTheClientHasAcceptedIsNotOfferedAgain() {
    Decision decision =
        Situations.of(LeadStatus.HANDED_OFF)
            .delivering(Deliverable.WARM_LEAD)
            .accepted()
            .decide(Disposition.QUALIFIED, Desk.qualified());

    assertThat(of(OfferLead.class, decision)).isEmpty();
    assertThat(tells(decision, EffectCode.HANDOFF_UNCHANGED)).isTrue();
  }

  @ParameterizedTest(name = "a {0} lead that is interested is {1}")
  @CsvSource({
    "COLD,             WARM",
    "CONTACTED,        WARM",
    "CALLBACK_PENDING, WARM",
    "NURTURE,          WARM",
    "LAPSED,           WARM",
    "EXHAUSTED,        WARM",
    "QUALIFIED,        QUALIFIED",
    "HANDED_OFF,       HANDED_OFF",
    "APPOINTMENT_SET,  APPOINTMENT_SET",
    "CUSTOMER,         CUSTOMER"
  })
  void interestMakesALeadWarmUnlessItHasComeFurther(LeadStatus before, LeadStatus after) {
    Decision decision = Situations.of(before).decide(Disposition.WARM_INTERESTED, CallDetails.NONE);

    assertThat(decision.lead().status()).isEqualTo(after);
    assertThat(dialledAgainAt(decision)).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @ParameterizedTest(name = "{0} with a callback leaves the lead {1}")
  @CsvSource({
    "CALLBACK_REQUESTED,    CALLBACK_PENDING",
    "GATEKEEPER,            CALLBACK_PENDING",
    "LEFT_LIVE_MESSAGE,     CALLBACK_PENDING",
    "LANGUAGE_BARRIER,      CALLBACK_PENDING",
    "INFORMATION_REQUESTED, CALLBACK_PENDING",
    "WARM_INTERESTED,       WARM",
    "QUALIFIED,             QUALIFIED"
  })
  void whoeverSaysWhenToCallIsCalledThen(Disposition disposition, LeadStatus after) {
    CallDetails details = Desk.callback(LATER).toBuilder().language("es").build();

    Decision decision = contacted().agreed(LATER).decide(disposition, details);

    assertThat(of(MakePromise.class, decision)).hasSize(1);
    assertThat(decision.lead().status()).isEqualTo(after);
  }

  @Test
  void aGatekeeperWhoNamesAnotherTimeMovesThePromiseWithoutThatBeingADeferral() {
    Decision decision =
        Situations.of(LeadStatus.CALLBACK_PENDING)
            .promised(NOW)
            .agreed(LATER)
            .decide(Disposition.GATEKEEPER, Desk.callback(LATER));

    assertThat(of(MovePromise.class, decision))
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.moved().window().dueAt()).isEqualTo(LATER);
              assertThat(moved.moved().deferrals()).isZero();
            });
  }

  @Test
  void aProspectWhoPutsItOffDefersIt() {
    Decision decision =
        Situations.of(LeadStatus.CALLBACK_PENDING)
            .promised(NOW)
            .agreed(LATER)
            .decide(Disposition.CALLBACK_REQUESTED, Desk.callback(LATER));

    assertThat(of(MovePromise.class, decision))
        .singleElement()
        .satisfies(moved -> assertThat(moved.moved().deferrals()).isEqualTo(1));
  }

  @Test
  void noCallIsPromisedToWhoWantsNone() {
    Situations refused = Situations.of(LeadStatus.DO_NOT_CALL).agreed(LATER);

    assertThatThrownBy(() -> refused.decide(Disposition.GATEKEEPER, Desk.callback(LATER)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.LEAD_NOT_CALLABLE));
  }

  @Test
  void noCallIsPromisedThatCouldNeverBeMade() {
    Situations refused = contacted().suppressed(FIRST).agreed(LATER);

    assertThatThrownBy(() -> refused.decide(Disposition.CALLBACK_REQUESTED, Desk.callback(LATER)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.LEAD_NOT_CALLABLE));
  }

  @Test
  void whoIsHandedOverIsPromisedNoCallOfOurs() {
    Situations warm =
        Situations.of(LeadStatus.WARM).delivering(Deliverable.WARM_LEAD).agreed(LATER);
    CallDetails details = Desk.callback(LATER).answering(new CallAnswers(Desk.QUALIFIED, null));

    assertThatThrownBy(() -> warm.decide(Disposition.QUALIFIED, details))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest(name = "{0} keeps a due promise: {1}")
  @CsvSource({"SALE, true", "HUNG_UP, true", "NO_ANSWER, false", "GATEKEEPER, false"})
  void aPromiseIsKeptByACallThatGotThroughElseTriedAgain(Disposition disposition, boolean kept) {
    Decision decision =
        Situations.of(LeadStatus.CALLBACK_PENDING)
            .promised(NOW)
            .decide(disposition, CallDetails.NONE);

    assertThat(of(KeepPromise.class, decision)).hasSize(kept ? 1 : 0);
    assertThat(of(MovePromise.class, decision))
        .allSatisfy(
            move ->
                assertThat(move.moved().history())
                    .last()
                    .satisfies(m -> assertThat(m.why()).isEqualTo(MoveReason.NOT_REACHED)))
        .hasSize(kept ? 0 : 1);
  }

  @Test
  void aCallBeforeItsTimeLeavesAPromiseAlone() {
    Decision decision =
        Situations.of(LeadStatus.CALLBACK_PENDING)
            .promised(LATER)
            .attempts(6)
            .decide(Disposition.NO_ANSWER, CallDetails.NONE);

    assertThat(decision.consequences()).isEmpty();
    assertThat(decision.lead().status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
  }

  @ParameterizedTest(
      name = "dialled {0} minutes before the promised time, logged at it: left alone {1}")
  @CsvSource({"60, true", "6, true", "5, false", "0, false"})
  void aCallBeforeItsTimeLeavesAPromiseAloneHoweverLateItIsLogged(long minutes, boolean alone) {
    Decision decision =
        Situations.of(LeadStatus.CALLBACK_PENDING)
            .promised(NOW)
            .decide(
                Disposition.NO_ANSWER, CallDetails.NONE, NOW.minus(Duration.ofMinutes(minutes)));

    assertThat(of(MovePromise.class, decision)).hasSize(alone ? 0 : 1);
  }

  @Test
  void aRefusalEndsEverything() {
    Decision decision =
        Situations.of(LeadStatus.CALLBACK_PENDING)
            .promised(NOW)
            .task(TaskKind.REHEAT)
            .decide(Disposition.DO_NOT_CALL, CallDetails.NONE);

    assertThat(decision.lead().status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(of(RefuseNumber.class, decision)).hasSize(1);
    assertThat(of(CancelPromise.class, decision)).hasSize(1);
  }

  @ParameterizedTest(name = "{1}: a task of {0} is done {2}")
  @CsvSource({
    "REHEAT,       NO_ANSWER,   false",
    "FIT_CHECK,    GATEKEEPER,  false",
    "CONTRACT_END, SALE,        true",
    "HOT_SIGNAL,   NO_ANSWER,   true",
    "VISIT,        GATEKEEPER,  true",
    "HOT_SIGNAL,   TECHNICAL_FAILURE, false"
  })
  void aTaskOfAProgrammeStaysUntilTheProspectWasSpokenTo(
      TaskKind kind, Disposition disposition, boolean done) {
    Decision decision = contacted().task(kind).decide(disposition, CallDetails.NONE);

    assertThat(of(DoTask.class, decision)).hasSize(done ? 1 : 0);
    assertThat(of(PutOffTask.class, decision)).hasSize(done ? 0 : 1);
  }

  @Test
  void whatWasPutOffIsCalledOffWithTheLead() {
    Decision decision =
        contacted()
            .attempts(6)
            .task(TaskKind.REHEAT)
            .decide(Disposition.NO_ANSWER, CallDetails.NONE);

    assertThat(of(PutOffTask.class, decision)).isEmpty();
    assertThat(of(CancelTask.class, decision)).hasSize(1);
  }

  @Test
  void aVoicemailOwesAMessageAndTheCallBackThatItWaitsFor() {
    Decision decision = contacted().decide(Disposition.VOICEMAIL_LEFT, CallDetails.NONE);

    assertThat(of(OweMessage.class, decision))
        .singleElement()
        .satisfies(
            owed ->
                assertThat(owed.callBackAt())
                    .isEqualTo(Optional.of(NOW.plus(Duration.ofMinutes(4)))));
  }

  @Test
  void whatALaterCallDecidedStandsAndThatIsTold() {
    Decision decision =
        contacted()
            .superseded()
            .agreed(LATER)
            .decide(Disposition.CALLBACK_REQUESTED, Desk.callback(LATER));

    assertThat(of(MakePromise.class, decision)).isEmpty();
    assertThat(tells(decision, EffectCode.SUPERSEDED)).isTrue();
    assertThat(decision.lead().attempts()).isEqualTo(1);
  }

  static Stream<Arguments> everythingThatCanHappen() {
    return Stream.of(LeadStatus.values())
        .flatMap(
            status ->
                Stream.of(Disposition.values())
                    .filter(disposition -> !disposition.concernsAppointment())
                    .filter(
                        disposition ->
                            status != LeadStatus.DO_NOT_CALL
                                || disposition != Disposition.CALLBACK_REQUESTED)
                    .map(disposition -> Arguments.of(status, disposition)));
  }

  @ParameterizedTest(name = "{1} of a {0} lead")
  @MethodSource("everythingThatCanHappen")
  void everyCallCanBeRecordedWhereverItsLeadStands(LeadStatus status, Disposition disposition) {
    CallDetails details =
        CallDetails.NONE.toBuilder()
            .revisitOn(LocalDate.of(2027, 7, 1))
            .reason("why")
            .language("es")
            .build();

    for (int attempts : new int[] {0, 6}) {
      Situations situations = Situations.of(status).attempts(attempts).agreed(LATER);
      CallDetails given =
          disposition == Disposition.CALLBACK_REQUESTED
              ? details.toBuilder().callback(Desk.at(LATER)).build()
              : details;

      Decision decision = situations.decide(disposition, given);

      assertThat(decision.lead().attempts())
          .isEqualTo(attempts + (disposition.countsAsAttempt() ? 1 : 0));
    }
  }

  private static Situations contacted() {
    return Situations.of(LeadStatus.CONTACTED);
  }

  private static boolean tells(Decision decision, EffectCode code) {
    return of(Tell.class, decision).stream().anyMatch(told -> told.code() == code);
  }
}
