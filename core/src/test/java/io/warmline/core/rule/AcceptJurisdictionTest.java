package io.warmline.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Callability;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.lead.RegroupLeads;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.Promoter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no rule is known nobody is called, until the tenant answers for it by name. */
@QuarkusTest
class AcceptJurisdictionTest extends OnPostgres {

  private static final Jurisdiction ICELAND = new Jurisdiction("IS");
  private static final PhoneNumber REYKJAVIK = new PhoneNumber("+3545510000");
  private static final PhoneNumber LONDON = new PhoneNumber("+442079460958");
  private static final PhoneNumber BOISE = new PhoneNumber("+12083456789");

  /** A Wednesday at noon in Reykjavik and London. */
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

  private static final Instant EVENING = Instant.parse("2026-11-18T21:30:00Z");

  @Inject AcceptJurisdiction acceptJurisdiction;
  @Inject AcceptedJurisdictions accepted;
  @Inject LiftRule liftRule;
  @Inject ChangeHouseRule changeHouseRule;
  @Inject JudgeCallability judgeCallability;
  @Inject LookAtQueue lookAtQueue;
  @Inject RegroupLeads regroupLeads;
  @Inject Promoter promoter;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void atNoon() {
    clock.set(NOON);
    campaign = given.campaign();
    agent = given.agent();
  }

  private LeadId lead(PhoneNumber number) {
    return given.newLead(campaign).numbers(number).withoutZone().create();
  }

  private List<LeadId> claimed() {
    return desk.claim(agent, Set.of(campaign)).stream().map(Claim::lead).toList();
  }

  private void accept(Jurisdiction country) {
    acceptJurisdiction.accept(
        country,
        new AcceptJurisdiction.Statement(
            "Ada", "Our counsel in Reykjavik", Optional.empty(), Optional.empty()));
  }

  private static void refused(ProblemCode code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void whereNoRuleIsKnownNobodyIsClaimedAndTheQueueSaysWhy() {
    LeadId lead = lead(REYKJAVIK);

    assertThat(claimed()).isEmpty();
    assertThat(lookAtQueue.look(campaign, 1).blocked())
        .isEqualTo(Map.of(BlockCode.NO_RULE_KNOWN, 1L));
    Callability verdict = judgeCallability.judge(lead, Optional.empty());
    assertThat(verdict.blockers().get(0).code()).isEqualTo(BlockCode.NO_RULE_KNOWN);
    assertThat(verdict.blockers().get(0).detail()).contains("IS", "acceptJurisdiction");
    assertThat(verdict.callableAt()).isEmpty();
  }

  @Test
  void onceTheCountryIsAcceptedLeadsThatAreThereAreCalledAtTheHoursOfTheHouse() {
    LeadId lead = lead(REYKJAVIK);

    accept(ICELAND);

    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.rules()).contains(new RuleId("accepted-is"));
    assertThat(claim.callUntil()).isEqualTo(Instant.parse("2026-11-18T20:00:00Z"));
    assertThat(events(EventType.JURISDICTION_ACCEPTED)).hasSize(1);
  }

  @Test
  void theHoursThatTheHouseKeepsThereAreItsOwn() {
    lead(REYKJAVIK);
    acceptJurisdiction.accept(
        ICELAND,
        new AcceptJurisdiction.Statement(
            "Ada", "Counsel", Optional.of(Fixture.everyDay("13:00", "15:00")), Optional.empty()));

    assertThat(claimed()).isEmpty();
    clock.set(Instant.parse("2026-11-18T13:00:00Z"));
    promoter.tick();
    assertThat(claimed()).hasSize(1);
  }

  @Test
  void whoTakesItBackIsNotCalledThereAnyMore() {
    lead(REYKJAVIK);
    accept(ICELAND);

    acceptJurisdiction.withdraw(ICELAND, Optional.empty());

    assertThat(claimed()).isEmpty();
    assertThat(transaction.call(accepted::all)).isEmpty();
    assertThat(events(EventType.JURISDICTION_WITHDRAWN)).hasSize(1);
  }

  @Test
  void whoeverWasHandedOutThereIsTakenOutOfTheAgentsHands() {
    lead(REYKJAVIK);
    accept(ICELAND);
    assertThat(claimed()).hasSize(1);

    acceptJurisdiction.withdraw(ICELAND, Optional.empty());

    assertThat(events(EventType.CLAIM_REVOKED)).hasSize(1);
  }

  /** It is noon there: hours that begin at 13:00 end the claim, those that hold now do not. */
  @ParameterizedTest
  @CsvSource({"13:00, 15:00, 1", "08:00, 15:00, 0"})
  void narrowerHoursEndTheClaimsThatFallOutOfThem(String from, String to, int revoked) {
    lead(REYKJAVIK);
    accept(ICELAND);
    assertThat(claimed()).hasSize(1);

    acceptJurisdiction.accept(
        ICELAND,
        new AcceptJurisdiction.Statement(
            "Ada", "Counsel", Optional.of(Fixture.everyDay(from, to)), Optional.empty()));

    assertThat(events(EventType.CLAIM_REVOKED)).hasSize(revoked);
  }

  @Test
  void toAcceptOneCountryLetsNoOtherBeCalled() {
    lead(new PhoneNumber("+77272345678"));

    accept(ICELAND);

    assertThat(claimed()).isEmpty();
  }

  @Test
  void whatOneTenantAcceptsNoOtherDoes() {
    accept(ICELAND);
    given.newTenant();
    campaign = given.campaign();
    agent = given.agent();
    lead(REYKJAVIK);

    assertThat(claimed()).isEmpty();
  }

