package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.report.Report.Row;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.signal.SignalType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon leads are dialled that gave a signal, counted by hand. */
@QuarkusTest
class SpeedToLeadReportTest extends Reporting {

  private static final String OFFICE_HOURS =
      "MONDAY 09:00-17:00;TUESDAY 09:00-17:00;WEDNESDAY 09:00-17:00;THURSDAY 09:00-17:00;"
          + "FRIDAY 09:00-17:00";

  @Inject SpeedToLeadReport speed;
  @Inject RecordSignals recordSignals;
  @Inject MergeLeads mergeLeads;

  @Test
  void ofNoSignalsThereAreNoFigures() {
    assertThat(speed.of(scope(Grouping.NONE)).rows()).isEmpty();
  }

  @Test
  void fiveMinutesAreInTimeAndASecondMoreIsNot() {
    LeadId inTime = clicked();
    LeadId late = clicked();
    LeadId muchLater = clicked();
    clicked();
    clock.advance(Duration.ofMinutes(5));
    desk.log(inTime, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofSeconds(1));
    desk.log(late, agent, Disposition.GATEKEEPER);
    clock.advance(Duration.ofMinutes(25));
    desk.log(muchLater, agent, Disposition.NO_ANSWER);

    Row row = only(speed.of(scope(Grouping.NONE)));

    assertThat(rate(row, "dialled")).isEqualTo(new Rate(3, 4));
    assertThat(rate(row, "within5Minutes")).isEqualTo(new Rate(1, 4));
    assertThat(figure(row, "wallClockP50").value().orElseThrow())
        .isCloseTo(5 + 1 / 60.0, within(1e-9));
    assertThat(figure(row, "wallClockP50").n()).isEqualTo(3);
  }

  @ParameterizedTest(
      name = "signal at {0}, dialled at {1}: {2} minutes by the clock, {3} of them callable")
  @CsvSource({
    // within the hours both clocks agree
    "2026-11-18T18:00:00Z, 2026-11-18T18:04:00Z, 4,     4",
    // overnight: ten minutes before the end of the hours, three after their beginning
    "2026-11-18T21:50:00Z, 2026-11-19T14:03:00Z, 973,   13",
    // at night the clock of the law stands still
    "2026-11-19T03:00:00Z, 2026-11-19T14:05:00Z, 665,   5",
    // from Friday evening to Monday morning
    "2026-11-20T21:58:00Z, 2026-11-23T14:02:00Z, 3844,  4",
    // dialled before the law allows it: no time has passed
    "2026-11-19T03:00:00Z, 2026-11-19T03:10:00Z, 10,    0"
  })
  void theClockOfTheLawStandsStillWhileTheLeadMayNotBeCalled(
      Instant signalledAt, Instant dialledAt, double wall, double legal) {
    campaign = given.campaignOpen(CallingHoursText.parse(OFFICE_HOURS));
    clock.set(signalledAt);
    LeadId lead = clicked();
    clock.set(dialledAt);
    desk.log(lead, agent, Disposition.NO_ANSWER);

    Row row = only(speed.of(scope(Grouping.NONE)));

    assertThat(figure(row, "wallClockP50").value()).hasValue(wall);
    assertThat(figure(row, "legalClockP50").value()).hasValue(legal);
    assertThat(rate(row, "within5Minutes").numerator()).isEqualTo(wall <= 5 ? 1 : 0);
    assertThat(rate(row, "within5CallableMinutes").numerator()).isEqualTo(legal <= 5 ? 1 : 0);
  }

  @Test
  void aFailureOfTheLineAnswersNoSignal() {
    LeadId lead = clicked();
    clock.advance(Duration.ofMinutes(1));
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);

    assertThat(rate(only(speed.of(scope(Grouping.NONE))), "dialled")).isEqualTo(new Rate(0, 1));

    clock.advance(Duration.ofMinutes(15));
    desk.log(lead, agent, Disposition.NO_ANSWER);

    assertThat(figure(only(speed.of(scope(Grouping.NONE))), "wallClockP50").value()).hasValue(16);
  }

  @Test
  void aCallBeforeTheSignalDoesNotAnswerIt() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofMinutes(1));
    click(lead);

    assertThat(rate(only(speed.of(scope(Grouping.NONE))), "dialled")).isEqualTo(new Rate(0, 1));
  }

  @Test
  void repeatedSignalsThatCallForOneDialAreOne() {
    LeadId lead = clicked();
    clock.advance(Duration.ofMinutes(2));
    click(lead);
    clock.advance(Duration.ofMinutes(2));
    desk.log(lead, agent, Disposition.NO_ANSWER);

    Row row = only(speed.of(scope(Grouping.NONE)));

    assertThat(rate(row, "dialled")).isEqualTo(new Rate(1, 1));
    assertThat(figure(row, "wallClockP50").value()).hasValue(4);
  }

  @ParameterizedTest(name = "a signal of {0} is one of 18 November in New York: {1}")
  @CsvSource({
    "2026-11-18T04:59:59Z, false",
    "2026-11-18T05:00:00Z, true",
    "2026-11-19T04:59:59Z, true",
    "2026-11-19T05:00:00Z, false"
  })
  void aSignalBelongsToTheDayOnWhichItWasGivenInTheZoneOfTheReport(Instant at, boolean counted) {
    clock.set(at);
    clicked();
    LocalDate day = LocalDate.of(2026, 11, 18);

    assertThat(speed.of(scope(day, day, Grouping.NONE)).rows()).hasSize(counted ? 1 : 0);
  }

  @Test
  void aSignalIsWhoseDialAnswersItAndNobodysUntilThen() {
    AgentId other = given.agent();
    desk.log(clicked(), other, Disposition.NO_ANSWER);
    clicked();

    assertThat(speed.of(scope(Grouping.AGENT)).rows())
        .extracting(Row::group)
        .containsExactlyInAnyOrder(Map.of("agentId", other.toString()), Map.of("agentId", ""));
  }

  @Test
  void whoClickedUnderAnotherLeadIsDialledUnderTheOneThatStays() {
    PhoneNumber number = Fixture.number();
    LeadId stays = given.newLead(campaign).numbers(number).externalId("1").create();
    LeadId goes = given.newLead(campaign).numbers(number).externalId("2").create();
    click(goes);
    mergeLeads.merge(stays, goes);
    clock.advance(Duration.ofMinutes(4));
    desk.log(stays, agent, Disposition.NO_ANSWER);

    assertThat(rate(only(speed.of(scope(Grouping.NONE))), "within5Minutes"))
        .isEqualTo(new Rate(1, 1));
  }

  private LeadId clicked() {
    LeadId lead = given.lead(campaign);
    click(lead);
    return lead;
  }

  private void click(LeadId lead) {
    recordSignals.record(
        List.of(
            new SignalReport(
                Who.lead(lead), SignalType.LINK_CLICK, Optional.empty(), null, null, null)));
  }
}
