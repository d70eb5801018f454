package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import io.warmline.core.queue.ClaimNextLead.Outcome.Claimed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A floor works an old and a new list in a stated proportion. The race was seen to fail with the
 * lock on the turns removed.
 */
@QuarkusTest
class ListSharesTest extends OnPostgres {

  @Inject ClaimNextLead claimNextLead;
  @Inject ChangeCampaign changeCampaign;
  @Inject LookAtQueue lookAtQueue;
  @Inject Claims claimsOnRecord;
  @Inject QueueEntries queue;

  private final Map<LeadId, String> lists = new HashMap<>();
  private AgentId agent;
  private CampaignId campaign;

  @BeforeEach
  void everyThirdFromTheNewList() {
    agent = given.agent();
    campaign = given.campaign(terms -> terms.sharing(shares(list("new", 1), list("old", 2))));
  }

  private static ListShare list(String tag, int share) {
    return new ListShare(tag, share, List.of(tag), List.of(), List.of());
  }

  private static ListShares shares(ListShare... lists) {
    return new ListShares(List.of(lists));
  }

  /** So many leads of a list; those of the old one have the better score. */
  private List<LeadId> leads(int many, String... tags) {
    String tag = tags.length == 0 ? "none" : tags[0];
    List<LeadId> leads =
        IntStream.range(0, many)
            .mapToObj(
                n ->
                    given.newLead(campaign).score(tag.equals("old") ? 900 : 10).tags(tags).create())
            .toList();
    leads.forEach(lead -> lists.put(lead, tag));
    return leads;
  }

  private void share(ListShare... lists) {
    changeCampaign.agreeOn(campaign, Optional.empty(), terms -> terms.sharing(shares(lists)));
  }

  private List<Claim> claims(int limit) {
    Outcome outcome = claimNextLead.claim(agent, null, limit);
    return outcome instanceof Claimed claimed ? claimed.claims() : List.of();
  }

  private List<String> claimed(int limit) {
    return claims(limit).stream().map(claim -> lists.get(claim.lead())).toList();
  }

  private static List<String> reasons(Claim claim) {
    return claim.place().reasons().stream()
        .filter(reason -> reason.code().equals("LIST_TURN"))
        .map(QueuePlace.Reason::detail)
        .toList();
  }

  @Test
  void theProportionHoldsOverManyClaimsOneByOneAndInBatches() {
    leads(20, "old");
    leads(10, "new");

    List<String> claimed = new ArrayList<>();
    IntStream.range(0, 12).forEach(n -> claimed.addAll(claimed(1)));
    claimed.addAll(claimed(18));

    assertThat(claimed).hasSize(30);
    for (int from = 0; from + 3 <= 30; from++) {
      assertThat(claimed.subList(from, from + 3))
          .as("leads from %d", from)
          .containsExactlyInAnyOrder("old", "old", "new");
    }
    assertThat(claimed(1)).isEmpty();
  }

  @Test
  void theReasonsSayWhoseTurnItWas() {
    leads(2, "old");
    leads(2, "new");

    List<Claim> claims = claims(4);

    assertThat(reasons(claims.get(0)))
        .containsExactly("The turn of \"old\", which gets 2 of every 3 leads never called before.");
    assertThat(reasons(claims.get(1)))
        .containsExactly("The turn of \"new\", which gets 1 of every 3 leads never called before.");
    assertThat(reasons(claims.get(3)))
        .containsExactly("From \"new\", in place of \"old\", which has nobody to call now.");
    assertThat(transaction.call(() -> claimsOnRecord.get(claims.get(3).id())).place())
        .isEqualTo(claims.get(3).place());
  }

  @Test
  void anExhaustedListLeavesNobodyWithoutLeadsAndCatchesNothingUp() {
    leads(12, "old");
    assertThat(claimed(6)).containsOnly("old").hasSize(6);
    leads(6, "new");

    assertThat(claimed(6)).filteredOn(list -> list.equals("new")).hasSize(2);
    assertThat(claimed(9)).hasSize(6).filteredOn(list -> list.equals("new")).hasSize(4);
  }

