package io.warmline.core.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import io.warmline.core.task.TaskStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Standing rules turn quiet people into warm calls. */
@QuarkusTest
class ProgrammeTest extends AtWork {

  private static final Duration A_YEAR = Duration.ofDays(400);

  @Inject TaskBook book;
  @Inject PromiseCallback promises;
  @Inject SuppressNumber suppressNumber;
  @Inject RemoveLead removeLead;
  @Inject SaveLead saveLead;

  @ParameterizedTest
  @CsvSource({
    "COLD,            CONTRACT_END",
    "ATTEMPTING,      CONTRACT_END",
    "CONTACTED,       CONTRACT_END REHEAT",
    "WARM,            CONTRACT_END FIT_CHECK REHEAT",
    "QUALIFIED,       CONTRACT_END REHEAT",
    "NURTURE,         CONTRACT_END REHEAT",
    "EXHAUSTED,       CONTRACT_END REHEAT",
    "CUSTOMER,        CUSTOMER_CHECK_IN",
    "LAPSED,          CONTRACT_END WIN_BACK",
    "HANDED_OFF,      ''",
    "APPOINTMENT_SET, ''",
    "DISQUALIFIED,    ''",
    "DO_NOT_CALL,     ''"
  })
  void whomAProgrammeConcerns(LeadStatus status, String kinds) {
    for (ProgrammeKind kind : ProgrammeKind.values()) {
      given.newTenant();
      clock.reset();
      campaign = given.campaign();
      LeadId lead = leadWhoseContractEnds(TODAY.plusDays(430));
      become(lead, status);
      programme(kind);

      pass(A_YEAR);

      assertThat(openTasks(lead))
          .extracting(task -> task.kind().name())
          .as("%s of %s", kind, status)
          .isEqualTo(kinds.contains(kind.name()) ? List.of(kind.name()) : List.of());
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachCreatesAWarmTaskOfTier6WhichSaysWhy(ProgrammeKind kind) {
    LeadId lead = quiet(kind);
    Programme programme = programme(kind);

    tick();

    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.place().tier()).isEqualTo(Tier.WARM);
    Task task = openTasks(lead).get(0);
    assertThat(task.kind().name()).isEqualTo(kind.name());
    assertThat(task.subject()).isEqualTo(programme.id().value());
    assertThat(task.reason()).isNotBlank();
    assertThat(events(EventType.TASK_OPENED)).hasSize(1);
  }

  /** A lead that the kind wants called today. */
  private LeadId quiet(ProgrammeKind kind) {
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(430));
    become(
        lead,
        switch (kind) {
          case FIT_CHECK, REHEAT -> LeadStatus.WARM;
          case CONTRACT_END -> LeadStatus.COLD;
          case CUSTOMER_CHECK_IN -> LeadStatus.CUSTOMER;
          case WIN_BACK -> LeadStatus.LAPSED;
        });
    clock.advance(A_YEAR);
    return lead;
  }

  @ParameterizedTest
  @EnumSource
  void oncePerPeriod(ProgrammeKind kind) {
    LeadId lead = quiet(kind);
    programme(kind);

    tick();
    cancelTasks(lead);
    for (int day = 0; day < 25; day++) {
      pass(Duration.ofDays(1));
    }

    assertThat(allTasks(lead)).hasSize(1);
  }

  private void cancelTasks(LeadId lead) {
    transaction.run(
        () -> {
          inHand.lock(lead);
          book.cancelAll(lead, "TEST", clock.instant());
          inHand.putBack(lead, clock.instant());
        });
  }

