package io.warmline.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.sdk.CallbackFilter;
import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.ConflictException;
import io.warmline.sdk.EventFilter;
import io.warmline.sdk.InvalidRequestException;
import io.warmline.sdk.WarmlineException;
import io.warmline.sdk.model.CallAppointment;
import io.warmline.sdk.model.CallKind;
import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.CallbackPromise;
import io.warmline.sdk.model.CallbackStatus;
import io.warmline.sdk.model.ClaimStatus;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.Effect;
import io.warmline.sdk.model.Event;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.NewCallback;
import io.warmline.sdk.model.NewLead;
import io.warmline.sdk.model.NextAction;
import io.warmline.sdk.model.ReleaseReason;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fake does of a working day. */
class WorkingDayTest {
  private final FakeWarmline server = FakeWarmline.start();
  private final Day day = new Day(server.client());

  @AfterEach
  void close() {
    server.close();
  }

  private OffsetDateTime in(Duration time) {
    return server.clock().instant().plus(time).atOffset(ZoneOffset.UTC);
  }

  @Test
  void theBestLeadComesFirstAndNobodyElseGetsIt() {
    ClaimedLead first = day.claim();
    ClaimedLead second = day.claim();

    assertThat(first.lead().getFirstName()).isEqualTo("James");
    assertThat(first.phone()).isEqualTo("+15046218927");
    assertThat(second.lead().getFirstName()).isEqualTo("Art");
    assertThat(day.next().isEmpty()).isTrue();
  }

  @Test
  void twoLeadsWithOneNumberAreNotCalledAtOnce() {
    var other =
        day.warmline
            .campaigns()
            .createCampaign(
                new io.warmline.sdk.model.NewCampaign()
                    .name("Other")
                    .defaultCountry("US")
                    .timeZone("America/New_York"))
            .value();
    day.warmline
        .leads()
        .createLead(new NewLead().campaignId(other.getId()).phones(List.of("+15046218927")));

    day.claim();
    day.claim();

    assertThat(day.next().isEmpty()).isTrue();
  }

  @Test
  void aLeaseEndsByTheClockAndTheLeadComesBack() {
    ClaimedLead claim = day.claim();

    server.clock().advance(Duration.ofMinutes(5));

    assertThat(day.warmline.claims().getClaim(claim.id()).getStatus())
        .isEqualTo(ClaimStatus.EXPIRED);
    assertThatThrownBy(() -> claim.extend(Duration.ofMinutes(5)))
        .isInstanceOfSatisfying(
            ConflictException.class, e -> assertThat(e.code()).isEqualTo("CLAIM_EXPIRED"));
    assertThat(day.claim().lead().getId()).isEqualTo(day.james.getId());
  }

  @Test
  void aLeaseThatIsExtendedLastsLonger() {
    ClaimedLead claim = day.claim();

    claim.extend(Duration.ofMinutes(20));
    server.clock().advance(Duration.ofMinutes(19));

    assertThat(day.warmline.claims().getClaim(claim.id()).getStatus())
        .isEqualTo(ClaimStatus.ACTIVE);
  }

  @Test
  void aCallAfterTheLeaseIsRecordedLate() {
    ClaimedLead claim = day.claim();
    server.clock().advance(Duration.ofMinutes(6));

    LoggedCall logged = claim.log(new NewCall().disposition(Disposition.NO_ANSWER));

    assertThat(logged.getCall().getLate()).isTrue();
    assertThat(codes(logged)).contains("RECORDED_LATE").doesNotContain("CLAIM_COMPLETED");
  }

