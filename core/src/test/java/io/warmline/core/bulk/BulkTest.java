package io.warmline.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.BulkId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Leads;
import io.warmline.core.lead.Tags;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is ill, a list is bad, a campaign is split: many leads at once. */
@QuarkusTest
class BulkTest extends OnPostgres {

  @Inject ManageBulk manageBulk;
  @Inject RunBulk runBulk;
  @Inject BulkOperations operations;
  @Inject PromiseCallback promises;
  @Inject PromiseBook book;
  @Inject ManageAgent manageAgent;
  @Inject Leads leads;

  private CampaignId campaign;
  private AgentId ill;

  @BeforeEach
  void aFloor() {
    campaign = given.campaign();
    ill = given.agent();
  }

  private static BulkFilter of(CampaignId only) {
    return new BulkFilter(Optional.of(only), Set.of(), Tags.NONE, Set.of(), List.of());
  }

  private static BulkFilter listed(ImportId list) {
    return new BulkFilter(Optional.empty(), Set.of(), Tags.NONE, Set.of(list), List.of());
  }

  private static BulkOrder reassign(boolean dryRun, AgentId from, AgentId... to) {
    return new BulkOrder(
        BulkKind.REASSIGN,
        dryRun,
        BulkFilter.EVERYBODY,
        Optional.of(from),
        List.of(to),
        Optional.empty(),
        Tags.NONE,
        Optional.empty());
  }

  private static BulkOrder move(boolean dryRun, CampaignId from, CampaignId to) {
    return new BulkOrder(
        BulkKind.MOVE,
        dryRun,
        of(from),
        Optional.empty(),
        List.of(),
        Optional.of(to),
        Tags.NONE,
        Optional.empty());
  }

  private static BulkOrder stop(boolean dryRun, ImportId list) {
    return new BulkOrder(
        BulkKind.STOP_LIST,
        dryRun,
        listed(list),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Tags.NONE,
        Optional.of("Bought twice"));
  }

  private static BulkOrder tags(BulkKind kind, boolean dryRun, BulkFilter filter, String... names) {
    return new BulkOrder(
        kind,
        dryRun,
        filter,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        new Tags(List.of(names)),
        Optional.empty());
  }

  private BulkOperation done(BulkOrder order) {
    BulkId id = manageBulk.begin(order).id();
    runBulk.tick();
    return operation(id);
  }

  private BulkOperation undone(BulkOperation operation) {
    BulkId id = manageBulk.undo(operation.id(), false).id();
    runBulk.tick();
    return operation(id);
  }

  private BulkOperation operation(BulkId id) {
    return transaction.call(() -> operations.get(id));
  }

  private List<BulkItem> items(BulkOperation operation) {
    return transaction
        .call(
            () -> operations.items(operation.id(), Optional.empty(), new Cursor.Paging(200, null)))
        .items();
  }

  private CallbackId promised(LeadId lead, AgentId to) {
    return promises
        .promise(lead, Desk.personal(clock.instant().plus(Duration.ofHours(2)), to))
        .id();
  }

  private Callback callback(CallbackId id) {
    return transaction.call(() -> book.get(id));
  }

  private List<String> tagsOf(LeadId lead) {
    return transaction.call(() -> leads.get(lead)).profile().tags().names();
  }

  private ImportId list(LeadId... made) {
    ImportId list = ImportId.next();
    transaction.run(
        () ->
            sql.update(
                """
                insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset, delimiter, columns, bytes,
                    rows_read, created, merged, rejected, created_at, finished_at)
                values (:tenant, :list, :campaign, 'COMPLETED', false, 'CSV', 'UTF-8', ',', '[]', 1, 1, 1, 0, 0, :now, :now)
                """,
                u ->
                    u.bind("list", list.value())
                        .bind("campaign", campaign.value())
                        .bind("now", clock.instant())));
    for (LeadId lead : made) {
      transaction.run(
          () ->
              sql.update(
                  "update lead set import_id = :list where tenant_id = :tenant and id = :lead",
                  u -> u.bind("list", list.value()).bind("lead", lead.value())));
    }
    return list;
  }

  @Test
  void theCallbacksOfSomebodyWhoIsIllGoToTheOthersInTurn() {
    AgentId ada = given.agent();
    AgentId ben = given.agent();
    List<CallbackId> theirs =
        given.leads(campaign, 4).stream().map(lead -> promised(lead, ill)).toList();
    CallbackId others = promised(given.lead(campaign), ada);

    BulkOperation done = done(reassign(false, ill, ada, ben));

    assertThat(done.total()).isEqualTo(4);
    assertThat(done.changed()).isEqualTo(4);
    assertThat(done.promises()).isEqualTo(4);
    assertThat(done.finishedAt()).isPresent();
    assertThat(theirs)
        .extracting(id -> callback(id).agent())
        .containsExactlyInAnyOrder(ada, ada, ben, ben);
    assertThat(callback(others).agent()).isEqualTo(ada);
    assertThat(callback(theirs.get(0)).window().dueAt())
        .isEqualTo(clock.instant().plus(Duration.ofHours(2)));
  }