  @ParameterizedTest
  @EnumSource
  void aProgrammeThatWasDownForAWeekCatchesUpOnce(ProgrammeKind kind) {
    LeadId lead = quiet(kind);
    programme(kind);
    clock.advance(Duration.ofDays(7));

    for (int i = 0; i < 7; i++) {
      tick();
      pass(Duration.ofMinutes(20));
    }

    assertThat(allTasks(lead)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void neverForALeadThatHasAnOpenCallback(ProgrammeKind kind) {
    LeadId lead = quiet(kind);
    desk.log(
        lead,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(20))));
    clock.advance(Duration.ofDays(19));
    programme(kind);

    tick();

    assertThat(allTasks(lead)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLBACK_PENDING", "APPOINTMENT_SET", "HANDED_OFF"})
  void aTaskGivesWayToACallbackAMeetingOrAHandoffThatIsAgreedAfterwards(LeadStatus status) {
    LeadId lead = quiet(ProgrammeKind.REHEAT);
    programme(ProgrammeKind.REHEAT);
    tick();

    if (status == LeadStatus.CALLBACK_PENDING) {
      promise(lead);
    } else {
      become(lead, status);
    }

    assertThat(openTasks(lead)).isEmpty();
    assertThat(allTasks(lead)).extracting(Task::endReason).containsExactly(status.name());
  }

  private void promise(LeadId lead) {
    promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(3))));
  }

  @ParameterizedTest
  @EnumSource
  void neverForALeadThatWasErased(ProgrammeKind kind) {
    LeadId lead = quiet(kind);
    removeLead.erase(lead, "asked to be forgotten");
    programme(kind);

    tick();

    assertThat(allTasks(lead)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSuppressionWins(ProgrammeKind kind) {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).contractEnd(TODAY.plusDays(430)).create();
    suppressNumber.add(
        new Suppression.Request(number, Optional.empty(), Optional.empty(), Optional.empty()));
    clock.advance(A_YEAR);
    programme(kind);

    tick();

    assertThat(allTasks(lead)).isEmpty();
  }

  @Test
  void aSuppressionThatComesLaterCancelsTheTask() {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).contractEnd(TODAY.plusDays(30)).create();
    programme(ProgrammeKind.CONTRACT_END);
    tick();

    suppressNumber.add(
        new Suppression.Request(number, Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(openTasks(lead)).isEmpty();
  }

  @Test
  void aLeadThatAnAgentHoldsWaits() {
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(30));
    desk.claim(agent);
    programme(ProgrammeKind.CONTRACT_END);

    tick();

    assertThat(allTasks(lead)).isEmpty();
  }

  @Test
  void aLeadThatNamedALaterDateIsNotCalledBefore() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.NOT_NOW_NURTURE, Desk.revisit(TODAY.plusDays(100)));
    programme(ProgrammeKind.REHEAT);

    pass(Duration.ofDays(99));
    assertThat(allTasks(lead)).isEmpty();
    pass(Duration.ofDays(2));
    assertThat(openTasks(lead)).hasSize(1);
  }

  @Test
  void anotherTaskThatIsOpenGoesFirst() {
    LeadId lead = quiet(ProgrammeKind.CONTRACT_END);
    transaction.run(
        () -> {
          inHand.lock(lead);
          book.open(
              Task.Order.of(lead, campaign, TaskKind.VISIT, "A visit.", null, clock.instant()),
              clock.instant());
          inHand.putBack(lead, clock.instant());
        });
    programme(ProgrammeKind.CONTRACT_END);

    tick();

    assertThat(allTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.VISIT);
  }

  @Test
  void aReheatedLeadThatHadAllItsAttemptsIsNurturedAndExhaustedAgainWhenNobodyAnswers() {
    LeadId lead = given.lead(campaign);
    for (int attempt = 0; attempt < 7; attempt++) {
      desk.log(lead, agent, Disposition.NO_ANSWER);
      clock.advance(Duration.ofDays(1));
    }
    assertThat(read(lead).status()).isEqualTo(LeadStatus.EXHAUSTED);
    programme(ProgrammeKind.REHEAT);

    pass(Duration.ofDays(60));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.NURTURE);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.EXHAUSTED);
    assertThat(openTasks(lead)).isEmpty();
    pass(Duration.ofDays(60));
    assertThat(openTasks(lead)).hasSize(1);
  }

  @Test
  void customersOnAutopilotAreCalledEvery90DaysForYearsAndStayCustomers() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.SALE);
    programme(ProgrammeKind.CUSTOMER_CHECK_IN);

    for (int quarter = 0; quarter < 12; quarter++) {
      pass(Duration.ofDays(89));
      assertThat(openTasks(lead)).as("day 89").isEmpty();
      pass(Duration.ofDays(1));
      assertThat(openTasks(lead)).as("day 90").hasSize(1);
      desk.log(desk.claim(agent), Disposition.ALREADY_CUSTOMER);
    }

    assertThat(read(lead).status()).isEqualTo(LeadStatus.CUSTOMER);
    assertThat(allTasks(lead)).extracting(Task::status).containsOnly(TaskStatus.DONE);
  }

  @Test
  void aCustomerWhoIsNotInterestedAnyMoreIsOneToWinBack() {
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.SALE);
    programme(ProgrammeKind.CUSTOMER_CHECK_IN);
    programme(ProgrammeKind.WIN_BACK);
    pass(Duration.ofDays(90));

    desk.log(desk.claim(agent), Disposition.NOT_INTERESTED);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.LAPSED);
    pass(Duration.ofDays(179));
    assertThat(openTasks(lead)).isEmpty();
    pass(Duration.ofDays(1));
    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.WIN_BACK);
  }

  @Test
  void aChangedContractEndIsANewPeriod() {
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(30));
    programme(ProgrammeKind.CONTRACT_END);
    tick();
    desk.log(desk.claim(agent), Disposition.GATEKEEPER);

    changeContractEnd(lead, TODAY.plusDays(395));
    pass(Duration.ofDays(334));
    assertThat(openTasks(lead)).isEmpty();
    pass(Duration.ofDays(1));

    assertThat(openTasks(lead)).hasSize(1);
    assertThat(allTasks(lead)).hasSize(2);
  }

  private void changeContractEnd(LeadId id, LocalDate date) {
    saveLead.change(
        id,
        Optional.empty(),
        lead ->
            given
                .newLead(campaign)
                .numbers(lead.numbers().toArray(PhoneNumber[]::new))
                .contractEnd(date)
                .facts());
  }

  @Test
  void afterTheContractHasEndedTheTaskIsNotToBeDoneAnyMore() {
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(30));
    programme(ProgrammeKind.CONTRACT_END);
    tick();

    at(TODAY.plusDays(30), "23:59:59", NEW_YORK);
    assertThat(openTasks(lead)).hasSize(1);
    at(TODAY.plusDays(31), "00:00", NEW_YORK);
    assertThat(openTasks(lead)).isEmpty();
  }

  @Test
  void aNewProgrammeDoesNotFloodTheQueue() {
    given.leads(campaign, 5).forEach(lead -> become(lead, LeadStatus.CUSTOMER));
    Programme programme = manage.create(terms(ProgrammeKind.CUSTOMER_CHECK_IN, 90, 2));

    pass(A_YEAR);
    pass(Duration.ofHours(23));
    assertThat(read(programme).figures().tasks()).isEqualTo(2);
    pass(Duration.ofHours(1));
    assertThat(read(programme).figures().tasks()).isEqualTo(4);
    pass(Duration.ofHours(24));
    assertThat(read(programme).figures().tasks()).isEqualTo(5);
  }

  @Test
  void theLongestQuietComeFirst() {
    LeadId longer = leadOf(LeadStatus.CUSTOMER);
    clock.advance(Duration.ofDays(1));
    LeadId shorter = leadOf(LeadStatus.CUSTOMER);
    manage.create(terms(ProgrammeKind.CUSTOMER_CHECK_IN, 90, 1));

    pass(A_YEAR);

    assertThat(openTasks(longer)).hasSize(1);
    assertThat(openTasks(shorter)).isEmpty();
  }

  @Test
  void moreThanABatchIsMadeInOneRound() {
    given.leads(campaign, 230).forEach(lead -> become(lead, LeadStatus.CUSTOMER));
    Programme programme = programme(ProgrammeKind.CUSTOMER_CHECK_IN);

    pass(A_YEAR);

    assertThat(read(programme).figures().tasks()).isEqualTo(230);
  }

  @Test
  void aProgrammeOfOneCampaignLeavesTheOthersAlone() {
    LeadId mine = leadOf(LeadStatus.CUSTOMER);
    LeadId other = given.lead(given.campaign());
    become(other, LeadStatus.CUSTOMER);
    Programme.Terms all = terms(ProgrammeKind.CUSTOMER_CHECK_IN);
    manage.create(
        new Programme.Terms(
            all.kind(),
            all.name(),
            true,
            all.days(),
            List.of(campaign),
            all.maxPerDay(),
            Optional.of("Ask for Ms Hopper.")));

    pass(A_YEAR);

    assertThat(openTasks(mine).get(0).reason())
        .startsWith("A customer, last in touch on 2026-11-18")
        .endsWith("Ask for Ms Hopper.");
    assertThat(openTasks(other)).isEmpty();
  }

  @Test
  void aDisabledProgrammeRestsAndWhatItMadeStands() {
    LeadId first = leadWhoseContractEnds(TODAY.plusDays(30));
    Programme programme = programme(ProgrammeKind.CONTRACT_END);
    tick();
    LeadId second = leadWhoseContractEnds(TODAY.plusDays(30));

    manage.change(
        programme.id(),
        Optional.of(programme.version()),
        t ->
            new Programme.Terms(
                t.kind(), t.name(), false, t.days(), t.campaigns(), t.maxPerDay(), t.hint()));
    pass(Duration.ofDays(1));

    assertThat(openTasks(first)).hasSize(1);
    assertThat(openTasks(second)).isEmpty();
    assertThat(read(programme).figures().nextRunAt()).isEmpty();
  }

  @Test
  void aDeletedProgrammeWithdrawsWhatItWanted() {
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(30));
    Programme programme = programme(ProgrammeKind.CONTRACT_END);
    tick();

    manage.delete(programme.id(), Optional.empty());
    withdraw.tick();

    assertThat(openTasks(lead)).isEmpty();
    assertThat(allTasks(lead)).extracting(Task::endReason).containsExactly("PROGRAMME_DELETED");
    assertThat(desk.claim(agent).place().tier()).isEqualTo(Tier.COLD);
  }

  @Test
  void betweenRunsNothingIsLookedFor() {
    programme(ProgrammeKind.CONTRACT_END);
    tick();
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(30));

    pass(Duration.ofMinutes(14).plusSeconds(59));
    assertThat(openTasks(lead)).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(openTasks(lead)).hasSize(1);
  }
}
