package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Blocked;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.PromiseBook;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Claims;
import io.warmline.core.task.TaskBook;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A death is the person's: nobody calls them as another lead, and nothing of it is left open. */
@QuarkusTest
class DeathOfAPersonTest extends OnPostgres {

  private static final Instant MEETING = Instant.parse("2026-11-20T16:00:00Z");
  private static final Instant TOMORROW = Instant.parse("2026-11-19T16:00:00Z");

  @Inject AmendCall amendCall;
  @Inject PromiseBook promises;
  @Inject TaskBook tasks;
  @Inject AppointmentBook meetings;
  @Inject Claims claims;
  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;

  CampaignId one;
  CampaignId other;
  AgentId agent;
  PhoneNumber first;
  PhoneNumber second;
  PhoneNumber third;

  @BeforeEach
  void twoCampaigns() {
    one = given.campaign();
    other = given.campaign();
    agent = given.agent();
    first = Fixture.number();
    second = Fixture.number();
    third = Fixture.number();
  }

  private LeadId ada(CampaignId campaign, PhoneNumber... numbers) {
    return given.newLead(campaign).named("Ada", "Byron").numbers(numbers).create();
  }

  private CallId died(LeadId lead) {
    clock.advance(Duration.ofMinutes(5));
    return desk.log(lead, agent, Disposition.DECEASED_OR_CLOSED).call().id();
  }

  private Optional<Callback> promised(LeadId lead) {
    return transaction.call(() -> promises.openOf(lead));
  }

  private Optional<Appointment> meeting(LeadId lead) {
    return transaction.call(() -> meetings.openOf(lead));
  }

  private List<LeadId> claimedFrom(CampaignId campaign) {
    return desk.claim(agent, Set.of(campaign)).stream().map(Claim::lead).toList();
  }

  private void amend(CallId call, Disposition right) {
    clock.advance(Duration.ofMinutes(5));
    amendCall.amend(
        call,
        Optional.empty(),
        new AmendCall.Correction(Optional.of(right), null, null, CallDetails.NONE));
  }

