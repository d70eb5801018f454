package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.call.CallDetails;
import io.warmline.core.call.Disposition;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.queue.Claim;
import io.warmline.core.script.PrepareCall.Preparation;
import io.warmline.core.script.RenderTalkTrack.Wishes;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.MissingFact;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words of a call come from what is on record. */
@QuarkusTest
class TalkTrackOnRecordTest extends OnPostgres {

  private static final Instant FIRST_TALK = Instant.parse("2026-11-16T14:30:00Z");

  /** 29 days later, a Tuesday, 9:30 in New York. */
  private static final Instant NOW = Instant.parse("2026-12-15T14:30:00Z");

  private static final Wishes NONE = new Wishes(Optional.empty(), Map.of(), Optional.empty());

  @Inject ManageAgent manageAgent;
  @Inject ManageClient manageClient;
  @Inject SaveLead saveLead;
  @Inject TaskBook taskBook;
  @Inject LeadsInHand inHand;
  @Inject PrepareCall prepareCall;
  @Inject RenderTalkTrack renderTalkTrack;

  private AgentId dave;
  private CampaignId campaign;
  private LeadId peters;

  @BeforeEach
  void mrPetersOfABCCompany() {
    clock.set(FIRST_TALK);
    dave = manageAgent.create(new Agent.Profile("Dave Miller", Optional.empty(), List.of())).id();
    campaign = given.campaign(terms -> terms.onBehalfOf(Optional.of(abcCompany())));
    peters = lead(campaign);
  }

  private ClientId abcCompany() {
    return manageClient
        .create(
            new Client.Profile(
                "ABC Company",
                Optional.empty(),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.empty(),
                1,
                Optional.empty(),
                new Client.MeetingTimes(
                    Optional.of(CallingHoursText.parse("THURSDAY 14:00-15:00")), 30)))
        .id();
  }

  private LeadId lead(CampaignId of) {
    LeadFacts facts = given.newLead(of).facts();
    LeadProfile p = facts.profile();
    LeadProfile named =
        new LeadProfile(
            "Mr.",
            "Jim",
            "Peters",
            null,
            null,
            null,
            null,
            p.address(),
            p.timeZone(),
            null,
            null,
            0,
            null,
            Map.of("pastPurchase", "two delivery vans"),
            null);
    return saveLead.create(of, new LeadFacts(Optional.empty(), named, facts.numbers())).id();
  }

  private void asksToBeCalledInAMonth() {
    desk.log(peters, dave, Disposition.CALLBACK_REQUESTED, promise("in a month"));
  }

  private static CallDetails promise(String words) {
    return Desk.callback(
        new Wish(
            Optional.of(NOW),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(words),
            Optional.empty()));
  }

  @Test
  void theCallbackOfTheSourceIsOpenedWordForWord() {
    asksToBeCalledInAMonth();
    clock.set(NOW);

    Preparation ready = prepareCall.of(desk.claim(dave));

    assertThat(ready.words().orElseThrow().track().text())
        .isEqualTo(
            "Good morning, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling"
                + " you today specifically is that, when we first spoke a few weeks ago, you"
                + " suggested that I reach out to you in a month to set up an appointment. Does"
                + " this Thursday at 2 pm work for you?");
    assertThat(ready.words().orElseThrow().offer())
        .contains(new Offer(Instant.parse("2026-12-17T19:00:00Z"), Offer.Source.FREE_SLOT));
    assertThat(ready.missing()).isEmpty();
  }

  @Test
  void timeIsCountedFromTheFirstConversationNeverFromAnUnansweredAttempt() {
    desk.log(peters, dave, Disposition.NO_ANSWER);
    clock.set(NOW.minus(Duration.ofDays(8)));
    asksToBeCalledInAMonth();
    clock.set(NOW);

    String text = prepareCall.of(desk.claim(dave)).words().orElseThrow().track().text();

    assertThat(text).contains("when we first spoke last week, you suggested");
  }

  @Test
  void theSlotThatSomebodyTookIsNotOffered() {
    asksToBeCalledInAMonth();
    takeTheFirstSlot();
    clock.set(NOW);

    Preparation ready = prepareCall.of(desk.claim(dave));

    assertThat(ready.words().orElseThrow().track().text())
        .endsWith("Does this Thursday at 2:30 pm work for you?");
  }

  private void takeTheFirstSlot() {
    LeadId other = given.lead(campaign);
    transaction.run(
        () ->
            sql.update(
                """
                insert into appointment (tenant_id, id, version, lead_id, campaign_id, client_id, status, root_id, sequence,
                                         starts_at, ends_at, zone, lead_status_before, set_at, confirmation, created_at, updated_at)
                select :tenant, :id, 0, l.id, l.campaign_id, c.client_id, 'SET', :id, 0, :from, :to, 'America/New_York', 'COLD',
                       :now, 'NONE', :now, :now
                from lead l join campaign c on c.tenant_id = l.tenant_id and c.id = l.campaign_id
                where l.tenant_id = :tenant and l.id = :lead
                """,
                u ->
                    u.bind("id", Ids.next())
                        .bind("lead", other.value())
                        .bind("from", Instant.parse("2026-12-17T19:00:00Z"))
                        .bind("to", Instant.parse("2026-12-17T19:30:00Z"))
                        .bind("now", clock.instant())));
  }

