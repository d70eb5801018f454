package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.signal.SignalType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  @ParameterizedTest(name = "{0} of {1} meetings wasted, {2} of {3} hot leads waited: {4}")
  @CsvSource({
    "1, 1, 1, 1, false",
    "19, 19, 20, 20, false",
    "20, 20, 19, 19, false",
    "20, 20, 20, 20, true",
    "0, 20, 20, 20, false",
    "20, 20, 0, 20, false",
    // 50% of 20 may be 30% as well, 55% not: the lower ends are 29.9% and 34.2%.
    "10, 20, 20, 20, false",
    "11, 20, 20, 20, true",
    // So may 20% be 10%, and 25% not.
    "20, 20, 4, 20, false",
    "20, 20, 5, 20, true"
  })
  void questionsAreRaisedOnlyWhereMeetingsAreWastedAndHotLeadsWaitForSure(
      int wasted, int met, int waited, int hot, boolean raised) {
    meetings(wasted, met);
    hotLeads(waited, hot);

    if (raised) {
      assertThat(ask(1).approach().qualifyingQuestions()).isEqualTo(1);
    } else {
      assertRefused(() -> ask(1))
          .hasMessageContaining("(%d of %d, at least ".formatted(wasted, met))
          .hasMessageContaining("(%d of %d, at least ".formatted(waited, hot));
    }
  }

  @Test
  void aCampaignThatHasOnlyBegunScreensNoMoreThanUsual() {
    assertRefused(() -> given.campaign(t -> Fixture.with(t, Fixture.asking(1))));
    assertRefused(() -> given.campaign(t -> Fixture.with(t, Fixture.tolerating(29))));

    given.campaign(t -> Fixture.with(t, Fixture.tolerating(50)));
  }

  @Test
  void theLimitThatGuardsTheQuestionsIsNotLoweredFirst() {
    assertRefused(() -> tolerate(1));
    assertThat(tolerate(40).approach().maxUnqualifiedPercent()).isEqualTo(40);
    assertRefused(() -> tolerate(30));

    meetings(20, 20);
    hotLeads(20, 20);

    assertThat(tolerate(20).approach().maxUnqualifiedPercent()).isEqualTo(20);
  }

  @Test
  void questionsAreAlwaysLowered() {
    campaign = given.campaignAsking(3);

    assertThat(ask(1).approach().qualifyingQuestions()).isEqualTo(1);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      ThrowingCallable change) {
    return assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.QUALIFICATION_NOT_JUSTIFIED));
  }

  private Campaign tolerate(int percent) {
    return changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> Fixture.with(t, Fixture.tolerating(percent)));
  }

  private Campaign ask(int questions) {
    return changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> Fixture.with(t, Fixture.asking(questions)));
  }

  private void meetings(int wasted, int met) {
    AgentId agent = given.agent();
    for (int i = 0; i < met; i++) {
      MeetingWish soon =
          new MeetingWish(
              Optional.of(clock.instant().plus(Duration.ofMinutes(1))),
              Optional.empty(),
              MeetingArrangements.NONE,
              false);
      Appointment meeting =
          setAppointment.set(given.lead(campaign), soon, Optional.of(agent), Optional.empty());
      clock.advance(Duration.ofMinutes(2));
      ClientVerdict verdict = i < wasted ? ClientVerdict.UNQUALIFIED : ClientVerdict.QUALIFIED;
      attendance.held(meeting.id(), Optional.of(verdict), Optional.empty());
    }
  }

  private void hotLeads(int waited, int hot) {
    for (int i = 0; i < hot; i++) {
      LeadId lead = given.lead(campaign);
      recordSignals.record(
          List.of(
              new SignalReport(
                  Who.lead(lead), SignalType.LINK_CLICK, Optional.empty(), null, null, null)));
      if (i >= waited) {
        desk.log(lead, given.agent(), Disposition.NO_ANSWER);
      }
    }
    clock.advance(Duration.ofMinutes(61));
  }
}
