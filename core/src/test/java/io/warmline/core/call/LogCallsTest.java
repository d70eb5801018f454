package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.LogCalls.Receipt;
import io.warmline.core.call.LogCalls.Receipt.Logged;
import io.warmline.core.call.LogCalls.Receipt.Refused;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many calls in one request: each as if it had been reported alone. */
@QuarkusTest
class LogCallsTest extends OnPostgres {

  @Inject LogCalls logCalls;
  @Inject Calls calls;
  @Inject Claims claims;

  private AgentId agent;
  private CampaignId campaign;

  @BeforeEach
  void aCampaign() {
    agent = given.agent();
    campaign = given.campaign();
  }

  static ReportedCall noAnswer(Claim claim) {
    return report(claim, Disposition.NO_ANSWER, CallDetails.NONE);
  }

  private static ReportedCall report(Claim claim, Disposition disposition, CallDetails details) {
    return report(claim.id(), disposition, details);
  }

  private static ReportedCall report(ClaimId claim, Disposition disposition, CallDetails details) {
    return new ReportedCall(
        Optional.of(claim),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        disposition,
        Optional.empty(),
        null,
        null,
        details);
  }

  private ReportedCall without(LeadId lead, Disposition disposition, Instant startedAt) {
    return new ReportedCall(
        Optional.empty(),
        Optional.of(lead),
        Optional.of(agent),
        Optional.empty(),
        disposition,
        Optional.of(startedAt),
        null,
        null,
        CallDetails.NONE);
  }

  private static LoggedCall logged(Receipt outcome) {
    assertThat(outcome).isInstanceOf(Logged.class);
    return ((Logged) outcome).call();
  }

