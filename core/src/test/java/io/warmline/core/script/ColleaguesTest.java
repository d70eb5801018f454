package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.script.Story.Colleague;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leads of one company know of each other. */
@QuarkusTest
class ColleaguesTest extends OnPostgres {

  @Inject PrepareCall prepareCall;
  @Inject ManageClient manageClient;
  @Inject RemoveLead removeLead;
  @Inject Leads leads;

  CampaignId campaign;
  AgentId ana;
  LeadId jane;

  @BeforeEach
  void aTalk() {
    campaign = given.campaign();
    ana = given.agentNamed("Ana Ortiz");
    jane =
        given
            .newLead(campaign)
            .named("Jane", "Roe")
            .company("Acme Inc")
            .email("jane@acme.com")
            .create();
    desk.log(jane, ana, Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofHours(1));
  }

  private List<Colleague> told(CampaignId of) {
    return prepareCall.of(desk.claim(given.agent(), Set.of(of)).get(0)).story().colleagues();
  }

  private LeadId joe(CampaignId in) {
    return given.newLead(in).named("Joe", "Doe").email("joe@sales.acme.com").create();
  }

  @Test
  void theStoryNamesWhomWeTalkedToAtTheSameCompany() {
    joe(campaign);

    assertThat(told(campaign))
        .singleElement()
        .satisfies(
            colleague -> {
              assertThat(colleague.lead()).isEqualTo(jane);
              assertThat(colleague.firstName()).isEqualTo("Jane");
              assertThat(colleague.agent()).isEqualTo(ana);
              assertThat(colleague.agentName()).isEqualTo("Ana Ortiz");
              assertThat(colleague.at()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
              assertThat(colleague.outcome()).isEqualTo(Disposition.NOT_INTERESTED);
            });
  }

  @Test
  void ofEachTheLastTalkIsToldAndDialsInVainAreNot() {
    desk.log(jane, ana, Disposition.WARM_INTERESTED);
    clock.advance(Duration.ofHours(1));
    desk.log(jane, ana, Disposition.NO_ANSWER);
    LeadId never = given.newLead(campaign).email("ann@acme.com").create();
    desk.log(never, ana, Disposition.NO_ANSWER);
    joe(campaign);

    assertThat(told(campaign))
        .extracting(Colleague::outcome)
        .containsExactly(Disposition.WARM_INTERESTED);
  }

  @Test
  void anotherClientsLeadsAndErasedOnesAreNotTold() {
    CampaignId others =
        given.campaign(
            t ->
                t.onBehalfOf(
                    Optional.of(
                        manageClient
                            .create(
                                new Client.Profile(
                                    "Another",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    1,
                                    Optional.empty()))
                            .id())));
    joe(others);
    assertThat(told(others)).isEmpty();

    joe(campaign);
    removeLead.erase(jane, "asked to");

    assertThat(told(campaign)).isEmpty();
  }

  @Test
  void colleaguesAreListed() {
    LeadId joe = joe(campaign);
    given.newLead(campaign).email("joe@bolt.com").create();

    assertThat(colleaguesOf(jane)).containsExactly(joe, jane);
    assertThat(colleaguesOf(joe)).containsExactly(joe, jane);
    assertThatThrownBy(() -> colleaguesOf(LeadId.next())).isInstanceOf(NotFound.class);
  }

  @Test
  void whoIsKnownByNothingIsAlone() {
    LeadId alone = given.newLead(campaign).email("joe@gmail.com").create();
    given.newLead(campaign).email("jim@gmail.com").create();

    assertThat(colleaguesOf(alone)).containsExactly(alone);
  }

  private List<LeadId> colleaguesOf(LeadId lead) {
    Leads.Filter filter =
        new Leads.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(lead));
    return transaction.call(() -> leads.list(filter, new Cursor.Paging(50, null))).items().stream()
        .map(Lead::id)
        .toList();
  }
}
