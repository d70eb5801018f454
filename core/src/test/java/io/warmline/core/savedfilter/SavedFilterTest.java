package io.warmline.core.savedfilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.SqlConditions;
import io.warmline.core.WarmlineException;
import io.warmline.core.bulk.BulkFilter;
import io.warmline.core.bulk.BulkItem;
import io.warmline.core.bulk.BulkKind;
import io.warmline.core.bulk.BulkOperation;
import io.warmline.core.bulk.BulkOperations;
import io.warmline.core.bulk.BulkOrder;
import io.warmline.core.bulk.ManageBulk;
import io.warmline.core.bulk.RunBulk;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.id.TenantId;
import io.warmline.core.imports.ExportLeads;
import io.warmline.core.imports.ExportPreset;
import io.warmline.core.imports.LeadSource;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Leads;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.Tags;
import io.warmline.core.queue.Segment;
import io.warmline.core.search.LeadHit;
import io.warmline.core.search.SearchLeads;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions under a name, whose leads are looked up whenever it is used. */
@QuarkusTest
class SavedFilterTest extends OnPostgres {

  @Inject ManageSavedFilters manage;
  @Inject SavedFilters filters;
  @Inject UseSavedFilter use;
  @Inject ManageBulk manageBulk;
  @Inject RunBulk runBulk;
  @Inject BulkOperations operations;
  @Inject ChangeCampaign changeCampaign;
  @Inject RemoveLead removeLead;
  @Inject SearchLeads search;
  @Inject ExportLeads export;
  @Inject Leads leads;

  private CampaignId campaign;

  @BeforeEach
  void aList() {
    campaign = given.campaign();
  }

  private static LeadConditions words(String words) {
    return new LeadConditions(
        Optional.empty(),
        Set.of(),
        Tags.NONE,
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.of(words));
  }

  private static LeadConditions tagged(String... tags) {
    return LeadConditions.of(Optional.empty(), Set.of(), new Tags(List.of(tags)), Set.of());
  }

  private static LeadConditions of(CampaignId only) {
    return LeadConditions.of(Optional.of(only), Set.of(), Tags.NONE, Set.of());
  }

  private static LeadConditions madeBy(ImportId list) {
    return LeadConditions.of(Optional.empty(), Set.of(), Tags.NONE, Set.of(list));
  }

  private SavedFilter saved(LeadConditions conditions) {
    return saved("Filter " + SavedFilterId.next(), conditions);
  }

  private SavedFilter saved(String name, LeadConditions conditions) {
    return manage.create(new SavedFilter.Terms(name, conditions));
  }

  private SavedFilter changed(SavedFilterId id, UnaryOperator<SavedFilter.Terms> change) {
    return manage.change(id, Optional.empty(), change);
  }

  private List<LeadId> found(SavedFilter filter) {
    Leads.Filter everybody =
        new Leads.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return transaction
        .call(() -> leads.list(everybody, within(filter), new Cursor.Paging(200, null)).items())
        .stream()
        .map(Lead::id)
        .toList();
  }

  private SqlConditions within(SavedFilter filter) {
    return use.within(Optional.of(filter.id()));
  }

  private static BulkFilter using(SavedFilter filter, LeadStatus... statuses) {
    return new BulkFilter(
        Optional.empty(),
        Set.of(statuses),
        Tags.NONE,
        Set.of(),
        List.of(),
        Optional.of(filter.id()));
  }

  private BulkOperation tag(BulkFilter filter) {
    BulkOrder order =
        new BulkOrder(
            BulkKind.TAG,
            false,
            filter,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            new Tags(List.of("chosen")),
            Optional.empty());
    BulkOperation begun = manageBulk.begin(order);
    runBulk.tick();
    return operation(begun);
  }

  private BulkOperation operation(BulkOperation begun) {
    return transaction.call(() -> operations.get(begun.id()));
  }

  private List<LeadId> leadsOf(BulkOperation operation) {
    return transaction
        .call(
            () -> operations.items(operation.id(), Optional.empty(), new Cursor.Paging(200, null)))
        .items()
        .stream()
        .map(BulkItem::lead)
        .toList();
  }

