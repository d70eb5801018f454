package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.TestClock;
import io.warmline.core.agent.Agent.Assignment;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Callability;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.queue.ClaimNextLead.Outcome.NothingCallable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dials a day, and shares of the work. */
@QuarkusTest
class QuotaTest extends OnPostgres {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Inject ManageClient manageClient;
  @Inject PromiseCallback promises;
  @Inject KeepPromises keepPromises;
  @Inject ClaimNextLead claimNextLead;
  @Inject ChangeClaim changeClaim;
  @Inject LookAtQueue lookAtQueue;
  @Inject JudgeCallability callability;

  private AgentId agent;

  @BeforeEach
  void anAgent() {
    agent = given.agent();
  }

  private CampaignId campaignOf(int dials) {
    return given.campaign(t -> Fixture.with(t, Fixture.dailyDials(dials)));
  }

  private ClientId client(String zone, int dials) {
    return manageClient
        .create(
            new Client.Profile(
                "Acme",
                Optional.empty(),
                Optional.of(ZoneId.of(zone)),
                Optional.empty(),
                1,
                Optional.empty(),
                Client.MeetingTimes.UNKNOWN,
                Optional.of(dials)))
        .id();
  }

  private NothingCallable nothing(AgentId who) {
    ClaimNextLead.Outcome outcome = claimNextLead.claim(who, null, 1);
    assertThat(outcome).isInstanceOf(NothingCallable.class);
    return (NothingCallable) outcome;
  }

  private Instant midnight() {
    return LocalDate.ofInstant(clock.instant(), NEW_YORK)
        .plusDays(1)
        .atStartOfDay(NEW_YORK)
        .toInstant();
  }

  @Test
  void soManyDialsAreMadeADayAndNoMore() {
    CampaignId acme = campaignOf(3);
    given.leads(acme, 5);

    List<Claim> claimed = desk.claim(agent, 10);

    assertThat(claimed).hasSize(3);
    assertThat(desk.claim(agent, 10)).isEmpty();
  }

  @Test
  void whatWasDialledCountsAndWhatWasGivenBackDoesNot() {
    CampaignId acme = campaignOf(2);
    given.leads(acme, 5);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);
    Claim second = desk.claim(agent);
    assertThat(desk.claim(agent, 1)).isEmpty();

    changeClaim.release(second.id(), agent, ReleaseReason.NOT_DIALLED, null);

