package io.warmline.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.Page;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.ClientVerdict;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.RecordAttendance;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that happened with a lead, in one list. */
@QuarkusTest
class TimelineTest extends OnPostgres {

  @Inject ReadTimeline timeline;
  @Inject SetAppointment setAppointment;
  @Inject ChangeAppointment change;
  @Inject RecordAttendance attendance;
  @Inject DecideHandoff decide;
  @Inject LeadsInHand inHand;
  @Inject TaskBook book;
  @Inject MoveLead moveLead;
  @Inject RemoveLead removeLead;
  @Inject SuppressNumber suppressNumber;
  @Inject PromiseCallback promises;

  private CampaignId campaign;
  private AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  @Test
  void everythingIsInOneListTheNewestFirst() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).create();
    later();
    open(lead, TaskKind.REHEAT);
    later();
    desk.log(
        lead,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(2))));
    later();
    moveLead.move(lead, given.campaign());
    later();
    suppress(number);

    List<TimelineEntry> all = all(lead, 50);

    assertThat(all)
        .isSortedAccordingTo(Comparator.comparing(TimelineEntry::at).reversed())
        .extracting(TimelineEntry::kind)
        .containsExactlyInAnyOrder(
            TimelineKind.LEAD_CREATED,
            TimelineKind.TASK_OPENED,
            TimelineKind.CALL,
            TimelineKind.TASK_DONE,
            TimelineKind.CALLBACK_PROMISED,
            TimelineKind.FOLLOW_UP_OWED,
            TimelineKind.FOLLOW_UP_CANCELLED,
            TimelineKind.STATUS_CHANGED,
            TimelineKind.LEAD_MOVED,
            TimelineKind.SUPPRESSION_ADDED,
            TimelineKind.CALLBACK_CANCELLED,
            TimelineKind.STATUS_CHANGED);
    assertThat(all.get(all.size() - 1).kind()).isEqualTo(TimelineKind.LEAD_CREATED);
  }

  @Test
  void anEntrySaysWhatHappenedInWordsAndCodes() {
    LeadId lead = given.lead(campaign);
    later();
    desk.log(lead, agent, Disposition.NO_ANSWER);

    List<TimelineEntry> all = all(lead, 50);

    assertThat(all)
        .extracting(TimelineEntry::title)
        .containsExactly("COLD -> ATTEMPTING", "Call: NO_ANSWER", "Created");
    TimelineEntry call = all.get(1);
    assertThat(call.agent()).isEqualTo(agent);
    assertThat(call.campaign()).isEqualTo(campaign);
    assertThat(call.call()).isNotNull();
    assertThat(call.details()).containsEntry("disposition", "NO_ANSWER");
  }

  @Test
  void aCallbackThatIsMovedShowsBothThePromiseAndTheMove() {
    LeadId lead = given.lead(campaign);
    Callback callback =
        promises.promise(
            lead,
            new Wish(
                Optional.of(clock.instant().plus(Duration.ofDays(1))),
                Optional.empty(),
                Optional.empty(),
                Optional.of("tomorrow at this time"),
                Optional.empty()));

    List<TimelineEntry> all = all(lead, 50);

    assertThat(all)
        .filteredOn(entry -> entry.kind() == TimelineKind.CALLBACK_PROMISED)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.subject()).isEqualTo(callback.id().value());
              assertThat(entry.words()).isEqualTo("tomorrow at this time");
              assertThat(entry.title()).isEqualTo("Callback promised for 2026-11-19T18:00:00Z");
            });
  }

  @Test
  void whatTheClientSaidAndWhyAPolicyWasOverriddenIsInTheWords() {
    LeadId lead = given.lead(campaign);
    Instant soon = clock.instant().plus(Duration.ofHours(3));
    Appointment meeting =
        setAppointment.set(
            lead,
            new MeetingWish(Optional.of(soon), Optional.empty(), MeetingArrangements.NONE, false),
            Optional.of(agent),
            Optional.empty());
    clock.advance(Duration.ofHours(2));
    change.confirm(meeting.id(), Optional.empty(), Optional.of("The client insists"));
    clock.advance(Duration.ofHours(2));
    attendance.held(
        meeting.id(), Optional.of(ClientVerdict.BAD_LEAD), Optional.of("There is no such company"));
    CampaignId warm = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD)));
    LeadId offered = given.lead(warm);
    HandoffId handoff = desk.log(offered, agent, Disposition.QUALIFIED).call().links().handoff();
    decide.giveBack(
        handoff,
        Optional.empty(),
        new DecideHandoff.Return(ReturnReason.NO_NEED, "They have one", Optional.empty()));

    TimelineEntry confirmed = only(lead, TimelineKind.APPOINTMENT_CONFIRMED);
    TimelineEntry held = only(lead, TimelineKind.APPOINTMENT_HELD);
    TimelineEntry returned = only(offered, TimelineKind.HANDOFF_RETURNED);

    assertThat(confirmed.words()).isEqualTo("The client insists");
    assertThat(confirmed.details()).containsEntry("outOfPolicy", "true");
    assertThat(held.words()).isEqualTo("There is no such company");
    assertThat(held.details()).containsEntry("verdict", "BAD_LEAD");
    assertThat(returned.words()).isEqualTo("They have one");
    assertThat(returned.details()).containsEntry("reason", "NO_NEED");
  }

  private TimelineEntry only(LeadId lead, TimelineKind kind) {
    List<TimelineEntry> those =
        all(lead, 200).stream().filter(entry -> entry.kind() == kind).toList();
    assertThat(those).hasSize(1);
    return those.get(0);
  }

  /** Nothing passes between them: only the rank and the id tell them apart. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 200})
  void pagesLoseAndDoubleNothingThoughAllHappenedAtOneInstant(int limit) {
    LeadId lead = given.lead(campaign);
    for (TaskKind kind : TaskKind.values()) {
      open(lead, kind);
      cancel(lead);
    }
    desk.log(lead, agent, Disposition.NO_ANSWER);

    List<TimelineEntry> all = all(lead, limit);

    int tasks = 2 * TaskKind.values().length;
    assertThat(all).hasSize(tasks + 3).doesNotHaveDuplicates();
    assertThat(all).isEqualTo(all(lead, 200));
  }

  @Test
  void whatHappensWhileSomebodyPagesMovesNothing() {
    LeadId lead = given.lead(campaign);
    later();
    desk.log(lead, agent, Disposition.NO_ANSWER);
    Page<TimelineEntry> first = page(lead, 1, null);
    later();
    open(lead, TaskKind.VISIT);

    Page<TimelineEntry> second = page(lead, 1, first.next().orElseThrow());

    assertThat(first.items())
        .extracting(TimelineEntry::kind)
        .containsExactly(TimelineKind.STATUS_CHANGED);
    assertThat(second.items()).extracting(TimelineEntry::kind).containsExactly(TimelineKind.CALL);
  }

  @Test
  void anErasedLeadShowsWhatHappenedButNoPersonalData() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).create();
    desk.log(
        lead,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(2))));
    open(lead, TaskKind.HOT_SIGNAL);
    suppress(number);
    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    removeLead.erase(lead, "asked to be forgotten");

    List<TimelineEntry> all = all(lead, 200);
    assertThat(all)
        .extracting(TimelineEntry::kind)
        .contains(TimelineKind.CALL, TimelineKind.CALLBACK_PROMISED, TimelineKind.LEAD_ERASED);
    assertThat(all).allSatisfy(entry -> assertThat(entry.words()).isNull());
    assertThat(all)
        .allSatisfy(
            entry ->
                assertThat(entry.title() + entry.details())
                    .doesNotContain(number.e164(), "call me then", "forgotten"));
  }

  @Test
  void theTimelineOfAnotherTenantsLeadIsNotFound() {
    LeadId lead = given.lead(campaign);
    given.newTenant();

    assertThatThrownBy(() -> all(lead, 50)).isInstanceOf(NotFound.class);
  }

  @Test
  void anotherLeadsStoryIsNotToldHere() {
    LeadId lead = given.lead(campaign);
    LeadId other = given.lead(campaign);
    desk.log(other, agent, Disposition.NO_ANSWER);

    assertThat(all(lead, 50))
        .extracting(TimelineEntry::kind)
        .containsExactly(TimelineKind.LEAD_CREATED);
  }

  private void later() {
    clock.advance(Duration.ofMinutes(1));
  }

  private void open(LeadId lead, TaskKind kind) {
    transaction.run(
        () -> {
          inHand.lock(lead);
          book.open(
              Task.Order.of(lead, campaign, kind, "Because.", null, clock.instant()),
              clock.instant());
          inHand.putBack(lead, clock.instant());
        });
  }

  private void cancel(LeadId lead) {
    transaction.run(
        () -> {
          inHand.lock(lead);
          book.cancelAll(lead, "TEST", clock.instant());
          inHand.putBack(lead, clock.instant());
        });
  }

  private void suppress(PhoneNumber number) {
    suppressNumber.add(
        new Suppression.Request(
            number, Optional.empty(), Optional.of("told us by letter"), Optional.empty()));
  }

  private Page<TimelineEntry> page(LeadId lead, int limit, Cursor after) {
    return transaction.call(() -> timeline.read(lead, new Cursor.Paging(limit, after)));
  }

  private List<TimelineEntry> all(LeadId lead, int limit) {
    List<TimelineEntry> all = new ArrayList<>();
    Cursor after = null;
    do {
      Page<TimelineEntry> page = page(lead, limit, after);
      all.addAll(page.items());
      after = page.next().orElse(null);
    } while (after != null);
    return all;
  }
}
