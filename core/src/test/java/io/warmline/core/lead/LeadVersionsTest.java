package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.appointment.ChangeAppointment;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.appointment.SetAppointment;
import io.warmline.core.call.AmendCall;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.ExpireHandoffs;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.programme.ManageProgramme;
import io.warmline.core.programme.Programme;
import io.warmline.core.programme.ProgrammeKind;
import io.warmline.core.programme.RunProgrammes;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of a lead changes if, and only if, its version does. */
@QuarkusTest
class LeadVersionsTest extends OnPostgres {

  private static final LocalDate LATER = LocalDate.of(2027, 9, 1);

  @Inject SaveLead saveLead;
  @Inject MoveLead moveLead;
  @Inject RemoveLead removeLead;
  @Inject ChangeStatus changeStatus;
  @Inject RegroupLeads regroupLeads;
  @Inject AmendCall amendCall;
  @Inject PromiseCallback promises;
  @Inject SetAppointment setAppointment;
  @Inject ChangeAppointment changeAppointment;
  @Inject DecideHandoff decide;
  @Inject ExpireHandoffs expireHandoffs;
  @Inject SuppressNumber suppress;
  @Inject ManageProgramme programmes;
  @Inject RunProgrammes runProgrammes;
  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;

  private CampaignId campaign;
  private AgentId agent;
  private PhoneNumber number;
  private LeadId lead;

  @BeforeEach
  void aLead() {
    campaign = given.campaign(t -> t.toBuilder().approach(warmLeads()).build());
    agent = given.agent();
    number = Fixture.number();
    lead = given.newLead(campaign).externalId("7").numbers(number).create();
    clock.advance(Duration.ofMinutes(1));
  }

  private static Approach warmLeads() {
    return Approach.of(Deliverable.WARM_LEAD);
  }

  @Test
  void aChangeMovesIt() {
    moves(() -> title("Rear Admiral"));
    moves(() -> saveLead.state(lead, new LeadProfile.StatedPlace("US", "CA", null)));
    stays(() -> title("Rear Admiral"));
    stays(() -> saveLead.state(lead, new LeadProfile.StatedPlace("US", "CA", null)));
  }

  @Test
  void aChangeThatChangesNothingIsNotTold() {
    title("Rear Admiral");
    int told = events(EventType.LEAD_UPDATED).size();

    title("Rear Admiral");
    saveLead.change(lead, Optional.empty(), Lead::facts);

    assertThat(events(EventType.LEAD_UPDATED)).hasSize(told).hasSize(1);
  }

  @Test
  void anUpsertMovesItUnlessItSaysTheSame() {
    LeadFacts facts = given.newLead(campaign).externalId("7").numbers(number).score(7).facts();

    moves(() -> saveLead.upsert(campaign, facts));
    stays(() -> saveLead.upsert(campaign, facts));
  }

  @Test
  void anImportMovesIt() {
    moves(() -> importInto("externalId,phone,city\n7," + number.e164() + ",Bonn\n"));
  }

  @Test
  void aCallAndItsCorrectionMoveIt() {
    CallId call = moved(() -> desk.log(lead, agent, Disposition.NO_ANSWER).call().id());

    moves(() -> amend(call, Disposition.BUSY));
    moves(() -> amend(call, Disposition.LANGUAGE_BARRIER));
  }

  @Test
  void aNumberThatAnotherLeadsCallShowedToBeDeadMovesIt() {
    LeadId other = given.newLead(given.campaign()).numbers(number).create();

    CallId call = moved(() -> desk.log(other, agent, Disposition.DISCONNECTED).call().id());
    assertThat(read(lead).phones().get(0).uncallable()).contains("DISCONNECTED");

    moves(() -> amend(call, Disposition.NO_ANSWER));
    assertThat(read(lead).phones().get(0).uncallable()).isEmpty();
  }

  @Test
  void aNumberThatIsWrongForWhoMayBeTheSamePersonMovesIt() {
    LeadId other = given.newLead(given.campaign()).numbers(number).create();

    moves(() -> desk.log(other, agent, Disposition.WRONG_NUMBER));
  }

  @Test
  void aNumberThatIsWrongForSomebodyElseLeavesIt() {
    lead = given.newLead(campaign).numbers(number).externalId("ann").named("Ann", "Lee").create();
    LeadId other = given.newLead(given.campaign()).numbers(number).named("Bo", "Roe").create();

    stays(() -> desk.log(other, agent, Disposition.WRONG_NUMBER));
  }

  @Test
  void aDoNotCallEntryAndItsRemovalMoveIt() {
    Suppression entry =
        moved(
            () ->
                suppress
                    .add(
                        new Suppression.Request(
                            number, Optional.empty(), Optional.empty(), Optional.empty()))
                    .entry());

    moves(
        () -> suppress.remove(entry.id(), new Suppression.Evidence("a letter", Optional.empty())));
  }

  @Test
  void anOfferAndItsReturnMoveIt() {
    HandoffId offer = moved(this::offer);

    moves(() -> decide.giveBack(offer, Optional.empty(), back(ReturnReason.NOT_READY)));
    assertThat(read(lead).nextAttemptAt())
        .contains(LATER.atStartOfDay(ZoneId.of("America/New_York")).toInstant());
  }

