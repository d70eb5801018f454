package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.TestClock;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.queue.ClaimNextLead.Outcome.NothingCallable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is called next, and who is not called now. */
@QuarkusTest
class ClaimOrderTest extends OnPostgres {

  private static final CallingHours NINE_TO_EIGHT = Fixture.everyDay("09:00", "20:00");

  @Inject PromiseCallback promises;
  @Inject KeepPromises keepPromises;
  @Inject ChangeCampaign changeCampaign;
  @Inject ClaimNextLead claimNextLead;
  @Inject QueueEntries queue;

  AgentId agent;

  @BeforeEach
  void anAgent() {
    agent = given.agent();
  }

  @Test
  void theTierComesFirstThenScoreThenDueTimeThenId() {
    CampaignId campaign = given.campaign();
    LeadId retried = given.lead(campaign);
    desk.log(retried, agent, Disposition.BUSY);
    LeadId nurtured = given.lead(campaign);
    desk.log(
        nurtured, agent, Disposition.NOT_NOW_NURTURE, Desk.revisit(LocalDate.of(2026, 11, 19)));
    LeadId promised = given.lead(campaign);
    promises.promise(promised, Desk.at(TestClock.START.plus(Duration.ofDays(1))));
    LeadId older = given.newLead(campaign).score(7).create();
    clock.advance(Duration.ofMinutes(1));
    LeadId younger = given.newLead(campaign).score(7).create();
    LeadId youngestById = given.newLead(campaign).score(7).create();
    LeadId promising = given.newLead(campaign).score(900).create();
    clock.advance(Duration.ofDays(2));

    List<Claim> claims = desk.claim(agent, 10);

    assertThat(claims)
        .extracting(Claim::lead)
        .containsExactly(promised, nurtured, retried, promising, older, younger, youngestById);
    assertThat(claims)
        .extracting(claim -> claim.place().tier())
        .containsExactly(
            Tier.CALLBACK, Tier.WARM, Tier.RETRY, Tier.COLD, Tier.COLD, Tier.COLD, Tier.COLD);
  }

  @Test
  void leadsOfAllCampaignsAndZonesStandInOneOrder() {
    LeadId second = given.newLead(given.campaign()).zone("America/Denver").score(20).create();
    LeadId third = given.newLead(given.campaign()).zone("America/Chicago").score(10).create();
    LeadId first = given.newLead(given.campaign()).zone("America/New_York").score(30).create();

    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(first, second, third);
  }

  @Test
  void aDueCallbackComesBeforeAnyColdLead() {
    CampaignId campaign = given.campaign();
    given.newLead(campaign).score(1000).create();
    LeadId promised = given.lead(campaign);
    promises.promise(promised, Desk.at(TestClock.START.plusSeconds(60)));
    clock.advance(Duration.ofSeconds(60));

    assertThat(desk.claim(agent).lead()).isEqualTo(promised);
  }

  @Test
  void aCallbackThatIsNotDueIsNotDialledAtAll() {
    LeadId promised = given.lead(given.campaign());
    promises.promise(promised, Desk.at(TestClock.START.plusSeconds(60)));
    clock.advance(Duration.ofSeconds(60).minusNanos(1000));

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(outlook(promised).blockedBy()).contains(BlockCode.CALLBACK_NOT_DUE);
  }

  @Test
  void aPersonalCallbackIsItsAgentsUntilTheGraceEnds() {
    AgentId other = given.agent();
    LeadId promised = given.lead(given.campaign());
    Instant due = TestClock.START.plusSeconds(60);
    promises.promise(promised, Desk.personal(due, agent));

    clock.set(due.plus(Duration.ofMinutes(15)).minusNanos(1000));
    keepPromises.tick();
    List<Claim> inGrace = desk.claim(other, 1);
    clock.set(due.plus(Duration.ofMinutes(15)));
    keepPromises.tick();
    List<Claim> afterwards = desk.claim(other, 1);

    assertThat(inGrace).isEmpty();
    assertThat(afterwards).extracting(Claim::lead).containsExactly(promised);
  }

  @Test
  void theAgentGetsItsOwnCallbackWhenItIsDue() {
    LeadId promised = given.lead(given.campaign());
    promises.promise(promised, Desk.personal(TestClock.START.plusSeconds(60), agent));
    clock.advance(Duration.ofSeconds(60));

    assertThat(desk.claim(agent).lead()).isEqualTo(promised);
  }

