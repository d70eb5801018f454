package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callback.Wish;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.QueueReport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts go round the numbers of a lead; a promise is kept on the number it was made for. */
@QuarkusTest
class RoundOfNumbersTest extends OnPostgres {

  @Inject PromiseCallback promises;
  @Inject LookAtQueue lookAtQueue;
  @Inject SaveLead saveLead;

  private final PhoneNumber first = Fixture.number();
  private final PhoneNumber second = Fixture.number();
  private final PhoneNumber third = Fixture.number();
  private AgentId agent;
  private CampaignId campaign;
  private LeadId lead;

  @BeforeEach
  void aLeadWithThreeNumbers() {
    agent = given.agent();
    campaign = given.campaign();
    lead = given.newLead(campaign).numbers(first, second, third).create();
  }

  private PhoneNumber dial(Disposition outcome) {
    Claim claim = desk.claim(agent);
    desk.log(claim, outcome);
    clock.advance(Duration.ofDays(4));
    return claim.phone().orElseThrow();
  }

  /** A Tuesday morning in New York: the mobile is next, then the line at home. */
  @Test
  void theNextAttemptIsAtAnHourThatSuitsTheNumberWhoseTurnItIs() {
    clock.advance(Duration.between(clock.instant(), Instant.parse("2027-05-04T14:00:00Z")));
    CampaignId other = given.campaign();
    LeadId two =
        saveLead
            .create(
                other,
                new LeadFacts(
                    Optional.empty(),
                    LeadProfile.UNKNOWN.toBuilder().timeZone(ZoneId.of("America/New_York")).build(),
                    List.of(Fixture.number(), Fixture.number()),
                    Map.of(),
                    Map.of()))
            .id();
    PhoneNumber home = numbersOf(two).get(1);
    transaction.run(
        () ->
            sql.update(
                "update lead_phone set stated_type = 'HOME' where tenant_id = :tenant and e164 = :home",
                u -> u.bind("home", home.e164())));

    desk.log(two, agent, Disposition.NO_ANSWER);

    assertThat(nextAttemptOf(two)).isEqualTo(Instant.parse("2027-05-05T21:00:00Z"));
  }

  private List<PhoneNumber> numbersOf(LeadId which) {
    return transaction.call(
        () ->
            sql.query(
                "select e164 from lead_phone where tenant_id = :tenant and lead_id = :lead order by position",
                q ->
                    q.bind("lead", which.value()).mapTo(String.class).stream()
                        .map(PhoneNumber::new)
                        .toList()));
  }

  private Instant nextAttemptOf(LeadId which) {
    return transaction.call(
        () ->
            sql.query(
                "select next_attempt_at from lead where tenant_id = :tenant and id = :lead",
                q -> q.bind("lead", which.value()).mapTo(Instant.class).one()));
  }

  @Test
  void aSwitchboardComesLastInEachRound() {
    CampaignId other = given.campaign();
    saveLead.create(
        other,
        new LeadFacts(
            Optional.empty(),
            LeadProfile.UNKNOWN,
            List.of(first, second, third),
            Map.of(),
            Map.of(first, NumberType.SWITCHBOARD, third, NumberType.HOME)));

    List<PhoneNumber> dialled = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Claim claim = desk.claim(agent, Set.of(other)).get(0);
      desk.log(claim, Disposition.NO_ANSWER);
      clock.advance(Duration.ofDays(4));
      dialled.add(claim.phone().orElseThrow());
    }

