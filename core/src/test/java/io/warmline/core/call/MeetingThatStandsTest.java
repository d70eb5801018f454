package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.OnPostgres;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lead that goes another way takes no meeting with it: whoever logs the call is told. */
@QuarkusTest
class MeetingThatStandsTest extends OnPostgres {

  private AgentId agent;
  private LeadId lead;

  @BeforeEach
  void aMeeting() {
    agent = given.agent();
    lead = given.lead(given.campaign());
    desk.log(
        lead,
        agent,
        Disposition.APPOINTMENT_SET,
        Desk.meeting(clock.instant().plus(Duration.ofDays(3))));
    clock.advance(Duration.ofHours(1));
  }

  private List<String> told(Disposition disposition) {
    return desk.log(lead, agent, disposition).effects().stream()
        .filter(effect -> effect.code() == EffectCode.APPOINTMENT_STANDS)
        .map(Effect::detail)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"DO_NOT_CALL", "WRONG_NUMBER", "NOT_QUALIFIED"})
  void aLeadThatIsNotCalledAgainMayStillCome(Disposition disposition) {
    assertThat(told(disposition))
        .singleElement()
        .asString()
        .contains("2026-11-")
        .endsWith("stands: cancel it if the prospect will not come.");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NO_ANSWER", "VOICEMAIL_LEFT", "APPOINTMENT_CONFIRMED", "APPOINTMENT_CANCELLED"})
  void nothingIsSaidWhereTheMeetingIsCaredFor(Disposition disposition) {
    assertThat(told(disposition)).isEmpty();
  }

  @Test
  void nothingIsSaidWithoutOne() {
    LeadId other = given.lead(given.campaign());

    assertThat(desk.log(other, agent, Disposition.DO_NOT_CALL).effects())
        .extracting(Effect::code)
        .doesNotContain(EffectCode.APPOINTMENT_STANDS);
  }

  @Test
  void aPromiseInWordsThatTellNoTimeIsAskedAbout() {
    LeadId other = given.lead(given.campaign());
    CallDetails words =
        Desk.callback(
            new Wish(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("whenever it suits you"),
                Optional.empty()));

    assertThat(desk.log(other, agent, Disposition.CALLBACK_REQUESTED, words).effects())
        .extracting(Effect::code)
        .containsSubsequence(EffectCode.CALLBACK_CREATED, EffectCode.CALLBACK_TO_BE_CONFIRMED);
    assertThat(
            desk.log(
                    given.lead(given.campaign()),
                    agent,
                    Disposition.CALLBACK_REQUESTED,
                    Desk.callback(clock.instant().plus(Duration.ofDays(1))))
                .effects())
        .extracting(Effect::code)
        .doesNotContain(EffectCode.CALLBACK_TO_BE_CONFIRMED);
  }
}
