package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import io.warmline.core.queue.ClaimNextLead.Outcome.Claimed;
import io.warmline.core.queue.ClaimNextLead.Outcome.NothingCallable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClaimSegmentTest extends OnPostgres {

  private static final Segment SOLAR = tagged("solar");

  @Inject ClaimNextLead claimNextLead;
  @Inject RemoveLead removeLead;

  private AgentId agent;
  private CampaignId campaign;

  @BeforeEach
  void aTeam() {
    agent = given.agent();
    campaign = given.campaign();
  }

  private static Segment tagged(String... tags) {
    return new Segment(List.of(tags), Set.of());
  }

  private LeadId lead(int score, String... tags) {
    return given.newLead(campaign).score(score).tags(tags).create();
  }

  private List<LeadId> claim(Segment segment, int limit) {
    Outcome outcome = claimNextLead.claim(agent, null, segment, limit);
    return outcome instanceof Claimed claimed
        ? claimed.claims().stream().map(Claim::lead).toList()
        : List.of();
  }

  @Test
  void onlyLeadsWithOneOfTheTagsAreHandedOutTheBestFirst() {
    lead(900);
    LeadId roof = lead(10, "Roof", "fair");
    LeadId solar = lead(50, "solar");

    assertThat(claim(tagged("roof", "solar"), 5)).containsExactly(solar, roof);
    assertThat(claim(tagged("roof", "solar"), 5)).isEmpty();
  }

  @Test
  void theListThatMadeALeadIsAConditionAsWell() {
    LeadId old = lead(900, "solar");
    LeadId fresh = lead(1, "solar");
    ImportId list = importThatMade(fresh);
    lead(1, "wind");

    assertThat(claim(new Segment(List.of("wind"), Set.of(list)), 1)).isEmpty();
    assertThat(claim(new Segment(List.of("solar"), Set.of(list)), 5)).containsExactly(fresh);
    assertThat(claim(Segment.EVERYONE, 1)).containsExactly(old);
  }

  private ImportId importThatMade(LeadId lead) {
    ImportId id = ImportId.next();
    transaction.run(
        () -> {
          sql.update(
              """
              insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset, created_at, finished_at)
              values (:tenant, :id, :campaign, 'COMPLETED', false, 'CSV', 'UTF-8', :now, :now)
              """,
              u ->
                  u.bind("id", id.value())
                      .bind("campaign", campaign.value())
                      .bind("now", clock.instant()));
          sql.update(
              "update lead set import_id = :import where tenant_id = :tenant and id = :lead",
              u -> u.bind("import", id.value()).bind("lead", lead.value()));
        });
    return id;
  }

  @Test
  void aListThatIsNotThereIsNotFound() {
    Segment unknown = new Segment(List.of(), Set.of(new ImportId(UUID.randomUUID())));

    assertThatThrownBy(() -> claim(unknown, 1)).isInstanceOf(NotFound.class);
  }

  /** Whoever asks for a part gets no promise of another. */
  @Test
  void callbacksAreOfTheSegmentToo() {
    LeadId promised = lead(1, "wind");
    desk.log(
        promised,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(1))));
    LeadId solar = lead(1, "solar");
    clock.advance(Duration.ofDays(1));

    assertThat(claim(SOLAR, 1)).containsExactly(solar);
    assertThat(claim(Segment.EVERYONE, 1)).containsExactly(promised);
  }

  @Test
  void theTimeToAskAgainIsThatOfTheSegment() {
    lead(900);
    LeadId waits = lead(1, "solar");
    desk.log(waits, agent, Disposition.BUSY);
    removeLead.delete(lead(1, "moon"), Optional.empty());

    Outcome nothing = claimNextLead.claim(agent, null, SOLAR, 1);
    Outcome never = claimNextLead.claim(agent, null, tagged("moon"), 1);

    assertThat(((NothingCallable) nothing).retryAfter())
        .isBetween(Duration.ofMinutes(1), Duration.ofHours(23));
    assertThat(((NothingCallable) never).retryAfter()).isEqualTo(Duration.ofDays(1));
  }

  /** What a segment passes over is handed out to those who ask for all. */
  @Test
  void nobodyIsPassedOverForGood() {
    LeadId best = lead(900);
    LeadId solar = lead(1, "solar");

    assertThat(claim(SOLAR, 1)).containsExactly(solar);
    assertThat(claim(Segment.EVERYONE, 1)).containsExactly(best);
  }

  @Test
  void twoAgentsNeverGetOneLead() {
    int many = 8;
    IntStream.range(0, many).forEach(n -> lead(n, "solar"));
    IntStream.range(0, many).forEach(n -> lead(900));
    TenantId tenant = given.tenant();
    List<Callable<List<LeadId>>> agents =
        IntStream.range(0, many)
            .mapToObj(n -> (Callable<List<LeadId>>) () -> given.as(tenant, () -> claim(SOLAR, 1)))
            .toList();

    List<LeadId> claimed = Race.of(agents).stream().flatMap(List::stream).toList();

    assertThat(claimed).hasSize(many).doesNotHaveDuplicates();
  }
}
