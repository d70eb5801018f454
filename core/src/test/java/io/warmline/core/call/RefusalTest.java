package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Qualification;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.SuppressionScope;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that end something: a refusal for good, a number that does not work, a referral. */
@QuarkusTest
class RefusalTest extends OnPostgres {

  @Inject Claims claims;
  @Inject Callbacks callbacks;
  @Inject PromiseCallback promises;
  @Inject RemoveLead removeLead;
  @Inject SuppressNumber suppress;
  @Inject LogCall logCall;
  @Inject LogCalls logCalls;

  AgentId agent;
  CampaignId campaign;
  PhoneNumber number;
  LeadId lead;

  @BeforeEach
  void aLead() {
    agent = given.agent();
    campaign = given.campaign();
    number = Fixture.number();
    lead = given.newLead(campaign).numbers(number).score(100).create();
  }

  @Test
  void aRefusalStopsEverythingThatIsMeantForTheNumber() {
    LeadId sibling = given.newLead(given.campaign()).numbers(number).score(50).create();
    LeadId promised = given.newLead(given.campaign()).numbers(number).create();
    Claim held = desk.claim(agent);
    CallbackId callback =
        promises.promise(promised, Desk.at(clock.instant().plus(Duration.ofDays(1)))).id();

    LoggedCall logged = desk.log(sibling, agent, Disposition.DO_NOT_CALL);

    assertThat(held.lead()).isEqualTo(lead);
    assertThat(current(held).status()).isEqualTo(ClaimStatus.REVOKED);
    assertThat(status(callback)).isEqualTo(CallbackStatus.CANCELLED);
    for (LeadId each : new LeadId[] {lead, sibling, promised}) {
      assertThat(read(each).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
      assertThat(outlook(each).closed()).isTrue();
    }
    assertThat(logged.effects())
        .extracting(LoggedCall.Effect::code)
        .contains(EffectCode.SUPPRESSED);
    assertThat(events(EventType.SUPPRESSION_ADDED)).hasSize(1);
    assertThat(events(EventType.CLAIM_REVOKED)).hasSize(1);
    assertThat(events(EventType.CALLBACK_CANCELLED)).hasSize(1);
  }

  @Test
  void aRefusalInTheNotesIsPointedAtAmongManyReports() {
    List<ReportedCall> reports =
        Stream.of("STOP", "rang at the bus stop")
            .map(
                notes ->
                    new ReportedCall(
                        Optional.empty(),
                        Optional.of(given.lead(given.campaign())),
                        Optional.of(agent),
                        Optional.empty(),
                        Disposition.NO_ANSWER,
                        Optional.empty(),
                        null,
                        notes,
                        CallDetails.NONE))
            .toList();

    assertThat(logCalls.log(reports))
        .map(receipt -> pointsAtNotes(((LogCalls.Receipt.Logged) receipt).call()))
        .containsExactly(true, false);
  }

  private static boolean pointsAtNotes(LoggedCall logged) {
    return logged.effects().stream()
        .anyMatch(effect -> effect.code() == EffectCode.REFUSAL_IN_NOTES);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "NO_ANSWER, STOP, true",
    "INFORMATION_REQUESTED, 'Nice man. Please do not call again', true",
    "GATEKEEPER, take me off your list, true",
    "NO_ANSWER, rang at the bus stop, false",
    "NO_ANSWER, , false",
    "DO_NOT_CALL, STOP, false"
  })
  void aRefusalInTheNotesAloneIsPointedAt(Disposition disposition, String notes, boolean told) {
    ReportedCall report =
        new ReportedCall(
            Optional.empty(),
            Optional.of(lead),
            Optional.of(agent),
            Optional.empty(),
            disposition,
            Optional.empty(),
            null,
            notes,
            CallDetails.NONE);

    LoggedCall logged = logCall.log(report);

    assertThat(pointsAtNotes(logged)).isEqualTo(told);
    assertThat(read(lead).status() == LeadStatus.DO_NOT_CALL)
        .as("words alone stop nothing")
        .isEqualTo(disposition == Disposition.DO_NOT_CALL);
  }

  @Test
  void aRefusalIsPointedAtWhereverItStandsInTheReport() {
    Map<Disposition, CallDetails> reports =
        Map.of(
            Disposition.NOT_INTERESTED,
            CallDetails.NONE.toBuilder().reason("Do not call me again").build(),
            Disposition.CALLBACK_REQUESTED,
            CallDetails.NONE.toBuilder().callback(tomorrow("E-mail only")).build(),
            Disposition.INFORMATION_REQUESTED,
            CallDetails.NONE.answering(
                new CallAnswers(
                    new Qualification(false, false, false, List.of(), "Stop calling us"), null)),
            Disposition.APPOINTMENT_SET,
            desk.detailsFor(Disposition.APPOINTMENT_SET)
                .about(meeting("Do not call, write to her")));

    reports.forEach(
        (disposition, details) ->
            assertThat(
                    pointsAtNotes(
                        desk.log(given.lead(given.campaign()), agent, disposition, details)))
                .as("%s", disposition)
                .isTrue());
  }

