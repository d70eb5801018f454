package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two agents never hold leads of one company at once, where the campaign says so. */
@QuarkusTest
class OneOfCompanyTest extends OnPostgres {

  /** A claim locks the next few leads besides the one it takes, and others pass these over. */
  private static final int MORE_THAN_A_CLAIM_LOCKS = 80;

  /** The first claim stays open so long that the second is through, if nothing holds it. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private static final CampaignPolicy ONE =
      new CampaignPolicy(1000, 1000, 0, 300, 15, 1440, 3).callingCompanies(true);

  @Inject ChangeCampaign changeCampaign;
  @Inject JudgeCallability judge;
  @Inject LookAtQueue lookAtQueue;
  @Inject ManageClient manageClient;
  @Inject MoveLead moveLead;
  @Inject RemoveLead removeLead;
  @Inject SaveLead saveLead;

  private LeadId at(CampaignId campaign, String company, String email) {
    return given.newLead(campaign).company(company).email(email).create();
  }

  private ClientId client(String name) {
    return manageClient
        .create(
            new Client.Profile(
                name, Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty()))
        .id();
  }

  private CampaignId of(ClientId client) {
    return given.campaign(t -> t.toBuilder().policy(ONE).client(Optional.of(client)).build());
  }

  @Test
  void ofOneCompanyOneLeadIsHandedOutAtATime() {
    CampaignId campaign = given.campaignWith(ONE);
    LeadId first = at(campaign, "Acme", "jane@acme.com");
    LeadId second = at(campaign, "Acme", "joe@sales.acme.com");

    Claim claim = desk.claim(given.agent());

    assertThat(claim.lead()).isEqualTo(first);
    assertThat(desk.claim(given.agent(), 10)).isEmpty();
    assertThat(judge.judge(second, Optional.empty()).blockers())
        .extracting(Blocker::code, Blocker::until)
        .containsExactly(tuple(BlockCode.COMPANY_IN_CALL, Optional.of(claim.expiresAt())));

    desk.log(claim, Disposition.NO_ANSWER);

    assertThat(desk.claim(given.agent()).lead()).isEqualTo(second);
  }

  @Test
  void theQueueSaysWhyTheOthersWait() {
    CampaignId campaign = given.campaignWith(ONE);
    at(campaign, "Acme", "jane@acme.com");
    at(campaign, "Acme", "joe@acme.com");
    at(campaign, "Acme", null);
    LeadId other = at(campaign, "Bolt", "ann@bolt.com");
    desk.claim(given.agent());

    QueueReport report = lookAtQueue.look(campaign, 10);

    assertThat(report.blocked())
        .containsEntry(BlockCode.CLAIMED, 1L)
        .containsEntry(BlockCode.COMPANY_IN_CALL, 2L);
    assertThat(report.next()).extracting(QueueReport.QueuedLead::lead).containsExactly(other);
  }

  @Test
  void oneNameInOneCountryIsOneCompanyUnlessTheDomainsDiffer() {
    CampaignId campaign = given.campaignWith(ONE);
    LeadId first = given.newLead(campaign).company("Acme, Inc.").in("US", "NY").score(9).create();
    given.newLead(campaign).company("ACME").email("jane@acme.com").in("US", "NY").create();
    LeadId abroad = given.newLead(campaign).company("Acme").in("CA", "ON").create();

    assertThat(desk.claim(given.agent(), 10))
        .extracting(Claim::lead)
        .containsExactlyInAnyOrder(first, abroad);

    CampaignId other = given.campaignWith(ONE);
    given.newLead(other).company("Bolt").email("a@bolt.com").in("US", "NY").create();
    given.newLead(other).company("Bolt").email("b@bolt-dental.com").in("US", "NY").create();

    assertThat(desk.claim(given.agent(), 10)).hasSize(2);
  }

  @Test
  void aPublicAddressMakesNobodyAColleague() {
    CampaignId campaign = given.campaignWith(ONE);
    at(campaign, null, "jane@gmail.com");
    at(campaign, null, "joe@gmail.com");

    assertThat(desk.claim(given.agent(), 10)).hasSize(2);
  }

  @Test
  void whereThePolicyIsOffAllAreHandedOut() {
    CampaignId campaign = given.campaign();
    at(campaign, "Acme", "jane@acme.com");
    at(campaign, "Acme", "joe@acme.com");

    assertThat(desk.claim(given.agent(), 10)).hasSize(2);
  }

  @Test
  void campaignsOfOneClientShareACompanyAndOthersDoNot() {
    ClientId acme = client("Gulf Coast IT");
    LeadId first = at(of(acme), null, "jane@acme.com");
    LeadId second = at(of(acme), null, "joe@acme.com");
    LeadId others = at(of(client("Another")), null, "ann@acme.com");

    assertThat(desk.claim(given.agent(), 10))
        .extracting(Claim::lead)
        .containsExactlyInAnyOrder(first, others)
        .doesNotContain(second);
  }

  @Test
  void thePolicyHoldsFromTheMomentItIsAgreedOn() {
    CampaignId campaign = given.campaign();
    at(campaign, "Acme", "jane@acme.com");
    at(campaign, "Acme", "joe@acme.com");
    desk.claim(given.agent());

    changeCampaign.agreeOn(
        campaign,
        Optional.empty(),
        t -> t.toBuilder().policy(t.policy().callingCompanies(true)).build());
    assertThat(desk.claim(given.agent(), 10)).isEmpty();

    changeCampaign.agreeOn(
        campaign,
        Optional.empty(),
        t -> t.toBuilder().policy(t.policy().callingCompanies(false)).build());
    assertThat(desk.claim(given.agent(), 10)).hasSize(1);
  }

  @Test
  void whoMovesThereOrBecomesAColleagueIsHeldBackToo() {
    CampaignId campaign = given.campaignWith(ONE);
    LeadId moved = at(given.campaign(), "Acme", "joe@acme.com");
    LeadId learnt = at(campaign, "Bolt", "ann@bolt.com");
    given.newLead(campaign).email("jane@acme.com").score(9).create();
    desk.claim(given.agent(), Set.of(campaign));

    moveLead.move(moved, campaign);
    saveLead.change(
        learnt, Optional.empty(), lead -> given.newLead(campaign).email("ann@acme.com").facts());

    assertThat(desk.claim(given.agent(), 10)).isEmpty();
  }

  @Test
  void anErasedLeadIsOfNoCompany() {
    CampaignId campaign = given.campaignWith(ONE);
    LeadId lead = at(campaign, "Acme", "jane@acme.com");

    removeLead.erase(lead, "asked to");

    assertThat(read(lead).company().isKnown()).isFalse();
    int known =
        transaction.call(
            () ->
                sql.query(
                    """
                    select num_nonnulls(l.company_domain, l.company_name, q.company_domain, q.company_name)
                    from lead l join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
                    where l.tenant_id = :tenant and l.id = :lead
                    """,
                    q -> q.bind("lead", lead.value()).mapTo(Integer.class).one()));
    assertThat(known).isZero();
  }

  /** Fails without the second look in {@link OneOfCompany#requireAlone}. */
  @Test
  void whoClaimsBeforeAnotherClaimIsCommittedGetsNobodyElseOfTheCompany() {
    CampaignId campaign = given.campaignWith(ONE);
    for (int i = 0; i < MORE_THAN_A_CLAIM_LOCKS; i++) {
      at(campaign, "Acme", "jane" + i + "@acme.com");
    }
    TenantId tenant = given.tenant();
    AgentId first = given.agent();
    AgentId second = given.agent();
    theOpeningsAreWorkedOut();
    CountDownLatch leased = new CountDownLatch(1);
    CountDownLatch claimed = new CountDownLatch(1);

    List<Callable<List<Claim>>> claimers =
        List.of(
            () ->
                given.as(
                    tenant,
                    () ->
                        transaction.call(
                            () -> {
                              List<Claim> claims = desk.claim(first, 1);
                              leased.countDown();
                              awaitFor(claimed, A_MOMENT);
                              return claims;
                            })),
            () -> {
              awaitFor(leased, AT_MOST);
              List<Claim> claims = given.as(tenant, () -> desk.claim(second, 1));
              claimed.countDown();
              return claims;
            });

    assertThat(Race.of(claimers)).extracting(List::size).containsExactly(1, 0);
  }

  /** By the first claim of a tenant; whoever claims meanwhile would wait for it. */
  private void theOpeningsAreWorkedOut() {
    desk.claim(given.agent(), Set.of(given.campaign()));
  }

  private static void awaitFor(CountDownLatch latch, Duration most) {
    try {
      boolean inTime = latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(inTime || most.equals(A_MOMENT)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
