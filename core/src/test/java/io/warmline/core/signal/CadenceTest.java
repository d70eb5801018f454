package io.warmline.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SignalId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Promoter;
import io.warmline.core.queue.Tier;
import io.warmline.core.signal.Receipt.Fate;
import io.warmline.core.signal.Touches.Touch;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.task.KeepTasks;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** "Engagement and cadence" of the campaign policies, sentence by sentence. */
@QuarkusTest
class CadenceTest extends Prospecting {

  @Inject SuppressNumber suppressNumber;
  @Inject Promoter promoter;
  @Inject KeepTasks keepTasks;

  @Test
  void everyoneOnTheListIsCalledMicrositeVisitorsFirst() {
    LeadId best = given.newLead(campaign).score(1000).create();
    LeadId other = given.newLead(campaign).score(10).create();
    LeadId visitor = given.lead(campaign);

    tell(report(visitor, SignalType.MICROSITE_VISIT));

    assertThat(dialledInOrder(5)).containsExactly(visitor, best, other);
  }

  @Test
  void nobodyIsDroppedFromTheListNotEvenWhoHadAllAttempts() {
    CampaignId once = given.campaignWith(new CampaignPolicy(1, 3, 240, 300, 15, 1440, 3));
    LeadId lead = given.lead(once);
    desk.log(lead, agent, Disposition.NO_ANSWER);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.EXHAUSTED);
    clock.advance(Duration.ofDays(30));