  @Test
  void aPromiseComesBackWhenItIsDueAndIsKept() {
    LoggedCall promised =
        day.log(
            new NewCall()
                .disposition(Disposition.CALLBACK_REQUESTED)
                .callback(new CallbackPromise().dueAt(in(Duration.ofHours(2)))));
    assertThat(codes(promised))
        .containsExactly("CLAIM_COMPLETED", "CALLBACK_CREATED", "STATUS_CHANGED");
    assertThat(promised.getNext().getAction()).isEqualTo(NextAction.CALLBACK);
    assertThat(day.claim().lead().getFirstName()).isEqualTo("Art");

    server.clock().advance(Duration.ofHours(2));
    ClaimedLead back = day.claim();

    assertThat(back.lead().getFirstName()).isEqualTo("James");
    assertThat(back.claim().getTier()).isEqualTo(1);
    assertThat(back.talkTrack().orElseThrow().getKind()).isEqualTo(CallKind.CALLBACK);
    assertThat(back.story().orElseThrow().getAttempts()).isEqualTo(1);
    LoggedCall kept =
        back.log(new NewCall().disposition(Disposition.NOT_INTERESTED).reason("No budget"));
    assertThat(codes(kept)).contains("CALLBACK_KEPT");
    assertThat(kept.getCallback().getStatus()).isEqualTo(CallbackStatus.KEPT);
  }

  @Test
  void aPromiseThatReachedNobodyIsTriedAgain() {
    Callback promised = promise(Duration.ofHours(1));
    server.clock().advance(Duration.ofHours(1));

    LoggedCall logged = day.log(Disposition.BUSY);

    assertThat(logged.getCall().getLeadId()).isEqualTo(promised.getLeadId());
    assertThat(logged.getCallback().getDueAt()).isEqualTo(in(Duration.ofMinutes(30)));
    assertThat(logged.getCallback().getHistory()).hasSize(1);
    assertThat(codes(logged)).contains("CALLBACK_RESCHEDULED");
  }

  @Test
  void aPromiseThatIsNotKeptIsLoudlyLate() {
    promise(Duration.ofMinutes(30));

    server.clock().advance(Duration.ofMinutes(46));

    assertThat(types())
        .containsSubsequence("callback.scheduled", "callback.due", "callback.overdue");
    assertThat(day.warmline.callbacks().listCallbacks(CallbackFilter.all().overdue(true)).items())
        .hasSize(1);
    assertThat(day.claim().reasons().get(0).getCode()).isEqualTo("CALLBACK_OVERDUE");
  }

  @Test
  void wordsMeanWhatTheTestSays() {
    server.understands("after lunch", Duration.ofHours(3));

    LoggedCall logged =
        day.log(
            new NewCall()
                .disposition(Disposition.CALLBACK_REQUESTED)
                .callback(new CallbackPromise().words("after lunch")));

    assertThat(logged.getCallback().getDueAt()).isEqualTo(in(Duration.ofHours(3)));
  }