  private static WarmlineException refused(Receipt outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).why();
  }

  /** Each outcome, in one batch with one that reaches nobody, against the same logged alone. */
  @ParameterizedTest
  @EnumSource(
      value = Disposition.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"APPOINTMENT_CONFIRMED", "APPOINTMENT_RESCHEDULED", "APPOINTMENT_CANCELLED"})
  void whatFollowsIsTheSameAsOfACallThatIsReportedAlone(Disposition disposition) {
    given.leads(campaign, 3);
    List<Claim> held = desk.claim(agent, 3);

    LoggedCall alone = desk.log(held.get(0), disposition);
    List<Receipt> both =
        logCalls.log(
            List.of(
                noAnswer(held.get(1)),
                report(held.get(2), disposition, desk.detailsFor(disposition))));

    LoggedCall batched = logged(both.get(1));
    assertThat(logged(both.get(0)).leadStatus()).isEqualTo(LeadStatus.ATTEMPTING);
    assertThat(batched.leadStatus()).isEqualTo(alone.leadStatus());
    assertThat(batched.effects())
        .extracting(Effect::code)
        .isEqualTo(alone.effects().stream().map(Effect::code).toList());
    assertThat(batched.next().action()).isEqualTo(alone.next().action());
    assertThat(batched.next().at()).isEqualTo(alone.next().at());
    assertThat(read(held.get(2).lead()).attempts()).isEqualTo(read(held.get(0).lead()).attempts());
    assertThat(transaction.call(() -> calls.get(batched.call().id()))).isEqualTo(batched.call());
    assertThat(transaction.call(() -> claims.get(held.get(2).id())).status())
        .isEqualTo(ClaimStatus.COMPLETED);
    assertThat(events(EventType.CALL_LOGGED)).hasSize(3);
  }

  @Test
  void oneFaultyReportNeverSpoilsAnother() {
    given.leads(campaign, 4);
    List<Claim> held = desk.claim(agent, 4);
    ClaimId unknown = ClaimId.next();

    List<Receipt> outcomes =
        logCalls.log(
            List.of(
                noAnswer(held.get(0)),
                report(unknown, Disposition.BUSY, CallDetails.NONE),
                report(
                    held.get(1),
                    Disposition.NO_ANSWER,
                    Desk.callback(clock.instant().plus(Duration.ofDays(1)))),
                report(held.get(2), Disposition.APPOINTMENT_CANCELLED, CallDetails.NONE),
                without(held.get(3).lead(), Disposition.BUSY, clock.instant().plusSeconds(3600)),
                new ReportedCall(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(agent),
                    Optional.empty(),
                    Disposition.BUSY,
                    Optional.empty(),
                    null,
                    null,
                    CallDetails.NONE),
                report(held.get(3), Disposition.DO_NOT_CALL, CallDetails.NONE)));

    assertThat(logged(outcomes.get(0)).call().disposition()).isEqualTo(Disposition.NO_ANSWER);
    assertThat(refused(outcomes.get(1))).isInstanceOf(NotFound.class);
    assertThat(refused(outcomes.get(2))).isInstanceOf(InvalidValue.class);
    assertThat(refused(outcomes.get(3)).code()).isEqualTo(ProblemCode.NO_APPOINTMENT);
    assertThat(refused(outcomes.get(4))).isInstanceOf(InvalidValue.class);
    assertThat(refused(outcomes.get(5))).isInstanceOf(InvalidValue.class);
    assertThat(logged(outcomes.get(6)).leadStatus()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(events(EventType.CALL_LOGGED)).hasSize(2);
    assertThat(transaction.call(() -> claims.get(held.get(1).id())).status())
        .isEqualTo(ClaimStatus.ACTIVE);
  }

  /** What it had begun is undone, in the database and out of it. */
  @Test
  void aReportThatIsRefusedInTheMidstLeavesNothing() {
    given.leads(campaign, 2);
    List<Claim> held = desk.claim(agent, 2);
    Instant slot = clock.instant().plus(Duration.ofDays(10));
    CallDetails unreadable = Desk.referral("12");

    List<Receipt> outcomes =
        logCalls.log(
            List.of(
                report(held.get(0), Disposition.REFERRED_TO_OTHER, unreadable),
                report(held.get(1), Disposition.APPOINTMENT_SET, Desk.meeting(slot))));

    assertThat(refused(outcomes.get(0))).isInstanceOf(InvalidValue.class);
    assertThat(logged(outcomes.get(1)).appointment()).isPresent();
    assertThat(transaction.call(() -> claims.get(held.get(0).id())).status())
        .isEqualTo(ClaimStatus.ACTIVE);
    assertThat(read(held.get(0).lead()).status()).isEqualTo(LeadStatus.COLD);
    assertThat(events(EventType.CALL_LOGGED)).hasSize(1);
  }

  @Test
  void theSameClaimTwiceIsOneCallUnlessTheReportsDiffer() {
    given.leads(campaign, 2);
    List<Claim> held = desk.claim(agent, 2);

    List<Receipt> outcomes =
        logCalls.log(
            List.of(
                noAnswer(held.get(0)),
                noAnswer(held.get(0)),
                noAnswer(held.get(1)),
                report(held.get(1), Disposition.BUSY, CallDetails.NONE)));

    LoggedCall first = logged(outcomes.get(0));
    LoggedCall again = logged(outcomes.get(1));
    assertThat(again.call()).isEqualTo(first.call());
    assertThat(again.effects()).extracting(Effect::code).contains(EffectCode.ALREADY_LOGGED);
    assertThat(refused(outcomes.get(3)).code()).isEqualTo(ProblemCode.CALL_LOGGED);
    assertThat(events(EventType.CALL_LOGGED)).hasSize(2);
    assertThat(read(held.get(0).lead()).attempts()).isEqualTo(1);
  }

  @Test
  void theSameBatchOnceMoreGivesTheSameCalls() {
    given.leads(campaign, 5);
    List<ReportedCall> reports = desk.claim(agent, 5).stream().map(LogCallsTest::noAnswer).toList();

    List<Receipt> first = logCalls.log(reports);
    List<Receipt> again = logCalls.log(reports);

    assertThat(again.stream().map(LogCallsTest::logged).map(LoggedCall::call))
        .isEqualTo(first.stream().map(LogCallsTest::logged).map(LoggedCall::call).toList());
    assertThat(events(EventType.CALL_LOGGED)).hasSize(5);
  }

  @Test
  void severalCallsToOneLeadCountInTheirOrder() {
    LeadId lead = given.lead(campaign);
    Instant first = clock.instant().minus(Duration.ofDays(3));

    List<Receipt> outcomes =
        logCalls.log(
            List.of(
                without(lead, Disposition.NO_ANSWER, first),
                without(lead, Disposition.BUSY, first.plus(Duration.ofDays(1))),
                without(lead, Disposition.NOT_INTERESTED, first.plus(Duration.ofDays(2)))));

    assertThat(outcomes).hasSize(3).allMatch(Logged.class::isInstance);
    assertThat(read(lead).attempts()).isEqualTo(3);
    assertThat(read(lead).status()).isEqualTo(logged(outcomes.get(2)).leadStatus());
  }

  /** A refusal on a number holds for whoever is called on it next. */
  @Test
  void callsToOneNumberAreRecordedOneAfterTheOther() {
    PhoneNumber number = Fixture.number();
    LeadId one = given.newLead(campaign).externalId("A").numbers(number).create();
    LeadId other = given.newLead(campaign).externalId("B").numbers(number).create();
    Instant at = clock.instant();

    List<Receipt> outcomes =
        logCalls.log(
            List.of(
                without(one, Disposition.DO_NOT_CALL, at),
                without(other, Disposition.NO_ANSWER, at)));

    assertThat(outcomes).allMatch(Logged.class::isInstance);
    assertThat(outlook(other).closed()).isTrue();
    assertThat(logged(outcomes.get(1)).next().action()).isEqualTo(LoggedCall.NextAction.NONE);
  }

  @Test
  void pastCallsWithoutClaimsAreTakenToo() {
    List<LeadId> leads = given.leads(campaign, 10);
    Instant past = clock.instant().minus(Duration.ofDays(2));

    List<Receipt> outcomes =
        logCalls.log(leads.stream().map(l -> without(l, Disposition.NO_ANSWER, past)).toList());

    assertThat(outcomes).hasSize(10).allMatch(Logged.class::isInstance);
    assertThat(leads).allSatisfy(lead -> assertThat(read(lead).lastAttemptAt()).contains(past));
  }

  @Test
  void aClaimThatHasRunOutIsRecordedLateBesideTheOthers() {
    given.leads(campaign, 1);
    Claim late = desk.claim(agent);
    clock.set(late.expiresAt());
    given.leads(campaign, 1);
    Claim live =
        desk.claim(agent, 2).stream()
            .filter(claim -> !claim.lead().equals(late.lead()))
            .findFirst()
            .orElseThrow();

    List<Receipt> outcomes = logCalls.log(List.of(noAnswer(late), noAnswer(live)));

    assertThat(logged(outcomes.get(0)).call().late()).isTrue();
    assertThat(logged(outcomes.get(1)).call().late()).isFalse();
  }

  @Test
  void aHundredMixedReportsKeepTheirOrder() {
    given.leads(campaign, 50);
    List<Claim> held = new ArrayList<>(desk.claim(agent, 50));
    List<ReportedCall> reports =
        Stream.iterate(0, n -> n + 1)
            .limit(100)
            .map(
                n ->
                    n % 2 == 0
                        ? noAnswer(held.get(n / 2))
                        : report(ClaimId.next(), Disposition.BUSY, CallDetails.NONE))
            .toList();

    List<Receipt> outcomes = logCalls.log(reports);

    assertThat(outcomes).hasSize(100);
    for (int n = 0; n < 100; n += 2) {
      assertThat(logged(outcomes.get(n)).call().lead()).isEqualTo(held.get(n / 2).lead());
      assertThat(outcomes.get(n + 1)).isInstanceOf(Refused.class);
    }
  }
}
