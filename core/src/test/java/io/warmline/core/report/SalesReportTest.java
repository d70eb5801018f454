package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.correction.Corrections.Because;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.outcome.Outcome;
import io.warmline.core.outcome.Outcome.Teller;
import io.warmline.core.outcome.OutcomeKind;
import io.warmline.core.outcome.OutcomeTeller;
import io.warmline.core.outcome.RecordOutcome;
import io.warmline.core.outcome.Told;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Row;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Templates;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What is sold in the end, by the ways of getting there, counted by hand. */
@QuarkusTest
class SalesReportTest extends Reporting {

  @Inject SalesReport sales;
  @Inject ActivityReport activity;
  @Inject CallbacksReport callbacks;
  @Inject RecordOutcome record;
  @Inject SetAppointment setAppointment;
  @Inject ChangeAppointment change;
  @Inject RecordAttendance attendance;
  @Inject DecideHandoff decide;
  @Inject ChangeCampaign changeCampaign;

  @Test
  void salesAndTheirValueAreTheMeetingsThatEnded() {
    tell(held(), won("1000", "USD"));
    Appointment twice = held();
    tell(twice, new Told(OutcomeKind.PROPOSAL, null, null, null, null, null));
    tell(twice, won("500.50", "USD"));
    tell(twice, won("200", "EUR"));
    tell(held(), new Told(OutcomeKind.LOST, null, null, "why", null, null));
    tell(held(), new Told(OutcomeKind.NO_DECISION, null, null, null, "then", null));
    held();
    change.cancel(meet(agent).id(), CancelledBy.PROSPECT, Optional.empty(), Optional.empty());
    meet(agent);

    Row row = only(sales.of(scope(Grouping.NONE)));

    assertThat(rate(row, "closeRate")).isEqualTo(new Rate(2, 6));
    assertThat(rate(row, "closeRateOfTaken")).isEqualTo(new Rate(2, 5));
    assertThat(rate(row, "proposed")).isEqualTo(new Rate(2, 5));
    assertThat(rate(row, "lost")).isEqualTo(new Rate(1, 5));
    assertThat(rate(row, "noDecision")).isEqualTo(new Rate(1, 5));
    assertThat(rate(row, "outcomeKnown")).isEqualTo(new Rate(4, 5));
    assertThat(row.figures())
        .extracting(Figure::name, f -> f.value().orElseThrow(), Figure::unit, Figure::n)
        .containsExactly(
            Tuple.tuple("value", 200.0, "EUR", 1L),
            Tuple.tuple("meanValue", 200.0, "EUR", 1L),
            Tuple.tuple("value", 1500.5, "USD", 2L),
            Tuple.tuple("meanValue", 750.25, "USD", 2L));
  }

