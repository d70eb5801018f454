package io.warmline.core.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.TestClock;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agent.Assignment;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.report.ActivityReport;
import io.warmline.core.report.Grouping;
import io.warmline.core.report.Report;
import io.warmline.core.report.ReportScope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents come, take breaks, wrap up, and go, with or without saying so. */
@QuarkusTest
class PresenceTest extends OnPostgres {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Inject AttendWork attendWork;
  @Inject EndSilentShifts endSilentShifts;
  @Inject Shifts shifts;
  @Inject Claims claims;
  @Inject ChangeClaim changeClaim;
  @Inject ManageAgent manageAgent;
  @Inject ActivityReport activity;

  private AgentId agent;
  private CampaignId campaign;

  @BeforeEach
  void anAgent() {
    agent = given.agent();
    campaign = given.campaign();
  }

  private Shift shift() {
    return attendWork.of(agent).orElseThrow();
  }

  private ClaimStatus statusOf(Claim claim) {
    return transaction.call(() -> claims.get(claim.id())).status();
  }

  private static void refused(ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            WarmlineException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void whoNeverSignedOnHasNoShiftAndWorksAsEver() {
    given.lead(campaign);

    assertThat(attendWork.of(agent)).isEmpty();
    assertThat(desk.claim(agent, 1)).hasSize(1);
  }

  @Test
  void signingOnAndOffIsAShift() {
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    clock.advance(Duration.ofMinutes(5));

    Shift ended = attendWork.signOff(agent);

    assertThat(ended.signedOnAt()).isEqualTo(TestClock.START);
    assertThat(ended.signedOffAt()).contains(TestClock.START.plus(Duration.ofMinutes(5)));
    assertThat(ended.endedBy()).contains(EndedBy.AGENT);
    refused(() -> attendWork.signOff(agent), ProblemCode.NOT_SIGNED_ON);
    refused(() -> attendWork.report(agent, Optional.empty()), ProblemCode.NOT_SIGNED_ON);
  }

  @Test
  void nobodySignsOnForACampaignThatIsNotTheirs() {
    AgentId elsewhere =
        given.agent(new Assignment(Optional.empty(), List.of(), List.of(given.campaign())));

    refused(
        () -> attendWork.signOn(elsewhere, List.of(campaign), TEN_MINUTES),
        ProblemCode.AGENT_NOT_ASSIGNED);
    assertThatThrownBy(() -> attendWork.signOn(agent, List.of(CampaignId.next()), TEN_MINUTES))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> attendWork.signOn(AgentId.next(), List.of(), TEN_MINUTES))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theAgentGetsLeadsOfTheCampaignsOfTheShift() {
    CampaignId other = given.campaign();
    LeadId here = given.lead(campaign);
    given.newLead(other).score(1000).create();
    attendWork.signOn(agent, List.of(campaign), TEN_MINUTES);

    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(here);
    refused(() -> desk.claim(agent, Set.of(other)), ProblemCode.AGENT_NOT_ASSIGNED);
  }

  @Test
  void signingOnAgainChangesTheCampaignsOfTheShift() {
    CampaignId other = given.campaign();
    given.lead(campaign);
    LeadId there = given.lead(other);
    attendWork.signOn(agent, List.of(campaign), TEN_MINUTES);
    clock.advance(Duration.ofMinutes(1));

    Shift shift = attendWork.signOn(agent, List.of(other), TEN_MINUTES);

    assertThat(shift.signedOnAt()).isEqualTo(TestClock.START);
    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(there);
  }

  @Test
  void onABreakThereAreNoLeads() {
    given.lead(campaign);
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    attendWork.report(agent, Optional.of(PresenceState.BREAK));

    refused(() -> desk.claim(agent, 1), ProblemCode.AGENT_ON_BREAK);
    attendWork.report(agent, Optional.of(PresenceState.READY));
    assertThat(desk.claim(agent, 1)).hasSize(1);
  }

  @Test
  void theNextClaimEndsTheWrapUp() {
    given.lead(campaign);
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    attendWork.report(agent, Optional.of(PresenceState.WRAP_UP));
    clock.advance(Duration.ofSeconds(40));

    desk.claim(agent);

    assertThat(shift().state()).isEqualTo(PresenceState.READY);
    assertThat(shift().wrapUp()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void silenceEndsAShiftAtTheLastSignOfLife() {
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    clock.advance(Duration.ofMinutes(3));
    attendWork.report(agent, Optional.empty());
    clock.advance(TEN_MINUTES.minusNanos(1000));
    endSilentShifts.tick();
    assertThat(shift().isOpen()).isTrue();

    clock.advance(Duration.ofNanos(1000));
    endSilentShifts.tick();

    assertThat(shift().endedBy()).contains(EndedBy.SILENCE);
    assertThat(shift().signedOffAt()).contains(TestClock.START.plus(Duration.ofMinutes(3)));
  }

  @Test
  void aClaimAnExtensionAndACallAreSignsOfLife() {
    given.leads(campaign, 3);
    attendWork.signOn(agent, List.of(), TEN_MINUTES);

    clock.advance(Duration.ofMinutes(1));
    Claim claim = desk.claim(agent);
    assertThat(shift().seenAt()).isEqualTo(clock.instant());

    clock.advance(Duration.ofMinutes(1));
    changeClaim.extend(claim.id(), agent, Optional.empty());
    assertThat(shift().seenAt()).isEqualTo(clock.instant());

    clock.advance(Duration.ofMinutes(1));
    desk.log(claim, Disposition.NO_ANSWER);
    assertThat(shift().seenAt()).isEqualTo(clock.instant());

    clock.advance(Duration.ofMinutes(1));
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);
    assertThat(shift().seenAt()).isEqualTo(clock.instant());
  }

  /** A long talk is no silence: nobody else may call the prospect meanwhile. */
  @Test
  void whoHoldsALeadIsNotSilent() {
    given.lead(campaign);
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    Claim claim = desk.claim(agent);
    changeClaim.extend(claim.id(), agent, Optional.of(Duration.ofHours(1)));

    clock.advance(Duration.ofMinutes(50));
    endSilentShifts.tick();

    assertThat(shift().isOpen()).isTrue();
    assertThat(statusOf(claim)).isEqualTo(ClaimStatus.ACTIVE);
  }

  @Test
  void signingOffGivesBackWhatTheAgentHolds() {
    given.leads(campaign, 2);
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    List<Claim> held = desk.claim(agent, 2);

    Shift ended = attendWork.signOff(agent);

    assertThat(ended.claimsReturned()).isEqualTo(2);
    assertThat(held)
        .allSatisfy(claim -> assertThat(statusOf(claim)).isEqualTo(ClaimStatus.RELEASED));
    assertThat(desk.claim(given.agent(), 10)).hasSize(2);
  }

  @Test
  void whoIsLetGoIsNotAtWorkAnyMore() {
    attendWork.signOn(agent, List.of(), TEN_MINUTES);

    manageAgent.delete(agent);

    assertThat(transaction.call(() -> shifts.latest(agent)).orElseThrow().endedBy())
        .contains(EndedBy.DELETION);
  }

  @Test
  void thoseAtWorkAreListed() {
    AgentId second = given.agent();
    given.agent();
    attendWork.signOn(agent, List.of(), TEN_MINUTES);
    attendWork.signOn(second, List.of(), TEN_MINUTES);
    attendWork.signOff(agent);

    assertThat(transaction.call(() -> shifts.open(new Cursor.Paging(10, null))).items())
        .extracting(Shift::agent)
        .containsExactly(second);
  }

  private boolean spared(AgentId setter) {
    desk.log(
        given.lead(campaign),
        setter,
        Disposition.APPOINTMENT_SET,
        Desk.meeting(clock.instant().plus(Duration.ofDays(3))));
    return transaction.call(
        () ->
            sql.query(
                "select not_agent_id is not null from task where tenant_id = :tenant order by id desc limit 1",
                q -> q.mapTo(Boolean.class).one()));
  }

  @Test
  void anotherAgentConfirmsWhereOneHasSignedOn() {
    AgentId other = given.agent();
    assertThat(spared(agent)).isFalse();

    attendWork.signOn(other, List.of(), TEN_MINUTES);

    assertThat(spared(agent)).isTrue();
  }

  @Test
  void whoIsOnABreakConfirmsNothing() {
    AgentId other = given.agent();
    attendWork.signOn(other, List.of(), TEN_MINUTES);
    attendWork.report(other, Optional.of(PresenceState.BREAK));

    assertThat(spared(agent)).isFalse();
  }

  /** A call a minute ago would have been taken for presence. */
  @Test
  void whoHasSignedOffIsGone() {
    AgentId other = given.agent();
    attendWork.signOn(other, List.of(), TEN_MINUTES);
    desk.log(given.lead(campaign), other, Disposition.NO_ANSWER);
    clock.advance(Duration.ofMinutes(1));
    attendWork.signOff(other);

    assertThat(spared(agent)).isFalse();
  }

  @Test
  void whoSignedOnForAnotherCampaignDoesNotConfirmHere() {
    AgentId other = given.agent();
    attendWork.signOn(other, List.of(given.campaign()), TEN_MINUTES);

    assertThat(spared(agent)).isFalse();
  }

  @Test
  void whoIsNotAssignedHereDoesNotConfirmHere() {
    AgentId other =
        given.agent(new Assignment(Optional.empty(), List.of(), List.of(given.campaign())));
    attendWork.signOn(other, List.of(), TEN_MINUTES);

    assertThat(spared(agent)).isFalse();
  }

  @Test
  void breaksAndWrapUpsStandBesideTalkTime() {
    attendWork.signOn(agent, List.of(), Duration.ofHours(4));
    for (PresenceState state : List.of(PresenceState.BREAK, PresenceState.WRAP_UP)) {
      clock.advance(Duration.ofMinutes(20));
      attendWork.report(agent, Optional.of(state));
      clock.advance(Duration.ofMinutes(4));
      attendWork.report(agent, Optional.of(PresenceState.READY));
    }
    clock.advance(Duration.ofMinutes(12));
    attendWork.signOff(agent);

    Report.Row row = activity.of(scope(Grouping.AGENT, Optional.empty())).rows().get(0);

    assertThat(row.group()).isEqualTo(Map.of("agentId", agent.toString()));
    assertThat(row.figures())
        .extracting(Report.Figure::name, f -> f.value().orElseThrow(), Report.Figure::n)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("timeAtWork", 60.0, 1L),
            org.assertj.core.groups.Tuple.tuple("breakTime", 4.0, 1L),
            org.assertj.core.groups.Tuple.tuple("wrapUpTime", 4.0, 1L));
    assertThat(activity.of(scope(Grouping.AGENT, Optional.of(campaign))).rows()).isEmpty();
  }

  private ReportScope scope(Grouping by, Optional<CampaignId> only) {
    LocalDate today = LocalDate.ofInstant(TestClock.START, ZoneId.of("UTC"));
    return new ReportScope(
        only, Optional.empty(), today.minusDays(1), today.plusDays(1), ZoneId.of("UTC"), by);
  }

  /** The terms of the campaign are read, not those of the shift, where an agent is on none. */
  @Test
  void aQuotaHoldsForWhoeverSignedOn() {
    CampaignId limited = given.campaign(t -> Fixture.with(t, Fixture.dailyDials(1)));
    given.leads(limited, 3);
    attendWork.signOn(agent, List.of(limited), TEN_MINUTES);

    assertThat(desk.claim(agent, 10)).hasSize(1);
  }
}
