package io.warmline.api.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.TestTenant;
import io.warmline.core.PostgresForTests;
import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.ConflictException;
import io.warmline.sdk.NextLead;
import io.warmline.sdk.Paging;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.AgentPatch;
import io.warmline.sdk.model.AgentState;
import io.warmline.sdk.model.BlockCode;
import io.warmline.sdk.model.BulkFilter;
import io.warmline.sdk.model.BulkItem;
import io.warmline.sdk.model.BulkKind;
import io.warmline.sdk.model.BulkOperation;
import io.warmline.sdk.model.BulkOutcome;
import io.warmline.sdk.model.BulkStatus;
import io.warmline.sdk.model.CallingHours;
import io.warmline.sdk.model.Campaign;
import io.warmline.sdk.model.CampaignPatch;
import io.warmline.sdk.model.ClaimRequest;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.Distribution;
import io.warmline.sdk.model.DistributionPatch;
import io.warmline.sdk.model.NewAgent;
import io.warmline.sdk.model.NewBulkOperation;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCallback;
import io.warmline.sdk.model.NewCampaign;
import io.warmline.sdk.model.NewLead;
import io.warmline.sdk.model.PresenceState;
import io.warmline.sdk.model.SignOn;
import io.warmline.sdk.model.TimeWindow;
import io.warmline.sdk.model.UndoBulkOperation;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor's morning, through the SDK: who works what, who is there, and who is ill. */
@QuarkusTest
@TestProfile(Daytime.Profile.class)
@QuarkusTestResource(PostgresForTests.class)
class FloorDayTest {

  private static final long LONGEST_SECONDS = 60;

  @Inject TestTenant tenants;
  @TestHTTPResource URI server;

  private WarmlineClient warmline = WarmlineClient.builder().apiKey("nobody").build();
  private int numbers;

  @BeforeEach
  void aTenant() {
    warmline = WarmlineClient.builder().baseUrl(server.toString()).apiKey(tenants.create()).build();
  }

  private UUID agent(NewAgent agent) {
    return warmline.agents().createAgent(agent).value().getId();
  }

  private Campaign campaign(String name, Distribution distribution) {
    List<TimeWindow> day = List.of(new TimeWindow().from("00:00").to("24:00"));
    return warmline
        .campaigns()
        .createCampaign(
            new NewCampaign()
                .name(name)
                .defaultCountry("US")
                .timeZone("America/New_York")
                .distribution(distribution)
                .callingHours(
                    new CallingHours()
                        .monday(day)
                        .tuesday(day)
                        .wednesday(day)
                        .thursday(day)
                        .friday(day)
                        .saturday(day)
                        .sunday(day)))
        .value();
  }

