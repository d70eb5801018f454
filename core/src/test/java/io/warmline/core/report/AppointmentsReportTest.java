package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.Particulars;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.appointment.Verdict;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.AmendCall.Correction;
import io.warmline.core.call.CallDetails;
import io.warmline.core.call.Disposition;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.report.Report.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    attendance.held(good.id(), Optional.of(Verdict.QUALIFIED), Optional.empty());
    attendance.held(poor.id(), Optional.of(Verdict.UNQUALIFIED), Optional.empty());
    attendance.held(bad.id(), Optional.of(Verdict.BAD_LEAD), Optional.of("It moved away"));
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
    Scope everywhere =
        new Scope(
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
    return new MeetingWish(Optional.of(startsAt), Optional.empty(), Particulars.NONE, false);
  }

  private Scope from(String first, String last) {
    return scope(LocalDate.parse(first), LocalDate.parse(last), Grouping.NONE);
  }
}
