package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead that moves takes its history and its promise along, and obeys its new campaign. */
@QuarkusTest
class MoveLeadTest extends OnPostgres {

  @Inject MoveLead moveLead;
  @Inject RemoveLead removeLead;
  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;

  CampaignId from;
  CampaignId to;
  AgentId agent;
  LeadId lead;

  @BeforeEach
  void aLeadAndWhereItGoes() {
    from = given.campaign();
    to = given.campaign();
    agent = given.agent();
    lead = given.lead(from);
  }

  @Test
  void aMovedLeadIsHandedOutByItsNewCampaignOnly() {
    Lead moved = moveLead.move(lead, to);

    assertThat(moved.campaign()).isEqualTo(to);
    assertThat(desk.claim(agent, Set.of(from))).isEmpty();
    assertThat(desk.claim(agent, Set.of(to))).extracting(Claim::lead).containsExactly(lead);
    assertThat(events(EventType.LEAD_MOVED))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.data())
                    .containsEntry("from", from.toString())
                    .containsEntry("to", to.toString()));
  }

  @Test
  void aMovedLeadFollowsTheHoursOfItsNewCampaign() {
    CampaignId closed = given.campaignOpen(Fixture.everyDay("09:00", "10:00"));

    moveLead.move(lead, closed);

    assertThat(desk.claim(agent, 1)).isEmpty();
  }

  @Test
  void whatIsKnownFromCallsMovesAlong() {
    desk.log(lead, agent, Disposition.NO_ANSWER);

    Lead moved = moveLead.move(lead, to);

    assertThat(moved.status()).isEqualTo(LeadStatus.ATTEMPTING);
    assertThat(moved.attempts()).isEqualTo(1);
    assertThat(outlook(lead).blockedBy()).isPresent();
  }

  @Test
  void theOpenCallbackMovesAlongAndAnEndedOneStays() {
    var due = clock.instant().plus(Duration.ofDays(1));
    Callback ended = promises.promise(lead, Desk.at(due));
    promises.cancel(ended.id(), new CalledOff(CancelledBy.PROSPECT, "another time"));
    Callback open = promises.promise(lead, Desk.at(due));

    moveLead.move(lead, to);

    assertThat(transaction.call(() -> callbacks.get(open.id())).campaign()).isEqualTo(to);
    assertThat(transaction.call(() -> callbacks.get(ended.id())).campaign()).isEqualTo(from);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
  }

  @Test
  void movingToWhereItIsChangesNothing() {
    int version = read(lead).version();

    Lead same = moveLead.move(lead, from);

    assertThat(same.version()).isEqualTo(version);
    assertThat(events(EventType.LEAD_MOVED)).isEmpty();
  }

  @Test
  void aPersonWhomTheOtherCampaignHasIsNotMovedThere() {
    PhoneNumber number = Fixture.number();
    LeadId byNumber = given.newLead(from).numbers(number).create();
    given.newLead(to).numbers(number).create();
    LeadId byExternalId = given.newLead(from).externalId("A-1").create();
    given.newLead(to).externalId("A-1").create();

    refused(ProblemCode.LEAD_EXISTS, () -> moveLead.move(byNumber, to));
    refused(ProblemCode.LEAD_EXISTS, () -> moveLead.move(byExternalId, to));
    assertThat(read(byNumber).campaign()).isEqualTo(from);
  }

  @Test
  void aLeadThatAnAgentHoldsIsNotMoved() {
    desk.claim(agent);

    refused(ProblemCode.LEAD_CLAIMED, () -> moveLead.move(lead, to));
  }

  @Test
  void anErasedLeadIsNotMoved() {
    removeLead.erase(lead, "asked to");

    refused(ProblemCode.LEAD_ERASED, () -> moveLead.move(lead, to));
  }

  @Test
  void aLeadAndACampaignOfAnotherTenantAreNotThere() {
    given.newTenant();
    CampaignId own = given.campaign();
    LeadId ownLead = given.lead(own);

    assertThatThrownBy(() -> moveLead.move(lead, own)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> moveLead.move(ownLead, to)).isInstanceOf(NotFound.class);
    assertThat(read(ownLead).campaign()).isEqualTo(own);
  }

  private static void refused(ProblemCode code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            WarmlineException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
