package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.TenantId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Openings are rolled forward while the campaign is changed. Seen to fail when the buckets are read
 * before they are locked: the roll-forward then writes the opening of an active campaign back.
 */
@QuarkusTest
class PauseRaceTest extends OnPostgres {

  private static final CallingHours UNTIL_FOUR = Fixture.everyDay("09:00", "16:00");

  @Inject Promoter promoter;
  @Inject ChangeCampaign changeCampaign;

  @Test
  void aCampaignThatIsPausedMeanwhileHandsOutNothing() throws Exception {
    TenantId tenant = given.tenant();
    CampaignId held = given.campaignOpen(UNTIL_FOUR);
    given.lead(held);
    CampaignId paused = given.campaignOpen(UNTIL_FOUR);
    given.lead(paused);
    AgentId agent = given.agent();
    promoter.tick();
    clock.advance(Duration.ofHours(5));

    CompletableFuture<Void> roll =
        transaction.call(
            () -> {
              lockBucketsOf(held);
              CompletableFuture<Void> begun =
                  CompletableFuture.runAsync(() -> given.run(tenant, promoter::tick));
              sleep();
              CompletableFuture.runAsync(
                      () -> given.run(tenant, () -> changeCampaign.pause(paused)))
                  .join();
              return begun;
            });
    roll.get(30, TimeUnit.SECONDS);
    clock.advance(Duration.ofHours(16));

    assertThatThrownBy(() -> desk.claim(agent, Set.of(paused)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CAMPAIGN_PAUSED));
    assertThat(desk.claim(agent, Set.of(held))).hasSize(1);
    assertThat(desk.claim(agent, 10)).isEmpty();
  }

  private void lockBucketsOf(CampaignId campaign) {
    sql.query(
        "select id from window_bucket where tenant_id = :tenant and campaign_id = :campaign for update",
        q -> q.bind("campaign", campaign.value()).mapTo(Long.class).list());
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofSeconds(2).toMillis());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
