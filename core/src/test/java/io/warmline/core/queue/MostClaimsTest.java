package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.TenantId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An agent holds no more leads at a time than the policy says. */
@QuarkusTest
class MostClaimsTest extends OnPostgres {

  @Inject ChangeClaim changeClaim;

  private CampaignId giving(int most, int leads) {
    CampaignId campaign = given.campaignWith(policy(most));
    given.leads(campaign, leads);
    return campaign;
  }

  private static CampaignPolicy policy(int most) {
    return new CampaignPolicy(1000, 1000, 0, 300, 15, 1440, 3, most, false);
  }

  private void refused(AgentId agent, CampaignId campaign) {
    assertThatThrownBy(() -> desk.claim(agent, Set.of(campaign)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CLAIMS_EXHAUSTED));
  }

  @Test
  void whoHoldsAsManyAsMayBeGetsNoMoreUntilOneIsGivenBack() {
    CampaignId campaign = giving(2, 4);
    AgentId agent = given.agent();
    Claim first = desk.claim(agent);
    desk.claim(agent);

    refused(agent, campaign);
    changeClaim.release(first.id(), agent, ReleaseReason.NOT_DIALLED, null);

    assertThat(desk.claim(agent, Set.of(campaign))).hasSize(1);
    refused(agent, campaign);
  }

  @Test
  void aBatchBringsWhatThereIsRoomFor() {
    giving(3, 5);
    AgentId agent = given.agent();
    desk.claim(agent);

    assertThat(desk.claim(agent, 10)).hasSize(2);
  }

  @Test
  void aLeaseThatRanOutHoldsNothing() {
    giving(1, 2);
    AgentId agent = given.agent();
    desk.claim(agent);

    clock.advance(Duration.ofSeconds(301));

    assertThat(desk.claim(agent, 1)).hasSize(1);
  }

  @Test
  void leadsOfOtherCampaignsCountAndThoseThatAllowMoreGoOn() {
    CampaignId strict = giving(2, 2);
    CampaignId lenient = giving(5, 5);
    AgentId agent = given.agent();
    desk.claim(agent, Set.of(lenient));
    desk.claim(agent, Set.of(lenient));

    refused(agent, strict);
    List<Claim> more = desk.claim(agent, 10);

    assertThat(more)
        .hasSize(3)
        .allSatisfy(claim -> assertThat(claim.campaign()).isEqualTo(lenient));
  }

  @Test
  void othersAreNotHinderedByWhatOneHolds() {
    giving(1, 2);
    desk.claim(given.agent());

    assertThat(desk.claim(given.agent(), 1)).hasSize(1);
  }

  @Test
  void anEmptyQueueIsNoFullHand() {
    giving(1, 0);

    assertThat(desk.waitOf(given.agent())).isPositive();
  }

  /** Fails without the lock on the agent. */
  @Test
  void manyRequestsOfOneAgentAtOnceDoNotGetBeyondIt() {
    giving(3, 40);
    AgentId agent = given.agent();
    TenantId tenant = given.tenant();
    Callable<Integer> asks = () -> given.as(tenant, () -> claimed(agent));

    List<Integer> got = Race.of(Stream.generate(() -> asks).limit(12).toList());

    assertThat(got.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
  }

  private int claimed(AgentId agent) {
    try {
      return desk.claim(agent, 2).size();
    } catch (WarmlineException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.CLAIMS_EXHAUSTED);
      return 0;
    }
  }
}