  @Test
  void theReturnOfANurtureLeadMovesItThoughItsStatusStays() {
    desk.log(
        lead,
        agent,
        Disposition.NOT_NOW_NURTURE,
        desk.detailsFor(Disposition.NOT_NOW_NURTURE).toBuilder().reason("Not this year").build());
    HandoffId offer = lastOffer();

    moves(() -> decide.giveBack(offer, Optional.empty(), back(ReturnReason.NOT_READY)));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.NURTURE);
  }

  @Test
  void anOfferThatIsAcceptedLeavesItAndOneThatLapsesMovesIt() {
    HandoffId offer = offer();
    stays(() -> decide.accept(offer, Optional.empty(), "Ours"));

    lead = given.lead(campaign);
    offer();
    moves(
        () -> {
          clock.advance(Duration.ofDays(60));
          expireHandoffs.tick();
        });
  }

  @Test
  void aMeetingAndItsEndMoveIt() {
    CampaignId meetings =
        given.campaign(t -> t.toBuilder().approach(Approach.of(Deliverable.APPOINTMENT)).build());
    lead = given.lead(meetings);
    Appointment set =
        moved(
            () ->
                setAppointment.set(
                    lead,
                    new MeetingWish(
                        Optional.of(clock.instant().plus(Duration.ofDays(3))),
                        Optional.empty(),
                        MeetingArrangements.NONE,
                        false),
                    Optional.of(agent),
                    Optional.empty()));

    moves(
        () ->
            changeAppointment.cancel(
                set.id(), CancelledBy.PROSPECT, Optional.empty(), Optional.empty()));
  }

  @Test
  void aPromiseAndItsEndMoveItButAnotherTimeDoesNot() {
    Callback callback =
        moved(() -> promises.promise(lead, Desk.at(clock.instant().plus(Duration.ofDays(2)))));

    stays(
        () ->
            promises.change(
                callback.id(),
                Optional.empty(),
                Desk.at(clock.instant().plus(Duration.ofDays(3)))));
    moves(
        () ->
            promises.cancel(
                callback.id(), new CalledOff(CancelledBy.PROSPECT, "does not want one")));
  }

  @Test
  void aTaskOfAProgrammeMovesIt() {
    desk.log(lead, agent, Disposition.SALE);
    programmes.create(
        new Programme.Terms(
            ProgrammeKind.CUSTOMER_CHECK_IN,
            "Once a year",
            true,
            30,
            List.of(),
            100,
            Optional.empty()));

    moves(
        () -> {
          clock.advance(Duration.ofDays(40));
          runProgrammes.tick();
        });
  }

  @Test
  void anotherCampaignMovesItAndTheSameLeavesIt() {
    CampaignId other = given.campaign();

    moves(() -> moveLead.move(lead, other));
    stays(() -> moveLead.move(lead, other));
  }

  @Test
  void aDecreeMovesIt() {
    desk.log(lead, agent, Disposition.NOT_QUALIFIED);

    moves(
        () ->
            changeStatus.change(
                lead,
                Optional.empty(),
                new ChangeStatus.Wish(LeadStatus.COLD, agent, "A mistake", Optional.empty())));
  }

  @Test
  void anErasureMovesItOnce() {
    moves(() -> removeLead.erase(lead, "asked for"));
    stays(() -> removeLead.erase(lead, "asked for"));
  }

  @Test
  void theEndOfTheLeadThatNamedItMovesIt() {
    LeadId named = saveLead.refer(campaign, given.newLead(campaign).facts(), lead).lead().id();
    LeadId referrer = lead;
    lead = named;

    moves(() -> removeLead.delete(referrer, Optional.empty()));
    assertThat(read(lead).referrer()).isEmpty();
  }

  @Test
  void anotherBucketLeavesIt() {
    stays(() -> transaction.run(() -> regroupLeads.regroup()));
  }

  @Test
  void aClaimLeavesIt() {
    stays(() -> desk.claim(agent));
  }

  @Test
  void aChangeOfAVersionThatIsGoneIsRefused() {
    int seen = read(lead).version();
    title("Rear Admiral");

    assertThatThrownBy(() -> saveLead.change(lead, Optional.of(seen), Lead::facts))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.VERSION_MISMATCH));
  }

  private void title(String text) {
    saveLead.change(
        lead,
        Optional.empty(),
        seen ->
            new LeadFacts(
                seen.externalId(), seen.profile().toBuilder().title(text).build(), seen.numbers()));
  }

  private HandoffId offer() {
    desk.log(lead, agent, Disposition.QUALIFIED);
    return lastOffer();
  }

  private HandoffId lastOffer() {
    var offered = events(EventType.HANDOFF_OFFERED);
    return new HandoffId(offered.get(offered.size() - 1).subject());
  }

  private static DecideHandoff.Return back(ReturnReason reason) {
    return new DecideHandoff.Return(reason, "Sorry", Optional.of(LATER));
  }

  private void amend(CallId call, Disposition to) {
    CallDetails details = desk.detailsFor(to);
    amendCall.amend(
        call, Optional.empty(), new AmendCall.Correction(Optional.of(to), null, null, details));
  }

  private void importInto(String csv) {
    try {
      ReceiveImport.Received received =
          receiveImport.receive(
              campaign,
              LeadFile.Format.CSV,
              ColumnMapping.automatic(),
              false,
              new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
      receiveImport.enqueue(received.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(runImports.runNext()).isTrue();
  }

  private void moves(Runnable step) {
    moved(
        () -> {
          step.run();
          return true;
        });
  }

  private <T> T moved(Supplier<T> step) {
    Lead before = read(lead);
    clock.advance(Duration.ofSeconds(1));
    T result = step.get();
    Lead after = read(lead);
    assertThat(after.version()).as("version").isGreaterThan(before.version());
    assertThat(shown(after)).as("what is shown").isNotEqualTo(shown(before));
    assertThat(after.updatedAt()).as("when it changed").isAfter(before.updatedAt());
    return result;
  }

  private void stays(Runnable step) {
    Lead before = read(lead);
    clock.advance(Duration.ofSeconds(1));
    step.run();
    assertThat(read(lead)).isEqualTo(before);
  }

  /** All but the version. */
  private static Lead shown(Lead one) {
    return one.written(0, one.updatedAt());
  }
}
