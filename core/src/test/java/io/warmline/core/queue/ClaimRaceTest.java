package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Sixteen agents empty a small queue in which leads of two campaigns share numbers. Taking out the
 * row lock of the claim, or the unique index on the number and the look at it, makes these tests
 * fail.
 */
@QuarkusTest
class ClaimRaceTest extends OnPostgres {

  private static final int CLAIMERS = 16;
  private static final int NUMBERS = 12;
  private static final int LEADS_PER_NUMBER_AND_CAMPAIGN = 2;
  private static final int LEADS = NUMBERS * LEADS_PER_NUMBER_AND_CAMPAIGN * 2;

  /** No caps: only claims keep the leads apart. */
  private static final CampaignPolicy FREE = new CampaignPolicy(1000, 1000, 0, 300, 15, 1440, 3);

  private final Map<PhoneNumber, Claim> held = new ConcurrentHashMap<>();
  private final Map<LeadId, AtomicInteger> claimed = new ConcurrentHashMap<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private List<AgentId> agents;

  @BeforeEach
  void leadsOfTwoCampaignsThatShareNumbers() {
    List<CampaignId> campaigns = List.of(given.campaignWith(FREE), given.campaignWith(FREE));
    int somebody = 0;
    for (int n = 0; n < NUMBERS; n++) {
      PhoneNumber number = Fixture.number();
      for (CampaignId campaign : campaigns) {
        for (int i = 0; i < LEADS_PER_NUMBER_AND_CAMPAIGN; i++) {
          given
              .newLead(campaign)
              .numbers(number)
              .externalId(n + "/" + i)
              .named("Ada", "Nr. " + somebody++)
              .create();
        }
      }
    }
    agents = Stream.generate(() -> given.agent()).limit(CLAIMERS).toList();
  }

  @RepeatedTest(3)
  void everyLeadIsClaimedOnceAndNoNumberIsHeldTwiceAtATime() {
    Race.of(claimers(1));

    assertThat(broken).isEmpty();
    assertThat(claimed).hasSize(LEADS).allSatisfy((lead, times) -> assertThat(times).hasValue(1));
  }

  @RepeatedTest(3)
  void batchesShareTheQueueWithoutSharingALeadOrANumber() {
    Race.of(claimers(5));

    assertThat(broken).isEmpty();
    assertThat(claimed).hasSize(LEADS).allSatisfy((lead, times) -> assertThat(times).hasValue(1));
  }

  private List<Callable<Boolean>> claimers(int batch) {
    TenantId tenant = given.tenant();
    List<Callable<Boolean>> claimers = new ArrayList<>();
    IntStream.range(0, CLAIMERS)
        .forEach(
            i ->
                claimers.add(
                    () -> given.as(tenant, () -> callUntilAllAreDone(agents.get(i), batch))));
    return claimers;
  }

  private boolean callUntilAllAreDone(AgentId agent, int batch) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (claimed.size() < LEADS && broken.isEmpty() && System.nanoTime() < deadline) {
      List<Claim> claims = desk.claim(agent, batch);
      claims.forEach(this::hold);
      pause();
      for (Claim claim : claims) {
        held.remove(claim.phone().orElseThrow(), claim);
        desk.log(claim, Disposition.SALE);
      }
    }
    return true;
  }

  private void hold(Claim claim) {
    int times =
        claimed.computeIfAbsent(claim.lead(), lead -> new AtomicInteger()).incrementAndGet();
    if (times > 1) {
      broken.add("lead " + claim.lead() + " was claimed " + times + " times");
    }
    Claim other = held.putIfAbsent(claim.phone().orElseThrow(), claim);
    if (other != null) {
      broken.add("one number is held for the leads " + other.lead() + " and " + claim.lead());
    }
  }

  /** Long enough for the others to be at the same number. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