  @Test
  void orToTheTeam() {
    CallbackId theirs = promised(given.lead(campaign), ill);

    done(reassign(false, ill));

    assertThat(callback(theirs).agent()).isNull();
  }

  @Test
  void whoIsIllCanGetThemBackAsFarAsTheyStand() {
    AgentId ada = given.agent();
    List<CallbackId> theirs =
        given.leads(campaign, 3).stream().map(lead -> promised(lead, ill)).toList();
    BulkOperation done = done(reassign(false, ill, ada));
    promises.cancel(theirs.get(0), new CalledOff(CancelledBy.FIRM, "No need"));

    BulkOperation undone = undone(done);

    assertThat(undone.changed()).isEqualTo(2);
    assertThat(undone.refused()).containsExactly(entry("CHANGED_SINCE", 1));
    assertThat(theirs.subList(1, 3))
        .allSatisfy(id -> assertThat(callback(id).agent()).isEqualTo(ill));
    assertThat(operation(done.id()).undoneBy()).contains(undone.id());
  }

  @Test
  void whoHasLeftGetsNothingBack() {
    AgentId ada = given.agent();
    promised(given.lead(campaign), ill);
    BulkOperation done = done(reassign(false, ill, ada));
    manageAgent.delete(ill);

    assertThat(undone(done).refused()).containsExactly(entry("NOT_FOUND", 1));
  }

  @Test
  void aDryRunSaysWhatWouldBecomeOfItAndChangesNothing() {
    AgentId ada = given.agent();
    CallbackId theirs = promised(given.lead(campaign), ill);
    long before = events();

    BulkOperation tried = done(reassign(true, ill, ada));

    assertThat(tried.changed()).isEqualTo(1);
    assertThat(tried.promises()).isEqualTo(1);
    assertThat(callback(theirs).agent()).isEqualTo(ill);
    assertThat(events()).isEqualTo(before);
  }