  @Test
  void theGraceCountsFromWhenTheCallingHoursBegin() {
    AgentId other = given.agent();
    LeadId promised = given.lead(given.campaignOpen(NINE_TO_EIGHT));
    promises.promise(promised, Desk.personal(Instant.parse("2026-11-19T08:00:00Z"), agent));

    clock.set(Instant.parse("2026-11-19T14:00:00Z"));
    promoter.tick();
    clock.set(Instant.parse("2026-11-19T14:14:59Z"));
    keepPromises.tick();
    List<Claim> inGrace = desk.claim(other, 1);
    clock.set(Instant.parse("2026-11-19T14:15:00Z"));
    keepPromises.tick();
    List<Claim> afterwards = desk.claim(other, 1);

    assertThat(inGrace).isEmpty();
    assertThat(afterwards).extracting(Claim::lead).containsExactly(promised);
  }

  @Inject Promoter promoter;

  @ParameterizedTest(name = "at {0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-18T13:59:59.999999Z | America/New_York    | false
          2026-11-18T14:00:00Z        | America/New_York    | true
          2026-11-19T00:59:59.999999Z | America/New_York    | true
          2026-11-19T01:00:00Z        | America/New_York    | false
          2026-11-18T16:59:59.999999Z | America/Los_Angeles | false
          2026-11-18T17:00:00Z        | America/Los_Angeles | true
          2026-11-19T03:59:59.999999Z | America/Los_Angeles | true
          2026-11-19T04:00:00Z        | America/Los_Angeles | false
          """)
  void aLeadIsClaimableFromTheOpeningUntilTheClosingAtItsPlace(
      Instant now, String zone, boolean callable) {
    CampaignId campaign = given.campaignOpen(NINE_TO_EIGHT);
    clock.set(Instant.parse("2026-11-18T06:00:00Z"));
    given.newLead(campaign).zone(zone).create();
    clock.set(now);

    assertThat(desk.claim(agent, 1)).hasSize(callable ? 1 : 0);
  }

  /** Idaho has two zones: Mountain opens first, Pacific closes last. */
  @ParameterizedTest(name = "at {0}: {1}")
  @CsvSource({
    "2026-11-18T16:59:59.999999Z, false",
    "2026-11-18T17:00:00Z, true",
    "2026-11-19T02:59:59.999999Z, true",
    "2026-11-19T03:00:00Z, false"
  })
  void aNumberOfTwoZonesIsCalledOnlyWhenBothAreOpen(Instant now, boolean callable) {
    PhoneNumber idaho = new PhoneNumber("+12085550123");
    CampaignId campaign = given.campaignOpen(NINE_TO_EIGHT);
    clock.set(Instant.parse("2026-11-18T06:00:00Z"));
    given.newLead(campaign).numbers(idaho).withoutZone().withoutZone().create();
    clock.set(now);

    List<Claim> claims = desk.claim(agent, 1);

    assertThat(PhoneNumbers.zonesOf(idaho))
        .hasSizeGreaterThan(1)
        .contains(ZoneId.of("America/Los_Angeles"));
    assertThat(claims).hasSize(callable ? 1 : 0);
  }

  @Test
  void aClaimTellsWhenTheCallingHoursEnd() {
    given.lead(given.campaignOpen(NINE_TO_EIGHT));

    assertThat(desk.claim(agent).callUntil()).isEqualTo("2026-11-19T01:00:00Z");
  }

  @Test
  void aPausedCampaignHandsOutNothingUntilItIsResumed() {
    CampaignId campaign = given.campaign();
    LeadId lead = given.lead(campaign);
    changeCampaign.pause(campaign);
    LeadId addedMeanwhile = given.newLead(campaign).zone("America/Phoenix").create();

    List<Claim> whilePaused = desk.claim(agent, 2);
    changeCampaign.resume(campaign);
    List<Claim> resumed = desk.claim(agent, 2);

    assertThat(whilePaused).isEmpty();
    assertThat(resumed).extracting(Claim::lead).containsExactly(lead, addedMeanwhile);
  }

  @Test
  void namingAPausedCampaignIsRefused() {
    CampaignId campaign = given.campaign();
    changeCampaign.pause(campaign);

    assertThatThrownBy(() -> desk.claim(agent, Set.of(campaign)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CAMPAIGN_PAUSED));
  }

  @Test
  void aClaimIsRefusedToAnAgentOrForACampaignThatDoesNotExist() {
    assertThatThrownBy(() -> desk.claim(AgentId.next(), 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> desk.claim(agent, Set.of(CampaignId.next())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void onlyTheCampaignsNamedAreAsked() {
    given.newLead(given.campaign()).score(1000).create();
    CampaignId wanted = given.campaign();
    LeadId lead = given.lead(wanted);

    assertThat(desk.claim(agent, Set.of(wanted))).extracting(Claim::lead).containsExactly(lead);
  }

  @Test
  void changedHoursHoldForLeadsThatWait() {
    CampaignId campaign = given.campaignOpen(Fixture.everyDay("03:00", "04:00"));
    LeadId lead = given.lead(campaign);
    List<Claim> closed = desk.claim(agent, 1);

    changeCampaign.agreeOn(
        campaign, Optional.empty(), t -> Fixture.with(t, Fixture.ALWAYS, t.policy()));

    assertThat(closed).isEmpty();
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void changedHoursStopLeadsThatWereReady() {
    CampaignId campaign = given.campaign();
    given.lead(campaign);

    changeCampaign.agreeOn(
        campaign,
        Optional.empty(),
        t -> Fixture.with(t, Fixture.everyDay("03:00", "04:00"), t.policy()));

    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @Test
  void aLeadThatNeedsALanguageGoesToAgentsWhoSpeakIt() {
    CampaignId campaign = given.campaign();
    LeadId spanish = given.newLead(campaign).language("es").score(9).create();
    LeadId any = given.lead(campaign);
    AgentId polyglot = given.agent("de", "es");

    List<Claim> withoutSpanish = desk.claim(agent, 2);
    List<Claim> withSpanish = desk.claim(polyglot, 2);

    assertThat(withoutSpanish).extracting(Claim::lead).containsExactly(any);
    assertThat(withSpanish).extracting(Claim::lead).containsExactly(spanish);
  }

  @Test
  void anEmptyQueueIsWorthAskingAgainInADay() {
    given.campaign();

    assertThat(desk.waitOf(agent)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aClosedQueueIsWorthAskingAgainWhenItOpens() {
    given.lead(given.campaignOpen(Fixture.everyDay("15:30", "16:00")));

    assertThat(desk.waitOf(agent)).isEqualTo(Duration.ofMinutes(150));
  }

  @Test
  void aLeadThatWaitsIsWorthAskingForWhenItsTimeHasCome() {
    LeadId lead = given.lead(given.campaign());
    desk.log(lead, agent, Disposition.BUSY);
    clock.advance(Duration.ofMillis(500));

    assertThat(desk.waitOf(agent)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aLeadWhoseTimeComesAfterHoursIsWorthAskingForAtTheNextOpening() {
    LeadId lead = given.lead(given.campaignOpen(Fixture.everyDay("09:00", "13:20")));
    desk.log(lead, agent, Disposition.BUSY);

    assertThat(desk.waitOf(agent)).isEqualTo(Duration.ofHours(20));
  }

  @Test
  void aLeadThatIsHeldIsWorthAskingForWhenTheLeaseEnds() {
    given.lead(given.campaign());
    desk.claim(agent);
    clock.advance(Duration.ofMinutes(2));

    assertThat(desk.waitOf(given.agent())).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aPersonalCallbackOfAnotherIsWorthAskingForWhenTheGraceEnds() {
    promises.promise(
        given.lead(given.campaign()), Desk.personal(TestClock.START.plusSeconds(60), agent));
    clock.advance(Duration.ofSeconds(60));

    assertThat(desk.waitOf(given.agent())).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aLeadWithoutAnyOpeningIsWorthAskingForInADayAtMost() {
    CampaignId campaign = given.campaign();
    given.lead(campaign);
    changeCampaign.pause(campaign);

    assertThat(((NothingCallable) claimNextLead.claim(agent, null, 1)).retryAfter())
        .isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aBetterLeadThatArrivesIsNextAtOnce() {
    CampaignId campaign = given.campaign();
    given.newLead(campaign).score(10).create();
    given.newLead(campaign).score(5).create();
    desk.claim(agent);

    LeadId better = given.newLead(campaign).score(900).create();

    assertThat(desk.claim(agent).lead()).isEqualTo(better);
  }

  @Test
  void aBetterLeadThatIsGivenBackIsNextAtOnce() {
    CampaignId campaign = given.campaign();
    LeadId best = given.newLead(campaign).score(900).create();
    given.newLead(campaign).score(500).create();
    given.newLead(campaign).score(100).create();
    Claim first = desk.claim(agent);
    desk.claim(agent);

    changeClaim.release(first.id(), agent, ReleaseReason.SKIPPED, null);

    assertThat(desk.claim(agent).lead()).isEqualTo(best);
  }

  @Inject ChangeClaim changeClaim;

  @ParameterizedTest
  @CsvSource({"900, 500, own first", "500, 900, the team's first"})
  void ownCallbacksAndThoseOfTheTeamComeInOneOrder(int ownScore, int teamsScore, String order) {
    CampaignId campaign = given.campaign();
    LeadId own = given.newLead(campaign).score(ownScore).create();
    LeadId teams = given.newLead(campaign).score(teamsScore).create();
    given.lead(campaign);
    Instant due = TestClock.START.plusSeconds(60);
    promises.promise(own, Desk.personal(due, agent));
    promises.promise(teams, Desk.at(due));
    clock.set(due);
    promoter.tick();

    LeadId first = desk.claim(agent).lead();
    LeadId second = desk.claim(agent).lead();

    assertThat(List.of(first, second))
        .as(order)
        .isEqualTo(ownScore > teamsScore ? List.of(own, teams) : List.of(teams, own));
  }

  @Test
  void claimsThatWereRolledBackHideNothing() {
    CampaignId campaign = given.campaign();
    LeadId best = given.newLead(campaign).score(900).create();
    given.newLead(campaign).score(500).create();
    given.newLead(campaign).score(100).create();
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> {
                      desk.claim(agent, 2);
                      throw new IllegalStateException("the server stumbles");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(desk.claim(agent).lead()).isEqualTo(best);
  }

  @Test
  void aBatchNeverHoldsTwoLeadsOfOneNumber() {
    PhoneNumber shared = Fixture.number();
    LeadId best = given.newLead(given.campaign()).numbers(shared).score(9).create();
    given.newLead(given.campaign()).numbers(shared).score(8).create();
    LeadId other = given.lead(given.campaign());

    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(best, other);
  }

  @Test
  void aBatchIsFilledAlthoughTheBestLeadsShareANumber() {
    PhoneNumber shared = Fixture.number();
    CampaignId campaign = given.campaign();
    LeadId best = given.newLead(campaign).numbers(shared).externalId("a").score(9).create();
    given.newLead(campaign).numbers(shared).externalId("b").score(8).create();
    LeadId other = given.lead(campaign);

    assertThat(desk.claim(agent, 2)).extracting(Claim::lead).containsExactly(best, other);
  }

  @Test
  void aNumberInUseIsNotCalledForAnotherLead() {
    PhoneNumber shared = Fixture.number();
    given.newLead(given.campaign()).numbers(shared).create();
    given.newLead(given.campaign()).numbers(shared).create();
    desk.claim(agent);

    assertThat(desk.claim(given.agent(), 1)).isEmpty();
  }

  @Test
  void aFreeLeadIsFoundBehindManyWhoseNumberIsInUse() {
    CampaignId campaign = given.campaign();
    PhoneNumber inUse = Fixture.number();
    LeadId called =
        given.newLead(campaign).numbers(inUse).score(1000).externalId("called").create();
    copies(given.newLead(campaign).numbers(inUse).score(900).externalId("blocked").create(), 1200);
    LeadId free = given.lead(campaign);

    assertThat(desk.claim(agent).lead()).isEqualTo(called);
    assertThat(desk.claim(agent).lead()).isEqualTo(free);
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  /** Leads like this one, but for what identifies it. */
  private void copies(LeadId lead, int count) {
    transaction.run(
        () ->
            queue.refresh(
                sql.query(
                    """
                    with copied as (
                      insert into lead (tenant_id, id, campaign_id, external_id, created_at, updated_at)
                      select l.tenant_id, gen_random_uuid(), l.campaign_id, 'copy ' || i, l.created_at, l.updated_at
                      from lead l, generate_series(1, :count) i
                      where l.tenant_id = :tenant and l.id = :lead
                      returning id
                    ), numbers as (
                      insert into lead_phone
                      select c.* from copied, lead_phone p, jsonb_populate_record(p, jsonb_build_object('lead_id', copied.id)) c
                      where p.tenant_id = :tenant and p.lead_id = :lead
                    )
                    select id from copied
                    """,
                    q ->
                        q.bind("lead", lead.value()).bind("count", count).mapTo(UUID.class).list()),
                clock.instant()));
  }
}