  @Test
  void aCorrectionIsFollowed() {
    Outcome sale = tell(held(), won("1000", "USD"));
    record.correct(
        sale.id(),
        Optional.empty(),
        Optional.of(won("900", "USD")),
        Optional.empty(),
        new Because(Optional.empty(), "A discount"));

    Row after = only(sales.of(scope(Grouping.NONE)));
    assertThat(after.figures().get(0).value()).hasValue(900.0);

    record.correct(
        sale.id(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Because(Optional.empty(), "Another customer"));

    Row none = only(sales.of(scope(Grouping.NONE)));
    assertThat(rate(none, "closeRate")).isEqualTo(new Rate(0, 1));
    assertThat(none.figures()).isEmpty();
  }

  /** Source (B) says that meetings nobody calls about on the day are closed more often. */
  @Test
  void waysOfConfirmingAndOfDeliveringAreHeldAgainstEachOther() {
    CampaignId dayBefore =
        given.campaign(t -> Fixture.with(t, Fixture.confirming(Confirmation.DAY_BEFORE)));
    CampaignId warm = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD)));
    tell(held(), won("1000", "USD"));
    held();
    campaign = dayBefore;
    held();
    HandoffId handoff =
        desk.log(given.lead(warm), agent, Disposition.QUALIFIED).call().links().handoff();
    decide.accept(handoff, Optional.empty(), null);
    record.ofHandoff(handoff, won("700", "USD"), client(), Optional.empty());

    assertThat(sales.of(everywhere(Grouping.CONFIRMATION)).rows())
        .extracting(Row::group, row -> rate(row, "closeRate"))
        .containsExactly(
            Tuple.tuple(Map.of("confirmation", "AT_ONCE"), new Rate(1, 2)),
            Tuple.tuple(Map.of("confirmation", "DAY_BEFORE"), new Rate(0, 1)));
    assertThat(sales.of(everywhere(Grouping.DELIVERABLE)).rows())
        .extracting(Row::group, row -> rate(row, "closeRate"))
        .containsExactly(
            Tuple.tuple(Map.of("deliverable", "APPOINTMENT"), new Rate(1, 3)),
            Tuple.tuple(Map.of("deliverable", "WARM_LEAD"), new Rate(1, 1)));
  }

  @Test
  void aSaleIsTheSettersOfTheFirst() {
    AgentId other = given.agent();
    Appointment moved =
        change.reschedule(meet(agent).id(), soon(), Optional.of(other), Optional.empty());
    clock.advance(Duration.ofHours(2));
    attendance.held(moved.id(), Optional.empty(), Optional.empty());
    tell(moved, won("1000", "USD"));

    Row row = only(sales.of(scope(Grouping.AGENT)));

    assertThat(row.group()).isEqualTo(Map.of("agentId", agent.toString()));
    assertThat(row.figures().get(0).value()).hasValue(1000.0);
  }

  @Test
  void versionsOfScriptsAreToldApartByWhenTheProspectWasSpokenTo() {
    tell(held(), won("1000", "USD"));
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);
    sayOtherwise("One");
    held();
    desk.log(given.lead(campaign), agent, Disposition.NOT_INTERESTED);
    sayOtherwise("Two");
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);

    assertThat(sales.of(scope(Grouping.SCRIPT_VERSION)).rows())
        .extracting(Row::group, row -> rate(row, "closeRate"))
        .containsExactly(
            Tuple.tuple(Map.of("scriptVersion", "1"), new Rate(1, 1)),
            Tuple.tuple(Map.of("scriptVersion", "2"), new Rate(0, 1)));
    assertThat(activity.of(scope(Grouping.SCRIPT_VERSION)).rows())
        .extracting(Row::group, row -> rate(row, "connectRate"))
        .containsExactly(
            Tuple.tuple(Map.of("scriptVersion", "1"), new Rate(0, 1)),
            Tuple.tuple(Map.of("scriptVersion", "2"), new Rate(1, 1)),
            Tuple.tuple(Map.of("scriptVersion", "3"), new Rate(0, 1)));
    assertThatThrownBy(() -> sales.of(everywhere(Grouping.SCRIPT_VERSION)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> callbacks.of(scope(Grouping.SCRIPT_VERSION)))
        .isInstanceOf(InvalidValue.class);
  }

  private void sayOtherwise(String words) {
    clock.advance(Duration.ofMinutes(1));
    changeCampaign.agreeOn(campaign, Optional.empty(), terms -> with(terms, words));
    clock.advance(Duration.ofMinutes(1));
  }

  private static CampaignTerms with(CampaignTerms terms, String words) {
    String reply = Templates.defaultFor(CallKind.BUSY_REPLY) + " " + words + ".";
    return terms.toBuilder().scripts(new Scripts(Map.of(CallKind.BUSY_REPLY, reply))).build();
  }

  private ReportScope everywhere(Grouping by) {
    return new ReportScope(
        Optional.empty(),
        Optional.empty(),
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 12, 31),
        NEW_YORK,
        by);
  }

  private static Told won(String value, String currency) {
    return new Told(OutcomeKind.WON, new BigDecimal(value), currency, null, null, null);
  }

  private static Teller client() {
    return new Teller(OutcomeTeller.CLIENT, null);
  }

  private Outcome tell(Appointment meeting, Told told) {
    return record.ofMeeting(meeting.id(), told, client(), Optional.empty());
  }

  private Appointment held() {
    Appointment meeting = meet(agent);
    clock.advance(Duration.ofHours(2));
    return attendance.held(meeting.id(), Optional.empty(), Optional.empty());
  }

  private Appointment meet(AgentId setter) {
    return setAppointment.set(given.lead(campaign), soon(), Optional.of(setter), Optional.empty());
  }

  private MeetingWish soon() {
    return new MeetingWish(
        Optional.of(clock.instant().plus(Duration.ofHours(1))),
        Optional.empty(),
        MeetingArrangements.NONE,
        false);
  }
}