  private ImportId list(String source, LeadId... made) {
    ImportId list = ImportId.next();
    transaction.run(
        () ->
            sql.update(
                """
                insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset, delimiter, columns, bytes,
                    rows_read, created, merged, rejected, source, created_at, finished_at)
                values (:tenant, :list, :campaign, 'COMPLETED', false, 'CSV', 'UTF-8', ',', '[]', 1, 1, 1, 0, 0, :source, :now, :now)
                """,
                u ->
                    u.bind("list", list.value())
                        .bind("campaign", campaign.value())
                        .bind("source", source)
                        .bind("now", clock.instant())));
    for (LeadId lead : made) {
      update(
          "update lead set import_id = '%s' where tenant_id = :tenant and id = '%s'"
              .formatted(list, lead));
    }
    return list;
  }

  private void update(String statement) {
    transaction.run(() -> sql.update(statement, u -> {}));
  }

  private static void refused(ProblemCode code, String part, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal).hasMessageContaining(part);
            });
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    // whole words and beginnings, in any order and case
    "butt, true",
    "BUTT james, true",
    "but, true",
    "bu ja, true",
    "benton john, true",
    "jbutt@gmail, true",
    "jbutt@gmail.com, true",
    "gmail, true",
    "crm-77, true",
    "platinum, true",
    "@gmail.com, true",
    "c++ 100, true",
    "o'hara, true",
    "hara, true",
    "grafe, true",
    "Gräfe, true",
    "kohler, true",
    "x1y2, true",
    "100%, true",
    "a_b, true",
    // no slips, and nothing from within a word
    "buttt, false",
    "bentom, false",
    "jmes, false",
    "utt, false",
    "mail, false",
    "ohler, false",
    "latinum, false",
    "james smith, false",
    // what stands in a word is meant as it stands there
    "c+++ 100, false",
    "b.tt, false",
    "ja.*, false",
    "axb, false",
  })
  void wordsAreFoundAsTheyAreWritten(String sought, boolean isFound) {
    LeadId lead =
        given
            .newLead(campaign)
            .named("James", "Butt O'Hara")
            .company("Benton, John (Gräfe & Köhler) c++ 100% a_b")
            .email("jbutt@gmail.com")
            .externalId("crm-77")
            .custom(Map.of("plan", "platinum", "code", "x1y2"))
            .create();

    SavedFilter filter = saved(words(sought));

    assertThat(found(filter)).isEqualTo(isFound ? List.of(lead) : List.of());
    assertThat(leadsOf(tag(using(filter)))).isEqualTo(found(filter));
  }

  /** A search guesses; what is changed is not guessed. */
  @Test
  void aSlipThatASearchForgivesFindsNobodyHere() {
    given.newLead(campaign).named("Josephine", "Darakjy").create();

    assertThat(search.search("Josefine Darakjy", Optional.empty(), 10)).hasSize(1);
    assertThat(found(saved(words("Josefine Darakjy")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 504 621 8927", "8927", "(504) 621-8927"})
  void aNumberIsNoWord(String number) {
    assertThatThrownBy(() -> saved(words(number)))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).pointer()).isEqualTo("/conditions/q");
              assertThat(e.violations().get(0).code()).isEqualTo("NUMBER_NOT_TAKEN");
            });
  }

  @Test
  void aFilterAsksForSomething() {
    assertThatThrownBy(() -> saved(LeadConditions.NONE)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> saved(words("x -"))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> saved("\u200b", of(campaign))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void whoComesLaterIsFoundToo() {
    LeadId early = given.newLead(campaign).tags("solar").create();
    SavedFilter filter = saved(tagged("solar"));
    assertThat(found(filter)).containsExactly(early);

    LeadId late = given.newLead(campaign).tags("solar").create();

    assertThat(found(filter)).containsExactly(late, early);
    assertThat(leadsOf(tag(using(filter)))).containsExactly(early, late);
  }

  @Test
  void allConditionsHold() {
    LeadId right = given.newLead(campaign).company("Solar Works").tags("fair").create();
    LeadId otherSource = given.newLead(campaign).company("Solar Works").tags("fair").create();
    given.newLead(campaign).company("Solar Works").create();
    given.newLead(campaign).company("Wind Works").tags("fair").create();
    given.newLead(given.campaign()).company("Solar Works").tags("fair").create();
    ImportId ours = list("HUBSPOT", right);
    ImportId theirs = list("CLOSE", otherSource);
    Instant before = clock.instant().minus(Duration.ofHours(1));
    LeadConditions all =
        new LeadConditions(
            Optional.of(campaign),
            Set.of(LeadStatus.COLD),
            new Tags(List.of("fair", "solar")),
            Set.of(ours, theirs),
            Set.of(LeadSource.HUBSPOT),
            Optional.of(before),
            Optional.of("solar"));
    update(
        "insert into lead_tag select tenant_id, campaign_id, 'solar' from lead_tag where tenant_id = :tenant limit 1");
    SavedFilter filter = saved(all);

    assertThat(found(filter)).containsExactly(right);
    assertThat(transaction.call(() -> filters.get(filter.id())).terms().conditions())
        .isEqualTo(all);

    update(
        "update lead set updated_at = timestamptz '%s' where tenant_id = :tenant"
            .formatted(before));
    assertThat(found(filter)).isEmpty();
  }

  @Test
  void aBulkOperationNarrowsItByMore() {
    given.newLead(campaign).tags("solar").create();
    LeadId warm = given.newLead(campaign).tags("solar").create();
    update(
        "update lead set status = 'WARM' where tenant_id = :tenant and id = '%s'".formatted(warm));

    BulkOperation done = tag(using(saved(tagged("solar")), LeadStatus.WARM));

    assertThat(leadsOf(done)).containsExactly(warm);
    assertThat(done.asked().statuses()).containsExactly(LeadStatus.WARM);
  }

  @Test
  void aBulkOperationShowsTheConditionsAsTheyWere() {
    given.newLead(campaign).tags("solar").create();
    SavedFilter filter = saved("Sun", tagged("solar"));
    BulkOperation done = tag(using(filter));

    changed(filter.id(), terms -> new SavedFilter.Terms("Moon", of(campaign)));
    manage.delete(filter.id(), Optional.of(1));

    assertThat(operation(done).savedFilter())
        .contains(new BulkOperation.UsedFilter(filter.id(), "Sun", tagged("solar")));
    assertThatThrownBy(() -> tag(using(filter))).isInstanceOf(NotFound.class);
  }

  @Test
  void aSearchAndAnExportStayWithinIt() throws IOException {
    LeadId ours = given.newLead(campaign).named("Ann", "Lee").tags("solar").create();
    LeadId others = given.newLead(campaign).named("Ann", "Lee").create();
    SavedFilter filter =
        saved(
            new LeadConditions(
                Optional.empty(),
                Set.of(),
                new Tags(List.of("solar")),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.of("ann")));

    assertThat(search.search("Ann Lee", Optional.empty(), 10)).hasSize(2);
    assertThat(
            transaction.call(() -> search.search("Anne Lee", Optional.empty(), within(filter), 10)))
        .extracting(LeadHit::lead)
        .extracting(Lead::id)
        .containsExactly(ours);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(
        new ExportLeads.Choice(campaign, Segment.EVERYONE, within(filter)),
        ExportPreset.WARMLINE,
        out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(ours.toString())
        .doesNotContain(others.toString());
  }

  @Test
  void aSearchByNumberStaysWithinItToo() {
    LeadId ours = given.newLead(campaign).tags("solar").create();
    SavedFilter filter = saved(tagged("solar"));
    String number = transaction.call(() -> leads.get(ours)).numbers().get(0).e164();

    assertThat(transaction.call(() -> search.search(number, Optional.empty(), within(filter), 10)))
        .hasSize(1);
    changed(filter.id(), terms -> new SavedFilter.Terms("Nobody", words("nobody")));
    assertThat(transaction.call(() -> search.search(number, Optional.empty(), within(filter), 10)))
        .isEmpty();
  }

  @Test
  void nobodyWhoWasErasedIsFound() {
    LeadId erased = given.lead(campaign);
    SavedFilter filter = saved(of(campaign));
    assertThat(found(filter)).containsExactly(erased);

    removeLead.erase(erased, "asked for it");

    assertThat(found(filter)).isEmpty();
    assertThat(tag(using(filter)).total()).isZero();
  }

  @Test
  void aNameIsOneFiltersInAnyCase() {
    SavedFilter sun = saved("Sun", of(campaign));
    SavedFilter moon = saved("Moon", of(campaign));

    refused(
        ProblemCode.SAVED_FILTER_EXISTS,
        "The saved filter \"Sun\" (" + sun.id() + ")",
        () -> saved(" sUN ", of(campaign)));
    refused(
        ProblemCode.SAVED_FILTER_EXISTS,
        sun.id().toString(),
        () -> changed(moon.id(), terms -> new SavedFilter.Terms("SUN", terms.conditions())));
    assertThat(
            changed(sun.id(), terms -> new SavedFilter.Terms("SUN", terms.conditions())).version())
        .isEqualTo(1);
  }

  @Test
  void ofTwoWhoTakeOneNameAtOnceOneIsRefused() {
    TenantId tenant = given.tenant();

    List<Boolean> saved =
        Race.of(
            IntStream.range(0, 4)
                .<Callable<Boolean>>mapToObj(i -> () -> given.as(tenant, () -> takes("Sun")))
                .toList());

    assertThat(saved).containsExactlyInAnyOrder(true, false, false, false);
  }

  private boolean takes(String name) {
    try {
      saved(name, of(campaign));
      return true;
    } catch (WarmlineException refusal) {
      assertThat(refusal.code()).isEqualTo(ProblemCode.SAVED_FILTER_EXISTS);
      return false;
    }
  }

  @Test
  void whatItNamesIsThereWhenItIsSaved() {
    given.newLead(campaign).tags("solar").create();
    SavedFilter filter = saved(of(campaign));

    assertThatThrownBy(() -> saved(of(CampaignId.next()))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> saved(madeBy(ImportId.next()))).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> saved(tagged("solr")))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> assertThat(e.violations().get(0).pointer()).isEqualTo("/conditions/tags"));
    assertThatThrownBy(
            () ->
                changed(
                    filter.id(),
                    terms -> new SavedFilter.Terms(terms.name(), of(CampaignId.next()))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aCampaignThatIsDeletedLeavesAFilterThatIsRefusedByName() {
    CampaignId other = given.campaign();
    SavedFilter filter = saved("Theirs", of(other));

    changeCampaign.delete(other, Optional.empty());

    outdated(filter, "There is no campaign with the id " + other);
    assertThat(
            changed(filter.id(), terms -> new SavedFilter.Terms("Old", terms.conditions()))
                .terms()
                .name())
        .isEqualTo("Old");
    changed(filter.id(), terms -> new SavedFilter.Terms("Ours", of(campaign)));
    assertThatCode(() -> found(filter)).doesNotThrowAnyException();
  }

  @Test
  void soDoAnImportAndATagThatAreGone() {
    LeadId lead = given.newLead(campaign).tags("ann lee").create();
    ImportId list = list("CLOSE");
    SavedFilter ofList = saved(madeBy(list));
    SavedFilter ofTag = saved(tagged("ann lee"));

    update("delete from import_job where tenant_id = :tenant and id = '%s'".formatted(list));
    removeLead.erase(lead, "gone");

    outdated(ofList, "There is no import with the id " + list);
    outdated(ofTag, "A tag is \"ann lee\", which no lead has ever had");
  }

  private void outdated(SavedFilter filter, String why) {
    refused(ProblemCode.SAVED_FILTER_OUTDATED, why, () -> found(filter));
    refused(ProblemCode.SAVED_FILTER_OUTDATED, filter.terms().name(), () -> tag(using(filter)));
  }

  @Test
  void whoSawAnotherVersionChangesNothing() {
    SavedFilter filter = saved(of(campaign));
    changed(filter.id(), terms -> new SavedFilter.Terms("Other", terms.conditions()));

    refused(
        ProblemCode.VERSION_MISMATCH,
        "",
        () -> manage.change(filter.id(), Optional.of(0), terms -> terms));
    refused(ProblemCode.VERSION_MISMATCH, "", () -> manage.delete(filter.id(), Optional.of(0)));
  }

  @Test
  void anotherTenantHasNoSuchFilter() {
    SavedFilter ours = saved("Ours", of(campaign));

    given.run(
        given.newTenant(),
        () -> {
          assertThatThrownBy(() -> use.get(ours.id())).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> manage.delete(ours.id(), Optional.empty()))
              .isInstanceOf(NotFound.class);
          assertThatCode(() -> saved("Ours", words("roof"))).doesNotThrowAnyException();
        });
  }
}
