package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.duplicate.MergeLeads;
import io.warmline.core.duplicate.Merger;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A withdrawn consent is a person's, as a refusal is. */
@QuarkusTest
class HeedWithdrawalsTest extends OnPostgres {

  @Inject SaveLead saveLead;
  @Inject MoveLead moveLead;
  @Inject MergeLeads mergeLeads;
  @Inject ManageClient manageClient;
  @Inject ChangeCampaign changeCampaign;
  @Inject JudgeCallability judge;
  @Inject Claims claims;

  private CampaignId one;
  private CampaignId other;
  private AgentId agent;
  private final PhoneNumber first = Fixture.number();
  private final PhoneNumber second = Fixture.number();
  private final PhoneNumber third = Fixture.number();

  @BeforeEach
  void twoCampaigns() {
    one = given.campaign();
    other = given.campaign();
    agent = given.agent();
  }

  private Instant hoursAgo(int hours) {
    return clock.instant().minus(Duration.ofHours(hours));
  }

  private LeadConsent given(int hoursAgo) {
    return new LeadConsent(ConsentKind.EXPRESS, hoursAgo(hoursAgo), "Form 7");
  }

  private LeadConsent withdrawn(int hoursAgo) {
    return new LeadConsent(
        ConsentKind.EXPRESS, hoursAgo(99), "Form 7", "Roofs", "web", null, hoursAgo(hoursAgo));
  }

  private void says(LeadId lead, @Nullable LeadConsent consent) {
    saveLead.change(
        lead,
        Optional.empty(),
        was ->
            new LeadFacts(
                was.externalId(),
                was.profile().toBuilder().consent(consent).build(),
                was.numbers()));
  }

  private boolean isStopped(LeadId lead) {
    return outlook(lead).blockedBy().equals(Optional.of(BlockCode.CONSENT_WITHDRAWN));
  }

  private LeadConsent consentOf(LeadId lead) {
    return read(lead).profile().consent();
  }

  @Test
  void whoWithdrawsAsOneLeadIsNotCalledAsAnother() {
    LeadId here = given.newLead(one).numbers(first, second).consent(given(90)).create();
    LeadId consented = given.newLead(other).numbers(second).consent(given(80)).create();
    LeadId without = given.newLead(given.campaign()).numbers(third, first).create();
    int version = read(without).version();

    says(here, withdrawn(1));

    assertThat(List.of(consented, without)).allMatch(this::isStopped);
    assertThat(consentOf(consented).evidence()).as("its own").isEqualTo("Form 7");
    assertThat(consentOf(consented).givenAt()).isEqualTo(given(80).givenAt());
    assertThat(consentOf(consented).withdrawnAt()).isEqualTo(withdrawn(1).withdrawnAt());
    assertThat(consentOf(without).evidence()).isEqualTo("Withdrawn as the lead " + here + ".");
    assertThat(consentOf(without).scope()).isEqualTo("Roofs");
    assertThat(read(without).version()).isEqualTo(version + 1);
    assertThat(events(EventType.LEAD_UPDATED))
        .extracting(event -> event.subject())
        .contains(consented.value(), without.value());
    assertThat(desk.claim(agent, Set.of(other))).isEmpty();
  }

  @Test
  void aLaterConsentStands() {
    LeadId here = given.newLead(one).numbers(first).consent(given(90)).create();
    LeadId later = given.newLead(other).numbers(first).consent(given(1)).create();

    says(here, withdrawn(2));

    assertThat(isStopped(later)).isFalse();
    assertThat(consentOf(later).isWithdrawn()).isFalse();
  }

  @ParameterizedTest(name = "Ann Lee, and {0} {1}: {2}")
  @CsvSource({"Ann, Lee, true", "A., Lee, true", ", , true", "Bob, Ray, false", "Bob, Lee, false"})
  void whoHasAnotherNameIsAnotherPerson(String firstName, String lastName, boolean stopped) {
    LeadId here = given.newLead(one).named("Ann", "Lee").numbers(first).consent(given(90)).create();
    LeadId before = given.newLead(other).named(firstName, lastName).numbers(first).create();

    says(here, withdrawn(1));
    LeadId after =
        given.newLead(given.campaign()).named(firstName, lastName).numbers(first).create();

    assertThat(isStopped(before)).isEqualTo(stopped);
    assertThat(isStopped(after)).isEqualTo(stopped);
  }

  /** At a switchboard whose list has a line without a name. */
  @Test
  void whatIsTakenOverByALeadWithoutANameGoesNoFurther() {
    LeadId ann = given.newLead(one).named("Ann", "Lee").numbers(first).create();
    LeadId nobody = given.newLead(other).named(null, null).numbers(first).create();
    LeadId bob = given.newLead(one).named("Bob", "Ray").numbers(first).externalId("B").create();

    says(ann, withdrawn(1));
    LeadId tom = given.newLead(other).named("Tom", "Hood").numbers(first).externalId("T").create();

    assertThat(isStopped(nobody)).isTrue();
    assertThat(isStopped(bob)).isFalse();
    assertThat(isStopped(tom)).isFalse();
  }

