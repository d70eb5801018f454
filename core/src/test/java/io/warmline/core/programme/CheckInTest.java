package io.warmline.core.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * "CHECK_IN: calls to customers and past customers: satisfied, reorder, complaint, not interested."
 */
@QuarkusTest
class CheckInTest extends AtWork {

  @BeforeEach
  void aCampaignOfCheckIns() {
    campaign = given.campaign(CheckInTest::checkingIn);
  }

  private static CampaignTerms checkingIn(CampaignTerms terms) {
    return Fixture.with(terms, Approach.of(Deliverable.CHECK_IN));
  }

  @ParameterizedTest(name = "{1}, logged as {0}: {2}")
  @CsvSource({
    "ALREADY_CUSTOMER, SATISFIED,      CUSTOMER",
    "SALE,             REORDER,        CUSTOMER",
    "ALREADY_CUSTOMER, COMPLAINT,      CUSTOMER",
    "NOT_INTERESTED,   NOT_INTERESTED, LAPSED"
  })
  void callsToCustomersFindThemSatisfiedReorderingComplainingOrNotInterested(
      Disposition disposition, CheckIn said, LeadStatus status) {
    LeadId lead = given.lead(campaign);

    LoggedCall logged = desk.log(desk.claim(agent), disposition, saying(said));

    assertThat(logged.call().answers().checkIn()).isEqualTo(said);
    assertThat(logged.call().conduct().objective()).isEqualTo(Objective.WARM_CHECK_IN);
    assertThat(logged.call().links().handoff()).isNull();
    assertThat(read(lead).status()).isEqualTo(status);
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"COLD", "CONTACTED", "WARM", "CUSTOMER"})
  void whoIsNotInterestedInACheckInIsAPastCustomer(LeadStatus before) {
    LeadId lead = leadOf(before);

    desk.log(lead, agent, Disposition.NOT_INTERESTED);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.LAPSED);
  }

  @Test
  void aCustomerOfManyCallsWhoIsNotInterestedAnyMoreIsAPastCustomerToo() {
    campaign =
        given.campaign(
            t ->
                Fixture.with(t, t.callingHours(), new CampaignPolicy(2, 3, 240, 300, 15, 1440, 3)));
    LeadId lead = given.lead(campaign);
    desk.log(lead, agent, Disposition.SALE);
    clock.advance(Duration.ofDays(1));

    desk.log(lead, agent, Disposition.NOT_INTERESTED);

    assertThat(read(lead).status()).isEqualTo(LeadStatus.LAPSED);
  }

  @Test
  void aSatisfiedCustomerIsCheckedInOnAgainAfter90Days() {
    LeadId lead = given.lead(campaign);
    programme(ProgrammeKind.CUSTOMER_CHECK_IN);
    desk.log(lead, agent, Disposition.ALREADY_CUSTOMER, saying(CheckIn.SATISFIED));

    pass(Duration.ofDays(89));
    assertThat(openTasks(lead)).isEmpty();
    pass(Duration.ofDays(1));

    Claim claim = desk.claim(agent);
    assertThat(claim.lead()).isEqualTo(lead);
    assertThat(claim.place().tier()).isEqualTo(Tier.WARM);
    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.CUSTOMER_CHECK_IN);
  }

  @Test
  void aCheckInThatOnlyReachedTheGateIsStillOwed() {
    LeadId lead = given.lead(campaign);
    programme(ProgrammeKind.CUSTOMER_CHECK_IN);
    desk.log(lead, agent, Disposition.ALREADY_CUSTOMER, saying(CheckIn.SATISFIED));
    pass(Duration.ofDays(90));

    desk.log(desk.claim(agent), Disposition.GATEKEEPER);
    pass(Duration.ofDays(2));

    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void whoComplainedIsNotAskedCheerfullyHowThingsAreUntilTheyAreWell() {
    LeadId lead = given.lead(campaign);
    programme(ProgrammeKind.CUSTOMER_CHECK_IN);
    desk.log(lead, agent, Disposition.ALREADY_CUSTOMER, saying(CheckIn.COMPLAINT));

    pass(Duration.ofDays(200));
    assertThat(openTasks(lead)).isEmpty();

    desk.log(lead, agent, Disposition.ALREADY_CUSTOMER, saying(CheckIn.SATISFIED));
    pass(Duration.ofDays(90));
    assertThat(openTasks(lead)).extracting(Task::kind).containsExactly(TaskKind.CUSTOMER_CHECK_IN);
  }

  private static CallDetails saying(CheckIn said) {
    return CallDetails.NONE.answering(new CallAnswers(null, said));
  }
}