  @Test
  void leadsOnNoListComeWhenNoListHasAny() {
    leads(1, "none");
    leads(1, "new");

    List<Claim> claims = claims(5);

    assertThat(claims).extracting(claim -> lists.get(claim.lead())).containsExactly("new", "none");
    assertThat(reasons(claims.get(1)))
        .containsExactly("On none of the campaign's lists, which have nobody to call now.");
  }

  @Test
  void promisesAndAllThatComesBeforeColdLeadsKeepTheirPlace() {
    LeadId promised = leads(1, "old").get(0);
    desk.log(
        promised,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(2))));
    LeadId retried = leads(1, "old").get(0);
    desk.log(retried, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(2));
    leads(3, "new");
    leads(3, "old");

    List<Claim> claims = claims(5);

    assertThat(claims).extracting(Claim::lead).startsWith(promised, retried);
    assertThat(claims.subList(0, 2)).allMatch(claim -> reasons(claim).isEmpty());
    assertThat(claims.subList(2, 5))
        .extracting(claim -> lists.get(claim.lead()))
        .containsExactly("old", "new", "old");
  }

  @Test
  void aListWithoutAShareRestsUntilTheOthersHaveNobody() {
    leads(3, "old");
    leads(3, "new");
    share(list("new", 1), list("old", 0));

    assertThat(claimed(4)).containsExactly("new", "new", "new", "old");
    share(list("new", 0), list("old", 1));
    assertThat(claimed(4)).containsExactly("old", "old");
  }

  @Test
  void aPausedCampaignHandsOutNothingWhoseeverTurnItIs() {
    leads(3, "new");
    changeCampaign.pause(campaign);

    assertThat(claimed(1)).isEmpty();
  }

  @Test
  void leadsThatAreThereFollowAChangeOfShares() {
    share();
    leads(2, "new");
    leads(4, "old");
    assertThat(claimed(2)).containsExactly("old", "old");

    share(list("new", 1), new ListShare("rest", 1, List.of(), List.of(), List.of()));

    assertThat(claimed(4)).containsExactly("new", "old", "new", "old");
  }

  @Test
  void aLeadIsOnTheFirstListThatHasIt() {
    leads(2, "old", "new");
    share(list("new", 1), list("old", 3));

    assertThat(claims(2)).allMatch(claim -> reasons(claim).get(0).startsWith("From \"new\""));
  }

  @Test
  void whoChangesATagChangesTheList() {
    LeadId lead = leads(1, "none").get(0);
    leads(1, "old");
    transaction.run(
        () -> {
          sql.update(
              "update lead set tags = '{new}' where tenant_id = :tenant and id = :lead",
              u -> u.bind("lead", lead.value()));
          queue.refresh(List.of(lead.value()), clock.instant());
        });

    assertThat(claims(2)).extracting(Claim::lead).contains(lead);
    assertThat(listOf(lead)).isEqualTo(1);
  }

  private int listOf(LeadId lead) {
    return transaction.call(
        () ->
            sql.query(
                "select list from queue_entry where tenant_id = :tenant and lead_id = :lead",
                q -> q.bind("lead", lead.value()).mapTo(Integer.class).one()));
  }

  @Test
  void otherCampaignsKeepTheirPlaceAndTheirOrder() {
    leads(2, "new");
    CampaignId other = given.campaign();
    LeadId best = given.newLead(other).score(950).create();
    LeadId last = given.newLead(other).score(1).create();
    leads(2, "old");

    List<LeadId> claimed = claims(6).stream().map(Claim::lead).toList();

    assertThat(claimed).hasSize(6).startsWith(best).endsWith(last);
    assertThat(claimed.subList(1, 5))
        .extracting(lists::get)
        .containsExactly("old", "new", "old", "new");
  }

  @Test
  void whoAsksForAPartHasSaidWhichAndCountsForNoList() {
    leads(3, "old");
    leads(3, "new");
    claimNextLead.claim(agent, null, new Segment(List.of("new"), Set.of()), 2);

    assertThat(claimed(3)).containsExactly("old", "new", "old");
  }

  @Test
  void theQueueShowsTheOrderInWhichLeadsAreHandedOut() {
    leads(3, "old");
    leads(3, "new");
    claims(1);

    List<QueueReport.QueuedLead> next = lookAtQueue.look(campaign, 4).next();
    List<Claim> claims = claims(4);

    assertThat(next)
        .extracting(QueueReport.QueuedLead::lead)
        .containsExactlyElementsOf(claims.stream().map(Claim::lead).toList());
    assertThat(next)
        .extracting(QueueReport.QueuedLead::place)
        .containsExactlyElementsOf(claims.stream().map(Claim::place).toList());
  }

  @Test
  void sharesThatCannotBeMeantAreRefused() {
    ListShare everybody = new ListShare("all", 1, List.of(), List.of(), List.of());

    assertThat(refusalOf(everybody, list("new", 1))).isEqualTo("/shares/0 NOTHING_LEFT");
    assertThat(refusalOf(list("new", 1), list("new", 2))).isEqualTo("/shares/1/name DUPLICATE");
    assertThat(refusalOf(list("new", 0), list("old", 0))).isEqualTo("/shares/0/share NO_SHARE");
    ListShare unknown = new ListShare("x", 1, List.of(), List.of(UUID.randomUUID()), List.of());
    assertThatThrownBy(() -> share(unknown)).isInstanceOf(NotFound.class);
  }

  private String refusalOf(ListShare... lists) {
    return catchThrowableOfType(InvalidValue.class, () -> share(lists)).violations().stream()
        .map(one -> one.pointer() + " " + one.code())
        .collect(Collectors.joining());
  }

  @Test
  void aListIsAnImportOrTheSystemThatWroteItToo() {
    LeadId hubspot = importedBy("HUBSPOT", leads(1, "none").get(0));
    LeadId plain = importedBy(null, leads(1, "none").get(0));
    LeadId typed = leads(1, "none").get(0);
    share(
        new ListShare("hubspot", 1, List.of(), List.of(), List.of("HUBSPOT")),
        new ListShare("files", 1, List.of(), List.of(importOf(plain).value()), List.of("OTHER")));

    assertThat(List.of(listOf(hubspot), listOf(plain), listOf(typed))).containsExactly(1, 2, 0);
    assertThat(claimNextLead.claim(agent, null, from("HUBSPOT"), 5))
        .extracting(outcome -> ((Claimed) outcome).claims().get(0).lead())
        .isEqualTo(hubspot);
    assertThat(claimNextLead.claim(agent, null, from("ZOHO"), 5)).isNotInstanceOf(Claimed.class);
  }

  private static Segment from(String source) {
    return new Segment(List.of(), Set.of(), List.of(source));
  }

  private LeadId importedBy(String source, LeadId lead) {
    ImportId id = ImportId.next();
    transaction.run(
        () -> {
          sql.update(
              """
              insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset, source, created_at, finished_at)
              values (:tenant, :id, :campaign, 'COMPLETED', false, 'CSV', 'UTF-8', :source, :now, :now)
              """,
              u ->
                  u.bind("id", id.value())
                      .bind("campaign", campaign.value())
                      .bind("source", source)
                      .bind("now", clock.instant()));
          sql.update(
              "update lead set import_id = :import where tenant_id = :tenant and id = :lead",
              u -> u.bind("import", id.value()).bind("lead", lead.value()));
        });
    return lead;
  }

  private ImportId importOf(LeadId lead) {
    return new ImportId(
        transaction.call(
            () ->
                sql.query(
                    "select import_id from lead where tenant_id = :tenant and id = :lead",
                    q -> q.bind("lead", lead.value()).mapTo(UUID.class).one())));
  }

  @Test
  void theProportionHoldsBetweenAgentsWhoClaimAtOnce() {
    leads(40, "old");
    leads(20, "new");
    TenantId tenant = given.tenant();
    List<Callable<List<String>>> agents =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    (Callable<List<String>>)
                        () ->
                            given.as(
                                tenant,
                                () -> {
                                  List<String> claimed = new ArrayList<>();
                                  IntStream.range(0, 3).forEach(i -> claimed.addAll(claimed(1)));
                                  return claimed;
                                }))
            .toList();

    List<String> claimed = Race.of(agents).stream().flatMap(List::stream).toList();

    assertThat(claimed).hasSize(24);
    assertThat(claimed).filteredOn(list -> list.equals("new")).hasSize(8);
  }
}
