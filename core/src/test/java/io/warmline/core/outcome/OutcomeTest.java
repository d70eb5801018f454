package io.warmline.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.Invariants;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.CorrectAttendance;
import io.warmline.core.appointment.CorrectAttendance.Right;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.correction.Corrections.Because;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.outcome.Outcome.Teller;
import io.warmline.core.timeline.ReadTimeline;
import io.warmline.core.timeline.TimelineEntry;
import io.warmline.core.timeline.TimelineKind;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What became of meetings and hand-offs, and where it takes the lead. */
@QuarkusTest
class OutcomeTest extends OnPostgres {

  private static final Told WON = won("12500", "USD");
  private static final Told LOST =
      new Told(OutcomeKind.LOST, null, null, "They stay with their vendor", null, null);
  private static final Told UNDECIDED =
      new Told(OutcomeKind.NO_DECISION, null, null, null, "They ask their board", null);
  private static final Told PROPOSAL = new Told(OutcomeKind.PROPOSAL, null, null, null, null, null);

  @Inject RecordOutcome record;
  @Inject SetAppointment setAppointment;
  @Inject RecordAttendance attendance;
  @Inject CorrectAttendance correct;
  @Inject DecideHandoff decide;
  @Inject PromiseBook promises;
  @Inject PromiseCallback promise;
  @Inject ReadTimeline timeline;
  @Inject Invariants invariants;
  @Inject Appointments appointments;

  private CampaignId campaign;
  private AgentId agent;
  private LeadId lead;

  @BeforeEach
  void aLead() {
    campaign = given.campaign();
    agent = given.agent();
    lead = given.lead(campaign);
  }