  private Wish tomorrow(String note) {
    return new Wish(
        Optional.of(clock.instant().plus(Duration.ofDays(1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(note));
  }

  private CallDetails.MeetingDetails meeting(String notes) {
    return new CallDetails.MeetingDetails(
        new MeetingWish(
            Optional.of(clock.instant().plus(Duration.ofDays(7))),
            Optional.empty(),
            new MeetingArrangements(null, null, null, List.of(), null, notes),
            false),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aRefusalForOneCampaignLeavesTheOthersAlone() {
    LeadId elsewhere = given.newLead(given.campaign()).numbers(number).create();

    desk.log(lead, agent, Disposition.DO_NOT_CALL, refusalFor(SuppressionScope.CAMPAIGN));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(read(elsewhere).status()).isEqualTo(LeadStatus.COLD);
  }

  @Test
  void aRefusalWhoseLastStepFailsWritesNothing() {
    LeadId sibling = given.newLead(given.campaign()).numbers(number).create();
    Claim held = desk.claim(agent);
    Map<String, Long> before = rows();
    CallDetails refusalAndNonsense =
        CallDetails.NONE.toBuilder()
            .referral(new CallDetails.Referral("no number", null, null, null))
            .build();

    assertThatThrownBy(() -> desk.log(held, Disposition.DO_NOT_CALL, refusalAndNonsense))
        .isInstanceOf(InvalidValue.class);

    assertThat(rows()).isEqualTo(before);
    assertThat(current(held).status()).isEqualTo(ClaimStatus.ACTIVE);
    assertThat(read(sibling).status()).isEqualTo(LeadStatus.COLD);
  }

  @Test
  void aNumberThatIsWrongGivesWayToTheNext() {
    PhoneNumber second = Fixture.number();
    LeadId two = given.newLead(campaign).numbers(Fixture.number(), second).score(900).create();
    Claim first = desk.claim(agent);

    LoggedCall logged = desk.log(first, Disposition.WRONG_NUMBER);
    Claim next = desk.claim(agent);

    assertThat(logged.next().action()).isEqualTo(NextAction.RETRY);
    assertThat(logged.effects())
        .extracting(LoggedCall.Effect::code)
        .contains(EffectCode.NUMBER_UNCALLABLE, EffectCode.NEXT_NUMBER);
    assertThat(next.lead()).isIn(two, lead);
    assertThat(outlook(two).closed()).isFalse();
    assertThat(phoneInQueue(two)).isEqualTo(second.e164());
  }

  @Test
  void aLeadWhoseOtherNumbersAreSuppressedIsNotCalled() {
    PhoneNumber second = Fixture.number();
    LeadId two = given.newLead(campaign).numbers(Fixture.number(), second).create();
    suppress(second);
    CallbackId callback =
        promises.promise(two, Desk.at(clock.instant().plus(Duration.ofDays(1)))).id();

    LoggedCall logged = desk.log(two, agent, Disposition.DISCONNECTED);

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(logged.next().action()).isEqualTo(NextAction.NONE);
    assertThat(status(callback)).isEqualTo(CallbackStatus.CANCELLED);
  }

  @ParameterizedTest
  @EnumSource(names = {"FAX_OR_MODEM", "DISCONNECTED", "INVALID_NUMBER"})
  void aNumberThatFailsFailsForEveryLeadThatHasIt(Disposition disposition) {
    PhoneNumber second = Fixture.number();
    LeadId withAnother = given.newLead(given.campaign()).numbers(number, second).create();
    LeadId without = given.newLead(given.campaign()).numbers(number).create();

    desk.log(lead, agent, disposition);

    assertThat(phoneInQueue(withAnother)).isEqualTo(second.e164());
    assertThat(outlook(without).blockedBy()).contains(BlockCode.NO_CALLABLE_NUMBER);
  }

  @Test
  void aWrongNumberIsWrongForThisPersonOnly() {
    LeadId one = given.newLead(given.campaign()).named("Ada", "Byron").numbers(number).create();
    LeadId sibling = given.newLead(given.campaign()).named("Bob", "Hope").numbers(number).create();

    desk.log(one, agent, Disposition.WRONG_NUMBER);

    assertThat(outlook(sibling).blockedBy()).contains(BlockCode.ATTEMPT_GAP);
  }

  @Test
  void aPromiseSurvivesANumberThatFailsIfThereIsAnother() {
    PhoneNumber second = Fixture.number();
    LeadId two = given.newLead(campaign).numbers(Fixture.number(), second).create();
    CallbackId callback =
        promises.promise(two, Desk.at(clock.instant().plus(Duration.ofHours(1)))).id();
    clock.advance(Duration.ofHours(1));
    Claim claim = desk.claim(agent);

    desk.log(claim, Disposition.DISCONNECTED);
    Claim again = desk.claim(agent);

    assertThat(again.callback()).contains(callback);
    assertThat(again.phone()).contains(second);
  }

  @Test
  void aReferralBecomesALinkedLead() {
    PhoneNumber other = Fixture.number();

    LoggedCall logged =
        desk.log(lead, agent, Disposition.REFERRED_TO_OTHER, Desk.referral(other.e164()));

    LeadId referred = logged.call().links().referred();
    assertThat(referred).isNotNull();
    assertThat(read(referred).referrer()).contains(lead);
    assertThat(read(referred).campaign()).isEqualTo(campaign);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DISQUALIFIED);
    assertThat(desk.claim(agent).lead()).isEqualTo(referred);
  }

  @Test
  void aReferralToSomebodyWhoMayHaveBeenErasedSaysSo() {
    PhoneNumber other = Fixture.number();
    removeLead.erase(
        given.newLead(campaign).named("Alan", "Turing").numbers(other).create(), "asked to");

    LoggedCall logged =
        desk.log(lead, agent, Disposition.REFERRED_TO_OTHER, Desk.referral(other.e164()));

    assertThat(logged.effects())
        .filteredOn(effect -> effect.code() == EffectCode.LEAD_REFERRED)
        .singleElement()
        .satisfies(
            effect -> assertThat(effect.detail()).contains("was erased on " + today() + ":"));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Test
  void aReferralToSomebodyWeKnowIsThatLead() {
    PhoneNumber other = Fixture.number();
    LeadId known = given.newLead(campaign).numbers(other).create();

    LoggedCall logged =
        desk.log(lead, agent, Disposition.REFERRED_TO_OTHER, Desk.referral(other.e164()));

    assertThat(logged.call().links().referred()).isEqualTo(known);
  }

  @Test
  void aLeadThatNeedsALanguageGoesToWhoSpeaksIt() {
    desk.log(lead, agent, Disposition.LANGUAGE_BARRIER, Desk.language("es"));
    clock.advance(Duration.ofHours(4));

    assertThat(desk.claim(agent, 1)).isEmpty();
    assertThat(desk.claim(given.agent("es")).lead()).isEqualTo(lead);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CALLBACK_REQUESTED",
        "NOT_NOW_NURTURE",
        "NOT_QUALIFIED",
        "LANGUAGE_BARRIER",
        "REFERRED_TO_OTHER"
      })
  void anOutcomeWithoutWhatItCallsForIsRefused(Disposition disposition) {
    assertThatThrownBy(() -> desk.log(lead, agent, disposition, CallDetails.NONE))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aRevisitIsTomorrowAtTheEarliest() {
    assertThatThrownBy(
            () ->
                desk.log(
                    lead,
                    agent,
                    Disposition.NOT_NOW_NURTURE,
                    Desk.revisit(LocalDate.of(2026, 11, 18))))
        .isInstanceOf(InvalidValue.class);
    assertThat(
            desk.log(
                    lead,
                    agent,
                    Disposition.NOT_NOW_NURTURE,
                    Desk.revisit(LocalDate.of(2026, 11, 19)))
                .next()
                .at())
        .contains(Instant.parse("2026-11-19T05:00:00Z"));
  }

  @Test
  void aCallWithoutANumberWasMadeToTheOneThatWouldBeDialled() {
    PhoneNumber second = Fixture.number();
    PhoneNumber first = Fixture.number();
    LeadId two = given.newLead(campaign).numbers(first, second).create();
    suppress(first);

    assertThat(desk.log(two, agent, Disposition.NO_ANSWER).call().phone()).isEqualTo(second);
  }

  private static CallDetails refusalFor(SuppressionScope scope) {
    return CallDetails.NONE.toBuilder().suppressionScope(scope).build();
  }

  private void suppress(PhoneNumber phone) {
    suppress.add(
        new Suppression.Request(phone, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Claim current(Claim of) {
    return transaction.call(() -> claims.get(of.id()));
  }

  private CallbackStatus status(CallbackId id) {
    return transaction.call(() -> callbacks.get(id)).status();
  }

  private String phoneInQueue(LeadId of) {
    return transaction.call(
        () ->
            sql.query(
                "select phone from queue_entry where tenant_id = :tenant and lead_id = :lead",
                q -> q.bind("lead", of.value()).mapTo(String.class).one()));
  }

  private Map<String, Long> rows() {
    return transaction.call(
        () ->
            Map.of(
                "call",
                count("call"),
                "suppression",
                count("suppression"),
                "event",
                count("event"),
                "lead",
                count("lead")));
  }

  private long count(String table) {
    return sql.query(
        "select count(*) from " + table + " where tenant_id = :tenant",
        q -> q.mapTo(Long.class).one());
  }
}
