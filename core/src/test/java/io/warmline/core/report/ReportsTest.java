package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.CorrectAttendance;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Objective;
import io.warmline.core.correction.Corrections;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.ChangeStatus;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Row;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.signal.SignalType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of reports against figures that were counted otherwise. */
@QuarkusTest
class ReportsTest extends Reporting {

  @Inject ActivityReport activity;
  @Inject CallbacksReport callbacks;
  @Inject PromiseCallback promises;
  @Inject BestHoursReport bestHours;
  @Inject QualificationReport qualification;
  @Inject RecordSignals recordSignals;
  @Inject SetAppointment setAppointment;
  @Inject RecordAttendance attendance;
  @Inject CorrectAttendance correctAttendance;
  @Inject ChangeStatus changeStatus;
  @Inject MergeLeads mergeLeads;

  @Test
  void ofNoCallsThereAreNoFigures() {
    assertThat(activity.of(scope(Grouping.NONE)).rows())
        .allSatisfy(
            row ->
                assertThat(row.metrics())
                    .allSatisfy(m -> assertThat(m.rate().denominator()).isZero()));
  }

  @Test
  void theFiguresOfARandomMonthAreThoseCountedByHand() {
    Random random = new Random(7);
    List<Disposition> usual =
        List.of(
            Disposition.NO_ANSWER,
            Disposition.BUSY,
            Disposition.VOICEMAIL_LEFT,
            Disposition.GATEKEEPER,
            Disposition.NOT_INTERESTED,
            Disposition.ABANDONED_BY_US,
            Disposition.TECHNICAL_FAILURE);
    List<LeadId> leads = given.leads(campaign, 12);
    Set<LeadId> attempted = new HashSet<>();
    Set<LeadId> contacted = new HashSet<>();
    int dials = 0;
    int answered = 0;
    int conversations = 0;
    int abandoned = 0;
    for (int i = 0; i < 80; i++) {
      clock.advance(Duration.ofMinutes(random.nextInt(300)));
      LeadId lead = leads.get(random.nextInt(leads.size()));
      Disposition disposition = usual.get(random.nextInt(usual.size()));
      desk.log(lead, agent, disposition);
      boolean dial = disposition != Disposition.TECHNICAL_FAILURE;
      boolean human =
          Set.of(Disposition.GATEKEEPER, Disposition.NOT_INTERESTED).contains(disposition);
      dials += dial ? 1 : 0;
      conversations += human ? 1 : 0;
      abandoned += disposition == Disposition.ABANDONED_BY_US ? 1 : 0;
      answered += human || disposition == Disposition.ABANDONED_BY_US ? 1 : 0;
      if (dial) {
        attempted.add(lead);
      }
      if (human) {
        contacted.add(lead);
      }
    }

    Row row = only(activity.of(scope(Grouping.NONE)));

    assertThat(rate(row, "connectRate")).isEqualTo(new Rate(answered, dials));
    assertThat(rate(row, "contactRate")).isEqualTo(new Rate(contacted.size(), attempted.size()));
    assertThat(rate(row, "attemptsPerContact")).isEqualTo(new Rate(dials, conversations));
    assertThat(rate(row, "abandonment")).isEqualTo(new Rate(abandoned, answered));
    assertThat(rate(row, "listPenetration")).isEqualTo(new Rate(attempted.size(), leads.size()));
  }

  @Test
  void attemptsToTheFirstContactCountTheDialThatMadeIt() {
    LeadId quick = given.lead(campaign);
    LeadId slow = given.lead(campaign);
    desk.log(quick, agent, Disposition.GATEKEEPER);
    for (int i = 0; i < 2; i++) {
      desk.log(slow, agent, Disposition.NO_ANSWER);
      clock.advance(Duration.ofDays(1));
    }
    desk.log(slow, agent, Disposition.GATEKEEPER);

    Figure median = figure(only(activity.of(scope(Grouping.NONE))), "medianAttemptsToFirstContact");

    assertThat(median.value()).hasValue(2);
    assertThat(median.n()).isEqualTo(2);
  }