  @Test
  void theSameExternalIdInAnotherCampaignIsTheSamePerson() {
    LeadId here = given.newLead(one).externalId("crm-7").numbers(first).create();
    LeadId there = given.newLead(other).externalId("crm-7").numbers(second).create();
    LeadId anotherPerson =
        given
            .newLead(given.campaign())
            .named("Bob", "Ray")
            .externalId("crm-7")
            .numbers(third)
            .create();

    says(here, withdrawn(1));
    LeadId later = given.newLead(given.campaign()).externalId("crm-7").create();

    assertThat(isStopped(there)).isTrue();
    assertThat(isStopped(later)).isTrue();
    assertThat(isStopped(anotherPerson)).isFalse();
  }

  private ClientId client(String name) {
    return manageClient
        .create(
            new Client.Profile(
                name, Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty()))
        .id();
  }

  private CampaignId campaignOf(ClientId client) {
    return given.campaign(t -> t.toBuilder().client(Optional.of(client)).build());
  }

  @Test
  void itReachesAsFarAsARefusal() {
    ClientId acme = client("Acme");
    CampaignId ofAcme = campaignOf(acme);
    LeadId here = given.newLead(ofAcme).numbers(first).create();
    LeadId same = given.newLead(campaignOf(acme)).numbers(first).create();
    LeadId ofAnother = given.newLead(campaignOf(client("Other"))).numbers(first).create();
    LeadId ours = given.newLead(one).numbers(first).create();

    says(here, withdrawn(2));
    assertThat(isStopped(same)).isTrue();
    assertThat(isStopped(ofAnother)).isFalse();
    assertThat(isStopped(ours)).isFalse();

    says(ours, withdrawn(1));
    assertThat(isStopped(ofAnother)).as("a campaign without a client is the tenant's").isTrue();
  }

  @Test
  void aCampaignThatGetsAnotherClientHeedsWhatWasSaidToThat() {
    ClientId acme = client("Acme");
    given.newLead(campaignOf(acme)).numbers(first).consent(withdrawn(1)).create();
    LeadId lead = given.newLead(one).numbers(first).create();
    assertThat(isStopped(lead)).isFalse();

    changeCampaign.agreeOn(
        one, Optional.empty(), terms -> terms.toBuilder().client(Optional.of(acme)).build());

    assertThat(isStopped(lead)).isTrue();
  }

  @Test
  void whoeverBecomesThePersonHeedsWhatThePersonSaid() {
    given.newLead(one).named("Ann", "Lee").numbers(first).consent(withdrawn(1)).create();
    LeadId byNumber = given.newLead(other).named("Ann", "Lee").numbers(second).create();
    LeadId byName = given.newLead(other).named("Bob", "Ray").numbers(first).create();
    LeadId byMove = given.newLead(campaignOf(client("X"))).named("Ann", "Lee").create();

    saveLead.change(
        byNumber,
        Optional.empty(),
        was -> new LeadFacts(was.externalId(), was.profile(), List.of(second, first)));
    saveLead.change(
        byName,
        Optional.empty(),
        was ->
            new LeadFacts(
                was.externalId(),
                was.profile().toBuilder().firstName("Ann").lastName("Lee").build(),
                was.numbers()));

    assertThat(isStopped(byNumber)).isTrue();
    assertThat(isStopped(byName)).isTrue();
    assertThat(isStopped(byMove)).isFalse();
  }

  @Test
  void aMergerAndItsEndHeedIt() {
    given.newLead(one).numbers(second).consent(withdrawn(1)).create();
    LeadId stays = given.newLead(other).named("Cid", "Orr").numbers(first).create();
    LeadId goes = given.newLead(other).named(null, null).numbers(third).create();
    says(goes, withdrawn(1));

    Merger merger = mergeLeads.merge(stays, goes);
    assertThat(isStopped(stays)).isTrue();
    mergeLeads.undo(merger.id());

    assertThat(isStopped(goes)).isTrue();
  }

  /** A program that synchronises sends no consent, and knows of no withdrawal. */
  @Test
  void aLeadThatIsReplacedKeepsTheWithdrawalUntilALaterConsent() {
    LeadFacts facts = given.newLead(one).externalId("crm-7").numbers(first).facts();
    LeadId lead = saveLead.upsert(one, facts).lead().id();
    says(lead, withdrawn(5));
    int version = read(lead).version();

    saveLead.upsert(one, facts);
    assertThat(isStopped(lead)).isTrue();
    assertThat(read(lead).version()).isEqualTo(version);

    saveLead.upsert(
        one, given.newLead(one).externalId("crm-7").numbers(first).consent(given(6)).facts());
    assertThat(isStopped(lead)).isTrue();
    saveLead.upsert(
        one, given.newLead(one).externalId("crm-7").numbers(first).consent(given(4)).facts());
    assertThat(isStopped(lead)).isFalse();
  }