  @Test
  void wordsThatNobodyExplainedAreRefusedByName() {
    WarmlineException refused =
        catchThrowableOfType(
            WarmlineException.class,
            () ->
                day.log(
                    new NewCall()
                        .disposition(Disposition.CALLBACK_REQUESTED)
                        .callback(new CallbackPromise().words("mañana"))));

    assertThat(refused.code()).isEqualTo("NOT_FAKED");
    assertThat(refused.status()).isEqualTo(501);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_ANSWER, ATTEMPTING, RETRY, PT24H",
    "BUSY, ATTEMPTING, RETRY, PT30M",
    "VOICEMAIL_LEFT, ATTEMPTING, RETRY, PT48H",
    "TECHNICAL_FAILURE, COLD, RETRY, PT15M",
    "GATEKEEPER, CONTACTED, RETRY, PT24H",
    "HUNG_UP, CONTACTED, RETRY, PT168H",
    "WARM_INTERESTED, WARM, RETRY, PT24H",
    "ALREADY_CUSTOMER, CUSTOMER, NONE,",
    "DO_NOT_CALL, DO_NOT_CALL, NONE,",
  })
  void whatFollowsFromAnOutcome(
      Disposition disposition, LeadStatus status, NextAction next, Duration after) {
    LoggedCall logged = day.log(disposition);

    assertThat(logged.getLeadStatus()).isEqualTo(status);
    assertThat(logged.getNext().getAction()).isEqualTo(next);
    assertThat(logged.getNext().getAt()).isEqualTo(after == null ? null : in(after));
  }

  @Test
  void aMeetingTakesTheLeadOutOfTheQueue() {
    LoggedCall logged =
        day.log(
            new NewCall()
                .disposition(Disposition.APPOINTMENT_SET)
                .appointment(new CallAppointment().startsAt(in(Duration.ofDays(2)))));

    assertThat(logged.getNext().getAction()).isEqualTo(NextAction.APPOINTMENT);
    assertThat(logged.getAppointment().getLocalTime()).isEqualTo("10:15");
    assertThat(day.claim().lead().getFirstName()).isEqualTo("Art");
    assertThat(types()).contains("appointment.set");
  }

  @Test
  void whatDoesNotGoWithAnOutcomeIsRefused() {
    ClaimedLead claim = day.claim();

    assertThatThrownBy(
            () ->
                claim.log(
                    new NewCall()
                        .disposition(Disposition.NO_ANSWER)
                        .callback(new CallbackPromise().dueAt(in(Duration.ofHours(1))))))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e -> assertThat(e.errors().get(0).getPointer()).isEqualTo("/callback"));
    assertThat(day.warmline.calls().listCalls().items()).isEmpty();
  }

  @Test
  void aClaimIsGoodForOneCall() {
    ClaimedLead claim = day.claim();
    NewCall report = new NewCall().claimId(claim.id()).disposition(Disposition.NO_ANSWER);

    day.warmline.calls().logCall(report);
    LoggedCall again = day.warmline.calls().logCall(report).value();

    assertThat(codes(again)).containsExactly("ALREADY_LOGGED");
    assertThatThrownBy(() -> day.warmline.calls().logCall(report.disposition(Disposition.BUSY)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void outsideItsHoursACampaignCallsNobodyAndSaysHowLong() {
    server.clock().advanceTo(Instant.parse("2026-11-19T01:00:00Z"));

    assertThat(day.next().isEmpty()).isTrue();
    assertThat(day.next().retryAfter()).isEqualTo(Duration.ofHours(13));
    assertThat(day.warmline.campaigns().getQueue(day.campaign).getBlocked().get(0).getCode())
        .hasToString("CALLING_HOURS");
  }

  @Test
  void aReleasedLeadIsWhereItWas() {
    day.claim().release(ReleaseReason.SKIPPED);

    assertThat(day.claim().lead().getFirstName()).isEqualTo("James");
  }

  @Test
  void somebodyElsesPromiseIsHisForTheGrace() {
    var other =
        day.warmline.agents().createAgent(new io.warmline.sdk.model.NewAgent().name("Ana")).value();
    day.warmline
        .callbacks()
        .createCallback(
            new NewCallback()
                .leadId(day.james.getId())
                .agentId(other.getId())
                .dueAt(in(Duration.ofMinutes(10))));

    server.clock().advance(Duration.ofMinutes(12));

    assertThat(day.claim().lead().getFirstName()).isEqualTo("Art");
    assertThat(day.warmline.claims().claimNextLead(other.getId()).orElseThrow().lead().getId())
        .isEqualTo(day.james.getId());
  }

  @Test
  void eventsComeInOrderAndAreFollowed() {
    day.log(Disposition.NO_ANSWER);

    List<String> heard = new ArrayList<>();
    day.warmline
        .events()
        .streamEvents(
            EventFilter.all(),
            event -> {
              heard.add(event.getType());
              return !event.getType().equals("call.logged");
            });

    assertThat(heard)
        .containsExactly(
            "campaign.created",
            "agent.created",
            "lead.created",
            "lead.created",
            "lead.status_changed",
            "call.logged");
  }

  private Callback promise(Duration in) {
    return day.warmline
        .callbacks()
        .createCallback(new NewCallback().leadId(day.james.getId()).dueAt(in(in)))
        .value();
  }

  private List<String> types() {
    return day.warmline.events().listEvents().items().stream().map(Event::getType).toList();
  }

  private static List<String> codes(LoggedCall logged) {
    return logged.getEffects().stream().map(Effect::getCode).toList();
  }
}