  private List<UUID> leads(Campaign campaign, int count) {
    List<UUID> leads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leads.add(
          warmline
              .leads()
              .createLead(
                  new NewLead()
                      .campaignId(campaign.getId())
                      .firstName("James")
                      .phones(List.of("+1504621" + (8900 + numbers++))))
              .value()
              .getId());
    }
    return leads;
  }

  @Test
  void acmeHasPaidForTwoDialsToday() {
    Campaign acme = campaign("Acme", new Distribution().dailyDials(2));
    leads(acme, 4);
    UUID ada = agent(new NewAgent().name("Ada").campaignIds(List.of(acme.getId())));
    for (int i = 0; i < 2; i++) {
      try (ClaimedLead claim = warmline.claims().claimNextLead(ada).orElseThrow()) {
        claim.log(new NewCall().disposition(Disposition.NO_ANSWER));
      }
    }

    NextLead next = warmline.claims().claimNextLead(ada);

    assertThat(next.isEmpty()).isTrue();
    assertThat(next.heldBackByQuota()).isTrue();
    assertThat(next.retryAfter()).isBetween(Duration.ofHours(1), Duration.ofHours(24));
    assertThat(warmline.campaigns().getQueue(acme.getId(), 5).getBlocked())
        .filteredOn(count -> count.getCode() == BlockCode.DAILY_QUOTA)
        .singleElement()
        .satisfies(count -> assertThat(count.getCount()).isEqualTo(2));

    warmline
        .campaigns()
        .updateCampaign(
            acme.getId(),
            "*",
            new CampaignPatch().distribution(new DistributionPatch().dailyDials(null)));
    assertThat(warmline.claims().claimNextLead(ada).isEmpty()).isFalse();
  }

  @Test
  void adaWorksAcmeAloneUntilSheIsToldOtherwise() {
    Campaign acme = campaign("Acme", new Distribution());
    Campaign other = campaign("Other", new Distribution());
    leads(other, 1);
    UUID ada = agent(new NewAgent().name("Ada").campaignIds(List.of(acme.getId())));

    assertThat(warmline.claims().claimNextLead(ada).isEmpty()).isTrue();
    assertThatThrownBy(
            () ->
                warmline
                    .claims()
                    .claimNextLead(
                        new ClaimRequest().agentId(ada).campaignIds(List.of(other.getId()))))
        .isInstanceOfSatisfying(
            ConflictException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("AGENT_NOT_ASSIGNED"));

    warmline.agents().updateAgent(ada, new AgentPatch().campaignIds(null));
    try (ClaimedLead claim = warmline.claims().claimNextLead(ada).orElseThrow()) {
      assertThat(claim.lead().getCampaignId()).isEqualTo(other.getId());
    }
  }

  @Test
  void adaSignsOnTakesABreakAndGoes() {
    Campaign acme = campaign("Acme", new Distribution());
    leads(acme, 2);
    UUID ada = agent(new NewAgent().name("Ada").team("Gulf desk").skills(List.of("backup")));
    assertThat(warmline.presence().getPresence(ada).getState()).isEqualTo(PresenceState.OFF);

    warmline.presence().signOn(ada, new SignOn().campaignIds(List.of(acme.getId())));
    warmline.presence().heartbeat(ada);
    warmline.presence().changePresence(ada, AgentState.BREAK);
    assertThatThrownBy(() -> warmline.claims().claimNextLead(ada))
        .isInstanceOfSatisfying(
            ConflictException.class,
            refusal -> assertThat(refusal.code()).isEqualTo("AGENT_ON_BREAK"));
    warmline.presence().changePresence(ada, AgentState.READY);
    ClaimedLead held = warmline.claims().claimNextLead(ada).orElseThrow();

    assertThat(warmline.presence().listPresence().items())
        .singleElement()
        .satisfies(at -> assertThat(at.getClaims()).isEqualTo(1));
    assertThat(warmline.presence().signOff(ada).getClaimsReturned()).isEqualTo(1);
    assertThat(warmline.presence().listPresence().items()).isEmpty();
    assertThat(warmline.leads().getLead(held.lead().getId()).value()).isNotNull();
  }

  @Test
  void theCallbacksOfSomebodyWhoIsIllAreHandedOverAndComeBack() throws InterruptedException {
    Campaign acme = campaign("Acme", new Distribution());
    UUID ill = agent(new NewAgent().name("Ill"));
    UUID ada = agent(new NewAgent().name("Ada"));
    for (UUID lead : leads(acme, 3)) {
      warmline
          .callbacks()
          .createCallback(
              new NewCallback()
                  .leadId(lead)
                  .agentId(ill)
                  .dueAt(Daytime.now().plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC)));
    }
    NewBulkOperation handOver =
        new NewBulkOperation().kind(BulkKind.REASSIGN).fromAgentId(ill).toAgentIds(List.of(ada));

    BulkOperation tried = done(warmline.bulk().createBulkOperation(handOver.dryRun(true)));
    assertThat(tried.getChanged()).isEqualTo(3);
    assertThat(owners()).containsOnly(ill);

    BulkOperation done = done(warmline.bulk().createBulkOperation(handOver.dryRun(false)));
    assertThat(done.getPercent()).isEqualTo(100);
    assertThat(owners()).containsOnly(ada);
    assertThat(
            warmline
                .bulk()
                .listBulkItems(done.getId(), BulkOutcome.CHANGED, Paging.all().limit(2))
                .stream())
        .hasSize(3)
        .extracting(BulkItem::getAgentId)
        .containsOnly(ill);

    done(warmline.bulk().undoBulkOperation(done.getId(), new UndoBulkOperation()));
    assertThat(owners()).containsOnly(ill);
  }

  @Test
  void leadsAreTaggedByFilter() throws InterruptedException {
    Campaign acme = campaign("Acme", new Distribution());
    List<UUID> leads = leads(acme, 2);

    BulkOperation done =
        done(
            warmline
                .bulk()
                .createBulkOperation(
                    new NewBulkOperation()
                        .kind(BulkKind.TAG)
                        .filter(new BulkFilter().campaignId(acme.getId()))
                        .tags(List.of("Fair"))));

    assertThat(done.getChanged()).isEqualTo(2);
    assertThat(warmline.leads().getLead(leads.get(0)).value().getTags()).containsExactly("fair");
    assertThat(warmline.bulk().listBulkOperations().items()).hasSize(1);
  }

  private List<UUID> owners() {
    return warmline.callbacks().listCallbacks().stream()
        .map(callback -> callback.getAgentId())
        .toList();
  }

  private BulkOperation done(BulkOperation begun) throws InterruptedException {
    BulkOperation now = begun;
    for (long i = 0; i < LONGEST_SECONDS * 5 && now.getStatus() != BulkStatus.COMPLETED; i++) {
      Thread.sleep(200);
      now = warmline.bulk().getBulkOperation(begun.getId());
    }
    assertThat(now.getStatus()).isEqualTo(BulkStatus.COMPLETED);
    return now;
  }
}
