package io.warmline.core.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.bulk.BulkFilter;
import io.warmline.core.bulk.BulkKind;
import io.warmline.core.bulk.BulkOrder;
import io.warmline.core.bulk.ManageBulk;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.imports.ExportLeads;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.Leads;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.lead.Tags;
import io.warmline.core.queue.ClaimNextLead;
import io.warmline.core.queue.ClaimNextLead.Outcome.Claimed;
import io.warmline.core.queue.ClaimNextLead.Outcome.NothingCallable;
import io.warmline.core.queue.ListShare;
import io.warmline.core.queue.ListShares;
import io.warmline.core.queue.Segment;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tag that nobody has is told from one that nobody ever had. */
@QuarkusTest
class KnownTagsTest extends OnPostgres {

  @Inject ClaimNextLead claimNextLead;
  @Inject ChangeCampaign changeCampaign;
  @Inject Leads leads;
  @Inject SaveLead saveLead;
  @Inject MoveLead moveLead;
  @Inject RemoveLead removeLead;
  @Inject ManageBulk manageBulk;
  @Inject ExportLeads exportLeads;
  @Inject KnownTags tags;

  private AgentId agent;
  private CampaignId campaign;
  private LeadId lead;

  @BeforeEach
  void aLeadOfTheTradeFair() {
    agent = given.agent();
    campaign = given.campaign();
    lead = given.newLead(campaign).tags("trade fair 2026", "webinar").create();
  }

  private ClaimNextLead.Outcome claim(String... names) {
    return claimNextLead.claim(
        agent, Set.of(campaign), new Segment(new Tags(List.of(names)).names(), Set.of()), 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "trade fair 2062, did you mean trade fair 2026?",
    "tradefair 2026, did you mean trade fair 2026?",
    "Trade-Fair-2026, did you mean trade fair 2026?",
    "webbinar, did you mean webinar?",
    "webinars, did you mean webinar?",
    "golf, no lead of these campaigns has ever had"
  })
  void aClaimByATagThatNeverWasIsTold(String tag, String told) {
    refused("/tags", told, () -> claim(tag));
  }

  @Test
  void whereSomebodyIsFoundNothingIsLookedUp() {
    assertThat(claim("webinar", "webinarr")).isInstanceOf(Claimed.class);
    refused("/tags", "webinarr", () -> claim("webinar", "webinarr"));
  }

  @Test
  void aTagThatNobodyHasAnyMoreIsStillOne() {
    saveLead.change(
        lead,
        Optional.empty(),
        facts ->
            new LeadFacts(
                facts.externalId(),
                facts.profile().toBuilder().tags(Tags.NONE).build(),
                facts.numbers()));

    assertThat(claim("webinar")).isInstanceOf(NothingCallable.class);
    assertThat(listed("webinar")).isEmpty();
  }

  @Test
  void aTagOfAnotherCampaignIsNamedAsThat() {
    CampaignId other = given.campaign();

    refused(
        "/tags",
        "leads of other campaigns have it",
        () ->
            claimNextLead.claim(
                agent, Set.of(other), new Segment(List.of("webinar"), Set.of()), 1));
    moveLead.move(lead, other);
    assertThat(
            claimNextLead.claim(agent, Set.of(other), new Segment(List.of("webinar"), Set.of()), 1))
        .isInstanceOf(Claimed.class);
  }

  @Test
  void listsExportsAndBulkOperationsSayTheSame() {
    assertThat(listed("Webinar")).containsExactly(lead);
    refused("tag", "did you mean webinar?", () -> listed("webnar"));
    refused(
        "tag",
        "did you mean webinar?",
        () -> exportLeads.require(campaign, new Segment(List.of("webnar"), Set.of())));
    refused("/filter/tags", "did you mean webinar?", () -> manageBulk.begin(untag("webnar")));
  }

  @Test
  void sharesMayComeBeforeTheirListsAndAreHeldToThemAfterwards() {
    CampaignId fresh = given.campaign();
    share(fresh, "not there yet");

    refused("/shares/0/tags", "did you mean webinar?", () -> share(campaign, "webnar"));
    share(campaign, "webinar");
  }

  @Test
  void anErasedLeadLeavesNoTagBehindThatNobodyElseHas() {
    given.newLead(campaign).tags("webinar").create();

    removeLead.erase(lead, "asked for it");

    transaction.run(() -> tags.require(List.of("webinar"), List.of(campaign), "/tags"));
    refused("/tags", "no lead of these campaigns", () -> claim("trade fair 2026"));
  }

  private List<LeadId> listed(String tag) {
    Leads.Filter filter =
        new Leads.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(tag),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return transaction.call(
        () ->
            leads.list(filter, new Cursor.Paging(10, null)).items().stream()
                .map(found -> found.id())
                .toList());
  }

  private static BulkOrder untag(String tag) {
    return new BulkOrder(
        BulkKind.UNTAG,
        false,
        new BulkFilter(Optional.empty(), Set.of(), new Tags(List.of(tag)), Set.of(), List.of()),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Tags(List.of(tag)),
        Optional.empty());
  }

  private void share(CampaignId of, String tag) {
    ListShares shares =
        new ListShares(List.of(new ListShare(tag, 1, List.of(tag), List.of(), List.of())));
    changeCampaign.agreeOn(of, Optional.empty(), terms -> terms.sharing(shares));
  }

  private static void refused(String pointer, String told, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).pointer()).isEqualTo(pointer);
              assertThat(e.violations().get(0).code()).isEqualTo("UNKNOWN_TAG");
              assertThat(e.violations().get(0).message()).contains(told);
            });
  }
}
