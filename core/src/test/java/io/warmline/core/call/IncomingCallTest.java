package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.Invariants;
import io.warmline.core.OnPostgres;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentStatus;
import io.warmline.core.appointment.Appointments;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.report.ActivityReport;
import io.warmline.core.report.CallbacksReport;
import io.warmline.core.report.Grouping;
import io.warmline.core.report.Report;
import io.warmline.core.report.ReportScope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "A call that comes in cannot be logged as incoming; it counts as a dial." */
@QuarkusTest
class IncomingCallTest extends OnPostgres {

  @Inject LogCall logCall;
  @Inject Callbacks callbacks;
  @Inject Appointments appointments;
  @Inject ActivityReport activity;
  @Inject CallbacksReport promises;
  @Inject Invariants invariants;

  private CampaignId campaign;
  private AgentId agent;
  private LeadId lead;

  @BeforeEach
  void aLead() {
    campaign = given.campaign(t -> Fixture.with(t, t.callingHours(), t.policy()));
    agent = given.agent();
    lead = given.lead(campaign);
  }

  @AfterEach
  void theQueueIsWhatTheFactsSay() {
    invariants.hold();
  }

  @Test
  void whoCallsUsIsNoAttemptOfOurs() {
    LoggedCall call = comesIn(Disposition.WARM_INTERESTED);

    assertThat(call.call().direction()).isEqualTo(Direction.INBOUND);
    assertThat(call.call().phone()).isNotNull();
    assertThat(call.call().breaches()).isEmpty();
    assertThat(read(lead).attempts()).isZero();
    assertThat(read(lead).lastAttemptAt()).isEmpty();
    assertThat(read(lead).dialling().contactedAt()).isPresent();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.WARM);
  }

  @Test
  void itUsesUpNoCapOfTheNumber() {
    for (int i = 0; i < 5; i++) {
      comesIn(Disposition.INFORMATION_REQUESTED);
    }
    clock.advance(Duration.ofDays(3));

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void itIsNoDialInAnyFigure() {
    comesIn(Disposition.WARM_INTERESTED);

    assertThat(figures(activity.of(scope())))
        .allSatisfy(metric -> assertThat(metric.rate().numerator()).isZero());
  }

  @Test
  void itKeepsAnOpenPromiseAndTheAnswerSaysWhatWasPromised() {
    CallbackId promised = promise(clock.instant().plus(Duration.ofDays(1)));

    LoggedCall call = comesIn(Disposition.NOT_INTERESTED);

    assertThat(call.callback()).map(Callback::id).contains(promised);
    assertThat(callback(promised).status()).isEqualTo(CallbackStatus.KEPT);
    clock.advance(Duration.ofDays(3));
    assertThat(promises.of(scope()).rows()).isEmpty();
  }

  @Test
  void aPromiseThatWeHadMissedIsNotKeptByTheirCall() {
    promise(clock.instant().plus(Duration.ofDays(1)));
    clock.advance(Duration.ofDays(2));
    comesIn(Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofDays(1));

    assertThat(figures(promises.of(scope())))
        .filteredOn(metric -> metric.name().equals("keptRate"))
        .singleElement()
        .satisfies(
            metric -> {
              assertThat(metric.rate().numerator()).isZero();
              assertThat(metric.rate().denominator()).isEqualTo(1);
            });
  }

  @Test
  void aColleagueWhoRingsBackLeavesThePromiseAsItIs() {
    Instant due = clock.instant().plus(Duration.ofDays(1));
    CallbackId promised = promise(due);

    comesIn(Disposition.GATEKEEPER);

    assertThat(callback(promised).status()).isEqualTo(CallbackStatus.SCHEDULED);
    assertThat(callback(promised).window().dueAt()).isEqualTo(due);
  }

  @Test
  void whoRingsToConfirmOnTheDayIsNotRemindedByUs() {
    desk.log(
        lead,
        agent,
        Disposition.APPOINTMENT_SET,
        Desk.meeting(clock.instant().plus(Duration.ofDays(7))));
    clock.advance(Duration.ofDays(7).minusHours(2));

    comesIn(Disposition.APPOINTMENT_CONFIRMED);

    Appointment meeting = transaction.call(() -> appointments.openOf(lead).orElseThrow());
    assertThat(meeting.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(meeting.confirmation().outOfPolicy()).isFalse();
    assertThat(meeting.confirmation().dialledAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_ANSWER",
        "BUSY",
        "VOICEMAIL_LEFT",
        "DISCONNECTED",
        "TECHNICAL_FAILURE",
        "WRONG_NUMBER",
        "ABANDONED_BY_US"
      })
  void anOutcomeThatNoCallWhichCameInCanHaveIsRefusedByName(Disposition outcome) {
    assertThatThrownBy(() -> comesIn(outcome))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.violations().get(0).pointer()).isEqualTo("/disposition"));
  }

  private LoggedCall comesIn(Disposition outcome) {
    return logCall.log(
        new ReportedCall(
            Optional.empty(),
            Optional.of(lead),
            Optional.of(agent),
            Optional.empty(),
            outcome,
            Optional.empty(),
            90,
            null,
            desk.detailsFor(outcome),
            Direction.INBOUND));
  }

  private CallbackId promise(Instant due) {
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.advance(Duration.ofMinutes(10));
    return transaction.call(
        () ->
            callbacks
                .list(
                    new Callbacks.Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(lead),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    new io.warmline.core.Cursor.Paging(1, null),
                    clock.instant())
                .items()
                .get(0)
                .id());
  }

  private Callback callback(CallbackId id) {
    return transaction.call(() -> callbacks.get(id));
  }

  private static List<Report.Metric> figures(Report report) {
    return report.rows().stream().flatMap(row -> row.metrics().stream()).toList();
  }

  private ReportScope scope() {
    return new ReportScope(
        Optional.of(campaign),
        Optional.empty(),
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 12, 31),
        ZoneId.of("America/New_York"),
        Grouping.NONE);
  }
}
