package io.warmline.core.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.Race;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.appointment.Appointment.Cancellation;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.AmendCall.Correction;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.lead.Qualification;
import io.warmline.core.lead.Qualification.Answer;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.task.KeepTasks;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Meetings: the campaign policies, "Deliverable" and "Confirming appointments". */
@QuarkusTest
class AppointmentTest extends OnPostgres {

  /** A Wednesday, 14:00 in New York, a week later. */
  private static final Instant MEETING = Instant.parse("2026-11-25T19:00:00Z");

  @Inject SetAppointment setAppointment;
  @Inject ChangeAppointment change;
  @Inject RecordAttendance attendance;
  @Inject Appointments appointments;
  @Inject AmendCall amendCall;
  @Inject TaskBook tasks;
  @Inject KeepTasks keepTasks;
  @Inject Callbacks callbacks;
  @Inject PromiseCallback promises;
  @Inject LeadsInHand inHand;
  @Inject MoveLead moveLead;
  @Inject RemoveLead removeLead;
  @Inject ManageAgent manageAgent;
  @Inject ManageClient manageClient;
  @Inject ClientCalendar calendar;

  private AgentId agent;
  private AgentId other;
  private CampaignId campaign;
  private LeadId lead;

  @BeforeEach
  void aLead() {
    agent = given.agent();
    other = given.agent();
    campaign = given.campaign();
    lead = given.lead(campaign);
  }

  // -- Deliverable

