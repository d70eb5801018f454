package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.Particulars;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.appointment.Verdict;
import io.warmline.core.id.CampaignId;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.signal.SignalType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * "A campaign's number of mandatory qualifying questions before a meeting may be asked for can only
 * be raised when the report shows both."
 */
@QuarkusTest
class ScreeningGuardTest extends OnPostgres {

  @Inject ChangeCampaign changeCampaign;
  @Inject SetAppointment setAppointment;
  @Inject RecordAttendance attendance;
  @Inject RecordSignals recordSignals;

  private CampaignId campaign;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
  }

  @ParameterizedTest(name = "wasted meetings {0}, hot leads that waited {1}: {2}")
  @CsvSource({
    "false, false, false",
    "true, false, false",
    "false, true, false",
    "true, true, true"
  })
  void questionsAreRaisedOnlyWhereMeetingsAreWastedAndHotLeadsWait(
      boolean wasted, boolean waited, boolean raised) {
    if (wasted) {
      aMeetingIsWasted();
    }
    if (waited) {
      aHotLeadWaitsPastItsTime();
    }

    if (raised) {
      assertThat(ask(1).approach().qualifyingQuestions()).isEqualTo(1);
    } else {
      assertThatThrownBy(() -> ask(1))
          .isInstanceOfSatisfying(
              WarmlineException.class,
              e -> assertThat(e.code()).isEqualTo(ProblemCode.QUALIFICATION_NOT_JUSTIFIED))
          .hasMessageContaining(
              "(%d of %d in the last 90 days)".formatted(wasted ? 1 : 0, wasted ? 1 : 0))
          .hasMessageContaining("(%d of %d)".formatted(waited ? 1 : 0, waited ? 1 : 0));
    }
  }

  @Test
  void questionsAreAlwaysLowered() {
    campaign = given.campaign(t -> Fixture.with(t, Fixture.asking(3)));

    assertThat(ask(1).approach().qualifyingQuestions()).isEqualTo(1);
  }

  private Campaign ask(int questions) {
    return changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> Fixture.with(t, Fixture.asking(questions)));
  }

  private void aMeetingIsWasted() {
    MeetingWish soon =
        new MeetingWish(
            Optional.of(clock.instant().plus(Duration.ofHours(1))),
            Optional.empty(),
            Particulars.NONE,
            false);
    Appointment met =
        setAppointment.set(
            given.lead(campaign), soon, Optional.of(given.agent()), Optional.empty());
    clock.advance(Duration.ofHours(2));
    attendance.held(met.id(), Optional.of(Verdict.UNQUALIFIED), Optional.empty());
  }

  private void aHotLeadWaitsPastItsTime() {
    recordSignals.record(
        List.of(
            new SignalReport(
                Who.lead(given.lead(campaign)),
                SignalType.LINK_CLICK,
                Optional.empty(),
                null,
                null,
                null)));
    clock.advance(Duration.ofMinutes(61));
  }
}