    assertThat(dialled).containsExactly(second, third, first, second, third, first);
  }

  private List<PhoneNumber> dial(int times, Disposition outcome) {
    List<PhoneNumber> dialled = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      dialled.add(dial(outcome));
    }
    return dialled;
  }

  @Test
  void eachNumberHasItsShareUntilTheLeadHasHadAll() {
    List<PhoneNumber> dialled = dial(7, Disposition.NO_ANSWER);

    assertThat(dialled).containsExactly(first, second, third, first, second, third, first);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.EXHAUSTED);
    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @Test
  void aDeadNumberDropsOutAndTheOthersHaveItsShare() {
    assertThat(dial(Disposition.NO_ANSWER)).isEqualTo(first);
    assertThat(dial(Disposition.DISCONNECTED)).isEqualTo(second);

    assertThat(dial(5, Disposition.BUSY)).containsExactly(third, first, third, first, third);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.EXHAUSTED);
  }

  @Test
  void whoWasReachedOnANumberIsTriedThereFirst() {
    dial(Disposition.NO_ANSWER);
    assertThat(dial(Disposition.INFORMATION_REQUESTED)).isEqualTo(second);

    assertThat(dial(2, Disposition.NO_ANSWER)).containsExactly(second, third);
  }

  @Test
  void aPromiseIsKeptOnTheNumberOnWhichTheProspectWasReached() {
    dial(Disposition.NO_ANSWER);
    Claim claim = desk.claim(agent);
    assertThat(claim.phone()).contains(second);
    Instant due = clock.instant().plus(Duration.ofDays(3));
    desk.log(claim, Disposition.CALLBACK_REQUESTED, Desk.callback(due));
    clock.set(due);

    assertThat(desk.claim(agent).phone()).contains(second);
  }

  @Test
  void aNumberOnWhichACallIsPromisedToSomebodyElseIsLeftOutOfTheRound() {
    CampaignId another = given.campaign();
    LeadId ada = given.newLead(given.campaign()).named("Ada", "Byron").numbers(second).create();
    LeadId tom = given.newLead(another).named("Tom", "Hood").numbers(first, second).create();
    desk.log(
        ada,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(40))));

    List<PhoneNumber> dialled = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofDays(4));
      Claim claim = desk.claim(agent, Set.of(another)).get(0);
      assertThat(claim.lead()).isEqualTo(tom);
      desk.log(claim, Disposition.NO_ANSWER);
      dialled.add(claim.phone().orElseThrow());
    }

    assertThat(dialled).containsOnly(first);
  }

  @Test
  void whoIsPromisedACallAsAnotherLeadIsDialledColdOnNoNumber() {
    CampaignId another = given.campaign();
    LeadId same = given.newLead(another).named("Ada", "Byron").numbers(first, second).create();
    LeadId ada = given.newLead(another).named("Ada", "Byron").numbers(second, third).create();
    desk.log(
        ada,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(3))));

    assertThat(outlook(same).blockedBy()).contains(BlockCode.NUMBER_PROMISED);
    assertThat(desk.claim(agent, Set.of(another))).isEmpty();
  }

  @Test
  void whereAllNumbersArePromisedToOthersTheLeadWaits() {
    CampaignId another = given.campaign();
    LeadId tom = given.newLead(another).named("Tom", "Hood").numbers(second, third).create();
    LeadId ada = given.newLead(another).named("Ada", "Byron").numbers(third, second).create();
    desk.log(
        ada,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(3))));

    assertThat(outlook(tom).blockedBy()).contains(BlockCode.NUMBER_PROMISED);
  }

  private Wish wish(Instant due, Optional<String> phone, Optional<String> words) {
    return new Wish(
        Optional.of(due),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        phone,
        words,
        Optional.empty());
  }

  @Test
  void aNumberThatWasGivenWins() {
    Instant due = clock.instant().plus(Duration.ofDays(3));
    desk.log(
        desk.claim(agent),
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(wish(due, Optional.of(third.e164()), Optional.empty())));
    clock.set(due);

    assertThat(desk.claim(agent).phone()).contains(third);
  }

  @Test
  void aNumberThatWasSaidWinsAndIsTheLeadsFromThenOn() {
    Instant due = clock.instant().plus(Duration.ofDays(3));
    desk.log(
        desk.claim(agent),
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(
            wish(due, Optional.empty(), Optional.of("call me then on my mobile 646-736-0123"))));
    clock.set(due);

    PhoneNumber mobile = new PhoneNumber("+16467360123");
    assertThat(read(lead).numbers()).containsExactly(first, second, third, mobile);
    assertThat(desk.claim(agent).phone()).contains(mobile);
  }

  @Test
  void aPromiseOutsideACallCanNameItsNumberToo() {
    Instant due = clock.instant().plus(Duration.ofDays(3));
    promises.promise(lead, wish(due, Optional.of(second.e164()), Optional.empty()));
    clock.set(due);

    assertThat(desk.claim(agent).phone()).contains(second);
    assertThatThrownBy(
            () ->
                promises.promise(
                    given.lead(campaign), wish(due, Optional.of("12"), Optional.empty())))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aPromiseOnANumberThatHasDiedIsKeptOnAnother() {
    Instant due = clock.instant().plus(Duration.ofDays(3));
    promises.promise(lead, wish(due, Optional.of(second.e164()), Optional.empty()));
    LeadId other = given.newLead(given.campaign()).numbers(second).create();
    desk.log(other, agent, Disposition.DISCONNECTED);
    clock.set(due);

    assertThat(desk.claim(agent).phone()).contains(first);
  }

  @Test
  void aNumberInUseIsNotReadyForAnotherLead() {
    CampaignId next = given.campaign();
    LeadId sibling = given.newLead(next).numbers(first).create();
    desk.claim(agent, Set.of(campaign));

    QueueReport report = lookAtQueue.look(next, 10);

    assertThat(report.ready()).isEmpty();
    assertThat(report.blocked()).containsEntry(BlockCode.NUMBER_IN_USE, 1L);
    assertThat(report.next()).isEmpty();
    assertThat(desk.claim(given.agent(), Set.of(next))).isEmpty();
  }

  @Test
  void theOutcomesThatReachNobodyAreThoseOfTheTable() {
    List<String> unreached =
        Arrays.stream(Disposition.values())
            .filter(outcome -> !outcome.reachedProspect())
            .map(Enum::name)
            .toList();

    assertThat(QueueEntries.unreached()).containsExactlyInAnyOrderElementsOf(unreached);
  }
}