  @ParameterizedTest(name = "from {0} on there are {1} first contacts")
  @CsvSource({"2026-11-18, 1", "2026-11-19, 0"})
  void aFirstContactIsTheFirstThereEverWasAndCountsTheDialsBeforeThePeriod(
      LocalDate from, int contacts) {
    LeadId lead = given.lead(campaign);
    clock.set(Instant.parse("2026-11-17T15:00:00Z"));
    desk.log(lead, agent, Disposition.NO_ANSWER);
    clock.set(Instant.parse("2026-11-18T15:00:00Z"));
    desk.log(lead, agent, Disposition.GATEKEEPER);
    clock.set(Instant.parse("2026-11-19T15:00:00Z"));
    desk.log(lead, agent, Disposition.GATEKEEPER);

    Row row = only(activity.of(scope(from, LocalDate.of(2026, 11, 30), Grouping.NONE)));

    assertThat(row.figures())
        .filteredOn(f -> f.name().equals("medianAttemptsToFirstContact"))
        .map(f -> f.value().orElseThrow())
        .isEqualTo(contacts == 0 ? List.of() : List.of(2.0));
  }

  @Test
  void rowsAreToldApartByAgentAndByDayInTheZone() {
    AgentId other = given.agent();
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);
    clock.set(Instant.parse("2026-11-20T04:59:59Z"));
    desk.log(given.lead(campaign), other, Disposition.NO_ANSWER);
    clock.set(Instant.parse("2026-11-20T05:00:00Z"));
    desk.log(given.lead(campaign), other, Disposition.NO_ANSWER);

