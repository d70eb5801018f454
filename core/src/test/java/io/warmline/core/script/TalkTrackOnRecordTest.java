package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.callback.Wish;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.followup.MarkFollowUpSent;
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
import io.warmline.core.signal.RecordSignals;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalType;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.Linter;
import io.warmline.core.talktrack.MissingFact;
import io.warmline.core.talktrack.Scope;
import io.warmline.core.talktrack.TalkTrack;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  @Inject RecordSignals recordSignals;
  @Inject FollowUps followUps;
  @Inject MarkFollowUpSent markFollowUpSent;

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
        LeadProfile.UNKNOWN.toBuilder()
            .title("Mr.")
            .firstName("Jim")
            .lastName("Peters")
            .address(p.address())
            .timeZone(p.timeZone())
            .customFields(Map.of("pastPurchase", "two delivery vans"))
            .build();
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
  void aCallbackExistsToFinishTheFirstConversationNotToStartAgain() {
    desk.log(peters, dave, Disposition.NOT_INTERESTED, aimingAt(Objective.EXPLAIN));
    clock.advance(Duration.ofMinutes(5));
    asksToBeCalledInAMonth();
    clock.set(NOW);

    assertThat(text(prepareCall.of(desk.claim(dave))))
        .contains("you suggested that I reach out to you in a month to explain how it works.");
  }

  private static CallDetails aimingAt(Objective objective) {
    return CallDetails.NONE.toBuilder()
        .conduct(new Conduct(null, null, objective, null, null, null))
        .build();
  }

  @Test
  void aMailThatWasSentChoosesTheOpenerUntilItIsClicked() {
    desk.log(peters, dave, Disposition.NOT_NOW_NURTURE);
    FollowUps.Filter ofPeters =
        new FollowUps.Filter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(peters));
    FollowUp owed =
        transaction.call(() -> followUps.list(ofPeters, new Cursor.Paging(1, null))).items().get(0);
    clock.set(NOW.minus(Duration.ofDays(3)));
    markFollowUpSent.sent(owed.id(), Optional.empty(), Set.of());
    clock.set(NOW);

    assertThat(renderTalkTrack.of(peters, Optional.of(dave), NONE).track().text())
        .contains("I sent you the details a few days ago.");

    tell(SignalType.LINK_CLICK);
    assertThat(text(prepareCall.of(desk.claim(dave))))
        .contains("I noticed you were taking a look at what I sent you");
  }

  @Test
  void timeIsCountedFromTheFirstConversationNeverFromAnUnansweredAttempt() {
    desk.log(peters, dave, Disposition.NO_ANSWER);
    clock.set(NOW.minus(Duration.ofDays(8)));
    desk.log(peters, dave, Disposition.CALLBACK_REQUESTED, promise("in a week"));
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
  void aClaimWithoutTheProspectsWordsSaysThatACallWasAskedFor() {
    desk.log(peters, dave, Disposition.CALLBACK_REQUESTED, promise(null));
    clock.set(NOW);
    Claim claim = desk.claim(dave);

    Preparation ready = prepareCall.of(claim);

    assertThat(ready.missing()).isEmpty();
    assertThat(text(ready))
        .contains("you suggested that I call you back to set up an appointment.");
    assertThat(
            renderTalkTrack
                .of(claim.id(), stating(Fact.SUGGESTION, "that I call you in December"))
                .track()
                .text())
        .contains("you suggested that I call you in December to set up an appointment.");
  }

  @Test
  void onlyATemplateOfTheCampaignsOwnCanLackAFact() {
    Scripts scripts =
        new Scripts(
            Map.of(
                CallKind.FIRST_CALL,
                "{{greeting}}, {{prospect}}. This is {{agentName}} from {{companyName}}. The reason"
                    + " I'm calling you today is {{objective}}, for {{need}}. Does"
                    + " {{concreteTime}} work for you?"));
    LeadId lead = lead(given.campaign(terms -> terms.saying(scripts)));
    clock.set(NOW);

    assertThatThrownBy(() -> renderTalkTrack.of(lead, Optional.of(dave), NONE))
        .isInstanceOfSatisfying(
            MissingFact.class,
            missing -> assertThat(missing.violations().get(0).pointer()).isEqualTo("/facts/need"));
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

    assertThat(text(prepareCall.of(claim))).contains("you chose two delivery vans from us before");
    assertThat(
            renderTalkTrack
                .of(claim.id(), stating(Fact.REASON, "the new van takes your old racks"))
                .track()
                .text())
        .contains("the new van takes your old racks, and you chose two delivery vans from us");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "REHEAT   | is that we last spoke a few weeks ago, and it is time to set up an"
            + " appointment.",
        "WIN_BACK | is that we last spoke a few weeks ago, and it is time to talk about working"
            + " together again, and you chose two delivery vans from us before."
      })
  void aProgrammesCallHasAReasonWithoutAnybodyWritingOne(TaskKind kind, String reason) {
    desk.log(peters, dave, Disposition.NOT_INTERESTED);
    clock.set(NOW);
    openTask(kind);

    Preparation ready = prepareCall.of(desk.claim(dave));

    assertThat(ready.missing()).isEmpty();
    assertThat(text(ready)).contains("The reason I'm calling you today specifically " + reason);
    assertNothingToMend(ready);
  }

  @Test
  void theEndOfAContractIsABetterReasonThanTheLastConversation() {
    desk.log(peters, dave, Disposition.NOT_INTERESTED);
    clock.set(NOW);
    change("{\"currentVendor\":\"Acme\"}", LocalDate.of(2027, 3, 31));
    openTask(TaskKind.REHEAT);

    assertThat(text(prepareCall.of(desk.claim(dave))))
        .contains("specifically is that your contract with Acme is coming up in March.");
  }

  @Test
  void whatTheProspectNeedsIsABetterReasonThanTheLastConversation() {
    desk.log(peters, dave, Disposition.NOT_INTERESTED);
    clock.set(NOW);
    change("{\"need\":\"room for ten more desks\"}", LocalDate.of(2031, 3, 31));
    openTask(TaskKind.REHEAT);

    assertThat(text(prepareCall.of(desk.claim(dave))))
        .contains("specifically is that you told us that you need room for ten more desks.");
  }

  @Test
  void anObjectionIsToldToTheAgentAndNotSaidToTheProspect() {
    desk.log(
        peters,
        dave,
        Disposition.NOT_INTERESTED,
        CallDetails.NONE.toBuilder().reason("No budget").build());
    clock.set(NOW);
    openTask(TaskKind.REHEAT);

    Preparation ready = prepareCall.of(desk.claim(dave));

    assertThat(text(ready)).doesNotContain("budget");
    assertThat(ready.story().objections())
        .extracting(Story.Refusal::words)
        .containsExactly("No budget");
  }

  @Test
  void aLeadThatNobodyEverTalkedToIsReheatedAsAStranger() {
    desk.log(peters, dave, Disposition.GATEKEEPER);
    clock.set(NOW);
    openTask(TaskKind.REHEAT);

    assertThat(text(prepareCall.of(desk.claim(dave))))
        .contains("The reason I'm calling you today specifically is to set up an appointment.");
  }

  @ParameterizedTest(name = "{0}: you {1} earlier today")
  @CsvSource({
    "FORM_SUBMITTED, sent us a form",
    "INBOUND,        got in touch with us",
    "REPLY,          answered our message"
  })
  void whoCameToUsIsCalledForThat(SignalType signal, String did) {
    clock.set(NOW);
    tell(signal);

    Preparation ready = prepareCall.of(desk.claim(dave));

    assertThat(text(ready))
        .contains(
            "The reason I'm calling you today specifically is that you "
                + did
                + " earlier today, and the next step is to set up an appointment. Does this"
                + " Thursday at 2 pm work for you?");
    assertNothingToMend(ready);
  }

  @Test
  void whoAnsweredAMessageAndLookedAtThePageIsCalledForThePage() {
    clock.set(NOW);
    tell(SignalType.MICROSITE_VISIT);
    tell(SignalType.REPLY);

    assertThat(text(prepareCall.of(desk.claim(dave))))
        .contains("I noticed you were taking a look at your page");
  }

  @Test
  void aCustomerOnAutopilotIsAskedHowThingsAre() {
    desk.log(peters, dave, Disposition.SALE);
    clock.set(NOW);
    openTask(TaskKind.CUSTOMER_CHECK_IN);

    Preparation ready = prepareCall.of(desk.claim(dave));

    assertThat(text(ready))
        .contains(
            "specifically is to hear how everything is working for you. We spoke a few weeks ago."
                + " You chose two delivery vans from us.");
    assertNothingToMend(ready);
  }

  @Test
  void aCampaignOfCheckInsAsksEverybodyHowThingsAre() {
    CampaignId checkIns = given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.CHECK_IN)));
    LeadId customer = lead(checkIns);
    clock.set(NOW);

    Words words = renderTalkTrack.of(customer, Optional.of(dave), NONE);

    assertThat(words.track().kind()).isEqualTo(CallKind.CUSTOMER_CHECK_IN);
  }

  private void tell(SignalType signal) {
    recordSignals.record(
        List.of(
            new SignalReport(
                SignalReport.Who.lead(peters), signal, Optional.empty(), null, null, null)));
  }

  private void change(String fields, LocalDate contractEnd) {
    transaction.run(
        () ->
            sql.update(
                """
                update lead set custom_fields = cast(:fields as jsonb), contract_end = :end
                where tenant_id = :tenant and id = :lead
                """,
                u ->
                    u.bind("lead", peters.value())
                        .bind("end", contractEnd)
                        .bind("fields", fields)));
  }

  private static String text(Preparation ready) {
    return ready.words().orElseThrow().track().text();
  }

  private static void assertNothingToMend(Preparation ready) {
    TalkTrack track = ready.words().orElseThrow().track();
    assertThat(Linter.lint(track.kind(), Scope.OPENER, track.text())).isEmpty();
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
        CallDetails.NONE.toBuilder().reason("No budget").build());
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
