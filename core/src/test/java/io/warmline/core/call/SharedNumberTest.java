package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Callability;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is promised or refused on a number holds for every lead of the same client that has it: two
 * leads of one list, or one person on two lists.
 */
@QuarkusTest
class SharedNumberTest extends OnPostgres {

  @Inject PromiseCallback promises;
  @Inject JudgeCallability callability;
  @Inject ManageClient clients;
  @Inject AmendCall amendCall;

  private final PhoneNumber number = Fixture.number();
  private AgentId agent;
  private CampaignId campaign;
  private LeadId called;
  private LeadId sibling;

  @BeforeEach
  void twoLeadsWithOneNumber() {
    agent = given.agent();
    campaign = given.campaign();
    called = given.newLead(campaign).externalId("A").numbers(number).create();
    sibling = given.newLead(campaign).externalId("B").numbers(number).create();
  }

  @Test
  void nobodyIsDialledPastAPromiseOnTheSameNumber() {
    Callback promise = promises.promise(called, Desk.at(clock.instant().plus(Duration.ofDays(2))));

    assertThat(desk.claim(agent, 10)).isEmpty();
    Callability judged = callability.judge(sibling, Optional.empty());
    assertThat(judged.blockers())
        .extracting(Callability.Blocker::code)
        .contains(BlockCode.NUMBER_PROMISED);
    assertThat(judged.callableAt()).contains(promise.window().latestAt());
  }

  @Test
  void thePromiseItselfIsKeptThroughItsOwnLead() {
    promises.promise(called, Desk.at(clock.instant().plus(Duration.ofDays(2))));
    clock.advance(Duration.ofDays(2));

    assertThat(desk.claim(agent, 10))
        .singleElement()
        .satisfies(c -> assertThat(c.lead()).isEqualTo(called));
  }

  @Test
  void aLatePromiseStillHoldsTheOtherLeadBack() {
    promises.promise(
        called, Desk.personal(clock.instant().plus(Duration.ofDays(2)), given.agent()));
    clock.advance(Duration.ofDays(3));

    Callability judged = callability.judge(sibling, Optional.empty());

    assertThat(judged.blockers())
        .extracting(Callability.Blocker::code)
        .contains(BlockCode.NUMBER_PROMISED);
    assertThat(judged.callableAt()).isEmpty();
  }

  @Test
  void whenThePromiseIsCalledOffTheOtherLeadIsFree() {
    Callback promise = promises.promise(called, Desk.at(clock.instant().plus(Duration.ofDays(2))));

    promises.cancel(promise.id(), new CalledOff(CancelledBy.PROSPECT, "No need any more"));

    assertThat(outlook(sibling).blockedBy()).isEmpty();
  }

  @Test
  void aLeadThatEntersTheListLaterIsHeldBackToo() {
    promises.promise(called, Desk.at(clock.instant().plus(Duration.ofDays(2))));

    LeadId later = given.newLead(given.campaign()).numbers(number).create();

    assertThat(outlook(later).blockedBy()).contains(BlockCode.NUMBER_PROMISED);
  }

  @Test
  void aRefusalCoolsDownTheNumberForEveryLead() {
    desk.log(called, agent, Disposition.NOT_INTERESTED);
    clock.advance(Duration.ofDays(1));

    assertThat(desk.claim(agent, 10)).isEmpty();
    Callability judged = callability.judge(sibling, Optional.empty());
    assertThat(judged.blockers())
        .extracting(Callability.Blocker::code)
        .contains(BlockCode.NUMBER_REFUSED);
    assertThat(judged.callableAt())
        .contains(clock.instant().minus(Duration.ofDays(1)).plus(Duration.ofDays(90)));
  }

  @Test
  void aCorrectedRefusalCoolsDownNobody() {
    var call = desk.log(called, agent, Disposition.NOT_INTERESTED).call();

    amendCall.amend(
        call.id(),
        Optional.empty(),
        new AmendCall.Correction(
            Optional.of(Disposition.TECHNICAL_FAILURE), null, null, CallDetails.NONE));

    assertThat(outlook(sibling).blockedBy()).isEmpty();
  }

  @Test
  void anotherClientsCampaignGoesItsOwnWay() {
    ClientId other =
        clients
            .create(
                new Client.Profile(
                    "Acme",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("US"),
                    1,
                    Optional.empty()))
            .id();
    CampaignId theirs = given.campaign(terms -> terms.onBehalfOf(Optional.of(other)));
    LeadId elsewhere = given.newLead(theirs).numbers(number).create();

    promises.promise(called, Desk.at(clock.instant().plus(Duration.ofDays(2))));

    assertThat(outlook(elsewhere).blockedBy()).isEmpty();
  }

  @Test
  void aLeadWithAPromiseOfItsOwnIsCalledForThat() {
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    promises.promise(called, Desk.at(tomorrow.plus(Duration.ofDays(1))));
    promises.promise(sibling, Desk.at(tomorrow));
    clock.set(tomorrow);

    assertThat(desk.claim(agent, 10))
        .singleElement()
        .satisfies(c -> assertThat(c.lead()).isEqualTo(sibling));
  }
}
