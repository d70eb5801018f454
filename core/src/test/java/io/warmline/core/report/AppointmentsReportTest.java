package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.AmendCall.Correction;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.report.Report.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of meetings, counted by hand. */
@QuarkusTest
class AppointmentsReportTest extends Reporting {

  /** A Friday, 10:00 in New York. */
  private static final Instant FRIDAY = Instant.parse("2026-11-20T15:00:00Z");

  @Inject AppointmentsReport appointments;
  @Inject QualificationReport qualification;
  @Inject SetAppointment setAppointment;
  @Inject ChangeAppointment change;
  @Inject RecordAttendance attendance;
  @Inject AmendCall amendCall;

  @Test
  void ofNoMeetingsThereAreNoFigures() {
    assertThat(appointments.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @Test
  void heldMissedAndCancelledMeetingsAreCountedAndPendingOnesAreLeftOut() {
    Appointment good = meet(FRIDAY);
    Appointment poor = meet(FRIDAY);
    Appointment bad = meet(FRIDAY);
    Appointment unjudged = meet(FRIDAY);
    Appointment missed = meet(FRIDAY);
    Appointment missedToo = meet(FRIDAY);
    cancel(meet(FRIDAY));
    meet(FRIDAY);
    meet(FRIDAY.plus(Duration.ofDays(7)));
    clock.set(FRIDAY);
    attendance.held(good.id(), Optional.of(ClientVerdict.QUALIFIED), Optional.empty());
    attendance.held(poor.id(), Optional.of(ClientVerdict.UNQUALIFIED), Optional.empty());
    attendance.held(bad.id(), Optional.of(ClientVerdict.BAD_LEAD), Optional.of("It moved away"));
    attendance.held(unjudged.id(), Optional.empty(), Optional.empty());
    attendance.missed(missed.id());
    attendance.missed(missedToo.id());

    Row row = only(appointments.of(scope(Grouping.NONE)));

    assertThat(rate(row, "holdRate")).isEqualTo(new Rate(4, 7));
    assertThat(rate(row, "noShowRate")).isEqualTo(new Rate(2, 7));
    assertThat(rate(row, "cancellationRate")).isEqualTo(new Rate(1, 7));
    assertThat(rate(row, "unqualifiedHeld")).isEqualTo(new Rate(2, 4));
  }

  @Test
  void aChainOfMeetingsIsCountedOnceAtTheTimeOfItsLastLink() {
    Appointment first = meet(FRIDAY);
    Appointment second = move(first, FRIDAY.plus(Duration.ofDays(4)));
    Appointment third = move(second, FRIDAY.plus(Duration.ofDays(10)));
    clock.set(FRIDAY.plus(Duration.ofDays(10)));
    attendance.held(third.id(), Optional.empty(), Optional.empty());

    assertThat(rate(only(appointments.of(scope(Grouping.NONE))), "holdRate"))
        .isEqualTo(new Rate(1, 1));
    assertThat(appointments.of(from("2026-11-20", "2026-11-29")).rows()).isEmpty();
    assertThat(rate(only(appointments.of(from("2026-11-30", "2026-11-30"))), "holdRate"))
        .isEqualTo(new Rate(1, 1));
  }

  @Test
  void aChainThatIsCancelledInTheEndIsOneCancellation() {
    cancel(move(meet(FRIDAY), FRIDAY.plus(Duration.ofDays(4))));

    Row row = only(appointments.of(scope(Grouping.NONE)));

    assertThat(rate(row, "cancellationRate")).isEqualTo(new Rate(1, 1));
  }

  @ParameterizedTest(name = "a meeting at {0} is one of 20 November in New York: {1}")
  @CsvSource({
    "2026-11-20T04:59:59Z, false",
    "2026-11-20T05:00:00Z, true",
    "2026-11-21T04:59:59Z, true",
    "2026-11-21T05:00:00Z, false"
  })
  void aMeetingBelongsToTheDayOfItsTimeInTheZoneOfTheReport(Instant startsAt, boolean counted) {
    cancel(meet(startsAt));

    assertThat(appointments.of(from("2026-11-20", "2026-11-20")).rows()).hasSize(counted ? 1 : 0);
  }

  @ParameterizedTest(name = "set on 18 November, held at {0}: {1} days")
  @CsvSource({
    "2026-11-19T04:59:00Z, 0",
    "2026-11-19T05:00:00Z, 1",
    "2026-11-20T05:00:00Z, 2-3",
    "2026-11-22T04:59:00Z, 2-3",
    "2026-11-22T05:00:00Z, 4-7",
    "2026-11-25T15:00:00Z, 4-7",
    "2026-11-26T15:00:00Z, 8-14",
    "2026-12-02T15:00:00Z, 8-14",
    "2026-12-03T15:00:00Z, 15+"
  })
  void theLeadTimeCountsTheProspectsDaysFromTheSettingOfTheFirstToTheLast(
      Instant startsAt, String days) {
    Appointment first = meet(clock.instant().plus(Duration.ofHours(1)));
    clock.advance(Duration.ofMinutes(30));
    Appointment last = move(first, startsAt);
    clock.set(startsAt);
    attendance.held(last.id(), Optional.empty(), Optional.empty());

    assertThat(only(appointments.of(scope(Grouping.LEAD_TIME))).group())
        .isEqualTo(Map.of("leadTimeDays", days));
  }

  @Test
  void waysOfConfirmingAreToldApartWithTheirIntervals() {
    LeadId atOnce = given.lead(given.campaign());
    LeadId dayBefore =
        given.lead(
            given.campaign(t -> Fixture.with(t, Fixture.confirming(Confirmation.DAY_BEFORE))));
    Appointment held = meet(atOnce, FRIDAY);
    Appointment missed = meet(dayBefore, FRIDAY);
    clock.set(FRIDAY);
    attendance.held(held.id(), Optional.empty(), Optional.empty());
    attendance.missed(missed.id());
    ReportScope everywhere =
        new ReportScope(
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2026, 11, 20),
            LocalDate.of(2026, 11, 20),
            NEW_YORK,
            Grouping.CONFIRMATION);

    Report report = appointments.of(everywhere);

    assertThat(report.rows())
        .extracting(row -> row.group().get("confirmation"), row -> rate(row, "holdRate"))
        .containsExactlyInAnyOrder(
            Tuple.tuple("AT_ONCE", new Rate(1, 1)), Tuple.tuple("DAY_BEFORE", new Rate(0, 1)));
    assertThat(report.rows())
        .allSatisfy(r -> assertThat(rate(r, "holdRate").interval()).isPresent());
  }

  @Test
  void theLagGoesToTheFirstDialForTheConfirmationWhomeverItReaches() {
    AgentId other = given.agent();
    LeadId unanswered = set();
    LeadId atTheGate = set();
    LeadId calledOff = set();
    LeadId failedLine = set();
    set();
    clock.advance(Duration.ofMinutes(7));
    desk.log(unanswered, other, Disposition.NO_ANSWER);
    desk.log(failedLine, other, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofMinutes(3));
    desk.log(atTheGate, other, Disposition.GATEKEEPER);
    clock.advance(Duration.ofMinutes(10));
    desk.log(calledOff, other, Disposition.APPOINTMENT_CANCELLED);

    Row row = only(appointments.of(scope(Grouping.NONE)));

    assertThat(figure(row, "confirmationLagP50").value()).hasValue(10);
    assertThat(figure(row, "confirmationLagP90").value()).hasValue(18);
    assertThat(figure(row, "confirmationLagP90").n()).isEqualTo(3);
    assertThat(rate(row, "cancelledDuringConfirmation")).isEqualTo(new Rate(1, 2));
  }

  @Test
  void aConfirmationOnAForbiddenDayIsReported() {
    Appointment inTime = meet(FRIDAY.plus(Duration.ofDays(7)));
    Appointment late = meet(FRIDAY);
    clock.set(Instant.parse("2026-11-19T05:00:00Z"));
    change.confirm(inTime.id(), Optional.empty(), Optional.empty());
    change.confirm(late.id(), Optional.empty(), Optional.of("The client insists"));

    Row row = only(appointments.of(scope(Grouping.NONE)));

    assertThat(rate(row, "confirmedOutOfPolicy")).isEqualTo(new Rate(1, 2));
  }

  @Test
  void aMeetingThatWasNeverAgreedIsNotCounted() {
    LoggedCall wrong =
        desk.log(given.lead(campaign), agent, Disposition.APPOINTMENT_SET, Desk.meeting(FRIDAY));
    amendCall.amend(
        wrong.call().id(),
        Optional.empty(),
        new Correction(Optional.of(Disposition.NO_ANSWER), null, null, CallDetails.NONE));

    assertThat(appointments.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @Test
  void aMeetingIsTheSettersWhoeverDidSomethingToItLater() {
    AgentId other = given.agent();
    LeadId lead = set();
    desk.log(lead, other, Disposition.APPOINTMENT_CANCELLED);

    assertThat(only(appointments.of(scope(Grouping.AGENT))).group())
        .isEqualTo(Map.of("agentId", agent.toString()));
  }

  /**
   * Of four that Dave set, one is moved by the client, one by Ana, and one the client calls off.
   */
  @Test
  void nobodyLosesAMeetingToWhoeverMovedItOrCalledItOff() {
    AgentId dave = given.agentNamed("Dave");
    AgentId ana = given.agentNamed("Ana");
    Appointment plain = meet(dave, FRIDAY);
    Appointment byClient = moveAs(Optional.empty(), meet(dave, FRIDAY));
    Appointment byAna = moveAs(Optional.of(ana), meet(dave, FRIDAY));
    cancel(meet(dave, FRIDAY));
    clock.set(FRIDAY.plus(Duration.ofHours(2)));
    for (Appointment met : List.of(plain, byClient, byAna)) {
      attendance.held(met.id(), Optional.of(ClientVerdict.UNQUALIFIED), Optional.empty());
    }

    Row row = only(appointments.of(scope(Grouping.AGENT)));

    assertThat(row.group()).isEqualTo(Map.of("agentId", dave.toString()));
    assertThat(rate(row, "holdRate")).isEqualTo(new Rate(3, 4));
    assertThat(rate(row, "showRate")).isEqualTo(new Rate(3, 3));
    assertThat(rate(row, "cancelledByClient")).isEqualTo(new Rate(1, 4));
    assertThat(rate(row, "unqualifiedHeld")).isEqualTo(new Rate(3, 3));
    assertThat(appointments.of(of(dave)).rows()).hasSize(1);
    assertThat(appointments.of(of(ana)).rows()).isEmpty();
    assertThat(qualification.of(of(ana)).rows())
        .allSatisfy(
            r -> assertThat(r.metrics()).noneMatch(m -> m.name().equals("unqualifiedHeld")));
  }

  private ReportScope of(AgentId someone) {
    ReportScope all = scope(Grouping.NONE);
    return new ReportScope(
        all.campaign(), Optional.of(someone), all.from(), all.to(), all.zone(), all.grouping());
  }

  private Appointment meet(AgentId setter, Instant startsAt) {
    return setAppointment.set(
        given.lead(campaign), at(startsAt), Optional.of(setter), Optional.empty());
  }

  private Appointment moveAs(Optional<AgentId> who, Appointment meeting) {
    return change.reschedule(
        meeting.id(), at(FRIDAY.plus(Duration.ofHours(1))), who, Optional.empty());
  }

  @ParameterizedTest(name = "called off by the {0} {1} minutes before: at short notice {2}")
  @CsvSource({"PROSPECT, 1440, 0", "CLIENT, 1439, 1", "FIRM, -10, 1", "CLIENT, 2880, 0"})
  void aCancellationSaysByWhomAndHowLongBefore(CancelledBy by, long minutes, long shortNotice) {
    Appointment meeting = meet(FRIDAY.plus(Duration.ofDays(5)));
    clock.set(meeting.meeting().slot().startsAt().minus(Duration.ofMinutes(minutes)));
    change.cancel(meeting.id(), by, Optional.empty(), Optional.empty());

    Row row = only(appointments.of(scope(Grouping.NONE)));

    assertThat(rate(row, "cancelledByProspect"))
        .isEqualTo(new Rate(by == CancelledBy.PROSPECT ? 1 : 0, 1));
    assertThat(rate(row, "cancelledByClient"))
        .isEqualTo(new Rate(by == CancelledBy.CLIENT ? 1 : 0, 1));
    assertThat(rate(row, "cancelledByFirm")).isEqualTo(new Rate(by == CancelledBy.FIRM ? 1 : 0, 1));
    assertThat(rate(row, "cancelledAtShortNotice")).isEqualTo(new Rate(shortNotice, 1));
    assertThat(figure(row, "cancellationNoticeP50").value().orElseThrow())
        .isCloseTo(minutes / 60.0, within(1e-6));
  }

  @Test
  void leadTimesComeFromTheShortestToTheLongest() {
    for (int days : new int[] {20, 10, 5, 3, 1, 0}) {
      cancel(meet(clock.instant().plus(Duration.ofDays(days)).plusSeconds(60)));
    }

    assertThat(appointments.of(scope(Grouping.LEAD_TIME)).rows())
        .extracting(row -> row.group().get("leadTimeDays"))
        .containsExactly("0", "1", "2-3", "4-7", "8-14", "15+");
  }

  private LeadId set() {
    LeadId lead = given.lead(campaign);
    desk.log(
        lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(FRIDAY.plus(Duration.ofDays(7))));
    return lead;
  }

  private Appointment meet(Instant startsAt) {
    return meet(given.lead(campaign), startsAt);
  }

  private Appointment meet(LeadId lead, Instant startsAt) {
    return setAppointment.set(lead, at(startsAt), Optional.of(agent), Optional.empty());
  }

  private Appointment move(Appointment appointment, Instant startsAt) {
    return change.reschedule(appointment.id(), at(startsAt), Optional.of(agent), Optional.empty());
  }

  private void cancel(Appointment appointment) {
    change.cancel(appointment.id(), CancelledBy.CLIENT, Optional.empty(), Optional.empty());
  }

  private static MeetingWish at(Instant startsAt) {
    return new MeetingWish(
        Optional.of(startsAt), Optional.empty(), MeetingArrangements.NONE, false);
  }

  private ReportScope from(String first, String last) {
    return scope(LocalDate.parse(first), LocalDate.parse(last), Grouping.NONE);
  }
}
