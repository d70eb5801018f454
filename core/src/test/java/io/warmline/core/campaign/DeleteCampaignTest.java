package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ReleaseReason;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.Suppressions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A campaign goes with all its leads, unless there is a record in it that must be kept. */
@QuarkusTest
class DeleteCampaignTest extends OnPostgres {

  private static final List<String> ITS_TABLES =
      List.of(
          "campaign", "lead", "lead_phone", "queue_entry", "window_bucket", "callback", "claim");

  @Inject ChangeCampaign changeCampaign;
  @Inject Campaigns campaigns;
  @Inject PromiseCallback promises;
  @Inject ChangeClaim changeClaim;
  @Inject MoveLead moveLead;
  @Inject Callbacks callbacks;
  @Inject SuppressNumber suppress;
  @Inject Suppressions suppressions;

  CampaignId campaign;
  AgentId agent;
  PhoneNumber number;
  LeadId lead;

  @BeforeEach
  void aCampaignWithALead() {
    campaign = given.campaign();
    agent = given.agent();
    number = Fixture.number();
    lead = given.newLead(campaign).numbers(number).create();
  }

  @Test
  void aCampaignInWhichCallsWereLoggedIsKept() {
    desk.log(lead, agent, Disposition.NO_ANSWER);

    refused(ProblemCode.CAMPAIGN_IN_USE, this::delete);
    assertThat(read(lead).campaign()).isEqualTo(campaign);
  }

  @Test
  void aCampaignWithAnOpenCallbackIsKeptUntilThatHasEnded() {
    Callback promise = promise();

    refused(ProblemCode.CAMPAIGN_IN_USE, this::delete);
    promises.cancel(promise.id(), new CalledOff(CancelledBy.PROSPECT, "no longer wanted"));
    delete();

    everythingIsGone();
  }

  @Test
  void aCampaignIsKeptWhileAnAgentHoldsALeadOfIt() {
    Claim claim = desk.claim(agent);

    refused(ProblemCode.CAMPAIGN_IN_USE, this::delete);
    changeClaim.release(claim.id(), agent, ReleaseReason.AGENT_UNAVAILABLE, null);
    delete();

    everythingIsGone();
  }

  @Test
  void aCampaignIsKeptForTheCallbacksOfLeadsThatHaveMovedAway() {
    Callback promise = promise();
    promises.cancel(promise.id(), new CalledOff(CancelledBy.PROSPECT, "no longer wanted"));
    moveLead.move(lead, given.campaign());

    refused(ProblemCode.CAMPAIGN_IN_USE, this::delete);
    assertThat(transaction.call(() -> callbacks.get(promise.id())).campaign()).isEqualTo(campaign);
  }

  @Test
  void aCampaignIsKeptForTheClaimsOfLeadsThatHaveMovedAway() {
    changeClaim.release(desk.claim(agent).id(), agent, ReleaseReason.AGENT_UNAVAILABLE, null);
    moveLead.move(lead, given.campaign());

    refused(ProblemCode.CAMPAIGN_IN_USE, this::delete);
  }

  @Test
  void aCampaignIsKeptForALeadThatWasCalledBeforeItCameHere() {
    desk.log(lead, agent, Disposition.NO_ANSWER);
    CampaignId other = given.campaign();
    moveLead.move(lead, other);

    refused(ProblemCode.CAMPAIGN_IN_USE, () -> changeCampaign.delete(other, Optional.empty()));
    assertThat(read(lead).campaign()).isEqualTo(other);
  }

  @Test
  void aCampaignIsKeptForItsOwnDoNotCallEntries() {
    suppress.add(
        new Suppression.Request(
            number, Optional.of(campaign), Optional.empty(), Optional.empty(), Optional.empty()));

    refused(ProblemCode.CAMPAIGN_IN_USE, this::delete);
  }

  @Test
  void aCampaignGoesWhenALeadHasMovedAwayToWhomNothingHappenedHere() {
    CampaignId other = given.campaign();
    moveLead.move(lead, other);

    delete();

    assertThat(desk.claim(agent).campaign()).isEqualTo(other);
  }

  @Test
  void aCampaignThatChangedSinceItWasReadIsKept() {
    int seen = transaction.call(() -> campaigns.get(campaign)).version();
    changeCampaign.pause(campaign);

    refused(ProblemCode.VERSION_MISMATCH, () -> changeCampaign.delete(campaign, Optional.of(seen)));
  }

  @Test
  void aDeletedCampaignIsGoneWithItsLeads() {
    given.leads(campaign, 3);

    delete();

    assertThatThrownBy(() -> transaction.call(() -> campaigns.get(campaign)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> read(lead)).isInstanceOf(NotFound.class);
    assertThat(desk.claim(agent, 1)).isEmpty();
    everythingIsGone();
    assertThat(events(EventType.CAMPAIGN_DELETED))
        .singleElement()
        .satisfies(event -> assertThat(event.subject()).isEqualTo(campaign.value()));
  }

  @Test
  void theOtherCampaignsKeepTheirLeadsWithTheSameNumbers() {
    LeadId other = given.newLead(given.campaign()).numbers(number).create();

    delete();

    assertThat(desk.claim(agent).lead()).isEqualTo(other);
  }

  @Test
  void aDoNotCallEntryOfTheTenantOutlivesTheCampaign() {
    suppress.add(
        new Suppression.Request(number, Optional.empty(), Optional.empty(), Optional.empty()));

    delete();

    assertThat(transaction.call(() -> suppressions.against(number, Optional.empty()))).hasSize(1);
  }

  @Test
  void anotherTenantNeitherDeletesTheCampaignNorLosesItsOwn() {
    TenantId owner = given.tenant();
    given.newTenant();
    LeadId own = given.newLead(given.campaign()).numbers(number).create();

    assertThatThrownBy(this::delete).isInstanceOf(NotFound.class);
    given.run(owner, this::delete);

    assertThat(read(own).profile().firstName()).isEqualTo("Grace");
    assertThat(desk.claim(given.agent()).lead()).isEqualTo(own);
    given.run(owner, this::everythingIsGone);
  }

  private void delete() {
    changeCampaign.delete(campaign, Optional.empty());
  }

  private Callback promise() {
    return promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(1))));
  }

  /** For a tenant that had this campaign only. */
  private void everythingIsGone() {
    for (String table : ITS_TABLES) {
      assertThat(rows(table)).as("rows of %s", table).isZero();
    }
  }

  private long rows(String table) {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from " + table + " where tenant_id = :tenant",
                q -> q.mapTo(Long.class).one()));
  }

  private static void refused(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            WarmlineException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