  @Test
  void whatWasSaidInErrorIsTakenBackAtEachLead() {
    LeadId here = given.newLead(one).numbers(first).create();
    LeadId there = given.newLead(other).numbers(first).create();
    says(here, withdrawn(1));

    says(here, null);
    says(there, null);

    assertThat(isStopped(here)).isFalse();
    assertThat(isStopped(there)).isFalse();
  }

  @Test
  void whoeverIsInAnAgentsHandsIsNoMoreAndTheVerdictSaysWhy() {
    LeadId there = given.newLead(other).numbers(first, second).create();
    Claim claim = desk.claim(agent);
    LeadId here = given.newLead(one).numbers(first).create();

    says(here, withdrawn(1));

    assertThat(transaction.call(() -> claims.get(claim.id())).status())
        .isEqualTo(ClaimStatus.REVOKED);
    assertThat(judge.judge(there, Optional.empty()).blockers().get(0).detail())
        .contains("as another lead");
    assertThat(judge.judge(there, Optional.empty()).callableAt()).isEmpty();
  }

  /**
   * Without the locks of the rows in the queue a claim was seen to stay that was made meanwhile.
   */
  @RepeatedTest(8)
  void whoIsClaimedJustThenIsInNobodysHandsAfterwards() {
    TenantId tenant = given.tenant();
    LeadId here = given.newLead(one).numbers(first).create();
    LeadId there = given.newLead(other).numbers(second, first).create();

    Race.of(
        List.<Callable<Object>>of(
            () ->
                given.as(
                    tenant,
                    () -> {
                      says(here, withdrawn(1));
                      return true;
                    }),
            () -> given.as(tenant, () -> desk.claim(agent, Set.of(one, other))),
            () -> given.as(tenant, () -> desk.claim(given.agent(), Set.of(other)))));

    assertThat(isStopped(there)).isTrue();
    assertThat(isStopped(here)).isTrue();
    assertThat(desk.claim(agent, Set.of(one, other))).isEmpty();
  }

  @RepeatedTest(8)
  void whoComesJustThenHeedsIt() {
    TenantId tenant = given.tenant();
    LeadId here = given.newLead(one).numbers(first).create();

    List<Object> made =
        Race.of(
            List.<Callable<Object>>of(
                () ->
                    given.as(
                        tenant,
                        () -> {
                          says(here, withdrawn(1));
                          return here;
                        }),
                () ->
                    given.as(tenant, () -> given.newLead(other).numbers(first, second).create())));

    assertThat(made).allMatch(lead -> isStopped((LeadId) lead));
  }

  @Test
  void twoWhoWithdrawAtOnceBothDo() {
    TenantId tenant = given.tenant();
    LeadId here = given.newLead(one).numbers(first, second).create();
    LeadId there = given.newLead(other).numbers(second, first).create();

    Race.of(
        List.of(here, there).stream()
            .map(
                lead ->
                    (Callable<Object>)
                        () ->
                            given.as(
                                tenant,
                                () -> {
                                  says(lead, withdrawn(1));
                                  return true;
                                }))
            .toList());

    assertThat(isStopped(here)).isTrue();
    assertThat(isStopped(there)).isTrue();
  }

  /** Only the external id is common to both: the locks of the numbers do not help. */
  @Test
  void whoComesWhileAConsentIsWithdrawnUnderTheSameExternalIdHeedsIt() throws Exception {
    LeadId here = given.newLead(one).externalId("crm-7").numbers(first).create();

    LeadId there =
        meanwhile(
            () -> says(here, withdrawn(1)),
            () -> given.newLead(other).externalId("crm-7").numbers(second).create());

    assertThat(isStopped(there)).isTrue();
  }

  @Test
  void aWithdrawalReachesWhoIsComingUnderTheSameExternalId() throws Exception {
    LeadId here = given.newLead(one).externalId("crm-7").numbers(first).create();
    List<LeadId> there = new ArrayList<>();

    meanwhile(
        () -> there.add(given.newLead(other).externalId("crm-7").numbers(second).create()),
        () -> {
          says(here, withdrawn(1));
          return here;
        });

    assertThat(isStopped(there.get(0))).isTrue();
  }

  /** The second begins when the first has done its work and not yet committed it. */
  private LeadId meanwhile(Runnable work, Supplier<LeadId> second) throws Exception {
    TenantId tenant = given.tenant();
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<LeadId> later =
        CompletableFuture.supplyAsync(
            () -> {
              awaited(done);
              return given.as(tenant, second::get);
            });
    transaction.run(
        () -> {
          work.run();
          done.countDown();
          assertThatThrownBy(() -> later.get(1, TimeUnit.SECONDS))
              .isInstanceOf(TimeoutException.class);
        });
    return later.get(30, TimeUnit.SECONDS);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