    assertThat(activity.of(scope(Grouping.AGENT)).rows())
        .extracting(Row::group)
        .containsExactlyInAnyOrder(
            Map.of("agentId", agent.toString()), Map.of("agentId", other.toString()));
    assertThat(activity.of(scope(Grouping.DAY)).rows())
        .extracting(Row::group)
        .containsExactly(
            Map.of("day", "2026-11-18"), Map.of("day", "2026-11-19"), Map.of("day", "2026-11-20"));
  }

  @ParameterizedTest(name = "dialled {0} minutes after its time: kept {1}, punctual {2}")
  @CsvSource({"-6, 0, 0", "-5, 1, 1", "0, 1, 1", "15, 1, 1", "16, 1, 0", "30, 1, 0", "31, 0, 0"})
  void aPromiseIsKeptFromFiveMinutesBeforeItsTimeUntilItsGraceEnds(
      long minutes, long kept, long punctual) {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due.plus(Duration.ofMinutes(minutes)));
    desk.log(lead, agent, Disposition.NOT_INTERESTED);
    clock.set(due.plus(Duration.ofDays(1)));

    Report report = callbacks.of(scope(Grouping.NONE));

    if (minutes < -5) {
      assertThat(report.rows())
          .allSatisfy(r -> assertThat(rate(r, "keptRate").numerator()).isZero());
    } else {
      assertThat(rate(only(report), "keptRate")).isEqualTo(new Rate(kept, 1));
      assertThat(rate(only(report), "punctuality")).isEqualTo(new Rate(punctual, 1));
      assertThat(figure(only(report), "medianDelay").value()).hasValue(minutes);
    }
  }

  @ParameterizedTest(
      name = "promised from 9:00 to 17:00, dialled at {0}: punctual {1}, {2} minutes late")
  @CsvSource({"09:00, 1, 0", "12:30, 1, 0", "17:00, 1, 0", "17:01, 0, 1", "08:56, 1, -4"})
  void aPromiseForADayIsPunctualAllDay(LocalTime dialled, long punctual, double delay) {
    LeadId lead = given.lead(campaign);
    LocalDate day = LocalDate.of(2026, 11, 20);
    Wish allDay =
        new Wish(
            Optional.of(day.atTime(9, 0).atZone(NEW_YORK).toInstant()),
            Optional.of(day.atTime(17, 0).atZone(NEW_YORK).toInstant()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(allDay));
    clock.set(day.atTime(dialled).atZone(NEW_YORK).toInstant());
    desk.log(lead, agent, Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofDays(1));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "punctuality")).isEqualTo(new Rate(punctual, 1));
    assertThat(figure(row, "medianDelay").value()).hasValue(delay);
  }

  @Test
  void theCallbackAfterANoShowIsNoPromiseButTheTimeThatTheProspectThenNamesIs() {
    LeadId lead = given.lead(campaign);
    Appointment meeting =
        setAppointment.set(
            lead,
            new MeetingWish(
                Optional.of(clock.instant().plusSeconds(60)),
                Optional.empty(),
                MeetingArrangements.NONE,
                false),
            Optional.of(agent),
            Optional.empty());
    clock.advance(Duration.ofHours(1));
    attendance.missed(meeting.id());
    clock.advance(Duration.ofDays(5));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows()).isEmpty();

    Instant named = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(named));
    clock.set(named.plus(Duration.ofDays(1)));

    assertThat(rate(only(callbacks.of(scope(Grouping.NONE))), "keptRate"))
        .isEqualTo(new Rate(0, 1));
  }

  /** Corrected either way: whoever came after all, and whoever did not, was told of no call. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void norIsItWhereTheNoShowWasToldWrongly(boolean cameAfterAll) {
    LeadId lead = given.lead(campaign);
    Appointment meeting =
        setAppointment.set(
            lead,
            new MeetingWish(
                Optional.of(clock.instant().plusSeconds(60)),
                Optional.empty(),
                MeetingArrangements.NONE,
                false),
            Optional.of(agent),
            Optional.empty());
    clock.advance(Duration.ofHours(1));
    if (cameAfterAll) {
      attendance.missed(meeting.id());
    } else {
      attendance.held(meeting.id(), Optional.empty(), Optional.empty());
    }
    clock.advance(Duration.ofDays(2));
    correctAttendance.correct(
        meeting.id(),
        Optional.empty(),
        new CorrectAttendance.Right(cameAfterAll, null, null),
        new Corrections.Because(Optional.empty(), "Told wrongly."));
    clock.advance(Duration.ofDays(5));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @Test
  void aWrongNumberIsNeitherAnswerNorConversation() {
    desk.log(given.lead(campaign), agent, Disposition.WRONG_NUMBER);

    Row row = only(activity.of(scope(Grouping.NONE)));

    assertThat(rate(row, "connectRate")).isEqualTo(new Rate(0, 1));
    assertThat(rate(row, "contactRate")).isEqualTo(new Rate(0, 1));
    assertThat(rate(row, "attemptsPerContact")).isEqualTo(new Rate(1, 0));
  }

  @Test
  void peopleComeByNameAndWhatIsNobodysComesLast() {
    AgentId zoe = given.agentNamed("Zoe");
    AgentId abe = given.agentNamed("abe");
    Instant due = clock.instant().plus(Duration.ofDays(1));
    promises.promise(given.lead(campaign), Desk.personal(due, zoe));
    promises.promise(given.lead(campaign), Desk.at(due));
    promises.promise(given.lead(campaign), Desk.personal(due, abe));
    clock.set(due.plus(Duration.ofDays(1)));

    assertThat(callbacks.of(scope(Grouping.AGENT)).rows())
        .extracting(Row::names)
        .containsExactly(Map.of("agentId", "abe"), Map.of("agentId", "Zoe"), Map.of());
  }

  @Test
  void aHotLeadThatCooledIsHeldAgainstNoAgent() {
    clicked();
    said(true, false);
    clock.advance(Duration.ofHours(2));

    ReportScope hers =
        new ReportScope(
            Optional.of(campaign),
            Optional.of(agent),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 12, 31),
            NEW_YORK,
            Grouping.NONE);

    assertThat(qualification.of(hers).rows())
        .flatExtracting(Row::metrics)
        .extracting(Report.Metric::name)
        .contains("interestedNotAsked")
        .doesNotContain("hotLeadsPastTheirTime");
  }

  @Test
  void aLeadThatBeginsAnewWasDialledAllTheSameAndOneThatIsAnotherIsNone() {
    LeadId again = given.lead(campaign);
    LeadId failed = given.lead(campaign);
    PhoneNumber number = Fixture.number();
    LeadId one = given.newLead(campaign).numbers(number).externalId("1").create();
    LeadId two = given.newLead(campaign).numbers(number).externalId("2").create();
    desk.log(again, agent, Disposition.NOT_QUALIFIED);
    desk.log(failed, agent, Disposition.TECHNICAL_FAILURE);
    desk.log(two, agent, Disposition.NO_ANSWER);
    changeStatus.change(
        again,
        Optional.empty(),
        new ChangeStatus.Wish(LeadStatus.COLD, agent, "New management", Optional.empty()));
    mergeLeads.merge(one, two);

    Row row = only(activity.of(scope(Grouping.NONE)));

    assertThat(rate(row, "listPenetration")).isEqualTo(new Rate(2, 3));
  }

  @Test
  void aMonthThatOnlyOneOfTheFiguresKnowsStandsInItsPlace() {
    clicked();
    clock.set(Instant.parse("2026-12-02T15:00:00Z"));
    said(true, false);

    assertThat(qualification.of(scope(Grouping.MONTH)).rows())
        .extracting(row -> row.group().get("month"))
        .isSorted()
        .contains("2026-11", "2026-12");
  }

  @Test
  void aRetryOfAPromiseIsNoOtherPromise() {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due);
    desk.log(lead, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(3));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "keptRate")).isEqualTo(new Rate(1, 1));
    assertThat(rate(row, "reached")).isEqualTo(new Rate(0, 1));
  }

  @Test
  void aPromiseThatNobodyHasDialledIsDueAndNotKept() {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due.plus(Duration.ofDays(1)));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "keptRate")).isEqualTo(new Rate(0, 1));
    assertThat(rate(row, "reached")).isEqualTo(new Rate(0, 1));
  }

  @Test
  void aPromiseThatADoNotCallRequestEndsIsNotCounted() {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    desk.log(lead, agent, Disposition.DO_NOT_CALL);
    clock.set(due.plus(Duration.ofDays(1)));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @ParameterizedTest(name = "called off by the {1} {0} minutes after its time: {2} due")
  @CsvSource({"-1, PROSPECT, 0", "-1, FIRM, 0", "60, PROSPECT, 0", "60, CLIENT, 1", "60, FIRM, 1"})
  void whatTheProspectCalledOffIsNoBrokenPromise(long minutes, CancelledBy by, int due) {
    Instant time = clock.instant().plus(Duration.ofDays(1));
    Callback callback = promises.promise(given.lead(campaign), Desk.at(time));
    clock.set(time.plus(Duration.ofMinutes(minutes)));
    promises.cancel(callback.id(), new CalledOff(by, "Asked us to"));
    clock.advance(Duration.ofDays(1));

    assertThat(callbacks.of(scope(Grouping.NONE)).rows())
        .extracting(row -> rate(row, "keptRate"))
        .isEqualTo(due == 0 ? List.of() : List.of(new Rate(0, due)));
  }

  @Test
  void aFailureOfTheLineKeepsNoPromise() {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofDays(1));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "keptRate")).isEqualTo(new Rate(0, 1));
    assertThat(rate(row, "punctuality")).isEqualTo(new Rate(0, 1));
    assertThat(figure(row, "medianDelay").n()).isZero();
  }

  @ParameterizedTest(name = "dialled {0} minutes after its time: kept {1}")
  @CsvSource({"15, 1", "30, 1", "31, 0"})
  void theDialAfterAFailureOfTheLineIsThePromised(long minutes, long kept) {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    clock.set(due.plus(Duration.ofMinutes(minutes)));
    desk.log(lead, agent, Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofDays(1));

    Row row = only(callbacks.of(scope(Grouping.NONE)));

    assertThat(rate(row, "keptRate")).isEqualTo(new Rate(kept, 1));
    assertThat(rate(row, "reached")).isEqualTo(new Rate(1, 1));
    assertThat(figure(row, "medianDelay").value()).hasValue((double) minutes);
  }

  @Test
  void aHotLeadThatOnlyAFailedLineTriedHasWaitedPastItsTime() {
    LeadId dialled = clicked();
    LeadId failed = clicked();
    clicked();
    clock.advance(Duration.ofMinutes(60));
    desk.log(dialled, agent, Disposition.NO_ANSWER);
    desk.log(failed, agent, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofMinutes(1));
    desk.log(failed, agent, Disposition.NO_ANSWER);

    Row row = qualification.of(scope(Grouping.NONE)).rows().get(0);

    assertThat(rate(row, "hotLeadsPastTheirTime")).isEqualTo(new Rate(2, 3));
  }

  private LeadId clicked() {
    LeadId lead = given.lead(campaign);
    recordSignals.record(
        List.of(
            new SignalReport(
                Who.lead(lead), SignalType.LINK_CLICK, Optional.empty(), null, null, null)));
    return lead;
  }

  @Test
  void theHourIsThatOfTheProspectsClock() {
    LeadId lead = given.newLead(campaign).zone("Australia/Sydney").create();
    desk.log(lead, agent, Disposition.GATEKEEPER);

    Row row = only(bestHours.of(scope(Grouping.NONE)));

    assertThat(row.group()).isEqualTo(Map.of("weekday", "THURSDAY", "hour", "05"));
    assertThat(rate(row, "contactRate")).isEqualTo(new Rate(1, 1));
  }

  @Test
  void interestWithoutAQuestionForAMeetingIsOverQualification() {
    said(true, false);
    said(true, true);
    said(false, false);

    Row row = qualification.of(scope(Grouping.NONE)).rows().get(0);

    assertThat(rate(row, "interestedNotAsked")).isEqualTo(new Rate(1, 2));
  }

  @ParameterizedTest(name = "{0}, ticked {1}: {2} interested, {3} not asked")
  @CsvSource({
    "APPOINTMENT_SET, , 1, 0",
    "APPOINTMENT_SET, false, 1, 0",
    "WARM_INTERESTED, , 1, 1",
    "WARM_INTERESTED, false, 0, 0",
    "QUALIFIED, , 1, 1",
    "NOT_INTERESTED, , 0, 0",
    "NOT_INTERESTED, true, 1, 1"
  })
  void whereNothingIsTickedTheOutcomeTellsOfInterest(
      Disposition outcome, Boolean ticked, long interested, long notAsked) {
    Conduct conduct = new Conduct(null, null, null, null, ticked, null);
    desk.log(
        given.lead(campaign),
        agent,
        outcome,
        desk.detailsFor(outcome).toBuilder().conduct(conduct).build());

    assertThat(rate(qualification.of(scope(Grouping.NONE)).rows().get(0), "interestedNotAsked"))
        .isEqualTo(new Rate(notAsked, interested));
  }

  private void said(boolean interested, boolean asked) {
    Conduct conduct = new Conduct(null, null, null, null, interested, asked);
    desk.log(given.lead(campaign), agent, Disposition.NOT_INTERESTED, detailsWith(conduct));
  }

  @Test
  void everyCallHasAnObjectiveAndWhetherItWasAttainedIsReported() {
    Conduct closes = new Conduct(null, null, Objective.CLOSE, null, null, null);
    desk.log(given.lead(campaign), agent, Disposition.SALE, detailsWith(closes));
    desk.log(given.lead(campaign), agent, Disposition.NOT_INTERESTED);

    List<Row> rows = qualification.of(scope(Grouping.NONE)).rows();

    assertThat(rows)
        .filteredOn(row -> row.group().containsKey("objective"))
        .extracting(row -> row.group().get("objective"), row -> rate(row, "objectiveAttained"))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("CLOSE", new Rate(1, 1)),
            org.assertj.core.groups.Tuple.tuple("SECURE_MEETING", new Rate(0, 1)));
  }

  @Test
  void aCallbackThatReachedTheProspectIsCompleteOnlyWhenTheOriginalAskWasMadeAgain() {
    keepACallback(true);
    keepACallback(false);
    keepACallback(null);

    assertThat(qualification.of(scope(Grouping.NONE)).rows())
        .filteredOn(row -> "KEEP_CALLBACK".equals(row.group().get("objective")))
        .singleElement()
        .satisfies(row -> assertThat(rate(row, "objectiveAttained")).isEqualTo(new Rate(1, 3)));
  }

  private void keepACallback(Boolean askMade) {
    LeadId lead = given.lead(campaign);
    Instant due = clock.instant().plus(Duration.ofDays(1));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due);
    desk.log(
        desk.claim(agent),
        Disposition.NOT_INTERESTED,
        detailsWith(Conduct.ofCallback(askMade, null)));
  }

  private static CallDetails detailsWith(Conduct conduct) {
    return CallDetails.NONE.toBuilder().conduct(conduct).build();
  }
}