  private long events() {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from event where tenant_id = :tenant",
                q -> q.mapTo(Long.class).one()));
  }

  @Test
  void leadsMoveByFilterAndWhatIsRefusedIsNamed() {
    CampaignId other = given.campaign();
    LeadId free = given.lead(campaign);
    LeadId held = given.newLead(campaign).score(900).create();
    AgentId ada = given.agent();
    assertThat(desk.claim(ada).lead()).isEqualTo(held);
    var twin = io.warmline.core.Fixture.number();
    LeadId twice = given.newLead(campaign).numbers(twin).create();
    given.newLead(other).numbers(twin).create();

    BulkOperation tried = done(move(true, campaign, other));
    assertThat(leads(free)).isEqualTo(campaign);
    BulkOperation done = done(move(false, campaign, other));

    assertThat(tried.refused()).isEqualTo(done.refused());
    assertThat(tried.changed()).isEqualTo(done.changed());
    assertThat(done.refused()).isEqualTo(Map.of("LEAD_CLAIMED", 1, "LEAD_EXISTS", 1));
    assertThat(leads(free)).isEqualTo(other);
    assertThat(leads(twice)).isEqualTo(campaign);
    assertThat(items(done))
        .filteredOn(item -> item.lead().equals(held))
        .singleElement()
        .satisfies(item -> assertThat(item.code()).contains("LEAD_CLAIMED"));
  }

  private CampaignId leads(LeadId lead) {
    return transaction.call(() -> leads.get(lead)).campaign();
  }

  @Test
  void aListIsStoppedWithItsPromises() {
    LeadId cold = given.lead(campaign);
    LeadId promised = given.lead(campaign);
    LeadId bought = given.lead(campaign);
    LeadId met = given.lead(campaign);
    LeadId elsewhere = given.lead(campaign);
    CallbackId promise = promised(promised, ill);
    desk.log(
        met,
        ill,
        Disposition.APPOINTMENT_SET,
        Desk.meeting(clock.instant().plus(Duration.ofDays(3))));
    desk.log(bought, ill, Disposition.ALREADY_CUSTOMER);
    ImportId list = list(cold, promised, bought, met);

    BulkOperation tried = done(stop(true, list));
    assertThat(callback(promise).status().isOpen()).isTrue();
    BulkOperation done = done(stop(false, list));

    assertThat(tried.promises()).isEqualTo(1);
    assertThat(done.changed()).isEqualTo(2);
    assertThat(done.refused()).containsExactly(entry("LEAD_IN_USE", 2));
    assertThat(callback(promise).status()).isEqualTo(CallbackStatus.CANCELLED);
    assertThat(items(done))
        .filteredOn(item -> item.lead().equals(promised))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.callback()).contains(promise);
              assertThat(item.agent()).contains(ill);
            });
    clock.advance(Duration.ofHours(3));
    assertThat(desk.claim(given.agent(), 10))
        .extracting(Claim::lead)
        .contains(elsewhere)
        .doesNotContain(cold, promised, bought);
    assertThat(transaction.call(() -> leads.get(cold)).status()).isEqualTo(LeadStatus.DISQUALIFIED);
  }

  @Test
  void tagsComeAndGoAndComeBackAsTheyWere() {
    LeadId had = given.newLead(campaign).tags("solar").create();
    LeadId hadNot = given.lead(campaign);

    BulkOperation tagged = done(tags(BulkKind.TAG, false, of(campaign), "solar", "fair"));
    assertThat(tagged.changed()).isEqualTo(2);
    assertThat(tagsOf(had)).containsExactlyInAnyOrder("solar", "fair");

    undone(tagged);
    assertThat(tagsOf(had)).containsExactly("solar");
    assertThat(tagsOf(hadNot)).isEmpty();

    BulkOperation untagged = done(tags(BulkKind.UNTAG, false, of(campaign), "solar"));
    assertThat(untagged.changed()).isEqualTo(1);
    assertThat(untagged.unchanged()).isEqualTo(1);
    undone(untagged);
    assertThat(tagsOf(had)).containsExactly("solar");
    assertThat(tagsOf(hadNot)).isEmpty();
  }

  @Test
  void aLeadThatHasAllTheTagsItMayHaveIsRefusedAndNotLost() {
    LeadId full = given.newLead(campaign).tags(numbered(50)).create();

    BulkOperation done = done(tags(BulkKind.TAG, false, of(campaign), "one more"));

    assertThat(done.refused()).containsExactly(entry("INVALID_VALUE", 1));
    assertThat(tagsOf(full)).hasSize(50);
  }

  private static String[] numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "tag " + i).toArray(String[]::new);
  }

  @Test
  void filtersHoldTogether() {
    LeadId both = given.newLead(campaign).tags("solar").create();
    given.newLead(campaign).tags("other").create();
    given.newLead(given.campaign()).tags("solar").create();
    BulkFilter filter =
        new BulkFilter(
            Optional.of(campaign),
            Set.of(LeadStatus.COLD),
            new Tags(List.of("solar")),
            Set.of(),
            List.of());

    BulkOperation done = done(tags(BulkKind.TAG, false, filter, "chosen"));

    assertThat(done.total()).isEqualTo(1);
    assertThat(tagsOf(both)).contains("chosen");
  }

  @Test
  void whatIsNotUsedOrIsMissingIsRefused() {
    AgentId ada = given.agent();

    assertThatThrownBy(() -> tags(BulkKind.TAG, false, BulkFilter.EVERYBODY, "x"))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> tags(BulkKind.TAG, false, of(campaign)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> reassign(false, ill, ill)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                new BulkOrder(
                    BulkKind.MOVE,
                    false,
                    of(campaign),
                    Optional.empty(),
                    List.of(ada),
                    Optional.of(campaign),
                    Tags.NONE,
                    Optional.empty()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> manageBulk.begin(reassign(false, ill, AgentId.next())))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> manageBulk.begin(stop(false, ImportId.next())))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void onlyWhatWasDoneAndCanBeIsTakenBackAndOnce() {
    given.lead(campaign);
    BulkOperation tried = done(tags(BulkKind.TAG, true, of(campaign), "a"));
    BulkOperation tagged = done(tags(BulkKind.TAG, false, of(campaign), "a"));
    BulkOperation moved = done(move(false, campaign, given.campaign()));
    undone(tagged);

    for (BulkOperation stands : List.of(tried, tagged, moved)) {
      assertThatThrownBy(() -> manageBulk.undo(stands.id(), false))
          .isInstanceOfSatisfying(
              WarmlineException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.BULK_NOT_UNDOABLE));
    }
  }

  /** Several servers, one operation: nobody does a lead twice. */
  @Test
  void serversShareOneOperation() {
    given.leads(campaign, 30);
    BulkId id = manageBulk.begin(tags(BulkKind.TAG, false, of(campaign), "x")).id();
    long before = events();
    var tenant = given.tenant();

    Race.of(
        IntStream.range(0, 3)
            .<java.util.concurrent.Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        given.as(
                            tenant,
                            () -> {
                              runBulk.tick();
                              return true;
                            }))
            .toList());
    runBulk.tick();

    assertThat(operation(id).changed()).isEqualTo(30);
    assertThat(operation(id).finishedAt()).isPresent();
    assertThat(events() - before).isEqualTo(30);
  }
}