  @Test
  void aNumberOfNoCountryIsAcceptedAsZz() {
    LeadId lead = lead(new PhoneNumber("+80012345678"));
    assertThat(claimed()).isEmpty();

    accept(Jurisdiction.NOWHERE);

    clock.set(Instant.parse("2026-11-18T15:00:00Z"));
    promoter.tick();
    assertThat(claimed()).containsExactly(lead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "GB", "ES", "PR", "RE"})
  void whereRulesAreKnownThereIsNothingToAccept(String country) {
    refused(ProblemCode.RULE_KNOWN, () -> accept(new Jurisdiction(country)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"QQ", "US-OR", "IS-1"})
  void onlyACountryIsAccepted(String place) {
    assertThatThrownBy(() -> accept(new Jurisdiction(place))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void whatWasNotAcceptedCannotBeTakenBack() {
    assertThatThrownBy(() -> acceptJurisdiction.withdraw(ICELAND, Optional.empty()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void recommendedHoursAreLiftedWithAReasonAndPutBack() {
    lead(LONDON);
    clock.set(EVENING);
    promoter.tick();
    assertThat(claimed()).isEmpty();

    liftRule.lift(new RuleId("gb-hours"), "Ada", "We call by appointment", Optional.empty());
    assertThat(lookAtQueue.look(campaign, 1).ready()).isNotEmpty();
    liftRule.restore(new RuleId("gb-hours"), Optional.empty());

    assertThat(claimed()).isEmpty();
    assertThat(events(EventType.RULE_LIFTED)).hasSize(1);
    assertThat(events(EventType.RULE_RESTORED)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gb", "us-fl", "es"})
  void aLawIsNotLifted(String rule) {
    refused(
        ProblemCode.RULE_RESERVED,
        () -> liftRule.lift(new RuleId(rule), "Ada", "Because", Optional.empty()));
  }

  private void houseRule(String id, String json) {
    try {
      changeHouseRule.save(new RuleId(id), (ObjectNode) new ObjectMapper().readTree(json));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aHouseRuleOfAStateBindsItsLeadsAndNoOthersThoughNoCampaignNamesIt() {
    LeadId boise = lead(BOISE);
    LeadId elsewhere = lead(new PhoneNumber("+13032345678"));
    clock.set(Instant.parse("2026-11-18T18:00:00Z"));
    promoter.tick();

    houseRule(
        "storm-in-idaho",
        """
        {"jurisdiction": "US-ID", "suspensions": [{"from": "2026-11-18", "to": "2026-11-20", "reason": "Storm"}]}
        """);
    regroupLeads.regroup();

    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(elsewhere);
    assertThat(judgeCallability.judge(boise, Optional.empty()).blockers())
        .extracting(Callability.Blocker::code)
        .contains(BlockCode.SUSPENSION);

    clock.set(Instant.parse("2026-11-21T18:00:00Z"));
    promoter.tick();
    assertThat(claimed()).as("the storm is over").contains(boise);
  }

  @Test
  void untilLeadsAreRegroupedARuleOfAStateHoldsForTheirWholeBucket() {
    lead(BOISE);
    clock.set(Instant.parse("2026-11-18T18:00:00Z"));
    promoter.tick();

    houseRule(
        "storm-in-idaho",
        """
        {"jurisdiction": "US-ID", "suspensions": [{"from": "2026-11-18", "reason": "Storm"}]}
        """);

    assertThat(claimed()).isEmpty();
  }

  @Test
  void aHouseRuleWithASourceAndASignOffIsKnowledgeOfItsCountry() {
    LeadId lead = lead(REYKJAVIK);

    houseRule(
        "iceland",
        """
        {"jurisdiction": "IS", "windows": {"wednesday": [{"from": "09:00", "to": "18:00"}]},
         "sources": [{"citation": "Act 70/2022, s. 94", "checkedOn": "2026-11-01"}],
         "signOff": {"by": "Ada", "on": "2026-11-02"}}
        """);

    assertThat(claimed()).containsExactly(lead);
  }

  /** The clock stands at 18 November; where a day begins first it is the 19th already. */
  @ParameterizedTest(name = "looked up on {0}, signed on {1}")
  @CsvSource({
    "2026-11-20, 2026-11-02, /sources/1/checkedOn",
    "2026-11-02, 2026-11-20, /signOff/on",
    "2026-11-02, 9999-12-31, /signOff/on",
    "2026-11-19, 2026-11-19,"
  })
  void whatNobodyHasLookedUpOrSignedYetIsNoKnowledge(
      String checkedOn, String signedOn, @Nullable String pointer) {
    String rule =
        """
        {"jurisdiction": "IS", "signOff": {"by": "Ada", "on": "%s"},
         "sources": [{"citation": "Act 70/2022, s. 94", "checkedOn": "2026-11-01"},
                     {"citation": "Rules 12/2023", "checkedOn": "%s"}]}
        """
            .formatted(signedOn, checkedOn);

    if (pointer == null) {
      houseRule("iceland", rule);
      return;
    }
    assertThatThrownBy(() -> houseRule("iceland", rule))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.violations().get(0).pointer()).isEqualTo(pointer);
              assertThat(refusal.violations().get(0).code()).isEqualTo("IN_THE_FUTURE");
            });
  }

  @Test
  void theSafeHoursHoldWhereNoneAreNamed() {
    accept(ICELAND);

    assertThat(transaction.call(accepted::all).get(0).hours()).isEqualTo(CallingHours.DEFAULT);
  }
}
