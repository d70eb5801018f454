package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.TenantId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.presence.AttendWork;
import io.warmline.core.presence.PresenceState;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.QueueReport;
import io.warmline.core.queue.Tier;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountFloorTest extends OnPostgres {

  private static final ZoneId UTC = ZoneId.of("UTC");

  /** The same days under another name: what was counted a moment ago is not told again. */
  private static final ZoneId ONCE_MORE = ZoneId.of("Etc/UTC");

  @Inject CountFloor floor;
  @Inject LookAtQueue lookAtQueue;
  @Inject ChangeCampaign changeCampaign;
  @Inject PromiseCallback promises;
  @Inject ManageClient manageClient;
  @Inject CurrentTenant current;
  @Inject AttendWork attendWork;

  private static LiveNumbers.Numbers of(CampaignId campaign, LiveNumbers live) {
    return live.campaigns().stream()
        .filter(one -> one.id().equals(campaign))
        .findFirst()
        .orElseThrow()
        .numbers();
  }

  @Test
  void everyCampaignHasItsNumbersAndAllAreTheirSum() {
    CampaignId one = given.campaign();
    CampaignId two = given.campaign();
    given.leads(one, 3);
    given.leads(two, 4);
    AgentId ada = given.agent();
    AgentId bob = given.agent();
    desk.claim(ada, Set.of(one));
    desk.log(desk.claim(ada, Set.of(two)).get(0), Disposition.NO_ANSWER);
    desk.log(given.lead(two), bob, Disposition.CALLBACK_REQUESTED);

    LiveNumbers live = floor.count(UTC);

    assertThat(of(one, live).ready()).isEqualTo(Map.of(Tier.COLD, 2L));
    assertThat(of(one, live).inCalls()).isEqualTo(1);
    assertThat(of(one, live).atWork()).containsExactly(ada);
    assertThat(of(two, live).ready()).isEqualTo(Map.of(Tier.COLD, 3L));
    assertThat(of(two, live).atWork()).containsExactlyInAnyOrder(ada, bob);
    assertThat(of(two, live).today()).isEqualTo(new LiveNumbers.Today(2, 1, 0, 1, 0, 0));
    assertThat(live.all().ready()).isEqualTo(Map.of(Tier.COLD, 5L));
    assertThat(live.all().atWork()).hasSize(2);
    assertThat(live.at()).isEqualTo(clock.instant());
    assertThat(live.day()).isEqualTo(clock.instant().atZone(UTC).toLocalDate());
  }

  @Test
  void theyAreThoseOfEachQueue() {
    CampaignId paused = given.campaign();
    CampaignId closed = given.campaignOpen(Fixture.everyDay("03:00", "03:15"));
    CampaignId open = given.campaign();
    PhoneNumber shared = Fixture.number();
    given.newLead(open).numbers(shared).externalId("1").named("Ann", "One").create();
    given.newLead(open).numbers(shared).externalId("2").named("Bob", "Two").create();
    given.leads(paused, 2);
    given.leads(closed, 2);
    given.leads(open, 3);
    changeCampaign.pause(paused);
    AgentId agent = given.agent();
    desk.claim(agent, 2);
    desk.log(given.lead(open), agent, Disposition.NO_ANSWER);
    desk.log(given.lead(open), agent, Disposition.DO_NOT_CALL);

    LiveNumbers live = floor.count(UTC);

    assertThat(of(paused, live).blocked()).isEqualTo(Map.of(BlockCode.CAMPAIGN_PAUSED, 2L));
    assertThat(of(closed, live).blocked()).isEqualTo(Map.of(BlockCode.CALLING_HOURS, 2L));
    for (CampaignId campaign : Set.of(paused, closed, open)) {
      QueueReport queue = lookAtQueue.look(campaign, 1);
      assertThat(of(campaign, live).ready()).isEqualTo(queue.ready());
      assertThat(of(campaign, live).blocked()).isEqualTo(queue.blocked());
    }
  }

  @Test
  void aNumberOnWhichSomebodyTalksIsInUseInEveryCampaign() {
    CampaignId one = given.campaign();
    CampaignId two = given.campaign();
    PhoneNumber shared = Fixture.number();
    given.newLead(one).numbers(shared).named("Ann", "One").create();
    given.newLead(two).numbers(shared).named("Bob", "Two").create();
    given.lead(two);
    desk.claim(given.agent(), Set.of(one));

    LiveNumbers.Numbers numbers = of(two, floor.count(UTC));

    assertThat(numbers.blocked()).isEqualTo(Map.of(BlockCode.NUMBER_IN_USE, 1L));
    assertThat(numbers.ready()).isEqualTo(Map.of(Tier.COLD, 1L));
  }

  @Test
  void whatIsDueIsReadyAndWhatWasPromisedForAnHourAgoIsOverdue() {
    CampaignId campaign = given.campaign();
    promises.promise(given.lead(campaign), Desk.at(clock.instant().plus(Duration.ofHours(2))));

    LiveNumbers before = floor.count(UTC);
    clock.advance(Duration.ofHours(4));
    LiveNumbers after = floor.count(ONCE_MORE);

    assertThat(of(campaign, before).blocked()).isEqualTo(Map.of(BlockCode.CALLBACK_NOT_DUE, 1L));
    assertThat(of(campaign, before).overdue()).isZero();
    assertThat(of(campaign, after).ready()).isEqualTo(Map.of(Tier.CALLBACK, 1L));
    assertThat(of(campaign, after).blocked()).isEmpty();
    assertThat(of(campaign, after).overdue()).isEqualTo(1);
  }

  @Test
  void yesterdaysCallsAreNoneOfToday() {
    CampaignId campaign = given.campaign();
    AgentId agent = given.agent();
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(1));
    desk.log(given.lead(campaign), agent, Disposition.APPOINTMENT_SET);
    desk.log(given.lead(campaign), agent, Disposition.TECHNICAL_FAILURE);

    LiveNumbers.Numbers numbers = of(campaign, floor.count(UTC));

    assertThat(numbers.today()).isEqualTo(new LiveNumbers.Today(1, 1, 0, 0, 1, 0));
  }

  @Test
  void whoHasNotCalledForAQuarterOfAnHourIsNotAtWork() {
    CampaignId campaign = given.campaign();
    AgentId agent = given.agent();
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);

    clock.advance(Duration.ofMinutes(15));
    assertThat(of(campaign, floor.count(UTC)).atWork()).containsExactly(agent);
    clock.advance(Duration.ofSeconds(1));
    assertThat(of(campaign, floor.count(ONCE_MORE)).atWork()).isEmpty();
  }

  @Test
  void whoSignsOnIsAtWorkUntilABreakOrTheEndOfTheShift() {
    CampaignId one = given.campaign();
    CampaignId two = given.campaign();
    AgentId ready = given.agent();
    AgentId resting = given.agent();
    AgentId gone = given.agent();
    desk.log(given.lead(one), resting, Disposition.NO_ANSWER);
    desk.log(given.lead(one), gone, Disposition.NO_ANSWER);
    clock.advance(Duration.ofMinutes(1));
    attendWork.signOn(ready, List.of(two), Duration.ofHours(4));
    attendWork.signOn(resting, List.of(), Duration.ofHours(4));
    attendWork.report(resting, Optional.of(PresenceState.BREAK));
    attendWork.signOn(gone, List.of(), Duration.ofHours(4));
    attendWork.signOff(gone);

    LiveNumbers live = floor.count(UTC);

    assertThat(of(one, live).atWork()).isEmpty();
    assertThat(of(two, live).atWork()).containsExactly(ready);
  }

  @Test
  void aCallIsPromisedWhateverElseTheCallCameTo() {
    CampaignId campaign = given.campaign();
    AgentId agent = given.agent();
    CallDetails tomorrow = Desk.callback(clock.instant().plus(Duration.ofDays(1)));
    desk.log(given.lead(campaign), agent, Disposition.GATEKEEPER, tomorrow);
    desk.log(given.lead(campaign), agent, Disposition.WARM_INTERESTED, tomorrow);
    desk.log(given.lead(campaign), agent, Disposition.WARM_INTERESTED);

    assertThat(of(campaign, floor.count(UTC)).today().callbacks()).isEqualTo(2);
  }

  @Test
  void whoAsksAgainAtOnceIsToldTheSame() {
    given.lead(given.campaign());
    Instant first = floor.count(UTC).at();

    clock.advance(Duration.ofMinutes(1));

    assertThat(floor.count(UTC).at()).isEqualTo(first);
  }

  @Test
  void aClientIsToldOfItsCampaignsAlone() {
    ClientId client =
        manageClient
            .create(
                new Client.Profile(
                    "Gulf Coast IT",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    Optional.empty()))
            .id();
    CampaignId theirs = given.campaign(terms -> terms.onBehalfOf(Optional.of(client)));
    given.lead(theirs);
    given.leads(given.campaign(), 3);
    TenantId tenant = given.tenant();
    assertThat(floor.count(UTC).campaigns()).hasSize(2);

    current.enter(tenant, new Reach.OfClient(client));
    LiveNumbers live = floor.count(UTC);
    current.enter(tenant);

    assertThat(live.campaigns())
        .singleElement()
        .satisfies(c -> assertThat(c.id()).isEqualTo(theirs));
    assertThat(live.all().ready()).isEqualTo(Map.of(Tier.COLD, 1L));
  }
}