  @Test
  void nobodyCallsThePersonAsAnotherLeadOnAnyNumber() {
    LeadId lead = ada(one, first, second);
    LeadId same = ada(other, third, second);

    died(lead);

    assertThat(claimedFrom(other)).isEmpty();
    assertThat(outlook(same).blockedBy()).contains(BlockCode.PERSON_DECEASED);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DISQUALIFIED);
  }

  @Test
  void aLeadThatComesLaterIsThePersonToo() {
    died(ada(one, first, second));

    LeadId later = ada(other, second, third);

    assertThat(outlook(later).blockedBy()).contains(BlockCode.PERSON_DECEASED);
  }

  /** The number that the list has was never called. */
  @Test
  void whoComesWithAListIsThePersonToo() throws IOException {
    died(ada(one, first, second));

    String csv = "first name,last name,phone\nAda,Byron," + second.e164() + "\n";
    receiveImport.enqueue(
        receiveImport
            .receive(
                other,
                LeadFile.Format.CSV,
                ColumnMapping.automatic(),
                false,
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))
            .id());
    assertThat(runImports.runNext()).isTrue();

    assertThat(claimedFrom(other)).isEmpty();
  }

  @Test
  void thoseWhoOnlyShareTheLineLiveOn() {
    LeadId lead = ada(one, first, second);
    LeadId widower = given.newLead(other).named("Tom", "Byron").numbers(second).create();

    died(lead);

    assertThat(claimedFrom(other)).containsExactly(widower);
  }

  @Test
  void whatWasPromisedOrSetEndsWithThePerson() {
    LeadId lead = ada(one, first);
    LeadId promised = ada(other, first, second);
    LeadId met = ada(given.campaign(), third, first);
    desk.log(promised, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(TOMORROW));
    desk.log(met, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    died(lead);

    assertThat(promised(promised)).isEmpty();
    assertThat(meeting(met)).isEmpty();
    assertThat(transaction.call(() -> tasks.openOf(met))).isEmpty();
    assertThat(outlook(met).blockedBy()).contains(BlockCode.PERSON_DECEASED);
    assertThat(outlook(promised).blockedBy()).contains(BlockCode.PERSON_DECEASED);
  }

  @Test
  void theirOwnMeetingIsOff() {
    LeadId lead = ada(one, first);
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    CallId call = died(lead);

    assertThat(meeting(lead)).isEmpty();
    amend(call, Disposition.NO_ANSWER);
    assertThat(meeting(lead)).isPresent();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aLiveClaimOnAnotherNumberOfThePersonEnds() {
    LeadId lead = ada(one, first, second);
    LeadId same = ada(other, third, second);
    AgentId colleague = given.agent();
    assertThat(desk.claim(colleague, Set.of(other)).get(0).lead()).isEqualTo(same);

    died(lead);

    assertThat(transaction.call(() -> claims.liveOn(same))).isEmpty();
    assertThat(outlook(same).blockedBy()).contains(BlockCode.PERSON_DECEASED);
  }

  @Test
  void ifItWasAnErrorAllIsAsBefore() {
    LeadId lead = ada(one, first);
    LeadId promised = ada(other, first, second);
    LeadId met = ada(given.campaign(), third, first);
    desk.log(promised, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(TOMORROW));
    desk.log(met, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    CallId call = died(lead);

    amend(call, Disposition.NO_ANSWER);

    assertThat(promised(promised)).map(open -> open.window().dueAt()).contains(TOMORROW);
    assertThat(read(promised).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
    assertThat(meeting(met)).isPresent();
    assertThat(read(met).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    assertThat(outlook(promised).blockedBy()).contains(BlockCode.CALLBACK_NOT_DUE);
  }

  /**
   * The claim has its lead and is not committed when the death is told. Without the lock of the
   * rows around a lead the death sees no claim, and leaves it in the agent's hands.
   */
  @Test
  void aClaimThatIsJustBeingMadeIsRevoked() {
    LeadId lead = ada(one, first, second);
    LeadId claimed = ada(other, third, second);
    clock.advance(Duration.ofMinutes(5));

    tellTheDeathOf(lead, () -> assertThat(claimedFrom(other)).containsExactly(claimed));

    assertThat(transaction.call(() -> claims.liveOn(claimed))).isEmpty();
    assertThat(outlook(claimed).blockedBy()).contains(BlockCode.PERSON_DECEASED);
  }

  /** It is made before the death is told. Without the locks of numbers it would stand. */
  @Test
  void aPromiseThatIsJustBeingMadeIsCalledOff() {
    LeadId lead = ada(one, first, second);
    LeadId promised = ada(other, second, third);
    clock.advance(Duration.ofMinutes(5));

    tellTheDeathOf(
        lead,
        () -> desk.log(promised, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(TOMORROW)));

    assertThat(promised(promised)).isEmpty();
    assertThat(outlook(promised).blockedBy()).contains(BlockCode.PERSON_DECEASED);
  }

  /** While this work is done and not committed. */
  private void tellTheDeathOf(LeadId lead, Runnable work) {
    TenantId tenant = given.tenant();
    CompletableFuture<Void> death =
        transaction.call(
            () -> {
              work.run();
              CompletableFuture<Void> told =
                  CompletableFuture.runAsync(
                      () ->
                          given.run(
                              tenant, () -> desk.log(lead, agent, Disposition.DECEASED_OR_CLOSED)));
              Blocked.untilOrDone(1, sql.jdbi(), told);
              return told;
            });
    death.join();
  }

  /** Others claim the person, and promise to call, while the death is told. */
  @RepeatedTest(3)
  void nothingIsLeftOpenWhateverHappensAtTheSameTime() {
    LeadId lead = ada(one, first, second);
    LeadId claimed = ada(other, third, second);
    LeadId promised = ada(given.campaign(), second, Fixture.number());
    clock.advance(Duration.ofMinutes(5));
    TenantId tenant = given.tenant();
    AgentId colleague = given.agent();
    List<Callable<Boolean>> runners = new ArrayList<>();
    runners.add(
        () ->
            given.as(tenant, () -> desk.log(lead, agent, Disposition.DECEASED_OR_CLOSED) != null));
    runners.add(() -> given.as(tenant, () -> desk.claim(colleague, Set.of(other)) != null));
    runners.add(
        () ->
            given.as(
                tenant,
                () ->
                    desk.log(
                            promised,
                            colleague,
                            Disposition.CALLBACK_REQUESTED,
                            Desk.callback(TOMORROW))
                        != null));

    Race.of(runners);

    assertThat(transaction.call(() -> claims.liveOn(claimed))).isEmpty();
    assertThat(claimedFrom(other)).isEmpty();
    assertThat(outlook(promised).blockedBy())
        .as("what was promised after the death was told is kept")
        .contains(
            promised(promised).isPresent()
                ? BlockCode.CALLBACK_NOT_DUE
                : BlockCode.PERSON_DECEASED);
  }

  @Test
  void whoAsksForACallAfterwardsIsCalled() {
    died(ada(one, first));
    LeadId alive = ada(other, first, second);
    clock.advance(Duration.ofMinutes(5));

    desk.log(alive, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(TOMORROW));

    clock.set(TOMORROW);
    assertThat(claimedFrom(other)).containsExactly(alive);
  }
}
