package io.warmline.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.TestClock;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.callrecord.Breach;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Callability;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.Promoter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is called against the law, and whoever is not called is told by which rule. */
@QuarkusTest
class LawInQueueTest extends OnPostgres {

  private static final PhoneNumber MIAMI = new PhoneNumber("+13052345678");
  private static final PhoneNumber HARTFORD = new PhoneNumber("+12032345678");
  private static final PhoneNumber PARIS = new PhoneNumber("+33145678901");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Calls calls;
  @Inject ChangeCampaign changeCampaign;
  @Inject ChangeHouseRule changeHouseRule;
  @Inject JudgeCallability judgeCallability;
  @Inject LookAtQueue lookAtQueue;
  @Inject Promoter promoter;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaignRoundTheClock() {
    campaign = given.campaign();
    agent = given.agent();
  }

  private LeadId lead(PhoneNumber number) {
    return given.newLead(campaign).numbers(number).withoutZone().create();
  }

  private boolean isClaimable() {
    List<Claim> claims = desk.claim(agent, Set.of(campaign));
    return !claims.isEmpty();
  }

  /** Florida: 8 to 20 by the clock of Miami, five hours behind UTC in winter. */
  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2026-11-18T12:59:59Z, false",
    "2026-11-18T13:00:00Z, true",
    "2026-11-19T00:59:59Z, true",
    "2026-11-19T01:00:00Z, false",
    "2026-11-01T11:59:59Z, false",
    "2026-11-01T13:00:00Z, true",
    "2027-03-14T11:59:59Z, false",
    "2027-03-14T12:00:00Z, true"
  })
  void aNumberOfFloridaIsClaimedByTheHoursOfFlorida(Instant at, boolean callable) {
    clock.set(at.minus(Duration.ofDays(3)));
    lead(MIAMI);
    clock.set(at);
    promoter.tick();

    assertThat(isClaimable()).isEqualTo(callable);
  }

  @Test
  void whoIsNotCalledIsToldByWhichRuleAndUntilWhen() {
    LeadId lead = lead(MIAMI);
    Instant evening = Instant.parse("2026-11-19T01:05:00Z");

    Callability verdict = judgeCallability.judge(lead, Optional.of(evening));

    Blocker blocker = verdict.blockers().get(0);
    assertThat(blocker.code()).isEqualTo(BlockCode.CALLING_HOURS);
    assertThat(blocker.rule().map(CallingRule::id)).contains(new RuleId("us-fl"));
    assertThat(blocker.rule().map(CallingRule::citation))
        .hasValueSatisfying(citation -> assertThat(citation).contains("501.616"));
    assertThat(verdict.rules()).extracting(RuleId::value).contains("campaign-hours", "us", "us-fl");
    assertThat(verdict.callableAt()).contains(Instant.parse("2026-11-19T13:00:00Z"));
  }

  @Test
  void aClaimNamesTheRulesThatAllowedIt() {
    lead(MIAMI);

    Claim claim = desk.claim(agent);

    assertThat(claim.rules())
        .extracting(RuleId::value)
        .containsExactly("campaign-hours", "us", "us-fl");
    assertThat(claim.callUntil()).isEqualTo(Instant.parse("2026-11-19T01:00:00Z"));
  }

  @Test
  void theLawOfTheNumberAndThatOfTheAddressBothHold() {
    given.newLead(campaign).numbers(MIAMI).in("US", "RI").create();
    clock.set(Instant.parse("2026-11-18T23:00:00Z"));
    promoter.tick();

    assertThat(isClaimable()).as("18:00 in Rhode Island, which allows it before 18").isFalse();
  }

  @Test
  void aHolidayOfTheStateClosesItsLeads() {
    given.newLead(campaign).in("US", "RI").create();
    clock.set(Instant.parse("2026-12-25T16:00:00Z"));
    promoter.tick();

    assertThat(isClaimable()).isFalse();
    assertThat(lookAtQueue.look(campaign, 1).blocked()).isEqualTo(Map.of(BlockCode.HOLIDAY, 1L));
  }

  @Test
  void aRuleThatDemandsConsentLetsThroughWhoGaveIt() {
    LeadId without = lead(HARTFORD);
    given.newLead(campaign).in("US", "CT").consent(ConsentKind.EXPRESS).create();
    LeadId with = given.newLead(campaign).in("US", "CT").consent(ConsentKind.WRITTEN).create();

    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(with);
    assertThat(judgeCallability.judge(without, Optional.empty()).blockers())
        .extracting(Blocker::code)
        .contains(BlockCode.CONSENT_REQUIRED);
    assertThat(lookAtQueue.look(campaign, 1).blocked())
        .containsEntry(BlockCode.CONSENT_REQUIRED, 2L);
  }

  @Test
  void aChangeOfTheAudienceHoldsFromTheNextClaimOn() {
    lead(HARTFORD);
    assertThat(isClaimable()).isFalse();

    changeCampaign.agreeOn(campaign, Optional.empty(), t -> calling(t, Audience.B2B));

    assertThat(isClaimable()).isTrue();
  }

  @Test
  void threeCallsInTwentyFourHoursAreEnoughForFlorida() {
    CampaignId patient = given.campaignWith(new CampaignPolicy(20, 10, 0, 300, 15, 1440, 3));
    LeadId lead = given.newLead(patient).numbers(MIAMI).withoutZone().create();
    Instant first = clock.instant();
    for (int i = 0; i < 3; i++) {
      desk.log(lead, agent, Disposition.TECHNICAL_FAILURE);
      clock.set(clock.instant().plus(Duration.ofMinutes(20)));
    }
    promoter.tick();

    Callability verdict = judgeCallability.judge(lead, Optional.empty());

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(verdict.blockers()).extracting(Blocker::code).contains(BlockCode.RULE_CAP);
    assertThat(verdict.callableAt()).contains(first.plus(Duration.ofHours(24)));
    clock.set(first.plus(Duration.ofHours(24)));
    promoter.tick();
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aCallThatNoClaimAllowedIsRecordedWithTheRulesItBroke() {
    LeadId lead = lead(MIAMI);
    desk.log(lead, agent, Disposition.NO_ANSWER);
    clock.set(Instant.parse("2026-11-19T01:05:00Z"));
    desk.log(lead, agent, Disposition.NO_ANSWER);
    desk.log(lead, agent, Disposition.NO_ANSWER);

    LoggedCall fourth = desk.log(lead, agent, Disposition.NO_ANSWER);

    assertThat(fourth.call().breaches())
        .extracting(Breach::code, Breach::rule)
        .containsExactly(
            tuple(BlockCode.CALLING_HOURS, "us-fl"),
            tuple(BlockCode.RULE_CAP, null),
            tuple(BlockCode.DAILY_CAP, null));
    assertThat(transaction.call(() -> calls.get(fourth.call().id())).breaches())
        .isEqualTo(fourth.call().breaches());
    assertThat(events(EventType.CALL_BREACH)).hasSize(3);
  }

  @Test
  void tooManyCallsOfADayBreakTheCapOfTheCampaign() {
    LeadId lead = given.lead(campaign);
    for (int i = 0; i < 3; i++) {
      assertThat(desk.log(lead, agent, Disposition.NO_ANSWER).call().breaches()).isEmpty();
    }

    assertThat(desk.log(lead, agent, Disposition.NO_ANSWER).call().breaches())
        .extracting(Breach::code)
        .containsExactly(BlockCode.DAILY_CAP);
  }

  @Test
  void aCallToWhomRefusedBreaksTheCooldown() {
    LeadId lead =
        given.newLead(campaign).numbers(PARIS).withoutZone().consent(ConsentKind.EXPRESS).create();
    clock.set(Instant.parse("2026-11-19T10:00:00Z"));
    desk.log(lead, agent, Disposition.NOT_INTERESTED);
    clock.set(Instant.parse("2026-11-20T10:00:00Z"));

    assertThat(desk.log(lead, agent, Disposition.NO_ANSWER).call().breaches())
        .extracting(Breach::code)
        .containsExactly(BlockCode.COOLDOWN);
  }

  @Test
  void aCallToWhomAskedNotToBeCalledIsABreach() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.DO_NOT_CALL);
    clock.set(clock.instant().plusSeconds(1));

    assertThat(desk.log(lead, agent, Disposition.NO_ANSWER).call().breaches())
        .extracting(Breach::code)
        .containsExactly(BlockCode.DO_NOT_CALL);
  }

  @Test
  void aCallUnderAClaimBreaksNone() {
    lead(MIAMI);

    LoggedCall logged = desk.log(desk.claim(agent), Disposition.NO_ANSWER);

    assertThat(logged.call().breaches()).isEmpty();
  }

  @Test
  void whoRefusesInFranceIsNotCalledAgain() {
    LeadId lead =
        given.newLead(campaign).numbers(PARIS).withoutZone().consent(ConsentKind.EXPRESS).create();
    clock.set(Instant.parse("2026-11-19T10:00:00Z"));
    promoter.tick();
    Claim claim = desk.claim(agent);

    desk.log(claim, Disposition.NOT_INTERESTED);
    clock.set(Instant.parse("2028-11-20T10:00:00Z"));
    promoter.tick();

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(judgeCallability.judge(lead, Optional.empty()).blockers())
        .extracting(Blocker::code)
        .contains(BlockCode.COOLDOWN);
  }

  @Test
  void aHouseRuleBindsTheCampaignsThatNameItFromItsNextClaimOn() {
    given.lead(campaign);
    CampaignId other = given.campaign();
    LeadId unbound = given.lead(other);
    save("quiet", "{'windows': {'monday': [{'from': '10:00', 'to': '11:00'}]}}");

    changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> keeping(t, List.of(new RuleId("quiet"))));

    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(unbound);

    save("quiet", "{'notes': 'Quiet no more'}");

    assertThat(isClaimable()).isTrue();
  }

  @Test
  void aHouseRuleOfTheNightCrossesMidnight() {
    given.lead(campaign);
    save("night", "{'windows': {'wednesday': [{'from': '22:00', 'to': '02:00'}]}}");
    changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> keeping(t, List.of(new RuleId("night"))));

    clock.set(Instant.parse("2026-11-19T06:59:59Z"));
    promoter.tick();
    assertThat(isClaimable()).as("01:59:59 on Thursday").isTrue();
  }

  @Test
  void aHouseRuleThatIsNamedStays() {
    save("quiet", "{}");
    changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> keeping(t, List.of(new RuleId("quiet"))));

    assertThatThrownBy(() -> changeHouseRule.delete(new RuleId("quiet")))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.RULE_IN_USE));
  }

  @Test
  void aCampaignNamesOnlyRulesThatAreThere() {
    assertThatThrownBy(
            () ->
                changeCampaign.agreeOn(
                    campaign, Optional.empty(), t -> keeping(t, List.of(new RuleId("nowhere")))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aLeadThatMovesToAnotherStateFollowsItsLaw() {
    LeadId lead = given.newLead(campaign).in("US", "TX").create();
    clock.set(Instant.parse("2026-11-22T19:30:00Z"));
    promoter.tick();
    assertThat(judgeCallability.judge(lead, Optional.empty()).blockers())
        .as("13:30 on a Sunday in Texas, or 12:30 in its west")
        .isEmpty();

    Instant beforeNoon = Instant.parse("2026-11-22T17:30:00Z");

    assertThat(judgeCallability.judge(lead, Optional.of(beforeNoon)).blockers())
        .extracting(blocker -> blocker.rule().map(CallingRule::id))
        .contains(Optional.of(new RuleId("us-tx")));
    assertThat(TestClock.START).isBefore(beforeNoon);
  }

  private void save(String id, String json) {
    try {
      ObjectNode body = (ObjectNode) JSON.readTree(json.replace('\'', '"'));
      changeHouseRule.save(new RuleId(id), body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static CampaignTerms calling(CampaignTerms t, Audience audience) {
    return t.toBuilder().audience(audience).build();
  }

  private static CampaignTerms keeping(CampaignTerms t, List<RuleId> rules) {
    return t.toBuilder().houseRules(rules).build();
  }

  @ParameterizedTest(name = "{0}: refused {1}")
  @CsvSource({"P1D, true", "PT10M, true", "PT1M, false", "-P1D, false"})
  void aConsentThatIsStillToComeIsNone(Duration ahead, boolean refused) {
    Runnable attempt =
        () ->
            given
                .newLead(campaign)
                .numbers(HARTFORD)
                .consentGiven(ConsentKind.WRITTEN, clock.instant().plus(ahead))
                .create();

    if (refused) {
      assertThatThrownBy(attempt::run).isInstanceOf(InvalidValue.class);
    } else {
      attempt.run();
    }
  }
}