  @Test
  void recordingAnAppointmentInACampaignOfWarmLeadsIsRefused() {
    LeadId warm =
        given.lead(given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD))));

    refused(ProblemCode.APPOINTMENTS_NOT_DELIVERED, () -> set(warm, MEETING));
    refused(
        ProblemCode.APPOINTMENTS_NOT_DELIVERED,
        () -> desk.log(warm, agent, Disposition.APPOINTMENT_SET));
    assertThat(read(warm).status()).isEqualTo(LeadStatus.COLD);
  }

  @Test
  void aStrategicallyPickedProspectNeedsNoScoreToBeOfferedAMeeting() {
    LeadId picked = given.newLead(campaign).score(0).create();

    assertThat(desk.log(picked, agent, Disposition.APPOINTMENT_SET).leadStatus())
        .isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  // -- Over-qualification guard

  @Test
  void mandatoryQualifyingQuestionsComeBeforeTheMeeting() {
    LeadId screened = given.lead(given.campaignAsking(2));

    refused(ProblemCode.QUALIFYING_QUESTIONS_UNANSWERED, () -> set(screened, MEETING));
    refused(
        ProblemCode.QUALIFYING_QUESTIONS_UNANSWERED,
        () -> desk.log(screened, agent, Disposition.APPOINTMENT_SET, meetingAfter(1)));
    assertThat(read(screened).status()).isEqualTo(LeadStatus.COLD);

    LoggedCall logged = desk.log(screened, agent, Disposition.APPOINTMENT_SET, meetingAfter(2));

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void whatWasAnsweredInAnEarlierCallNeedNotBeAskedAgain() {
    LeadId screened = given.lead(given.campaignAsking(2));
    desk.log(screened, agent, Disposition.WARM_INTERESTED, answers(2));

    Appointment set = set(screened, MEETING);

    assertThat(set.status()).isEqualTo(AppointmentStatus.SET);
    assertThat(move(set, MEETING.plus(Duration.ofDays(1))).status())
        .isEqualTo(AppointmentStatus.SET);
  }

  private static CallDetails meetingAfter(int answers) {
    return Desk.meeting(MEETING).answering(answers(answers).answers());
  }

  private static CallDetails answers(int count) {
    List<Answer> answers = Collections.nCopies(count, new Answer("Who decides?", "I do"));
    return CallDetails.NONE.answering(
        new CallAnswers(new Qualification(true, false, false, answers, null), null));
  }

  // -- Setting

  @Test
  void aCallThatSetsAMeetingCreatesAnAppointment() {
    LoggedCall logged = desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    Appointment appointment = logged.appointment().orElseThrow();
    assertThat(appointment.status()).isEqualTo(AppointmentStatus.SET);
    assertThat(appointment.meeting().slot())
        .isEqualTo(new Slot(MEETING, MEETING.plus(Duration.ofMinutes(30))));
    assertThat(appointment.meeting().zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(appointment.setting().agent()).isEqualTo(agent);
    assertThat(appointment.setting().call()).isEqualTo(logged.call().id());
    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    assertThat(logged.next().action()).isEqualTo(NextAction.CONFIRMATION);
    assertThat(events(EventType.APPOINTMENT_SET)).hasSize(1);
  }

  @Test
  void aMeetingNeedsATimeInTheFuture() {
    invalid(() -> desk.log(lead, agent, Disposition.APPOINTMENT_SET, CallDetails.NONE));
    invalid(() -> desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(now())));
    invalid(() -> set(lead, now()));
  }

  @Test
  void theCallThatSetsAMeetingKeepsTheOpenCallback() {
    Callback promised = promises.promise(lead, Desk.at(now().plus(Duration.ofHours(1))));

    desk.log(lead, agent, Disposition.APPOINTMENT_SET);

    assertThat(callback(promised).keptBy()).isNotNull();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aLeadHasOneOpenAppointment() {
    set(lead, MEETING);

    refused(ProblemCode.APPOINTMENT_OPEN, () -> set(lead, MEETING));
  }

  @Test
  void settingAnotherMeetingInACallMovesTheOpenOne() {
    Appointment first = set(lead, MEETING);

    LoggedCall logged =
        desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING.plusSeconds(3600)));

    assertThat(logged.appointment().orElseThrow().chain().from()).isEqualTo(first.id());
  }

  @Test
  void whoIsNotCalledAnyMoreGetsNoMeeting() {
    desk.log(lead, agent, Disposition.DO_NOT_CALL);

    refused(ProblemCode.LEAD_NOT_CALLABLE, () -> set(lead, MEETING));
  }

  @Test
  void aCallThatSetAMeetingMustBeACallToTheLead() {
    assertThatThrownBy(
            () ->
                setAppointment.set(
                    lead, wish(MEETING), Optional.empty(), Optional.of(CallId.next())))
        .isInstanceOf(NotFound.class);
  }

  // -- Confirming: AT_ONCE

  @Test
  void whenAnAppointmentIsSetAConfirmationIsDueWithinTenMinutes() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    Task task = confirmation(lead).orElseThrow();
    assertThat(task.dueAt()).isEqualTo(now());
    assertThat(task.latestAt()).isEqualTo(now().plus(Duration.ofMinutes(10)));
    assertThat(task.expiresAt()).isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
    assertThat(desk.claim(other).place().tier()).isEqualTo(Tier.CONFIRMATION);
  }

  @Test
  void anotherAgentThanTheOneWhoSetItConfirmsWhereOneIsAtWork() {
    desk.log(given.lead(campaign), other, Disposition.SALE);

    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    assertThat(desk.claim(agent, 5)).extracting(Claim::lead).doesNotContain(lead);
    assertThat(desk.claim(other).lead()).isEqualTo(lead);
  }

  @Test
  void whereNobodyElseIsAtWorkTheSetterConfirms() {
    desk.log(given.lead(campaign), other, Disposition.SALE);
    clock.advance(Duration.ofMinutes(15));

    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    assertThat(confirmation(lead).orElseThrow().notAgent()).isNull();
    assertThat(desk.claim(agent).lead()).isEqualTo(lead);
  }

  @Test
  void whoHoldsALeadIsAtWorkAndWhoHasLeftIsNot() {
    LeadId held = given.lead(campaign);
    assertThat(desk.claim(other, 2)).extracting(Claim::lead).contains(held);
    LeadId second = given.lead(campaign);
    desk.log(second, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    assertThat(confirmation(second).orElseThrow().notAgent()).isEqualTo(agent);

    manageAgent.delete(other);
    LeadId third = given.lead(campaign);
    desk.log(third, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING.plusSeconds(7200)));

    assertThat(confirmation(third).orElseThrow().notAgent()).isNull();
  }

  @Test
  void theLagOfTheConfirmationIsMeasuredToTheFirstDial() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    clock.advance(Duration.ofMinutes(7));
    desk.log(desk.claim(other), Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(1));
    desk.log(lead, other, Disposition.APPOINTMENT_CONFIRMED);

    Appointment confirmed = open(lead);
    assertThat(confirmed.confirmationLag()).contains(Duration.ofMinutes(7));
    assertThat(confirmed.confirmation().reachedAt()).isEqualTo(now());
    assertThat(confirmed.status()).isEqualTo(AppointmentStatus.CONFIRMED);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_ANSWER",
        "VOICEMAIL_LEFT",
        "TECHNICAL_FAILURE",
        "ABANDONED_BY_US",
        "GATEKEEPER",
        "LEFT_LIVE_MESSAGE",
        "LANGUAGE_BARRIER"
      })
  void aConfirmationThatDidNotReachTheProspectIsStillToBeMade(Disposition disposition) {
    AgentId speaker = given.agent("es");
    desk.log(
        lead,
        agent,
        Disposition.APPOINTMENT_SET,
        Desk.meeting(Instant.parse("2026-12-09T19:00:00Z")));

    LoggedCall logged = desk.log(desk.claim(speaker), disposition);

    assertThat(codes(logged)).doesNotContain(EffectCode.TASK_DONE);
    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    assertThat(logged.next().action()).isEqualTo(NextAction.CONFIRMATION);
    assertThat(open(lead).status()).isEqualTo(AppointmentStatus.SET);
    clock.set(confirmation(lead).orElseThrow().dueAt());
    keepTasks.tick();
    Claim again = desk.claim(speaker);
    assertThat(again.lead()).isEqualTo(lead);
    assertThat(again.place().tier()).isEqualTo(Tier.CONFIRMATION);
  }

  @ParameterizedTest
  @EnumSource(names = {"APPOINTMENT_CONFIRMED", "CALLBACK_REQUESTED", "NOT_INTERESTED", "HUNG_UP"})
  void aConfirmationIsMadeOnceTheProspectWasSpokenTo(Disposition disposition) {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    desk.log(lead, other, disposition);

    assertThat(confirmation(lead)).isEmpty();
  }

  @Test
  void aConfirmationThatOnlyReachedTheGateExpiresWhenItsTimeIsUp() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    clock.set(Instant.parse("2026-11-23T15:00:00Z"));

    desk.log(lead, other, Disposition.GATEKEEPER);

    assertThat(confirmation(lead)).isEmpty();
    assertThat(open(lead).status()).isEqualTo(AppointmentStatus.SET);
    assertThat(desk.claim(other, 1)).isEmpty();
  }

  @Test
  void aFailureOfTheLineIsNoDialForTheConfirmation() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    clock.advance(Duration.ofMinutes(2));
    desk.log(lead, other, Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofMinutes(15));
    desk.log(lead, other, Disposition.GATEKEEPER);

    assertThat(open(lead).confirmationLag()).contains(Duration.ofMinutes(17));
  }

  @Test
  void aLeadThatHadAllItsAttemptsKeepsItsMeeting() {
    LeadId once = given.lead(given.campaignWith(new CampaignPolicy(1, 3, 240, 300, 15, 1440, 3)));
    desk.log(once, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    LoggedCall logged = desk.log(once, other, Disposition.NO_ANSWER);

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    assertThat(open(once).status()).isEqualTo(AppointmentStatus.SET);
    assertThat(confirmation(once)).isEmpty();
  }

  @Test
  void aMeetingOutlastsTheLastAttemptOnItsLead() {
    for (int attempt = 1; attempt <= 6; attempt++) {
      desk.log(lead, agent, Disposition.NO_ANSWER);
    }
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    LoggedCall unanswered = desk.log(lead, other, Disposition.NO_ANSWER);

    assertThat(unanswered.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    assertThat(confirmation(lead)).isEmpty();
  }

  @Test
  void aMeetingThatACallbackHidesOutlastsTheLastAttemptToo() {
    for (int attempt = 1; attempt <= 6; attempt++) {
      desk.log(lead, agent, Disposition.NO_ANSWER);
    }
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    Callback promised = promises.promise(lead, Desk.at(now().plus(Duration.ofHours(1))));
    clock.advance(Duration.ofHours(1));

    LoggedCall unanswered = desk.log(lead, other, Disposition.NO_ANSWER);

    assertThat(callback(promised).status()).isEqualTo(CallbackStatus.CANCELLED);
    assertThat(unanswered.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aMeetingOfTomorrowIsConfirmedWithinMinutesAndNotReminded() {
    Instant tomorrow = Instant.parse("2026-11-19T19:00:00Z");
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(tomorrow));
    LeadId late = given.lead(campaign);
    desk.log(late, agent, Disposition.APPOINTMENT_SET, Desk.meeting(tomorrow.plusSeconds(3600)));
    clock.advance(Duration.ofMinutes(5));

    desk.log(lead, other, Disposition.APPOINTMENT_CONFIRMED);
    clock.advance(Duration.ofMinutes(55));
    keepTasks.tick();

    Appointment confirmed = transaction.call(() -> appointments.openOf(lead).orElseThrow());
    Appointment unconfirmed = transaction.call(() -> appointments.openOf(late).orElseThrow());
    assertThat(confirmed.status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(confirmed.confirmation().outOfPolicy()).isFalse();
    assertThat(confirmation(late)).isEmpty();
    refused(
        ProblemCode.CONFIRMATION_FORBIDDEN,
        () -> change.confirm(unconfirmed.id(), Optional.empty(), Optional.empty()));
  }

  @Test
  void aConfirmationThatWasNotMadeExpiresWithTheStartOfTheDayBefore() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    clock.set(Instant.parse("2026-11-24T05:00:00Z"));
    keepTasks.tick();

    assertThat(confirmation(lead)).isEmpty();
    assertThat(desk.claim(other, 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"AT_ONCE", "NONE"})
  void confirmationOnTheDayOfTheMeetingOrTheDayBeforeIsRefused(Confirmation policy) {
    Appointment appointment = setUnder(policy);
    clock.set(Instant.parse("2026-11-24T05:00:00Z"));

    refused(
        ProblemCode.CONFIRMATION_FORBIDDEN,
        () -> change.confirm(appointment.id(), Optional.empty(), Optional.empty()));
    clock.set(Instant.parse("2026-11-24T04:59:59Z"));
    change.confirm(appointment.id(), Optional.empty(), Optional.empty());

    assertThat(get(appointment).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(get(appointment).confirmation().outOfPolicy()).isFalse();
  }

  @Test
  void anOverrideNeedsAReasonAndIsReported() {
    Appointment appointment = set(lead, MEETING);
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));

    Appointment confirmed =
        change.confirm(appointment.id(), Optional.empty(), Optional.of("The client insists"));

    assertThat(confirmed.confirmation().outOfPolicy()).isTrue();
    assertThat(confirmed.confirmation().overrideReason()).isEqualTo("The client insists");
    assertThat(events(EventType.APPOINTMENT_CONFIRMED).get(0).data())
        .containsEntry("outOfPolicy", true);
  }

  @Test
  void aConfirmationCallThatWasMadeOnAForbiddenDayIsRecordedAndMarked() {
    set(lead, MEETING);
    clock.set(Instant.parse("2026-11-25T12:00:00Z"));

    LoggedCall logged = desk.log(lead, agent, Disposition.APPOINTMENT_CONFIRMED);

    assertThat(codes(logged)).contains(EffectCode.CONFIRMATION_OUT_OF_POLICY);
    assertThat(open(lead).confirmation().outOfPolicy()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DAY_BEFORE, 2026-11-24T05:00:00Z, 2026-11-25T05:00:00Z",
    "SAME_DAY,   2026-11-25T05:00:00Z, 2026-11-25T19:00:00Z"
  })
  void theDayBeforeAndTheSameDayAreConfirmedThen(
      Confirmation policy, Instant due, Instant expires) {
    Appointment appointment = setUnder(policy);

    Task task = confirmation(appointment.lead()).orElseThrow();
    assertThat(task.dueAt()).isEqualTo(due);
    assertThat(task.expiresAt()).isEqualTo(expires);
    clock.set(due);
    keepTasks.tick();
    assertThat(desk.claim(other).lead()).isEqualTo(appointment.lead());
    desk.log(appointment.lead(), other, Disposition.APPOINTMENT_CONFIRMED);
    assertThat(get(appointment).confirmation().outOfPolicy()).isFalse();
  }

  @Test
  void whereTheCampaignConfirmsNothingThereIsNoConfirmation() {
    assertThat(confirmation(setUnder(Confirmation.NONE).lead())).isEmpty();
  }

  // -- Outcomes are separate

  @Test
  void aCancellationTellsByWhomHowLongBeforeAndInWhichCall() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    clock.advance(Duration.ofMinutes(10));

    LoggedCall logged = desk.log(lead, other, Disposition.APPOINTMENT_CANCELLED);

    Appointment cancelled = logged.appointment().orElseThrow();
    Cancellation how = cancelled.cancellation();
    assertThat(how).isNotNull();
    assertThat(how.by()).isEqualTo(CancelledBy.PROSPECT);
    assertThat(how.call()).isEqualTo(logged.call().id());
    assertThat(how.inConfirmation()).isTrue();
    assertThat(cancelled.notice()).contains(Duration.between(now(), MEETING));
  }

  @Test
  void aCancellationOutsideAConfirmationCallIsNotOneOfThose() {
    Appointment appointment = set(lead, MEETING);

    Appointment cancelled = cancel(appointment);

    assertThat(cancelled.cancellation()).isNotNull();
    assertThat(cancelled.cancellation().inConfirmation()).isFalse();
    assertThat(confirmation(lead)).isEmpty();
    assertThat(events(EventType.APPOINTMENT_CANCELLED).get(0).data())
        .containsEntry("cancelledBy", "CLIENT");
  }

  @ParameterizedTest
  @EnumSource(names = {"WARM", "QUALIFIED"})
  void aCancellationIsNotABadLeadTheLeadKeepsItsVerdict(LeadStatus before) {
    become(lead, before);
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    LoggedCall logged = desk.log(lead, agent, Disposition.APPOINTMENT_CANCELLED);

    assertThat(logged.leadStatus()).isEqualTo(before);
    assertThat(logged.appointment().orElseThrow().setting().agent()).isEqualTo(agent);
    assertThat(logged.appointment().orElseThrow().attendance()).isNull();
  }

  @Test
  void aLeadWhoseMeetingIsOffIsDialledFromTheNextDayOn() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));
    cancel(open(lead));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.CONTACTED);
    assertThat(outlook(lead).notBefore()).isEqualTo(Instant.parse("2026-11-19T05:00:00Z"));
  }

  @Test
  void aRescheduledAppointmentIsLinkedToTheNextOne() {
    Appointment first = set(lead, MEETING, "Room 5");

    Appointment second = move(first, MEETING.plus(Duration.ofDays(1)));
    Appointment third = move(second, MEETING.plus(Duration.ofDays(2)));

    assertThat(get(first).status()).isEqualTo(AppointmentStatus.RESCHEDULED);
    assertThat(get(first).chain().to()).isEqualTo(second.id());
    assertThat(third.chain().from()).isEqualTo(second.id());
    assertThat(third.chain().root()).isEqualTo(first.id());
    assertThat(third.chain().sequence()).isEqualTo(2);
    assertThat(third.meeting().arrangements().place()).isEqualTo("Room 5");
    assertThat(confirmation(lead).orElseThrow().subject()).isEqualTo(third.id().value());
    assertThat(read(lead).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    refused(ProblemCode.APPOINTMENT_CLOSED, () -> move(first, MEETING));
  }

  @Test
  void aMeetingThatIsMovedInItsConfirmationIsNotConfirmedAtOnceAgain() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    desk.log(
        lead,
        other,
        Disposition.APPOINTMENT_RESCHEDULED,
        Desk.meeting(MEETING.plus(Duration.ofDays(1))));

    assertThat(confirmation(lead)).isEmpty();
  }

  @Test
  void whetherAMeetingWasHeldIsTheClientsVerdict() {
    Appointment appointment = set(lead, MEETING);
    refused(
        ProblemCode.APPOINTMENT_NOT_STARTED,
        () -> attendance.held(appointment.id(), Optional.empty(), Optional.empty()));
    clock.set(MEETING);

    attendance.held(appointment.id(), Optional.empty(), Optional.empty());
    Appointment judged =
        attendance.held(appointment.id(), Optional.of(ClientVerdict.QUALIFIED), Optional.empty());

    assertThat(judged.status()).isEqualTo(AppointmentStatus.HELD);
    assertThat(judged.attendance()).isNotNull();
    assertThat(judged.attendance().verdict()).isEqualTo(ClientVerdict.QUALIFIED);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.HANDED_OFF);
    refused(
        ProblemCode.APPOINTMENT_CLOSED,
        () ->
            attendance.held(
                appointment.id(), Optional.of(ClientVerdict.UNQUALIFIED), Optional.empty()));
  }

  @Test
  void aBadLeadIsAVerdictWithItsOwnEvidence() {
    Appointment appointment = set(lead, MEETING);
    promises.promise(lead, Desk.at(MEETING.plusSeconds(60)));
    become(lead, LeadStatus.APPOINTMENT_SET);
    clock.set(MEETING);

    invalid(
        () ->
            attendance.held(
                appointment.id(), Optional.of(ClientVerdict.BAD_LEAD), Optional.empty()));
    attendance.held(
        appointment.id(), Optional.of(ClientVerdict.BAD_LEAD), Optional.of("No such company"));

    assertThat(read(lead).status()).isEqualTo(LeadStatus.DISQUALIFIED);
  }

  @Test
  void aNoShowCreatesACallbackOfTheTeamForTheNextWorkingTime() {
    Appointment appointment = set(lead, MEETING);
    clock.set(MEETING.plus(Duration.ofMinutes(15)));

    Appointment missed = attendance.missed(appointment.id());

    assertThat(missed.attendance()).isNotNull();
    Callback callback = transaction.call(() -> callbacks.get(missed.attendance().callback()));
    assertThat(callback.agent()).isNull();
    assertThat(callback.window().dueAt()).isEqualTo(now());
    assertThat(callback.note()).contains("Did not come");
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);
    assertThat(desk.claim(other).callback()).contains(callback.id());
    assertThat(events(EventType.APPOINTMENT_NO_SHOW)).hasSize(1);
  }

  @Test
  void aProspectWhoWantsNoCallsAndDoesNotComeIsNotCalled() {
    Appointment appointment = set(lead, MEETING);
    desk.log(lead, agent, Disposition.DO_NOT_CALL);
    clock.set(MEETING);

    assertThat(attendance.missed(appointment.id()).attendance())
        .isEqualTo(new Appointment.Attendance(MEETING, null, null, null));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
  }

  // -- The lead

  @Test
  void aRefusalOfCallsCancelsTheConfirmationAndLeavesTheMeeting() {
    desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    desk.log(lead, other, Disposition.DO_NOT_CALL);

    assertThat(confirmation(lead)).isEmpty();
    assertThat(open(lead).status()).isEqualTo(AppointmentStatus.SET);
    cancel(open(lead));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
  }

  @Test
  void aLeadWhoseCallbackEndsGoesBackToItsMeeting() {
    set(lead, MEETING);
    desk.log(lead, agent, Disposition.CALLBACK_REQUESTED);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.CALLBACK_PENDING);

    LoggedCall logged = desk.log(lead, agent, Disposition.NOT_INTERESTED);

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    Callback again = promises.promise(lead, Desk.at(now().plusSeconds(60)));
    promises.cancel(again.id(), new CalledOff(CancelledBy.PROSPECT, "No need"));
    assertThat(read(lead).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aLeadWithAnAppointmentIsKept() {
    Appointment appointment = set(lead, MEETING);
    cancel(appointment);

    refused(ProblemCode.LEAD_IN_USE, () -> removeLead.delete(lead, Optional.empty()));
  }

  @Test
  void anErasedLeadsMeetingIsCancelledAndForgotten() {
    Appointment appointment = set(lead, MEETING, "Room 5");

    removeLead.erase(lead, "GDPR");

    assertThat(get(appointment).status()).isEqualTo(AppointmentStatus.CANCELLED);
    assertThat(get(appointment).meeting().arrangements()).isEqualTo(MeetingArrangements.NONE);
    assertThat(confirmation(lead)).isEmpty();
  }

  @Test
  void anAppointmentStaysWithTheCampaignAndTheClientForWhichItWasSet() {
    Appointment appointment = set(lead, MEETING);

    moveLead.move(lead, given.campaign(t -> Fixture.with(t, Approach.of(Deliverable.WARM_LEAD))));
    Appointment next = move(appointment, MEETING.plusSeconds(3600));

    assertThat(next.campaign()).isEqualTo(campaign);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  // -- Calls that say what is not so

  @ParameterizedTest
  @EnumSource(names = {"APPOINTMENT_CONFIRMED", "APPOINTMENT_RESCHEDULED", "APPOINTMENT_CANCELLED"})
  void aLeadThatNeverHadAnAppointmentHasNoneToChange(Disposition disposition) {
    refused(ProblemCode.NO_APPOINTMENT, () -> desk.log(lead, agent, disposition));
  }

  @ParameterizedTest
  @EnumSource(names = {"APPOINTMENT_CONFIRMED", "APPOINTMENT_RESCHEDULED", "APPOINTMENT_CANCELLED"})
  void aCallAboutAMeetingThatIsOverIsRecordedAndChangesNothing(Disposition disposition) {
    cancel(set(lead, MEETING));

    assertThat(codes(desk.log(lead, agent, disposition)))
        .contains(EffectCode.APPOINTMENT_UNCHANGED);
  }

  @Test
  void aMeetingThatWasLoggedByMistakeWasNeverAgreed() {
    LoggedCall logged = desk.log(lead, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING));

    LoggedCall amended = amend(logged, Disposition.NOT_INTERESTED);
    amend(amended, Disposition.NO_ANSWER);

    Appointment voided = get(logged.appointment().orElseThrow());
    assertThat(voided.cancellation()).isNotNull();
    assertThat(voided.cancellation().voided()).isTrue();
    assertThat(confirmation(lead)).isEmpty();
    assertThat(read(lead).status()).isNotEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aCancellationThatWasLoggedByMistakeIsTakenBack() {
    Appointment appointment = set(lead, MEETING);
    LoggedCall logged = desk.log(lead, agent, Disposition.APPOINTMENT_CANCELLED);

    LoggedCall amended = amend(logged, Disposition.APPOINTMENT_CONFIRMED);

    assertThat(get(appointment).status()).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(amended.leadStatus()).isEqualTo(LeadStatus.APPOINTMENT_SET);
    amend(amended, Disposition.NO_ANSWER);
    assertThat(get(appointment).status()).isEqualTo(AppointmentStatus.SET);
    assertThat(read(lead).status()).isEqualTo(LeadStatus.APPOINTMENT_SET);
  }

  @Test
  void aMoveThatWasLoggedByMistakeIsTakenBack() {
    Appointment appointment = set(lead, MEETING);
    LoggedCall logged = desk.log(lead, agent, Disposition.APPOINTMENT_RESCHEDULED);

    amend(logged, Disposition.NO_ANSWER);

    assertThat(open(lead).id()).isEqualTo(appointment.id());
    assertThat(confirmation(lead).orElseThrow().subject()).isEqualTo(appointment.id().value());
    assertThat(move(open(lead), MEETING.plusSeconds(60)).chain().sequence()).isEqualTo(4);
  }

  // -- The client's time

  @Test
  void aSlotThatAnotherMeetingOfTheClientTakesIsRefusedUnlessToldOtherwise() {
    CampaignId ours = campaignOf(client());
    set(given.lead(ours), MEETING);
    LeadId second = given.lead(ours);

    refused(ProblemCode.SLOT_TAKEN, () -> set(second, MEETING.plus(Duration.ofMinutes(29))));
    refused(
        ProblemCode.SLOT_TAKEN,
        () -> desk.log(second, agent, Disposition.APPOINTMENT_SET, Desk.meeting(MEETING)));
    set(given.lead(ours), MEETING.plus(Duration.ofMinutes(30)));
    MeetingWish twice =
        new MeetingWish(Optional.of(MEETING), Optional.of(60), MeetingArrangements.NONE, true);
    setAppointment.set(second, twice, Optional.empty(), Optional.empty());

    assertThat(open(second).meeting().doubleBooked()).isTrue();
  }

  @Test
  void anAppointmentMayMoveIntoItsOwnTime() {
    LeadId ours = given.lead(campaignOf(client()));
    Appointment first = set(ours, MEETING);

    assertThat(move(first, MEETING.plusSeconds(600)).status()).isEqualTo(AppointmentStatus.SET);
  }

  @Test
  void ofTwoWhoBookOneSlotAtOnceOneGetsIt() {
    CampaignId ours = campaignOf(client());
    List<LeadId> leads = given.leads(ours, 8);
    TenantId tenant = given.tenant();
    List<Callable<Boolean>> bookings =
        leads.stream()
            .map(one -> (Callable<Boolean>) () -> given.as(tenant, () -> booked(one)))
            .toList();

    assertThat(Race.of(bookings)).containsOnlyOnce(true);
  }

  /** Different starts, so that no unique index could help: only the lock does. */
  private boolean booked(LeadId one) {
    try {
      set(one, MEETING.plusSeconds(one.value().getLeastSignificantBits() & 0xff));
      return true;
    } catch (WarmlineException e) {
      return false;
    }
  }

  @Test
  void whatIsNotTakenOfTheMeetingHoursIsFree() {
    ClientId client = client();
    set(given.lead(campaignOf(client)), MEETING);

    List<Slot> free =
        calendar
            .free(
                client,
                Optional.of(Instant.parse("2026-11-25T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-26T00:00:00Z")),
                new Cursor.Paging(2, null))
            .items();

    assertThat(free)
        .extracting(Slot::startsAt)
        .containsExactly(MEETING.minusSeconds(1800), MEETING.plusSeconds(1800));
  }

  @Test
  void pagesOfFreeSlotsGoOnWhereTheLastOneEnded() {
    ClientId client = client();
    var first = calendar.free(client, Optional.empty(), Optional.empty(), paging(1, null));
    var second =
        calendar.free(
            client, Optional.empty(), Optional.empty(), paging(1, first.next().orElseThrow()));

    assertThat(second.items().get(0).startsAt())
        .isEqualTo(first.items().get(0).startsAt().plusSeconds(1800));
  }

  @Test
  void theListGoesByStartAndFilters() {
    Appointment later = set(lead, MEETING.plusSeconds(60));
    Appointment earlier = set(given.lead(campaign), MEETING);

    assertThat(list(none())).extracting(Appointment::id).containsExactly(earlier.id(), later.id());
    assertThat(list(from(MEETING.plusSeconds(1))))
        .extracting(Appointment::id)
        .containsExactly(later.id());
  }

  // -- words

  private static Appointments.Filter none() {
    return new Appointments.Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Appointments.Filter from(Instant start) {
    return new Appointments.Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(AppointmentStatus.SET),
        Optional.of(start),
        Optional.of(start.plusSeconds(3600)));
  }

  private List<Appointment> list(Appointments.Filter filter) {
    return transaction.call(() -> appointments.list(filter, paging(10, null)).items());
  }

  private static Cursor.Paging paging(int limit, Cursor after) {
    return new Cursor.Paging(limit, after);
  }

  private Instant now() {
    return clock.instant();
  }

  private static MeetingWish wish(Instant startsAt) {
    return new MeetingWish(
        Optional.of(startsAt), Optional.empty(), MeetingArrangements.NONE, false);
  }

  private Appointment set(LeadId one, Instant startsAt) {
    return setAppointment.set(one, wish(startsAt), Optional.of(agent), Optional.empty());
  }

  private Appointment set(LeadId one, Instant startsAt, String place) {
    MeetingArrangements there =
        new MeetingArrangements(place, null, null, List.of("Grace"), null, null);
    return setAppointment.set(
        one,
        new MeetingWish(Optional.of(startsAt), Optional.empty(), there, false),
        Optional.of(agent),
        Optional.empty());
  }

  private Appointment setUnder(Confirmation policy) {
    return set(
        given.lead(given.campaign(t -> Fixture.with(t, Fixture.confirming(policy)))), MEETING);
  }

  private ClientId client() {
    return manageClient
        .create(
            new Client.Profile(
                "Chemel",
                Optional.empty(),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.empty(),
                1,
                Optional.empty(),
                new Client.MeetingTimes(
                    Optional.of(CallingHoursText.parse("WEDNESDAY 13:30-17:00")), 30)))
        .id();
  }

  private CampaignId campaignOf(ClientId client) {
    return given.campaign(terms -> terms.onBehalfOf(Optional.of(client)));
  }

  private Appointment move(Appointment appointment, Instant to) {
    return change.reschedule(appointment.id(), wish(to), Optional.of(agent), Optional.empty());
  }

  private Appointment cancel(Appointment appointment) {
    return change.cancel(
        appointment.id(), CancelledBy.CLIENT, Optional.of("Ill"), Optional.empty());
  }

  private LoggedCall amend(LoggedCall logged, Disposition other) {
    return amendCall.amend(
        logged.call().id(),
        Optional.empty(),
        new Correction(Optional.of(other), null, null, desk.detailsFor(other)));
  }

  private void become(LeadId one, LeadStatus status) {
    transaction.run(
        () -> {
          inHand.take(one);
          inHand.become(one, status, now());
          inHand.putBack(one, now());
        });
  }

  private Optional<Task> confirmation(LeadId one) {
    return transaction.call(() -> tasks.openOf(one, TaskKind.QUALITY_CONFIRMATION));
  }

  private Appointment open(LeadId one) {
    return transaction.call(() -> appointments.openOf(one).orElseThrow());
  }

  private Appointment get(Appointment appointment) {
    AppointmentId id = appointment.id();
    return transaction.call(() -> appointments.get(id));
  }

  private Callback callback(Callback callback) {
    return transaction.call(() -> callbacks.get(callback.id()));
  }

  private static List<EffectCode> codes(LoggedCall logged) {
    return logged.effects().stream().map(LoggedCall.Effect::code).toList();
  }

  private static void invalid(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidValue.class);
  }

  private static void refused(ProblemCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