    assertThat(desk.claim(agent, 10)).hasSize(1);
  }

  @Test
  void aNewDayBeginsAtMidnightOfTheCampaign() {
    CampaignId acme = campaignOf(1);
    given.leads(acme, 3);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);
    Instant midnight = midnight();

    clock.set(midnight.minusNanos(1000));
    List<Claim> before = desk.claim(agent, 10);
    clock.set(midnight);
    List<Claim> after = desk.claim(agent, 10);

    assertThat(before).isEmpty();
    assertThat(after).hasSize(1);
  }

  /** Sydney is on tomorrow while New York is on today. */
  @Test
  void allCampaignsOfAClientShareItsQuotaByItsOwnDay() {
    ClientId acme = client("Australia/Sydney", 2);
    CampaignId first = given.campaign(t -> t.onBehalfOf(Optional.of(acme)));
    CampaignId second = given.campaign(t -> t.onBehalfOf(Optional.of(acme)));
    CampaignId others = given.campaign();
    given.leads(first, 3);
    given.leads(second, 3);
    LeadId free = given.lead(others);
    Instant midnight =
        LocalDate.ofInstant(clock.instant(), ZoneId.of("Australia/Sydney"))
            .plusDays(1)
            .atStartOfDay(ZoneId.of("Australia/Sydney"))
            .toInstant();
    List<Claim> claimed = desk.claim(agent, 10);
    claimed.forEach(claim -> desk.log(claim, Disposition.NO_ANSWER));

    assertThat(claimed).hasSize(3).extracting(Claim::lead).contains(free);
    assertThat(nothing(agent).byQuota()).isTrue();
    clock.set(midnight);
    assertThat(desk.claim(agent, 10))
        .extracting(Claim::campaign)
        .filteredOn(campaign -> !campaign.equals(others))
        .hasSize(2);
  }

  @Test
  void theStricterOfTwoQuotasHolds() {
    ClientId acme = client("America/New_York", 5);
    CampaignId campaign =
        given.campaign(t -> Fixture.with(t.onBehalfOf(Optional.of(acme)), Fixture.dailyDials(2)));
    given.leads(campaign, 9);

    assertThat(desk.claim(agent, 10)).hasSize(2);
  }

  @Test
  void promisesAreKeptBeyondTheQuotaAndCount() {
    CampaignId acme = campaignOf(1);
    given.leads(acme, 3);
    LeadId promised = given.lead(acme);
    LeadId own = given.lead(acme);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);
    promises.promise(promised, Desk.at(clock.instant().plusSeconds(60)));
    promises.promise(own, Desk.personal(clock.instant().plusSeconds(60), agent));
    clock.advance(Duration.ofSeconds(60));
    keepPromises.tick();

    assertThat(desk.claim(agent, 10))
        .extracting(Claim::lead)
        .containsExactlyInAnyOrder(promised, own);
    assertThat(desk.claim(agent, 10)).isEmpty();
  }

  @Test
  void aPromiseTakesADialOfTheDay() {
    CampaignId acme = campaignOf(1);
    LeadId promised = given.lead(acme);
    given.leads(acme, 3);
    promises.promise(promised, Desk.at(clock.instant().plusSeconds(60)));
    clock.advance(Duration.ofSeconds(60));

    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(promised);
  }

  @Test
  void noDialAtAllIsStillEveryPromise() {
    CampaignId acme = campaignOf(0);
    LeadId promised = given.lead(acme);
    given.lead(acme);
    promises.promise(promised, Desk.at(clock.instant().plusSeconds(60)));

    assertThat(nothing(agent).retryAfter()).isEqualTo(Duration.ofSeconds(60));
    clock.advance(Duration.ofSeconds(60));
    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(promised);
  }

  @Test
  void whoGetsNothingIsToldThatTheQuotaIsWhyAndWhenItIsNew() {
    CampaignId acme = campaignOf(1);
    given.leads(acme, 3);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);

    NothingCallable nothing = nothing(agent);

    assertThat(nothing.byQuota()).isTrue();
    assertThat(nothing.retryAfter()).isEqualTo(Duration.between(clock.instant(), midnight()));
  }

  @Test
  void theQuotaIsNotBlamedWhereNoLeadIsReady() {
    CampaignId acme = campaignOf(1);
    given.lead(acme);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);

    assertThat(nothing(agent).byQuota()).isFalse();
  }

  @Test
  void whileAgentsHoldTheLastDialsItIsWorthAskingWhenALeaseEnds() {
    CampaignId acme = campaignOf(1);
    given.leads(acme, 3);
    Claim held = desk.claim(agent);

    NothingCallable nothing = nothing(given.agent());

    assertThat(nothing.byQuota()).isTrue();
    assertThat(nothing.retryAfter()).isEqualTo(Duration.between(clock.instant(), held.expiresAt()));
  }

  @Test
  void anIncomingCallIsNoDialOfTheDay() {
    CampaignId acme = campaignOf(1);
    given.leads(acme, 3);
    LeadId caller = given.lead(acme);
    desk.log(caller, agent, Disposition.NO_ANSWER);
    transaction.run(
        () ->
            sql.update(
                "update call set direction = 'INBOUND', called_from = phone, phone = null where tenant_id = :tenant",
                u -> {}));

    assertThat(desk.claim(agent, 10)).hasSize(1);
  }

  @Test
  void theQueueAndTheVerdictSayWhatHoldsBack() {
    CampaignId acme = campaignOf(1);
    List<LeadId> leads = given.leads(acme, 3);
    Claim first = desk.claim(agent);
    desk.log(first, Disposition.NO_ANSWER);
    LeadId waiting = leads.stream().filter(l -> !l.equals(first.lead())).findFirst().orElseThrow();

    QueueReport report = lookAtQueue.look(acme, 10);
    Callability verdict = callability.judge(waiting, Optional.empty());
    Callability tomorrow = callability.judge(waiting, Optional.of(midnight()));

    assertThat(report.blocked()).containsEntry(BlockCode.DAILY_QUOTA, 2L);
    assertThat(report.ready()).isEmpty();
    assertThat(report.next()).isEmpty();
    assertThat(report.nextCallableAt()).contains(midnight());
    assertThat(verdict.blockers())
        .singleElement()
        .satisfies(
            blocker -> {
              assertThat(blocker.code()).isEqualTo(BlockCode.DAILY_QUOTA);
              assertThat(blocker.until()).contains(midnight());
            });
    assertThat(verdict.callableAt()).contains(midnight());
    assertThat(tomorrow.blockers()).isEmpty();
  }

  @Test
  void theQueueShowsPromisesAsReadyWhateverTheQuota() {
    CampaignId acme = campaignOf(0);
    LeadId promised = given.lead(acme);
    given.lead(acme);
    promises.promise(promised, Desk.at(clock.instant().plusSeconds(60)));

    assertThat(lookAtQueue.look(acme, 10).nextCallableAt())
        .contains(clock.instant().plusSeconds(60));
    clock.advance(Duration.ofSeconds(60));
    QueueReport report = lookAtQueue.look(acme, 10);

    assertThat(report.ready()).containsExactly(java.util.Map.entry(Tier.CALLBACK, 1L));
    assertThat(report.next()).extracting(QueueReport.QueuedLead::lead).containsExactly(promised);
    assertThat(callability.judge(promised, Optional.empty()).blockers()).isEmpty();
  }

  /** Claims under one quota wait for each other. */
  @Test
  void agentsWhoClaimAtOnceNeverTakeMoreThanTheDayHas() {
    CampaignId acme = campaignOf(5);
    given.leads(acme, 40);
    List<AgentId> agents = IntStream.range(0, 12).mapToObj(i -> given.agent()).toList();

    List<List<Claim>> claimed =
        Race.of(agents.stream().map(who -> raced(() -> desk.claim(who, 1))).toList());

    assertThat(claimed.stream().mapToInt(List::size).sum()).isEqualTo(5);
  }

  private java.util.concurrent.Callable<List<Claim>> raced(
      java.util.function.Supplier<List<Claim>> work) {
    var tenant = given.tenant();
    return () -> given.as(tenant, work);
  }

  @Test
  void campaignsShareOrdinaryWorkByTheirWeight() {
    CampaignId heavy = given.campaign(t -> Fixture.with(t, Fixture.weighing(3)));
    CampaignId light = given.campaign();
    IntStream.range(0, 20).forEach(i -> given.newLead(light).score(500).create());
    given.leads(heavy, 20);

    List<CampaignId> claimed =
        IntStream.range(0, 16).mapToObj(i -> desk.claim(agent).campaign()).toList();

    assertThat(claimed).filteredOn(heavy::equals).hasSize(12);
    assertThat(claimed).filteredOn(light::equals).hasSize(4);
  }

  @Test
  void aBatchIsSharedOutAsSingleClaimsAre() {
    CampaignId heavy = given.campaign(t -> Fixture.with(t, Fixture.weighing(4)));
    CampaignId light = given.campaign();
    given.leads(light, 20);
    given.leads(heavy, 20);

    List<Claim> claimed = desk.claim(agent, 10);

    assertThat(claimed).extracting(Claim::campaign).filteredOn(heavy::equals).hasSize(8);
  }

  @Test
  void whatIsUrgentGoesFirstWhateverTheWeight() {
    CampaignId heavy = given.campaign(t -> Fixture.with(t, Fixture.weighing(100)));
    CampaignId light = given.campaign();
    given.leads(heavy, 5);
    LeadId promised = given.lead(light);
    promises.promise(promised, Desk.at(TestClock.START.plusSeconds(60)));
    clock.advance(Duration.ofSeconds(60));

    assertThat(desk.claim(agent).lead()).isEqualTo(promised);
  }

  @Test
  void aTurnOfACampaignThatHasNothingGoesToTheOthers() {
    given.campaign(t -> Fixture.with(t, Fixture.weighing(100)));
    CampaignId light = given.campaign();
    given.leads(light, 3);

    assertThat(desk.claim(agent, 10)).hasSize(3);
  }

  @Test
  void shareAndAssignmentAndQuotaHoldTogether() {
    CampaignId heavy =
        given.campaign(
            t ->
                t.toBuilder()
                    .distribution(
                        new io.warmline.core.campaign.Distribution(
                            Optional.of(2), 50, List.of(), List.of()))
                    .build());
    CampaignId light = given.campaign();
    CampaignId unworked = given.campaign(t -> Fixture.with(t, Fixture.weighing(9)));
    given.leads(heavy, 5);
    given.leads(light, 5);
    given.leads(unworked, 5);
    AgentId assigned =
        given.agent(new Assignment(Optional.empty(), List.of(), List.of(heavy, light)));

    List<Claim> claimed = desk.claim(assigned, 10);

    assertThat(claimed).extracting(Claim::campaign).filteredOn(heavy::equals).hasSize(2);
    assertThat(claimed).extracting(Claim::campaign).filteredOn(light::equals).hasSize(5);
    assertThat(claimed).hasSize(7);
  }

  /** The terms of a campaign are the same however they are read. */
  @Test
  void aDistributionIsKeptAsItWasAgreed() {
    CampaignTerms terms = Fixture.with(Fixture.terms(), Fixture.dailyDials(7));

    assertThat(terms.toBuilder().build()).isEqualTo(terms);
  }
}
