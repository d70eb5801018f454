package io.warmline.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.task.Task.Order;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks put a lead in their tier, and end. */
@QuarkusTest
class TaskTest extends OnPostgres {

  @Inject TaskBook book;
  @Inject KeepTasks keepTasks;
  @Inject LeadsInHand inHand;

  private CampaignId campaign;
  private AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  @ParameterizedTest
  @EnumSource
  void aTaskIsCalledBeforeColdLeadsAndAfterADueCallback(TaskKind kind) {
    given.newLead(campaign).score(1000).create();
    LeadId warm = given.lead(campaign);
    LeadId promised = given.lead(campaign);
    desk.log(
        promised, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(in(Duration.ofDays(1))));
    open(warm, kind, clock.instant());
    clock.advance(Duration.ofDays(1));

    List<Claim> claims = desk.claim(agent, 3);

    assertThat(claims).extracting(Claim::lead).startsWith(promised, warm);
    assertThat(claims.get(1).place().tier().number()).isEqualTo(kind.tier());
    assertThat(claims.get(1).task()).isPresent();
  }

  @Test
  void ofSeveralTasksThatAreDueTheLowestTierCounts() {
    LeadId lead = given.lead(campaign);
    open(lead, TaskKind.REHEAT, clock.instant());
    open(lead, TaskKind.HOT_SIGNAL, clock.instant());

    Claim claim = desk.claim(agent);

    assertThat(claim.place().tier()).isEqualTo(Tier.HOT_SIGNAL);
  }

  @Test
  void aTaskOfLaterDoesNotHideOneOfNow() {
    LeadId lead = given.lead(campaign);
    open(lead, TaskKind.QUALITY_CONFIRMATION, in(Duration.ofDays(1)));
    open(lead, TaskKind.REHEAT, clock.instant());

    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.WARM);
  }

  @Test
  void aTaskThatFallsDueComesBeforeOneThatWasDueBefore() {
    LeadId lead = given.lead(campaign);
    open(lead, TaskKind.QUALITY_CONFIRMATION, in(Duration.ofDays(1)));
    open(lead, TaskKind.REHEAT, clock.instant());

    clock.advance(Duration.ofDays(1));
    keepTasks.tick();

    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.CONFIRMATION);
  }

  @Test
  void aCallbackThatFallsDueComesBeforeATask() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(in(Duration.ofDays(1))));
    open(lead, TaskKind.HOT_SIGNAL, clock.instant());
    clock.advance(Duration.ofDays(1));

    keepTasks.tick();

    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.CALLBACK);
  }

  @Test
  void ofEachTierALeadHasOneOpenTask() {
    LeadId lead = given.lead(campaign);
    open(lead, TaskKind.REHEAT, clock.instant());
    open(lead, TaskKind.WIN_BACK, clock.instant());

    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.REHEAT);
  }

  @Test
  void aHotSignalAndAConfirmationDoNotWaitForTheGapButAVisitDoes() {
    LeadId hot = called();
    LeadId visitor = called();
    open(hot, TaskKind.HOT_SIGNAL, clock.instant());
    open(visitor, TaskKind.VISIT, clock.instant());

    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).containsExactly(hot);
  }

  private LeadId called() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.NO_ANSWER);
    return lead;
  }

  @Test
  void whoIsSparedDoesNotGetItUntilItIsLate() {
    LeadId lead = given.lead(campaign);
    AgentId other = given.agent();
    sparing(lead, agent);

    assertThat(desk.claim(agent, 1)).isEmpty();
    clock.advance(Duration.ofMinutes(10));
    keepTasks.tick();
    assertThat(desk.claim(agent, 1)).hasSize(1);
    assertThat(desk.claim(other, 1)).isEmpty();
  }

  @Test
  void anotherAgentGetsItAtOnce() {
    LeadId lead = given.lead(campaign);
    sparing(lead, agent);

    assertThat(desk.claim(given.agent()).lead()).isEqualTo(lead);
  }

  private void sparing(LeadId lead, AgentId spared) {
    Instant now = clock.instant();
    open(
        new Order(
            lead,
            campaign,
            TaskKind.QUALITY_CONFIRMATION,
            "A meeting was set.",
            null,
            spared,
            now,
            now.plus(Duration.ofMinutes(10)),
            null));
  }

  @Test
  void whatExpiresIsCancelledAndTheLeadStandsWhereItStoodBefore() {
    LeadId lead = given.lead(campaign);
    Instant now = clock.instant();
    open(
        new Order(
            lead,
            campaign,
            TaskKind.HOT_SIGNAL,
            "A click.",
            null,
            null,
            now,
            null,
            now.plus(Duration.ofHours(1))));

    clock.advance(Duration.ofHours(1));
    keepTasks.tick();

    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.COLD);
    assertThat(events(EventType.TASK_CANCELLED)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_ANSWER", "GATEKEEPER", "NOT_INTERESTED"})
  void aDialDoesIt(Disposition disposition) {
    LeadId lead = given.lead(campaign);
    open(lead, TaskKind.HOT_SIGNAL, clock.instant());

    desk.log(desk.claim(agent), disposition);

    assertThat(openTasks(lead)).isEmpty();
    assertThat(events(EventType.TASK_DONE)).hasSize(1);
  }

  @Test
  void aFailureOfTheLineDoesNotDoIt() {
    LeadId lead = given.lead(campaign);
    open(lead, TaskKind.HOT_SIGNAL, clock.instant());

    desk.log(desk.claim(agent), Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofMinutes(15));

    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.HOT_SIGNAL);
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_ANSWER", "GATEKEEPER", "LEFT_LIVE_MESSAGE"})
  void aCustomerIsCalledForATaskAloneAndAgainWhereTheCustomerDoesNotAnswer(
      Disposition disposition) {
    LeadId lead = customer();

    assertThat(desk.claim(agent, 1)).isEmpty();
    open(lead, TaskKind.CUSTOMER_CHECK_IN, clock.instant());
    desk.log(desk.claim(agent), disposition);
    clock.advance(Duration.ofDays(2));
    keepTasks.tick();
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CUSTOMER);
  }

  private LeadId customer() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.SALE);
    clock.advance(Duration.ofDays(1));
    return lead;
  }

  @Test
  void whoAsksNotToBeCalledHasNoTasksAnyMoreInAnyCampaign() {
    PhoneNumber number = Fixture.number();
    LeadId refused = given.newLead(campaign).numbers(number).create();
    LeadId elsewhere = given.newLead(given.campaign()).numbers(number).create();
    open(elsewhere, TaskKind.REHEAT, clock.instant());

    desk.log(refused, agent, Disposition.DO_NOT_CALL);

    assertThat(openTasks(elsewhere)).isEmpty();
    assertThat(events(EventType.TASK_CANCELLED)).hasSize(1);
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  private void open(LeadId lead, TaskKind kind, Instant dueAt) {
    open(Order.of(lead, campaign, kind, "Because.", null, dueAt));
  }

  private void open(Order order) {
    transaction.run(
        () -> {
          inHand.lock(order.lead());
          book.open(order, clock.instant());
          inHand.putBack(order.lead(), clock.instant());
        });
  }

  private List<Task> openTasks(LeadId lead) {
    return transaction.call(() -> book.openOf(lead));
  }
}