  @AfterEach
  void theQueueIsWhatTheFactsSay() {
    invariants.hold();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"PROPOSAL, HANDED_OFF", "WON, CUSTOMER", "LOST, NURTURE", "NO_DECISION, NURTURE"})
  void theLeadGoesWhereTheOutcomeOfItsMeetingSays(OutcomeKind kind, LeadStatus status) {
    tell(held(lead), some(kind));

    assertThat(read(lead).status()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"PROPOSAL, HANDED_OFF", "WON, CUSTOMER", "LOST, NURTURE", "NO_DECISION, NURTURE"})
  void andSoItDoesAfterAHandOff(OutcomeKind kind, LeadStatus status) {
    CampaignId warm = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD)));
    LeadId offered = given.lead(warm);
    HandoffId handoff = desk.log(offered, agent, Disposition.QUALIFIED).call().links().handoff();
    refused(ProblemCode.HANDOFF_NOT_ACCEPTED, () -> ofHandoff(handoff, some(kind)));

    decide.accept(handoff, Optional.empty(), null);
    Outcome told = ofHandoff(handoff, some(kind));

    assertThat(told.source().handoff()).isEqualTo(handoff);
    assertThat(read(offered).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(OutcomeKind.class)
  void nothingStaysWhereItsMeetingWasSet(OutcomeKind kind) {
    Appointment met = held(lead);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.HANDED_OFF);

    tell(met, some(kind));

    assertThat(read(lead).status()).isNotEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void somethingComesOnlyOfAMeetingThatWasHeld() {
    Appointment meeting = meeting(lead);

    refused(ProblemCode.APPOINTMENT_NOT_HELD, () -> tell(meeting, WON));

    clock.advance(Duration.ofHours(2));
    attendance.missed(meeting.id());

    refused(ProblemCode.APPOINTMENT_NOT_HELD, () -> tell(meeting, WON));
  }

  @Test
  void ofSeveralOutcomesTheOneThatCameAboutLastDecides() {
    Appointment met = held(lead);
    Instant then = clock.instant();
    clock.advance(Duration.ofDays(3));
    tell(met, WON);

    record.ofMeeting(met.id(), UNDECIDED, client(), Optional.of(then));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.CUSTOMER);
  }

  @Test
  void whoHasNotDecidedComesBackOnTheDayNamed() {
    LocalDate january = LocalDate.of(2027, 1, 18);
    Told later = new Told(OutcomeKind.NO_DECISION, null, null, null, "They budget", january);

    tell(held(lead), later);

    assertThat(read(lead).nextAttemptAt()).contains(Instant.parse("2027-01-18T05:00:00Z"));
  }

  @Test
  void whoWasACustomerBeforeIsToBeWonBack() {
    desk.log(lead, agent, Disposition.SALE);
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(soon()));
    Appointment meeting = openMeeting();
    clock.advance(Duration.ofHours(2));
    attendance.held(meeting.id(), Optional.empty(), Optional.empty());

    tell(meeting, LOST);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.LAPSED);
  }

  @Test
  void whatWasPromisedToSomebodyWhoBoughtIsVoid() {
    Appointment met = held(lead);
    promise.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(1))));

    tell(met, WON);

    assertThat(transaction.call(() -> promises.openOf(lead))).isEmpty();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CUSTOMER);
  }

  @Test
  void whoWaitsForACallbackStillWaitsWhenNothingWasDecided() {
    Appointment met = held(lead);
    promise.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(1))));
    LeadStatus before = read(lead).status();

    tell(met, UNDECIDED);

    assertThat(transaction.call(() -> promises.openOf(lead))).isPresent();
    assertThat(read(lead).status()).isIn(before, LeadStatus.NURTURE);
  }

  @Test
  void whoWantsNoCallsStaysThere() {
    Appointment met = held(lead);
    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    Outcome sale = tell(met, WON);

    assertThat(sale.told().kind()).isEqualTo(OutcomeKind.WON);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
  }

  @ParameterizedTest(name = "{0} with value {1} {2}, reason {3}, next step {4}: {5}")
  @CsvSource({
    "WON, , , , , /value REQUIRED",
    "WON, 10, , , , /currency REQUIRED",
    "WON, , USD, , , /value REQUIRED",
    "WON, 10, XXY, , , /currency UNKNOWN",
    "WON, 10.005, USD, , , /value TOO_PRECISE",
    "WON, 10.5, JPY, , , /value TOO_PRECISE",
    "WON, 10, USD, why, , /reason NOT_TAKEN",
    "LOST, , , , , /reason REQUIRED",
    "LOST, 10, USD, why, , /value NOT_TAKEN",
    "LOST, , , why, then, /nextStep NOT_TAKEN",
    "NO_DECISION, , , , , /nextStep REQUIRED",
    "NO_DECISION, , , why, then, /reason NOT_TAKEN",
    "PROPOSAL, , USD, , , /currency NOT_TAKEN",
    "PROPOSAL, , , , then, /nextStep NOT_TAKEN"
  })
  void whatIsMissingOrOfWhichNothingWouldComeIsRefusedByName(
      OutcomeKind kind,
      BigDecimal value,
      String currency,
      String reason,
      String nextStep,
      String fault) {
    assertThatThrownBy(() -> new Told(kind, value, currency, reason, nextStep, null))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal ->
                assertThat(
                        refusal.violations().get(0).pointer()
                            + " "
                            + refusal.violations().get(0).code())
                    .isEqualTo(fault));
  }

  @Test
  void threeDecimalsAreGoodWhereTheCurrencyHasThem() {
    assertThat(won("10.125", "KWD").value()).isEqualByComparingTo("10.125");
    assertThat(won("1200.00", "JPY").value()).isEqualByComparingTo("1200");
  }

  @Test
  void nothingComesAboutInTheFutureOrIsRevisitedInThePast() {
    Appointment met = held(lead);
    Told today = new Told(OutcomeKind.LOST, null, null, "why", null, LocalDate.of(2026, 11, 18));

    assertThatThrownBy(
            () ->
                record.ofMeeting(
                    met.id(), WON, client(), Optional.of(clock.instant().plusSeconds(1))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> tell(met, today)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void nothingComesOfAMeetingBeforeItBegins() {
    Appointment met = held(lead);
    Instant begins = met.meeting().slot().startsAt();

    before(
        "/at",
        "BEFORE_THE_MEETING",
        () ->
            record.ofMeeting(
                met.id(), WON, client(), Optional.of(begins.minus(1, ChronoUnit.MICROS))));
    Outcome told = record.ofMeeting(met.id(), WON, client(), Optional.of(begins));
    before(
        "/right/at",
        "BEFORE_THE_MEETING",
        () ->
            record.correct(
                told.id(),
                Optional.empty(),
                Optional.of(LOST),
                Optional.of(begins.minus(1, ChronoUnit.MICROS)),
                because()));
  }

  @Test
  void nothingComesOfALeadBeforeItIsOffered() {
    CampaignId warm = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD)));
    HandoffId handoff =
        desk.log(given.lead(warm), agent, Disposition.QUALIFIED).call().links().handoff();
    Instant offered = clock.instant();
    clock.advance(Duration.ofDays(1));
    decide.accept(handoff, Optional.empty(), null);

    before(
        "/at",
        "BEFORE_THE_HANDOFF",
        () ->
            record.ofHandoff(
                handoff, LOST, client(), Optional.of(offered.minus(1, ChronoUnit.MICROS))));
    assertThat(record.ofHandoff(handoff, LOST, client(), Optional.of(offered)).at())
        .isEqualTo(offered);
  }

  private static void before(String pointer, String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refused ->
                assertThat(refused.violations())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.pointer()).isEqualTo(pointer);
                          assertThat(fault.code()).isEqualTo(code);
                        }));
  }

  @Test
  void aSaleThatWasNoneIsWithdrawnAndTheLeadFollows() {
    Appointment met = held(lead);
    tell(met, UNDECIDED);
    clock.advance(Duration.ofDays(1));
    Outcome sale = tell(met, WON);

    Outcome withdrawn =
        record.correct(sale.id(), Optional.empty(), Optional.empty(), Optional.empty(), because());

    assertThat(withdrawn.withdrawn()).isTrue();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.NURTURE);
    assertThat(events(EventType.OUTCOME_CORRECTED)).hasSize(1);
    assertThat(entry(TimelineKind.CORRECTED).details())
        .containsEntry("was", "WON")
        .containsEntry("value", "12500");
    assertThat(entry(TimelineKind.CORRECTED).words()).isEqualTo("Mistyped");
    assertThat(entry(TimelineKind.CORRECTED).agent()).isEqualTo(agent);
  }

  @Test
  void aLossThatWasASaleMakesACustomer() {
    Outcome loss = tell(held(lead), LOST);

    record.correct(loss.id(), Optional.of(0), Optional.of(WON), Optional.empty(), because());

    assertThat(read(lead).status()).isEqualTo(LeadStatus.CUSTOMER);
  }

  @Test
  void aCorrectionChangesNothingAboutALeadThatHasGoneOn() {
    Outcome told = tell(held(lead), UNDECIDED);
    desk.log(lead, agent, Disposition.NOT_QUALIFIED);

    record.correct(told.id(), Optional.empty(), Optional.of(LOST), Optional.empty(), because());

    assertThat(read(lead).status()).isEqualTo(LeadStatus.DISQUALIFIED);
  }

  @Test
  void twoWhoCorrectOneOutcomeDoNotOverwriteEachOther() {
    Outcome sale = tell(held(lead), WON);
    record.correct(
        sale.id(), Optional.of(0), Optional.of(won("1", "USD")), Optional.empty(), because());

    refused(
        ProblemCode.VERSION_MISMATCH,
        () ->
            record.correct(
                sale.id(), Optional.of(0), Optional.of(WON), Optional.empty(), because()));
  }

  @ParameterizedTest(name = "{0} {1} is {2} {3}: {4}")
  @CsvSource({
    "NO_SHOW, , HELD, , HANDED_OFF",
    "NO_SHOW, , HELD, QUALIFIED, HANDED_OFF",
    "NO_SHOW, , HELD, UNQUALIFIED, DISQUALIFIED",
    "HELD, , NO_SHOW, , CALLBACK_PENDING",
    "HELD, UNQUALIFIED, NO_SHOW, , CALLBACK_PENDING",
    "HELD, UNQUALIFIED, HELD, QUALIFIED, HANDED_OFF",
    "HELD, UNQUALIFIED, HELD, , HANDED_OFF",
    "HELD, QUALIFIED, HELD, BAD_LEAD, DISQUALIFIED",
    "HELD, BAD_LEAD, HELD, UNQUALIFIED, DISQUALIFIED"
  })
  void whatWasToldWronglyOfAMeetingIsCorrectedAndTheLeadFollows(
      AppointmentStatus told,
      ClientVerdict verdict,
      AppointmentStatus right,
      ClientVerdict rightVerdict,
      LeadStatus status) {
    Appointment meeting = meeting(lead);
    clock.advance(Duration.ofHours(2));
    if (told == AppointmentStatus.HELD) {
      attendance.held(
          meeting.id(),
          Optional.ofNullable(verdict),
          Optional.ofNullable(verdict == ClientVerdict.BAD_LEAD ? "No such company" : null));
    } else {
      attendance.missed(meeting.id());
    }

    Appointment corrected =
        correct.correct(
            meeting.id(),
            Optional.empty(),
            new Right(
                right == AppointmentStatus.HELD,
                rightVerdict,
                rightVerdict == ClientVerdict.BAD_LEAD ? "No such company" : null),
            because());

    assertThat(corrected.status()).isEqualTo(right);
    assertThat(read(lead).status()).isEqualTo(status);
    assertThat(transaction.call(() -> promises.openOf(lead)).isPresent())
        .isEqualTo(right == AppointmentStatus.NO_SHOW);
    assertThat(events(EventType.APPOINTMENT_CORRECTED)).hasSize(1);
    assertThat(entry(TimelineKind.CORRECTED).details()).containsEntry("was", told.name());
  }

  @Test
  void nobodyCameToNoMeetingOfWhichSomethingBecame() {
    Appointment met = held(lead);
    Outcome sale = tell(met, WON);
    Right nobodyCame = new Right(false, null, null);

    refused(
        ProblemCode.OUTCOME_RECORDED,
        () -> correct.correct(met.id(), Optional.empty(), nobodyCame, because()));

    record.correct(sale.id(), Optional.empty(), Optional.empty(), Optional.empty(), because());
    correct.correct(met.id(), Optional.empty(), nobodyCame, because());

    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
  }

  @Test
  void whatNobodyHasToldIsNotCorrected() {
    Appointment meeting = meeting(lead);

    refused(
        ProblemCode.ATTENDANCE_NOT_RECORDED,
        () ->
            correct.correct(
                meeting.id(), Optional.empty(), new Right(true, null, null), because()));
  }

  private static Told some(OutcomeKind kind) {
    return switch (kind) {
      case PROPOSAL -> PROPOSAL;
      case WON -> WON;
      case LOST -> LOST;
      case NO_DECISION -> UNDECIDED;
    };
  }

  private static Told won(String value, String currency) {
    return new Told(OutcomeKind.WON, new BigDecimal(value), currency, null, null, null);
  }

  private static Teller client() {
    return new Teller(OutcomeTeller.CLIENT, null);
  }

  private Because because() {
    return new Because(Optional.of(agent), "Mistyped");
  }

  private Outcome tell(Appointment meeting, Told told) {
    return record.ofMeeting(meeting.id(), told, client(), Optional.empty());
  }

  private Outcome ofHandoff(HandoffId handoff, Told told) {
    return record.ofHandoff(handoff, told, client(), Optional.empty());
  }

  private Appointment held(LeadId who) {
    Appointment meeting = meeting(who);
    clock.advance(Duration.ofHours(2));
    return attendance.held(meeting.id(), Optional.of(ClientVerdict.QUALIFIED), Optional.empty());
  }

  private Appointment meeting(LeadId who) {
    MeetingWish wish =
        new MeetingWish(Optional.of(soon()), Optional.empty(), MeetingArrangements.NONE, false);
    return setAppointment.set(who, wish, Optional.of(agent), Optional.empty());
  }

  private Instant soon() {
    return clock.instant().plus(Duration.ofHours(1));
  }

  private Appointment openMeeting() {
    return transaction.call(() -> appointments.openOf(lead).orElseThrow());
  }

  private TimelineEntry entry(TimelineKind kind) {
    List<TimelineEntry> all =
        transaction.call(() -> timeline.read(lead, new Cursor.Paging(200, null)).items());
    return all.stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
  }

  private static void refused(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
