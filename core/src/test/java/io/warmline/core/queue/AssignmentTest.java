package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.TestClock;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.Agent.Assignment;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.callback.KeepPromises;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.campaign.Distribution;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who works which campaign: assignments, teams and skills. */
@QuarkusTest
class AssignmentTest extends OnPostgres {

  @Inject ManageAgent manageAgent;
  @Inject ChangeCampaign changeCampaign;
  @Inject PromiseCallback promises;
  @Inject KeepPromises keepPromises;

  private static Assignment only(CampaignId... campaigns) {
    return new Assignment(Optional.empty(), List.of(), List.of(campaigns));
  }

  private static Distribution needing(List<String> skills, List<String> teams) {
    return new Distribution(Optional.empty(), 1, skills, teams);
  }

  @Test
  void anAgentWithoutAnAssignmentWorksAll() {
    given.lead(given.campaign());
    given.lead(given.campaign());

    assertThat(desk.claim(given.agent(), 10)).hasSize(2);
  }

  @Test
  void anAgentWithAnAssignmentGetsOnlyItsLeads() {
    CampaignId acme = given.campaign();
    CampaignId other = given.campaign();
    given.newLead(other).score(1000).create();
    LeadId theirs = given.lead(acme);
    AgentId agent = given.agent(only(acme));

    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(theirs);
    assertThat(desk.claim(agent, 10)).isEmpty();
  }

  @Test
  void aCampaignThatTheAgentDoesNotWorkIsRefusedByName() {
    CampaignId acme = given.campaign();
    CampaignId other = given.campaign();
    given.lead(other);
    AgentId agent = given.agent(only(acme));

    assertThatThrownBy(() -> desk.claim(agent, Set.of(acme, other)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ProblemCode.AGENT_NOT_ASSIGNED);
              assertThat(refusal).hasMessageContaining(other.toString());
            });
  }

  @Test
  void soIsOneWithoutALeadThatCouldBeCalled() {
    CampaignId acme = given.campaign();
    CampaignId empty = given.campaign();
    AgentId agent = given.agent(only(acme));

    assertThatThrownBy(() -> desk.claim(agent, Set.of(empty)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.AGENT_NOT_ASSIGNED));
  }

  @Test
  void aTeamOnlyGetsLeadsWhereTheCampaignIsForIt() {
    AgentId gulf = given.agent(new Assignment(Optional.of("Gulf"), List.of(), List.of()));
    AgentId north = given.agent(new Assignment(Optional.of("North"), List.of(), List.of()));
    AgentId alone = given.agent();
    CampaignId campaign = given.campaign(t -> Fixture.with(t, needing(List.of(), List.of("Gulf"))));
    given.lead(campaign);

    assertThat(desk.claim(north, 1)).isEmpty();
    assertThat(desk.claim(alone, 1)).isEmpty();
    assertThat(desk.claim(gulf, 1)).hasSize(1);
  }

  @Test
  void allSkillsThatACampaignAsksForAreNeeded() {
    AgentId both =
        given.agent(new Assignment(Optional.empty(), List.of("solar", "backup"), List.of()));
    AgentId one = given.agent(new Assignment(Optional.empty(), List.of("solar"), List.of()));
    CampaignId campaign =
        given.campaign(t -> Fixture.with(t, needing(List.of("backup", "solar"), List.of())));
    given.lead(campaign);

    assertThat(desk.claim(one, 1)).isEmpty();
    assertThat(desk.claim(both, 1)).hasSize(1);
  }

  @Test
  void aTeamOrASkillThatNobodyHasIsRefused() {
    assertThatThrownBy(
            () -> given.campaign(t -> Fixture.with(t, needing(List.of(), List.of("Golf")))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () -> given.campaign(t -> Fixture.with(t, needing(List.of("solar"), List.of()))))
        .isInstanceOf(InvalidValue.class);
  }

  /** Somebody of the team has left since: other terms can be changed all the same. */
  @Test
  void whatWasAgreedBeforeIsNotAskedForAgain() {
    AgentId gulf = given.agent(new Assignment(Optional.of("Gulf"), List.of(), List.of()));
    CampaignId campaign = given.campaign(t -> Fixture.with(t, needing(List.of(), List.of("Gulf"))));
    manageAgent.delete(gulf);

    assertThat(
            changeCampaign
                .agreeOn(
                    campaign,
                    Optional.empty(),
                    t ->
                        Fixture.with(
                            t, new Distribution(Optional.of(5), 1, List.of(), List.of("Gulf"))))
                .terms()
                .distribution()
                .dailyDials())
        .contains(5);
  }

  @Test
  void anAgentIsNotAssignedToACampaignThatIsNotThere() {
    CampaignId unknown = CampaignId.next();

    assertThatThrownBy(() -> given.agent(only(unknown))).isInstanceOf(NotFound.class);
  }

  /** Else the last assignment's end would silently be all campaigns. */
  @Test
  void whoseCampaignWasDeletedGetsNoOthers() {
    CampaignId acme = given.campaign();
    AgentId agent = given.agent(only(acme));
    changeCampaign.delete(acme, Optional.empty());
    given.lead(given.campaign());

    assertThat(desk.claim(agent, 10)).isEmpty();
    Agent changed =
        manageAgent.change(
            agent,
            Optional.empty(),
            p -> new Agent.Profile("Other", p.email(), p.languages(), p.assignment()));
    assertThat(changed.profile().assignment().campaigns()).containsExactly(acme);
  }

  @Test
  void ownPromisesComeFromEverywhereAndNothingElseDoes() {
    CampaignId acme = given.campaign();
    CampaignId other = given.campaign();
    AgentId agent = given.agent(only(acme));
    given.newLead(other).score(1000).create();
    LeadId promised = given.lead(other);
    LeadId teams = given.lead(other);
    promises.promise(promised, Desk.personal(TestClock.START.plusSeconds(60), agent));
    promises.promise(teams, Desk.at(TestClock.START.plusSeconds(60)));
    clock.advance(Duration.ofSeconds(60));
    keepPromises.tick();

    assertThat(desk.claim(agent, 10)).extracting(Claim::lead).containsExactly(promised);
    assertThat(desk.claim(agent, 10)).isEmpty();
  }

  @Test
  void anAgentWithoutAnAssignmentThereIsToldOfTheOwnPromiseInTime() {
    CampaignId acme = given.campaign();
    CampaignId other = given.campaign();
    AgentId agent = given.agent(only(acme));
    given.lead(other);
    promises.promise(
        given.lead(other), Desk.personal(TestClock.START.plus(Duration.ofMinutes(30)), agent));

    assertThat(desk.waitOf(agent)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void whoIsAssignedToNothingThatIsOpenWaitsForNobodyElsesLeads() {
    CampaignId acme = given.campaign();
    given.lead(given.campaign());

    assertThat(desk.waitOf(given.agent(only(acme)))).isEqualTo(Duration.ofDays(1));
  }
}
