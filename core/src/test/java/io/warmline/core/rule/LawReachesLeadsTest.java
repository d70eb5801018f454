package io.warmline.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.RegroupLeads;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.Promoter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A law that an older Warmline did not know reaches the leads that it has loaded: its rows are what
 * the older one would have written.
 */
@QuarkusTest
class LawReachesLeadsTest extends OnPostgres {

  private static final PhoneNumber PARIS = new PhoneNumber("+33145678901");
  private static final PhoneNumber PORTLAND = new PhoneNumber("+15032345678");

  /** A Sunday, noon in Paris. */
  private static final Instant SUNDAY = Instant.parse("2026-11-22T11:00:00Z");

  @Inject LookAtQueue lookAtQueue;
  @Inject RegroupLeads regroupLeads;
  @Inject Promoter promoter;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void onASunday() {
    clock.set(SUNDAY);
    campaign = given.campaign();
    agent = given.agent();
  }

  private LeadId lead(PhoneNumber number) {
    return given.newLead(campaign).numbers(number).withoutZone().create();
  }

  /** As if the place had had no law when the leads were loaded, and every hour were open. */
  private void loadedByAnOlderWarmline(String lawThen, int edition) {
    transaction.run(
        () ->
            sql.update(
                """
                update window_bucket set jurisdictions = string_to_array(:law, ','), rules = '{}', closed_by = null,
                       law_edition = :edition, opens_at = :from, closes_at = :to
                where tenant_id = :tenant
                """,
                u ->
                    u.bind("law", lawThen)
                        .bind("edition", edition)
                        .bind("from", SUNDAY.minusSeconds(86_400))
                        .bind("to", SUNDAY.plusSeconds(864_000))));
  }

  /** As it was when Oregon had no law of its own. */
  private void inTheBucketOfTheCountry() {
    for (String table : List.of("lead_phone", "queue_entry")) {
      sql.update(
          """
          update %s set bucket_id = (select id from window_bucket where tenant_id = :tenant and jurisdictions = '{US}')
          where tenant_id = :tenant
          """
              .formatted(table),
          u -> {});
    }
    sql.update(
        "delete from window_bucket where tenant_id = :tenant and jurisdictions <> '{US}'", u -> {});
    sql.update(
        "update window_bucket set lead_places = '{US-CA,US-OR}' where tenant_id = :tenant",
        u -> {});
  }

  private boolean isClaimed() {
    return !desk.claim(agent, Set.of(campaign)).isEmpty();
  }

  private List<String> lawOfBuckets() {
    return transaction.call(
        () ->
            sql.query(
                """
                select array_to_string(b.jurisdictions, ' ') from queue_entry q
                join window_bucket b on b.tenant_id = q.tenant_id and b.id = q.bucket_id
                where q.tenant_id = :tenant order by 1
                """,
                q -> q.mapTo(String.class).list()));
  }

  @Test
  void atTheNextStartNoClaimGoesByTheLawBefore() {
    lead(PARIS);
    loadedByAnOlderWarmline("", 1);

    assertThat(isClaimed()).as("the first claim after the start").isFalse();
    promoter.tick();
    assertThat(isClaimed()).isFalse();
    assertThat(lookAtQueue.look(campaign, 1).blocked())
        .isEqualTo(Map.of(BlockCode.CONSENT_REQUIRED, 1L));
  }

  @Test
  void aRunningServerNoticesWithinAMinuteWhatAnOlderOneHasWorkedOut() {
    lead(PARIS);
    promoter.tick();
    regroupLeads.tick();
    loadedByAnOlderWarmline("", 1);
    clock.set(SUNDAY.plusSeconds(61));

    regroupLeads.tick();

    assertThat(isClaimed()).isFalse();
    assertThat(lawOfBuckets()).containsExactly("FR");
  }

  @Test
  void leadsOfAStateThatHasLawOfItsOwnByNowLeaveTheBucketOfTheirCountry() {
    lead(PORTLAND);
    LeadId californian = lead(new PhoneNumber("+12132345678"));
    transaction.run(this::inTheBucketOfTheCountry);
    clock.set(Instant.parse("2026-11-25T04:30:00Z"));
    loadedByAnOlderWarmline("US", 1);

    promoter.tick();
    regroupLeads.regroup();

    assertThat(lawOfBuckets()).containsExactly("US", "US-OR");
    assertThat(desk.claim(agent, 5))
        .as("20:30 in Oregon, where calls end at 20")
        .extracting(claim -> claim.lead())
        .containsExactly(californian);
  }

  @Test
  void whatThisWarmlineHasWorkedOutIsLeftAlone() {
    lead(PARIS);
    promoter.tick();
    regroupLeads.tick();
    List<String> before = lawOfBuckets();
    clock.set(SUNDAY.plusSeconds(3600));

    regroupLeads.tick();

    assertThat(lawOfBuckets()).isEqualTo(before);
  }
}
