package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.TestClock;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often is enough: 7 attempts on a lead, 3 dials of a number in 24 hours, 4 hours between two
 * that rang.
 */
@QuarkusTest
class CapsTest extends OnPostgres {

  private static final Duration TICK = Duration.ofNanos(1000);

  @Inject PromiseCallback promises;
  @Inject ChangeCampaign changeCampaign;

  CampaignId campaign;
  AgentId agent;
  PhoneNumber number;

  @BeforeEach
  void aCampaignAndAnAgent() {
    campaign = given.campaign();
    agent = given.agent();
    number = Fixture.number();
  }

  @Test
  void theSeventhAttemptExhaustsALeadAndTheSixthDoesNot() {
    LeadId lead = given.lead(campaign);
    LoggedCall sixth = attempt(lead, 6);

    LoggedCall seventh = attempt(lead, 1);

    assertThat(sixth.leadStatus()).isEqualTo(LeadStatus.ATTEMPTING);
    assertThat(sixth.next().action()).isEqualTo(NextAction.RETRY);
    assertThat(seventh.leadStatus()).isEqualTo(LeadStatus.EXHAUSTED);
    assertThat(seventh.next().action()).isEqualTo(NextAction.NONE);
  }

  @Test
  void aProspectWhoNamesADateAtTheLastAttemptIsCalledOnThatDate() {
    LeadId lead = given.lead(campaign);
    attempt(lead, 6);

    LoggedCall seventh =
        desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, Desk.revisit(LocalDate.of(2027, 1, 15)));
    clock.set(Instant.parse("2027-01-15T18:00:00Z"));

    assertThat(seventh.next().action()).isEqualTo(NextAction.NURTURE);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aCallbackPromisedAtTheLastAttemptIsKept() {
    LeadId lead = given.lead(campaign);
    attempt(lead, 6);
    Instant due = clock.instant().plus(Duration.ofDays(2));

    LoggedCall seventh = desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due);

    assertThat(seventh.next().action()).isEqualTo(NextAction.CALLBACK);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aLeadWhoseNumberFailsAtTheLastAttemptIsExhausted() {
    LeadId lead = given.newLead(campaign).numbers(number, Fixture.number()).create();
    attempt(lead, 6);

    LoggedCall seventh = desk.log(lead, agent, Disposition.WRONG_NUMBER);

    assertThat(seventh.leadStatus()).isEqualTo(LeadStatus.EXHAUSTED);
  }

  /** "7 days later, at most twice, then exhausted." */
  @Test
  void theThirdHangUpExhaustsALead() {
    LeadId lead = given.lead(campaign);
    LoggedCall first = desk.log(lead, agent, Disposition.HUNG_UP);
    clock.advance(Duration.ofDays(7));
    LoggedCall second = desk.log(lead, agent, Disposition.HUNG_UP);
    clock.advance(Duration.ofDays(7));

    LoggedCall third = desk.log(lead, agent, Disposition.HUNG_UP);

    assertThat(first.next().at()).contains(TestClock.START.plus(Duration.ofDays(7)));
    assertThat(second.next().at()).contains(TestClock.START.plus(Duration.ofDays(14)));
    assertThat(third.leadStatus()).isEqualTo(LeadStatus.EXHAUSTED);
  }

  /**
   * Failures of the line count too: they are dials. They are neither attempts nor do they begin a
   * gap.
   */
  @Test
  void theThirdDialOfANumberInADayEndsItsDayInEveryCampaign() {
    LeadId lead = given.newLead(campaign).numbers(number).create();
    LeadId same = given.newLead(given.campaign()).numbers(number).create();
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofHours(1));
    desk.log(same, agent, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofHours(1));
    Optional<BlockCode> afterTwo = outlook(same).blockedBy();

    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);

    assertThat(afterTwo).isNotEqualTo(Optional.of(BlockCode.DAILY_CAP));
    assertThat(outlook(same).blockedBy()).contains(BlockCode.DAILY_CAP);
    clock.set(TestClock.START.plus(Duration.ofHours(24)).minus(TICK));
    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.set(TestClock.START.plus(Duration.ofHours(24)).plusSeconds(1));
    assertThat(desk.claim(agent, 2)).hasSize(1);
  }

  @Test
  void theDayOfTheCapEndsAfterExactly24Hours() {
    LeadId lead = given.newLead(campaign).numbers(number).create();
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);

    clock.set(TestClock.START.plus(Duration.ofHours(24)));

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @ParameterizedTest(name = "{0} before the end of the gap: callable {1}")
  @CsvSource({"PT0.000001S, false", "PT0S, true"})
  void twoDialsThatRangAreFourHoursApartInEveryCampaign(Duration before, boolean callable) {
    LeadId called = given.newLead(campaign).numbers(number).create();
    LeadId same = given.newLead(given.campaign()).numbers(number).create();
    desk.log(called, agent, Disposition.NO_ANSWER);
    BlockCode blocked = outlook(same).blockedBy().orElseThrow();

    clock.set(TestClock.START.plus(Duration.ofHours(4)).minus(before));

    assertThat(blocked).isEqualTo(BlockCode.ATTEMPT_GAP);
    assertThat(desk.claim(agent, 2)).hasSize(callable ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "TECHNICAL_FAILURE"})
  void aDialThatDidNotRingBeginsNoGap(Disposition disposition) {
    LeadId called = given.newLead(campaign).numbers(number).create();
    LeadId same = given.newLead(given.campaign()).numbers(number).create();

    desk.log(called, agent, disposition);

    assertThat(desk.claim(agent).lead()).isEqualTo(same);
  }

  @Test
  void aCallbackIgnoresTheGap() {
    LeadId lead = given.newLead(campaign).numbers(number).create();
    Instant due = TestClock.START.plus(Duration.ofMinutes(30));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));

    clock.set(due);

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aCallbackDoesNotIgnoreTheDailyCap() {
    LeadId lead = given.newLead(campaign).numbers(number).create();
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    Instant due = TestClock.START.plus(Duration.ofMinutes(30));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(due));

    clock.set(due);

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.DAILY_CAP);
    assertThat(outlook(lead).notBefore()).isEqualTo(TestClock.START.plus(Duration.ofHours(24)));
  }

  @Test
  void changedCapsHoldForLeadsThatWait() {
    LeadId lead = given.newLead(campaign).numbers(number).create();
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofHours(1));

    changeCampaign.agreeOn(
        campaign,
        Optional.empty(),
        t -> Fixture.with(t, t.callingHours(), new CampaignPolicy(7, 4, 240, 300, 15, 1440, 3)));

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  private LoggedCall attempt(LeadId lead, int times) {
    LoggedCall logged = desk.log(lead, agent, Disposition.NO_ANSWER);
    for (int i = 1; i < times; i++) {
      clock.advance(Duration.ofDays(1));
      logged = desk.log(lead, agent, Disposition.NO_ANSWER);
    }
    clock.advance(Duration.ofDays(1));
    return logged;
  }
}
