package io.warmline.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.SuppressionScope;
import io.warmline.core.suppression.Suppressions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever does not want calls for a client is called in none of its campaigns. */
@QuarkusTest
class ClientTest extends OnPostgres {

  private static final int ROUNDS = 15;

  @Inject ManageClient manageClient;
  @Inject ChangeCampaign changeCampaign;
  @Inject SuppressNumber suppress;
  @Inject Suppressions suppressions;
  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject Claims claims;

  ClientId client;
  AgentId agent;
  PhoneNumber number;

  @BeforeEach
  void aClient() {
    client = newClient();
    agent = given.agent();
    number = Fixture.number();
  }

  private ClientId newClient() {
    return manageClient
        .create(
            new Client.Profile(
                "Chemel",
                Optional.empty(),
                Optional.empty(),
                Optional.of("AU"),
                7,
                Optional.empty()))
        .id();
  }

  private CampaignId campaignOf(ClientId owner) {
    return given.campaign(terms -> terms.onBehalfOf(Optional.of(owner)));
  }

  private LeadId lead(CampaignId campaign) {
    return given.newLead(campaign).numbers(number).create();
  }

  private Suppression suppressForClient() {
    return suppress
        .add(
            new Suppression.Request(
                number, Optional.empty(), Optional.of(client), Optional.empty(), Optional.empty()))
        .entry();
  }

  private void give(CampaignId campaign, Optional<ClientId> other) {
    changeCampaign.agreeOn(campaign, Optional.empty(), terms -> terms.onBehalfOf(other));
  }

  @Test
  void aRefusalOfTheClientClosesTheNumberInAllItsCampaignsAndInNoOther() {
    LeadId first = lead(campaignOf(client));
    LeadId second = lead(campaignOf(client));
    LeadId elsewhere = lead(given.campaign());

    suppressForClient();

    assertThat(read(first).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(read(second).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(outlook(elsewhere).closed()).isFalse();
  }

  @Test
  void itsCallbacksAreCancelledAndItsClaimsRevoked() {
    lead(campaignOf(client));
    Claim claim = desk.claim(agent);
    LeadId promised = lead(campaignOf(client));
    CallbackId callback =
        promises.promise(promised, Desk.at(clock.instant().plus(Duration.ofDays(1)))).id();

    suppressForClient();

    assertThat(transaction.call(() -> callbacks.get(callback)).status())
        .isEqualTo(CallbackStatus.CANCELLED);
    assertThat(transaction.call(() -> claims.get(claim.id())).status())
        .isEqualTo(ClaimStatus.REVOKED);
  }

  @Test
  void aRefusalInACallCanBeMeantForTheClient() {
    CampaignId campaign = campaignOf(client);
    LeadId refusing = lead(campaign);
    LeadId twin = lead(campaignOf(client));

    desk.log(refusing, agent, Disposition.DO_NOT_CALL, refusalOf(SuppressionScope.CLIENT));

    assertThat(outlook(twin).blockedBy()).contains(BlockCode.DO_NOT_CALL);
    assertThat(transaction.call(() -> suppressions.against(number, Optional.of(campaign))))
        .singleElement()
        .satisfies(entry -> assertThat(entry.client()).contains(client));
    assertThat(transaction.call(() -> suppressions.against(number, Optional.empty()))).isEmpty();
  }

  @Test
  void aRefusalForTheClientOfACampaignWithoutOneIsARefusalOfTheTenant() {
    LeadId refusing = lead(given.campaign());
    LeadId twin = lead(campaignOf(client));

    desk.log(refusing, agent, Disposition.DO_NOT_CALL, refusalOf(SuppressionScope.CLIENT));

    assertThat(outlook(twin).blockedBy()).contains(BlockCode.DO_NOT_CALL);
  }

  private static CallDetails refusalOf(SuppressionScope scope) {
    return CallDetails.NONE.toBuilder().suppressionScope(scope).build();
  }

  @Test
  void aLeadThatComesLaterIsClosedToo() {
    suppressForClient();

    assertThat(outlook(lead(campaignOf(client))).blockedBy()).contains(BlockCode.DO_NOT_CALL);
  }

  @Test
  void liftingTheEntryRestoresItsLeads() {
    LeadId lead = lead(campaignOf(client));
    Suppression entry = suppressForClient();

    suppress.remove(entry.id(), new Suppression.Evidence("form", Optional.empty()));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void addingTheSameEntryAgainGivesTheOneThatIsThere() {
    assertThat(suppressForClient().id()).isEqualTo(suppressForClient().id());
  }

  @Test
  void aCampaignThatGetsAClientGoesByItsEntriesAndNoLongerWhenItLosesIt() {
    CampaignId campaign = given.campaign();
    LeadId lead = lead(campaign);
    Claim claim = desk.claim(agent);
    suppressForClient();

    give(campaign, Optional.of(client));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(transaction.call(() -> claims.get(claim.id())).status())
        .isEqualTo(ClaimStatus.REVOKED);

    give(campaign, Optional.of(newClient()));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aLeadThatComesWhileItsCampaignGetsTheClientIsClosed() {
    suppressForClient();
    for (int round = 0; round < ROUNDS; round++) {
      CampaignId campaign = given.campaign();
      TenantId tenant = given.tenant();
      Callable<Boolean> change = () -> given.as(tenant, () -> gaveClient(campaign));
      Callable<Boolean> create = () -> given.as(tenant, () -> lead(campaign) != null);

      Race.of(List.of(change, create));

      invariants.hold();
    }
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  private boolean gaveClient(CampaignId campaign) {
    give(campaign, Optional.of(client));
    return true;
  }

  @Test
  void aClientForWhomACampaignCallsStays() {
    CampaignId campaign = campaignOf(client);

    assertThatThrownBy(() -> manageClient.delete(client, Optional.empty()))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CLIENT_IN_USE));

    give(campaign, Optional.empty());
    manageClient.delete(client, Optional.empty());

    assertThat(events(EventType.CLIENT_DELETED)).hasSize(1);
    assertThatThrownBy(() -> campaignOf(client)).isInstanceOf(NotFound.class);
  }

  @Test
  void aClientIsNotDeletedUnderTheHandsOfACampaign() {
    for (int round = 0; round < ROUNDS; round++) {
      ClientId wanted = newClient();
      TenantId tenant = given.tenant();
      Callable<Boolean> create = () -> given.as(tenant, () -> done(() -> campaignOf(wanted)));
      Callable<Boolean> delete =
          () -> given.as(tenant, () -> done(() -> manageClient.delete(wanted, Optional.empty())));

      List<Boolean> done = Race.of(List.of(create, delete));

      assertThat(done).containsOnlyOnce(true);
    }
  }

  private static boolean done(Runnable work) {
    try {
      work.run();
      return true;
    } catch (WarmlineException refused) {
      return false;
    }
  }
}
