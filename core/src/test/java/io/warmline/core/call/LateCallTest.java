package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that was made is recorded, however late; what was decided since stands. */
@QuarkusTest
class LateCallTest extends OnPostgres {

  @Inject Claims claims;

  AgentId agent;
  AgentId other;
  LeadId lead;
  Claim claim;

  @BeforeEach
  void aClaimThatRunsOut() {
    agent = given.agent();
    other = given.agent();
    lead = given.lead(given.campaign());
    claim = desk.claim(agent);
    clock.set(claim.expiresAt());
  }

  @Test
  void aCallAfterTheLeaseIsLateAndHasItsConsequences() {
    LoggedCall logged = desk.log(claim, Disposition.NO_ANSWER);

    assertThat(logged.call().late()).isTrue();
    assertThat(logged.effects())
        .extracting(LoggedCall.Effect::code)
        .contains(EffectCode.RECORDED_LATE);
    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.ATTEMPTING);
    assertThat(current(claim).status()).isEqualTo(ClaimStatus.EXPIRED);
    assertThat(events(EventType.CLAIM_EXPIRED)).hasSize(1);
  }

  @Test
  void aCallAtTheLastMomentOfTheLeaseIsInTime() {
    clock.set(claim.expiresAt().minusNanos(1000));

    LoggedCall logged = desk.log(claim, Disposition.NO_ANSWER);

    assertThat(logged.call().late()).isFalse();
    assertThat(current(claim).status()).isEqualTo(ClaimStatus.COMPLETED);
  }

  @Test
  void aLateCallDoesNotEndTheClaimOfWhoHoldsTheLeadNow() {
    Claim newer = desk.claim(other);

    LoggedCall logged = desk.log(claim, Disposition.NO_ANSWER);

    assertThat(logged.call().late()).isTrue();
    assertThat(current(newer).status()).isEqualTo(ClaimStatus.ACTIVE);
    assertThat(read(lead).attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DO_NOT_CALL", "FAX_OR_MODEM", "DISCONNECTED", "INVALID_NUMBER", "WRONG_NUMBER"})
  void whatALaterCallDecidedStands(Disposition late) {
    Claim newer = desk.claim(other);
    clock.advance(Duration.ofMinutes(1));
    desk.log(newer, Disposition.SALE);
    clock.advance(Duration.ofMinutes(1));

    LoggedCall logged = desk.log(claim, late, claim.claimedAt());

    assertThat(logged.call().late()).isTrue();
    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.CUSTOMER);
    assertThat(logged.callback()).isEmpty();
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.CUSTOMER);
  }

  @Test
  void aLateCallWithoutATimeWasMadeBeforeTheCallsLoggedSince() {
    desk.log(desk.claim(other), Disposition.SALE);
    clock.advance(Duration.ofMinutes(1));

    LoggedCall logged = desk.log(claim, Disposition.CALLBACK_REQUESTED);

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.CUSTOMER);
    assertThat(logged.callback()).isEmpty();
  }

  @Test
  void aLateCallCountsAsAnAttempt() {
    desk.log(desk.claim(other), Disposition.NO_ANSWER);

    desk.log(claim, Disposition.NO_ANSWER, claim.claimedAt());

    assertThat(read(lead).attempts()).isEqualTo(2);
  }

  @Test
  void aRefusalInALateCallTakesEffect() {
    Claim newer = desk.claim(other);

    LoggedCall logged = desk.log(claim, Disposition.DO_NOT_CALL, claim.claimedAt());

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(current(newer).status()).isEqualTo(ClaimStatus.REVOKED);
  }

  @Test
  void aRefusalInALateCallTakesEffectAlthoughALaterCallWasLogged() {
    desk.log(desk.claim(other), Disposition.NO_ANSWER);

    LoggedCall logged = desk.log(claim, Disposition.DO_NOT_CALL, claim.claimedAt());

    assertThat(logged.leadStatus()).isEqualTo(LeadStatus.DO_NOT_CALL);
  }

  @Test
  void aCallbackPromisedInALateCallIsKeptAlthoughItsTimeHasPassed() {
    clock.advance(Duration.ofHours(1));

    CallDetails promise = Desk.callback(claim.claimedAt().plus(Duration.ofMinutes(20)));
    LoggedCall logged =
        logCall.log(
            new ReportedCall(
                Optional.of(claim.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Disposition.CALLBACK_REQUESTED,
                Optional.of(claim.claimedAt()),
                null,
                null,
                promise));

    assertThat(logged.callback())
        .get()
        .extracting(c -> c.status())
        .isEqualTo(CallbackStatus.SCHEDULED);
    assertThat(desk.claim(other).lead()).isEqualTo(lead);
  }

  @Inject LogCall logCall;

  @Test
  void aCallInTheFutureOrOlderThanAMonthIsRefused() {
    Instant now = clock.instant();

    assertThatThrownBy(
            () ->
                desk.log(
                    lead, agent, Disposition.BUSY, now.plus(Duration.ofMinutes(1)).plusNanos(1000)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                desk.log(
                    lead, agent, Disposition.BUSY, now.minus(Duration.ofDays(30)).minusNanos(1000)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void aCallOfAClockThatIsAMinuteFastWasMadeNow() {
    LoggedCall logged =
        desk.log(lead, agent, Disposition.BUSY, clock.instant().plus(Duration.ofMinutes(1)));

    assertThat(logged.call().startedAt()).isEqualTo(clock.instant());
  }

  @Test
  void aCallUnderTheClaimOfAnotherIsRefused() {
    ReportedCall report =
        new ReportedCall(
            Optional.of(claim.id()),
            Optional.empty(),
            Optional.of(other),
            Optional.empty(),
            Disposition.BUSY,
            Optional.empty(),
            null,
            null,
            CallDetails.NONE);

    assertThatThrownBy(() -> logCall.log(report))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.CLAIM_HELD_BY_ANOTHER));
  }

  private Claim current(Claim of) {
    return transaction.call(() -> claims.get(of.id()));
  }
}