  @Test
  void aClaimWithoutTheProspectsWordsNamesThemAndDoesNotFail() {
    desk.log(peters, dave, Disposition.CALLBACK_REQUESTED, promise(null));
    clock.set(NOW);
    Claim claim = desk.claim(dave);

    Preparation ready = prepareCall.of(claim);

    assertThat(ready.words()).isEmpty();
    assertThat(ready.missing()).containsExactly(Fact.SUGGESTION);
    assertThatThrownBy(() -> renderTalkTrack.of(claim.id(), NONE))
        .isInstanceOfSatisfying(
            MissingFact.class,
            missing ->
                assertThat(missing.violations().get(0).pointer()).isEqualTo("/facts/suggestion"));
    assertThat(
            renderTalkTrack
                .of(claim.id(), stating(Fact.SUGGESTION, "that I call you in December"))
                .track()
                .text())
        .contains("you suggested that I call you in December to set up an appointment.");
  }

  private static Wishes stating(Fact fact, String words) {
    return new Wishes(Optional.empty(), Map.of(fact, words), Optional.empty());
  }

  @Test
  void whoWasNeverTalkedToIsCalledForTheFirstTime() {
    clock.set(NOW);

    Words words = renderTalkTrack.of(peters, Optional.of(dave), NONE);

    assertThat(words.track().kind()).isEqualTo(CallKind.FIRST_CALL);
    assertThat(words.track().text())
        .contains("The reason I'm calling you today specifically is to set up an appointment.");
  }

  @Test
  void withoutTheClientsCalendarATimeIsProposedAndSaidToBeProposed() {
    LeadId lead = lead(given.campaign());
    clock.set(NOW);

    Words words = renderTalkTrack.of(lead, Optional.of(dave), NONE);

    assertThat(words.track().text())
        .contains("from A firm.")
        .endsWith("Does this Thursday at 10 am work for you?");
    assertThat(words.offer())
        .contains(new Offer(Instant.parse("2026-12-17T15:00:00Z"), Offer.Source.PROPOSED));
  }

  @Test
  void theTaskSaysWhichKindOfCallItIsAndTheLeadsOwnFieldsAreFacts() {
    openTask(TaskKind.WIN_BACK);
    clock.set(NOW);
    Claim claim = desk.claim(dave);

    assertThat(prepareCall.of(claim).missing()).containsExactly(Fact.REASON);
    assertThat(
            renderTalkTrack
                .of(claim.id(), stating(Fact.REASON, "the new van takes your old racks"))
                .track()
                .text())
        .contains("the new van takes your old racks, and you chose two delivery vans from us");
  }

  private void openTask(TaskKind kind) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          inHand.lock(peters);
          taskBook.open(Task.Order.of(peters, campaign, kind, "A programme", null, now), now);
          inHand.putBack(peters, now);
        });
  }

  @Test
  void theCampaignsOwnScriptIsSaid() {
    Scripts scripts =
        new Scripts(Map.of(CallKind.BUSY_REPLY, "Let's just meet {{concreteDay}} then."));
    LeadId lead = lead(given.campaign(terms -> terms.saying(scripts)));
    clock.set(NOW);

    Words words =
        renderTalkTrack.of(
            lead,
            Optional.of(dave),
            new Wishes(Optional.of(CallKind.BUSY_REPLY), Map.of(), Optional.empty()));

    assertThat(words.track().text()).isEqualTo("Let's just meet this Thursday then.");
  }

  @Test
  void theStoryTellsTheLastConversationTheWordsAndTheObjections() {
    desk.log(
        peters,
        dave,
        Disposition.NOT_INTERESTED,
        new CallDetails(
            Optional.empty(),
            Optional.empty(),
            Optional.of("No budget"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    clock.advance(Duration.ofDays(1));
    asksToBeCalledInAMonth();
    clock.set(NOW);

    Story story = prepareCall.of(desk.claim(dave)).story();

    assertThat(story.last().orElseThrow().agentName()).isEqualTo("Dave Miller");
    assertThat(story.last().orElseThrow().outcome()).isEqualTo(Disposition.CALLBACK_REQUESTED);
    assertThat(story.quote().orElseThrow().words()).isEqualTo("in a month");
    assertThat(story.objections()).extracting(Story.Refusal::words).containsExactly("No budget");
    assertThat(story.attempts()).isEqualTo(2);
    assertThat(story.deferrals()).isZero();
    assertThat(story.toString()).doesNotContain("No budget", "in a month");
  }

  @Test
  void anAgentWhomNobodyKnowsHasNoWords() {
    AgentId stranger = new AgentId(Ids.next());

    assertThatThrownBy(() -> renderTalkTrack.of(peters, Optional.of(stranger), NONE))
        .isInstanceOf(NotFound.class);
  }
}
