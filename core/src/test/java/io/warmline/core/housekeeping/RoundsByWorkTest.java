package io.warmline.core.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.handoff.ExpireHandoffs;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.queue.Promoter;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Tenants;
import io.warmline.core.tenant.Work;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A round goes to those for whom something is due, and to nobody else. */
@QuarkusTest
class RoundsByWorkTest extends OnPostgres {

  @Inject MakeRounds makeRounds;
  @Inject CurrentTenant current;
  @Inject Tenants tenants;
  @Inject Instance<Chore> chores;
  @Inject Promoter promoter;
  @Inject KeepPromises keepPromises;
  @Inject ExpireHandoffs expireHandoffs;
  @Inject PromiseCallback promises;

  @Test
  void onlyThoseWithWorkAreVisited() {
    TenantId with = given.newTenant();
    promises.promise(given.lead(given.campaign()), Desk.at(clock.instant().plusSeconds(60)));
    TenantId without = given.newTenant();
    given.lead(given.campaign());
    clock.advance(Duration.ofSeconds(61));
    List<TenantId> visited = new ArrayList<>();

    makeRounds.whereThereIsWork(
        List.of(keepPromises), work -> visited.add(current.id()), new Pace());

    assertThat(visited).contains(with).doesNotContain(without);
    given.run(with, () -> makeRounds.whereThereIsWork(chores, Chore::tick, new Pace()));
  }

  @Test
  void aPromiseIsFoundWhenItIsDueAndNotBefore() {
    LeadId lead = given.lead(given.campaign());
    promises.promise(lead, Desk.at(clock.instant().plusSeconds(60)));

    clock.advance(Duration.ofSeconds(59));
    assertThat(hasSome(keepPromises)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(hasSome(keepPromises)).isTrue();

    rounds(keepPromises);

    assertThat(hasSome(keepPromises)).isFalse();
    assertThat(events(EventType.CALLBACK_DUE)).hasSize(1);
  }

  @Test
  void aLeaseAClosingAndARetryAreFound() {
    CampaignId campaign = given.campaignOpen(Fixture.everyDay("09:00", "16:00"));
    AgentId agent = given.agent();
    given.lead(campaign);
    given.lead(campaign);
    promoter.tick();
    desk.claim(agent);
    assertThat(hasSome(promoter)).isFalse();

    clock.advance(Duration.ofHours(1));
    assertThat(hasSome(promoter)).as("a lease that ran out").isTrue();
    rounds(promoter);
    assertThat(hasSome(promoter)).isFalse();
    assertThat(events(EventType.CLAIM_EXPIRED)).hasSize(1);

    desk.log(desk.claim(agent), Disposition.NO_ANSWER);
    assertThat(hasSome(promoter)).isFalse();
    clock.advance(Duration.ofDays(2));
    assertThat(hasSome(promoter)).as("a closing, and a retry whose time has come").isTrue();
    rounds(promoter);
    assertThat(hasSome(promoter)).isFalse();
    assertThat(desk.claim(agent, 10)).hasSize(2);
  }

  @Test
  void anOfferOnWhichNobodyDecidedIsFound() {
    CampaignId campaign =
        given.campaign(t -> t.toBuilder().approach(Approach.of(Deliverable.WARM_LEAD)).build());
    desk.log(given.lead(campaign), given.agent(), Disposition.QUALIFIED);
    assertThat(hasSome(expireHandoffs)).isFalse();

    clock.advance(Duration.ofDays(30));
    assertThat(hasSome(expireHandoffs)).isTrue();
    rounds(expireHandoffs);

    assertThat(hasSome(expireHandoffs)).isFalse();
    assertThat(events(EventType.HANDOFF_EXPIRED)).hasSize(1);
  }

  /** Tenants of other tests may have work, too, and a round lasts a second. */
  private void rounds(Work work) {
    TenantId tenant = given.tenant();
    for (int i = 0; i < 60 && hasSome(work); i++) {
      makeRounds.whereThereIsWork(chores, Chore::tick, new Pace());
      current.enter(tenant);
    }
  }

  private boolean hasSome(Work work) {
    return tenants.having(work, clock.instant()).contains(given.tenant());
  }
}
