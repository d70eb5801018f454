package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.TestClock;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever asks whether a lead may be called learns every rule that forbids it, and until when. */
@QuarkusTest
class CallabilityTest extends OnPostgres {

  @Inject JudgeCallability judgeCallability;
  @Inject ChangeCampaign changeCampaign;

  CampaignId campaign;
  AgentId agent;
  PhoneNumber number;
  LeadId lead;

  @BeforeEach
  void aLead() {
    campaign = given.campaign();
    agent = given.agent();
    number = Fixture.number();
    lead = given.newLead(campaign).numbers(number).create();
  }

  private Callability judge(LeadId id) {
    return judgeCallability.judge(id, Optional.empty());
  }

  @Test
  void aReadyLeadMayBeCalledAtOnce() {
    Callability verdict = judge(lead);

    assertThat(verdict.blockers()).isEmpty();
    assertThat(verdict.phone()).contains(number);
    assertThat(verdict.callableAt()).contains(TestClock.START);
  }

  @Test
  void aPausedCampaignForbidsItForAnUnknownTime() {
    changeCampaign.pause(campaign);

    Callability verdict = judge(lead);

    assertThat(verdict.blockers())
        .extracting(Blocker::code, Blocker::until)
        .contains(tuple(BlockCode.CAMPAIGN_PAUSED, Optional.empty()));
    assertThat(verdict.callableAt()).isEmpty();
  }

  @Test
  void aClaimForbidsItUntilItsLeaseEnds() {
    Claim claim = desk.claim(agent);

    Callability verdict = judge(lead);

    assertThat(verdict.blockers())
        .extracting(Blocker::code, Blocker::until)
        .containsExactly(tuple(BlockCode.CLAIMED, Optional.of(claim.expiresAt())));
    assertThat(verdict.callableAt()).contains(claim.expiresAt());
  }

  @Test
  void aCallToTheSameNumberForAnotherLeadForbidsIt() {
    Claim claim = desk.claim(agent);
    LeadId twin = given.newLead(given.campaign()).numbers(number).create();

    Callability verdict = judge(twin);

    assertThat(verdict.blockers())
        .extracting(Blocker::code, Blocker::until)
        .containsExactly(tuple(BlockCode.NUMBER_IN_USE, Optional.of(claim.expiresAt())));
  }

  @Test
  void afterAnAttemptItWaitsUntilTheQueueGivesItBack() {
    desk.log(lead, agent, Disposition.NO_ANSWER);
    Instant again = outlook(lead).notBefore();

    Callability verdict = judge(lead);

    assertThat(verdict.blockers())
        .extracting(Blocker::code, Blocker::until)
        .containsExactly(tuple(BlockCode.RETRY_DELAY, Optional.of(again)));
    assertThat(verdict.callableAt()).contains(again);
  }

  @Test
  void aRefusalForbidsItForGood() {
    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    Callability verdict = judge(lead);

    assertThat(verdict.blockers())
        .extracting(Blocker::code, Blocker::until)
        .contains(tuple(BlockCode.DO_NOT_CALL, Optional.empty()));
    assertThat(verdict.callableAt()).isEmpty();
  }

  /** From 9 to 20 in New York, which is five hours behind UTC. */
  @ParameterizedTest(name = "asked for {0}, it may be called at {1}")
  @CsvSource({
    "2026-11-18T13:59:59Z, 2026-11-18T14:00:00Z",
    "2026-11-18T14:00:00Z, 2026-11-18T14:00:00Z",
    "2026-11-19T00:59:59Z, 2026-11-19T00:59:59Z",
    "2026-11-19T01:00:00Z, 2026-11-19T14:00:00Z"
  })
  void callingHoursHoldWithTheirOpeningAndWithoutTheirClosing(Instant asked, Instant callable) {
    LeadId inHours = given.lead(given.campaignOpen(Fixture.everyDay("09:00", "20:00")));

    Callability verdict = judgeCallability.judge(inHours, Optional.of(asked));

    assertThat(verdict.callableAt()).contains(callable);
    assertThat(verdict.blockers().isEmpty()).isEqualTo(asked.equals(callable));
  }
}
