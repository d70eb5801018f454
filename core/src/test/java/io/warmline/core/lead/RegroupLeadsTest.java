package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Promoter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Zones that used to agree no longer do: as if the time-zone data of yesterday had known one clock
 * for both coasts.
 */
@QuarkusTest
class RegroupLeadsTest extends OnPostgres {

  private static final Instant TEN_IN_THE_EAST = Instant.parse("2026-11-19T15:00:00Z");
  private static final Instant TEN_IN_THE_WEST = Instant.parse("2026-11-19T18:00:00Z");

  @Inject RegroupLeads regroupLeads;
  @Inject Promoter promoter;

  CampaignId campaign;
  AgentId agent;
  LeadId eastern;
  LeadId western;

  @BeforeEach
  void bothCoastsInOneBucket() {
    campaign = given.campaignOpen(Fixture.everyDay("09:00", "20:00"));
    agent = given.agent();
    eastern = given.newLead(campaign).zone("America/New_York").score(1).create();
    western = given.newLead(campaign).zone("America/Los_Angeles").score(2).create();
    transaction.run(
        () -> {
          moveBucket("lead_phone");
          moveBucket("queue_entry");
          sql.update(
              """
              update window_bucket set lead_zones = '{America/Los_Angeles,America/New_York}'
              where tenant_id = :tenant and id = (select bucket_id from queue_entry where tenant_id = :tenant and lead_id = :eastern)
              """,
              u -> u.bind("eastern", eastern.value()));
        });
    clock.set(TEN_IN_THE_EAST);
    promoter.tick();
  }

  private void moveBucket(String table) {
    sql.update(
        """
        update %s set bucket_id = (select bucket_id from queue_entry where tenant_id = :tenant and lead_id = :eastern)
        where tenant_id = :tenant and lead_id = :western
        """
            .formatted(table),
        u -> u.bind("eastern", eastern.value()).bind("western", western.value()));
  }

  private List<UUID> leadsByBucket() {
    return transaction.call(
        () ->
            sql.query(
                """
                select (array_agg(lead_id order by lead_id))[1] from queue_entry where tenant_id = :tenant
                group by bucket_id
                """,
                q -> q.mapTo(UUID.class).list()));
  }

  @Test
  void beforeLeadsAreRegroupedNobodyIsCalledByAnothersClock() {
    assertThat(desk.claim(agent, 5)).as("at 7:00 in the west").isEmpty();

    clock.set(TEN_IN_THE_WEST);
    promoter.tick();

    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(western, eastern);
  }

  @Test
  void afterwardsEachIsCalledByItsOwnClock() {
    regroupLeads.regroup();

    assertThat(leadsByBucket()).containsExactlyInAnyOrder(eastern.value(), western.value());
    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(eastern);
    clock.set(TEN_IN_THE_WEST);
    promoter.tick();
    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(western, eastern);
  }

  @Test
  void aLeadThatAnAgentHoldsFollowsWhenTheClaimHasEnded() {
    clock.set(TEN_IN_THE_WEST);
    promoter.tick();
    Claim claim = desk.claim(agent);

    regroupLeads.regroup();
    desk.log(claim, Disposition.NO_ANSWER);

    assertThat(claim.lead()).isEqualTo(western);
    assertThat(leadsByBucket()).containsExactlyInAnyOrder(eastern.value(), western.value());
  }

  @Test
  void whereAllClocksAgreeNothingIsDone() {
    regroupLeads.regroup();
    int version = read(eastern).version();
    List<UUID> before = leadsByBucket();

    regroupLeads.regroup();

    assertThat(leadsByBucket()).isEqualTo(before);
    assertThat(read(eastern).version()).isEqualTo(version);
  }
}
