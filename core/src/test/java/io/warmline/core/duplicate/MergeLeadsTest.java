package io.warmline.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.duplicate.FindDuplicates.Group;
import io.warmline.core.duplicate.FindDuplicates.Key;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.DuplicatePolicy;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.timeline.ReadTimeline;
import io.warmline.core.timeline.TimelineKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MergeLeadsTest extends OnPostgres {

  @Inject MergeLeads mergeLeads;
  @Inject FindDuplicates findDuplicates;
  @Inject PromiseCallback promises;
  @Inject PromiseBook promiseBook;
  @Inject SaveLead saveLead;
  @Inject RemoveLead removeLead;
  @Inject ReadTimeline readTimeline;

  private final PhoneNumber shared = Fixture.number();
  private final PhoneNumber second = Fixture.number();
  private AgentId agent;
  private CampaignId campaign;
  private LeadId lead;
  private LeadId other;

  @BeforeEach
  void oneWhoIsThereTwice() {
    agent = given.agent();
    campaign = given.campaign();
    lead = given.newLead(campaign).externalId("A").named("Ada", "Byron").numbers(shared).create();
    other =
        given
            .newLead(campaign)
            .externalId("B")
            .named("Ada", "Byron")
            .numbers(shared, second)
            .create();
  }

  private Optional<Callback> openOf(LeadId id) {
    return transaction.call(() -> promiseBook.openOf(id));
  }

  private void refused(ProblemCode code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theOneThatStaysHasTheNumbersAndTheOtherIsWorkedOnNoMore() {
    desk.log(other, agent, Disposition.NO_ANSWER);

    mergeLeads.merge(lead, other);

    Lead stays = read(lead);
    assertThat(stays.numbers()).containsExactly(shared, second);
    assertThat(stays.externalId()).contains("A");
    assertThat(stays.attempts()).isEqualTo(1);
    assertThat(stays.status()).isEqualTo(LeadStatus.ATTEMPTING);
    assertThat(read(other).numbers()).isEmpty();
    assertThat(outlook(other).closed()).isTrue();
    refused(ProblemCode.LEAD_MERGED, () -> desk.log(other, agent, Disposition.NO_ANSWER));
    refused(ProblemCode.LEAD_MERGED, () -> mergeLeads.merge(lead, other));
    assertThat(transaction.call(() -> readTimeline.read(lead, new Cursor.Paging(50, null))).items())
        .extracting(entry -> entry.kind())
        .contains(TimelineKind.CALL, TimelineKind.LEAD_MERGED);
  }

  @ParameterizedTest(name = "taken back in the hour {0}, given in the hour {1}")
  @CsvSource({"20, 10, true", "10, 20, false"})
  void aConsentThatOneOfThemTookBackSinceIsTakenBack(int back, int given, boolean stands) {
    Instant day = clock.instant().minus(Duration.ofDays(9));
    consent(lead, new LeadConsent(ConsentKind.EXPRESS, day.plus(Duration.ofHours(given)), "Form"));
    consent(
        other,
        new LeadConsent(
            ConsentKind.EXPRESS, day, "Form", null, null, null, day.plus(Duration.ofHours(back))));

    mergeLeads.merge(lead, other);

    assertThat(read(lead).profile().consent().isWithdrawn()).isEqualTo(stands);
  }

  private void consent(LeadId id, LeadConsent consent) {
    saveLead.change(
        id,
        Optional.empty(),
        was ->
            new LeadFacts(
                was.externalId(),
                was.profile().toBuilder().consent(consent).build(),
                was.numbers()));
  }

  @Test
  void aPromiseGoesWithThePerson() {
    Instant due = clock.instant().plus(Duration.ofDays(2));
    promises.promise(other, Desk.at(due));

    mergeLeads.merge(lead, other);
    clock.set(due);

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
    assertThat(openOf(other)).isEmpty();
  }

  @Test
  void ofTwoPromisesTheEarlierStands() {
    Instant soon = clock.instant().plus(Duration.ofDays(2));
    promises.promise(lead, Desk.at(soon.plus(Duration.ofDays(5))));
    promises.promise(other, Desk.at(soon));

    Merger merger = mergeLeads.merge(lead, other);

    assertThat(openOf(lead).orElseThrow().window().dueAt()).isEqualTo(soon);
    assertThat(merger.remarks()).anyMatch(remark -> remark.contains("the earlier stands"));
  }

  @Test
  void aMergerIsUndoneWhollyWhileNothingWasBuiltOnIt() {
    Instant due = clock.instant().plus(Duration.ofDays(2));
    promises.promise(other, Desk.at(due));
    Lead before = read(lead);
    Lead otherBefore = read(other);
    Merger merger = mergeLeads.merge(lead, other);

    Merger undone = mergeLeads.undo(merger.id());

    assertThat(undone.undoneAt()).isPresent();
    assertThat(read(lead).facts()).isEqualTo(before.facts());
    assertThat(read(lead).status()).isEqualTo(before.status());
    assertThat(read(other).facts()).isEqualTo(otherBefore.facts());
    assertThat(read(other).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
    assertThat(openOf(lead)).isEmpty();
    assertThat(openOf(other).orElseThrow().window().dueAt()).isEqualTo(due);
    refused(ProblemCode.MERGE_NOT_UNDOABLE, () -> mergeLeads.undo(merger.id()));
  }

  @Test
  void whatWasBuiltOnAMergerStaysAndIsSaid() {
    Merger merger = mergeLeads.merge(lead, other);
    desk.log(lead, agent, Disposition.INFORMATION_REQUESTED);

    Merger undone = mergeLeads.undo(merger.id());

    assertThat(undone.remarks()).anyMatch(remark -> remark.contains("has changed since"));
    assertThat(read(lead).numbers()).containsExactly(shared);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CONTACTED);
    assertThat(read(other).numbers()).containsExactly(shared, second);
    assertThat(read(other).externalId()).contains("B");
  }

  @Test
  void whoeverIsEngagedStays() {
    desk.log(other, agent, Disposition.APPOINTMENT_SET);

    refused(ProblemCode.LEADS_NOT_MERGEABLE, () -> mergeLeads.merge(lead, other));
    mergeLeads.merge(other, lead);

    assertThat(read(other).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aLeadInAnAgentsHandsIsNotMerged() {
    desk.claim(agent);

    refused(
        ProblemCode.LEAD_CLAIMED,
        () -> {
          mergeLeads.merge(lead, other);
        });
  }

  @Test
  void leadsOfTwoCampaignsAreTwo() {
    LeadId elsewhere = given.newLead(given.campaign()).numbers(shared).create();

    assertThatThrownBy(() -> mergeLeads.merge(lead, elsewhere)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> mergeLeads.merge(lead, lead)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void theNextFileFindsTheOneThatStays() {
    mergeLeads.merge(lead, other);

    SaveLead.Saved saved =
        saveLead.upsert(
            campaign,
            given.newLead(campaign).externalId("B").named("Ada", "Byron").numbers(second).facts(),
            DuplicatePolicy.MERGE);

    assertThat(saved.lead().id()).isEqualTo(lead);
    assertThat(saved.outcome()).isEqualTo(SaveLead.Outcome.MERGED);
  }

  /** The person is forgotten, by whichever of the ids it is asked for. */
  @ParameterizedTest(name = "the one that stays: {0}")
  @CsvSource({"true", "false"})
  void whoeverIsErasedIsErasedInAllLeadsThatWereMerged(boolean byTheOneThatStays) {
    LeadId third = given.newLead(campaign).externalId("C").named("Ada", "Byron").create();
    PhoneNumber thirds = read(third).numbers().get(0);
    mergeLeads.merge(other, third);
    mergeLeads.merge(lead, other);
    Instant now = clock.instant();

    Lead answer = removeLead.erase(byTheOneThatStays ? lead : other, "asked");

    assertThat(List.of(lead, other, third))
        .allSatisfy(
            id -> {
              assertThat(read(id).erasedAt()).contains(now);
              assertThat(read(id).numbers()).isEmpty();
              refused(ProblemCode.LEAD_ERASED, () -> desk.log(id, agent, Disposition.NO_ANSWER));
            });
    assertThat(answer.isErased()).isTrue();
    assertThat(events(EventType.LEAD_ERASED)).hasSize(3);
    assertThat(removeLead.erase(third, "again").version()).isEqualTo(read(third).version());
    assertThat(
            saveLead
                .enroll(
                    campaign,
                    given.newLead(campaign).externalId("C").named(null, null).facts(),
                    DuplicatePolicy.MERGE)
                .erasedAt())
        .as("the external id that was let go")
        .isPresent();
    assertThat(
            saveLead
                .enroll(
                    campaign,
                    given.newLead(campaign).named("A.", "Byron").numbers(thirds).facts(),
                    DuplicatePolicy.MERGE)
                .erasedAt())
        .isPresent();
  }

  @Test
  void whoeverIsForgottenIsForgottenInBoth() {
    Merger merger = mergeLeads.merge(lead, other);

    removeLead.erase(lead, "asked");

    refused(ProblemCode.MERGE_NOT_UNDOABLE, () -> mergeLeads.undo(merger.id()));
  }

  @Test
  void ofTwoMergersAtOnceOneIsDone() {
    List<Callable<Boolean>> both = new ArrayList<>();
    TenantId tenant = given.tenant();
    both.add(() -> given.as(tenant, () -> merged(lead, other)));
    both.add(() -> given.as(tenant, () -> merged(other, lead)));

    List<Boolean> done = Race.of(both);

    assertThat(done).containsExactlyInAnyOrder(true, false);
  }

  private boolean merged(LeadId stays, LeadId goes) {
    try {
      mergeLeads.merge(stays, goes);
      return true;
    } catch (WarmlineException refused) {
      assertThat(refused.code()).isEqualTo(ProblemCode.LEAD_MERGED);
      return false;
    }
  }

  private List<Group> found(Key key) {
    return findDuplicates.find(campaign, key, new Cursor.Paging(50, null)).items();
  }

  @Test
  void duplicatesAreFoundByNumberUnlessTheyAreOtherPeople() {
    given.newLead(campaign).externalId("C").named("Bob", "Hope").numbers(shared).create();

    assertThat(found(Key.NUMBER))
        .containsExactly(new Group(Key.NUMBER, true, List.of(lead, other)));
    assertThat(found(Key.EMAIL)).isEmpty();
    mergeLeads.merge(lead, other);
    assertThat(found(Key.NUMBER)).isEmpty();
  }
}