    click(lead);

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aClickReachesALeadThatIsToRipen() {
    LeadId lead = left(Disposition.NOT_NOW_NURTURE);
    clock.advance(Duration.ofDays(1));

    click(lead);

    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.HOT_SIGNAL);
  }

  @ParameterizedTest
  @CsvSource({
    "VOICEMAIL_LEFT, VOICEMAIL",
    "CALLBACK_REQUESTED, CONVERSATION",
    "NOT_NOW_NURTURE, CONVERSATION"
  })
  void afterAVoicemailOrAConversationAFollowUpIsOwed(
      Disposition disposition, FollowUp.Occasion occasion) {
    LeadId lead = left(disposition);

    assertThat(followUpsOf(lead))
        .singleElement()
        .satisfies(
            owed -> {
              assertThat(owed.status()).isEqualTo(FollowUp.Status.OWED);
              assertThat(owed.occasion()).isEqualTo(occasion);
              assertThat(owed.dueAt()).isEqualTo(clock.instant());
              assertThat(owed.agent()).isEqualTo(agent);
            });
    assertThat(events(EventType.FOLLOW_UP_OWED)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_ANSWER",
        "BUSY",
        "VOICEMAIL_NO_MESSAGE",
        "GATEKEEPER",
        "NOT_INTERESTED",
        "HUNG_UP",
        "SALE",
        "DO_NOT_CALL"
      })
  void whoWasNotSpokenToOrRefusedIsOwedNone(Disposition disposition) {
    assertThat(followUpsOf(left(disposition))).isEmpty();
  }

  @Test
  void aClickIsAnEventAtOnceAndTheLeadGoesToTheTopTierOfTheQueueNow() {
    given.newLead(campaign).score(1000).create();
    LeadId lead = given.lead(campaign);

    Receipt receipt = click(lead);

    assertThat(receipt.fate()).isEqualTo(Fate.RECORDED);
    assertThat(receipt.kind()).contains(TaskKind.HOT_SIGNAL);
    assertThat(events(EventType.SIGNAL_RECEIVED)).hasSize(1);
    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.place().tier()).isEqualTo(Tier.HOT_SIGNAL);
    assertThat(claim.place().dueAt()).isEqualTo(clock.instant());
  }

  @Test
  void aHotLeadIsFirstInLineForTheAgentWhomTheProspectKnows() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    AgentId other = given.agent();

    click(lead);

    assertThat(desk.claim(other, 1)).isEmpty();
    assertThat(desk.waitOf(other)).isEqualTo(Duration.ofMinutes(1));
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void aMomentLaterAHotLeadIsAnyones() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    AgentId other = given.agent();
    click(lead);

    clock.advance(Duration.ofMinutes(1));
    keepTasks.tick();

    Claim claim = desk.claim(other);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.place().tier()).isEqualTo(Tier.HOT_SIGNAL);
  }

  @Test
  void anAgentWhoIsNotAtWorkIsNotWaitedFor() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    clock.advance(Duration.ofMinutes(15));

    click(lead);

    assertThat(desk.claim(given.agent()).lead()).isEqualTo(lead);
  }

  @ParameterizedTest
  @CsvSource({
    "LINK_CLICK, HOT_SIGNAL",
    "REPLY, HOT_SIGNAL",
    "INBOUND, INBOUND",
    "FORM_SUBMITTED, INBOUND",
    "MICROSITE_VISIT, VISIT",
  })
  void whatAProspectDidDecidesTheTier(SignalType type, TaskKind kind) {
    LeadId lead = given.lead(campaign);

    tell(report(lead, type));

    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @EnumSource(names = {"MAIL_DELIVERED", "MAIL_OPENED"})
  void mailThatArrivesOrIsOpenedIsATouchAndNoReasonToCall(SignalType type) {
    LeadId lead = given.lead(campaign);

    Receipt receipt = tell(report(lead, type));

    assertThat(receipt.reason()).contains(SignalReason.TOUCH_ONLY);
    assertThat(openTasks(lead)).isEmpty();
    assertThat(events(EventType.SIGNAL_RECEIVED)).isEmpty();
    assertThat(touchesOf(lead))
        .extracting(Touch::kind)
        .containsExactly(Touches.Kind.valueOf(type.name()));
  }

  @Test
  void aClickSupersedesThePendingNoClickCallbackNeverBoth() {
    LeadId lead = left(Disposition.VOICEMAIL_LEFT);
    clock.advance(Duration.ofDays(1));
    click(lead);

    LoggedCall dialledForTheClick = desk.log(desk.claim(agent), Disposition.NO_ANSWER);

    assertThat(followUpsOf(lead).get(0).clickedAt()).contains(clock.instant());
    clock.set(clock.instant().plus(Duration.ofHours(4)));
    assertThat(desk.claim(agent, 1)).as("from the outcome of that call on").isEmpty();
    assertThat(dialledForTheClick.next().at()).isPresent();
    clock.set(dialledForTheClick.next().at().get());
    promoter.tick();
    assertThat(desk.claim(agent, 5)).as("once").hasSize(1);
  }

  @Test
  void repeatedClicksCollapse() {
    LeadId lead = given.lead(campaign);
    Instant first = clock.instant();
    click(lead);
    clock.advance(Duration.ofMinutes(10));
    click(lead);
    clock.advance(Duration.ofMinutes(10));

    Receipt third = click(lead);

    assertThat(third.fate()).isEqualTo(Fate.COLLAPSED);
    Task task = openTasks(lead).get(0);
    assertThat(openTasks(lead)).hasSize(1);
    assertThat(task.dueAt()).as("speed to lead counts from the first").isEqualTo(first);
    assertThat(task.latestAt()).isEqualTo(in(Duration.ofHours(1)));
    assertThat(repeats(task)).isEqualTo(2);
    assertThat(events(EventType.SIGNAL_RECEIVED)).hasSize(1);
    assertThat(touchesOf(lead)).hasSize(3);
  }

  private int repeats(Task task) {
    return transaction.call(
        () ->
            sql.query(
                "select repeats from signal where tenant_id = :tenant and id = :id",
                q -> q.bind("id", task.subject()).mapTo(Integer.class).one()));
  }

  @Test
  void aVisitOfAHotLeadCollapsesButAClickOfAVisitorDoesNot() {
    LeadId hot = given.lead(campaign);
    LeadId visitor = given.lead(campaign);
    click(hot);
    tell(report(visitor, SignalType.MICROSITE_VISIT));

    assertThat(tell(report(hot, SignalType.MICROSITE_VISIT)).fate()).isEqualTo(Fate.COLLAPSED);
    assertThat(click(visitor).kind()).contains(TaskKind.HOT_SIGNAL);

    desk.log(visitor, agent, Disposition.NO_ANSWER);
    assertThat(openTasks(visitor)).as("one dial does them both").isEmpty();
  }

  @Test
  void suppressionsStillWin() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).create();
    suppressNumber.add(
        new Suppression.Request(
            number, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

    Receipt receipt = click(lead);

    assertThat(receipt.reason()).contains(SignalReason.LEAD_CLOSED);
    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(touchesOf(lead)).as("it is on record all the same").hasSize(1);
  }

  @Test
  void windowsStillWinAndWhoClickedAtNightIsFirstInTheMorning() {
    CampaignId office = given.campaignOpen(Fixture.everyDay("09:00", "17:00"));
    LeadId best = given.newLead(office).score(1000).create();
    LeadId lead = given.lead(office);
    clock.set(Instant.parse("2026-11-19T03:00:00Z"));
    promoter.tick();

    click(lead);
    assertThat(desk.claim(agent, 1)).as("ten in the evening in New York").isEmpty();
    clock.set(Instant.parse("2026-11-19T14:00:00Z"));
    promoter.tick();
    coolSignals.tick();

    assertThat(dialledInOrder(5)).containsExactly(lead, best);
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_QUALIFIED", "DO_NOT_CALL", "DECEASED_OR_CLOSED"})
  void whoIsNotCalledAnyMoreIsNotCalledForAClick(Disposition disposition) {
    LeadId lead = left(disposition);

    assertThat(click(lead).reason()).contains(SignalReason.LEAD_CLOSED);
    assertThat(openTasks(lead)).isEmpty();
  }

  @Test
  void aHotSignalMayComeBeforeAPromiseAndThePromiseStillStands() {
    LeadId lead = given.lead(campaign);
    Instant promised = in(Duration.ofDays(3));
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, callback(promised));
    clock.advance(Duration.ofDays(1));
    click(lead);

    LoggedCall hot = desk.log(desk.claim(agent), Disposition.NO_ANSWER);

    assertThat(hot.next().at()).contains(promised);
    clock.set(promised);
    promoter.tick();
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.CALLBACK);
  }

  @Test
  void withoutAClickForTwoDaysTheLeadIsCalledBackInTheNextOpenWindow() {
    CampaignId office = given.campaignOpen(Fixture.everyDay("09:00", "12:00"));
    LeadId lead = given.lead(office);
    desk.log(lead, agent, Disposition.VOICEMAIL_LEFT);
    assertThat(followUpsOf(lead).get(0).callBackAt()).contains(in(Duration.ofDays(2)));

    clock.set(Instant.parse("2026-11-20T18:00:00Z"));
    promoter.tick();
    assertThat(desk.claim(agent, 1)).as("one in the afternoon in New York").isEmpty();
    clock.set(Instant.parse("2026-11-21T14:00:00Z"));
    promoter.tick();

    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(transaction.call(() -> followUps.awaitedClick(lead, claim.place().dueAt())))
        .isTrue();
  }

  @Test
  void mailersVisitsAndClicksAreRecordedAsTouchesTheLatestFirst() {
    LeadId lead = given.lead(campaign);
    for (SignalType type :
        List.of(SignalType.MAIL_DELIVERED, SignalType.MICROSITE_VISIT, SignalType.LINK_CLICK)) {
      tell(report(lead, type));
      clock.advance(Duration.ofHours(1));
    }

    assertThat(touchesOf(lead))
        .extracting(Touch::kind)
        .containsExactly(
            Touches.Kind.LINK_CLICK, Touches.Kind.MICROSITE_VISIT, Touches.Kind.MAIL_DELIVERED);
  }

  @Test
  void aHotSignalThatNobodyCalledForCoolsToAVisitThatKeepsItsTime() {
    LeadId lead = given.lead(campaign);
    Instant clicked = clock.instant();
    SignalId signal = click(lead).signal().orElseThrow();

    clock.advance(Duration.ofMinutes(59));
    coolSignals.tick();
    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.HOT_SIGNAL);
    clock.advance(Duration.ofMinutes(1));
    coolSignals.tick();

    assertThat(openTasks(lead))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.kind()).isEqualTo(TaskKind.VISIT);
              assertThat(task.dueAt()).isEqualTo(clicked);
              assertThat(task.subject()).isEqualTo(signal.value());
            });
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.VISIT);
  }

  @Test
  void aClickThatIsReportedAfterItsHeatCountsAsAVisitAndAnOldOneIsATouch() {
    LeadId late = given.lead(campaign);
    LeadId old = given.lead(campaign);

    Receipt visit =
        tell(report(late, SignalType.LINK_CLICK, clock.instant().minus(Duration.ofHours(2))));
    Receipt touch =
        tell(report(old, SignalType.LINK_CLICK, clock.instant().minus(Duration.ofDays(8))));

    assertThat(visit.kind()).contains(TaskKind.VISIT);
    assertThat(touch.reason()).contains(SignalReason.TOO_OLD);
  }

  @Test
  void whileAnAgentHasTheLeadInHandItDoesNotCool() {
    LeadId lead = given.lead(campaign);
    click(lead);
    Claim claim = desk.claim(agent);
    clock.advance(Duration.ofHours(1));

    coolSignals.tick();
    desk.log(claim, Disposition.NO_ANSWER);

    assertThat(openTasks(lead)).isEmpty();
    assertThat(events(EventType.TASK_CANCELLED)).isEmpty();
  }

  private List<Touch> touchesOf(LeadId lead) {
    return transaction.call(() -> touches.of(lead));
  }
}
