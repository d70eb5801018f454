package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A claim is a lease: it ends, and then the lead is somebody else's. Leases of the default campaign
 * last 5 minutes.
 */
@QuarkusTest
class LeaseTest extends OnPostgres {

  @Inject ChangeClaim changeClaim;
  @Inject Claims claims;
  @Inject Promoter promoter;

  AgentId agent;
  AgentId other;
  LeadId lead;
  Claim claim;

  @BeforeEach
  void aClaim() {
    agent = given.agent();
    other = given.agent();
    lead = given.lead(given.campaign());
    claim = desk.claim(agent);
  }

  @Test
  void theLeaseHoldsUntilItsEnd() {
    clock.set(claim.expiresAt().minusNanos(1000));

    assertThat(desk.claim(other, 1)).isEmpty();
    assertThat(claim.expiresAt()).isEqualTo(claim.claimedAt().plus(Duration.ofMinutes(5)));
  }

  @Test
  void aLeaseThatRanOutReturnsTheLead() {
    clock.set(claim.expiresAt());

    Claim next = desk.claim(other);

    assertThat(next.lead()).isEqualTo(lead);
    assertThat(next.fence()).isEqualTo(claim.fence() + 1);
    assertThat(current().status()).isEqualTo(ClaimStatus.EXPIRED);
    assertThat(events(EventType.CLAIM_EXPIRED)).hasSize(1);
  }

  @Test
  void housekeepingReturnsTheLeadOnce() {
    clock.set(claim.expiresAt());

    promoter.tick();
    promoter.tick();

    assertThat(outlook(lead).blockedBy()).isEmpty();
    assertThat(events(EventType.CLAIM_EXPIRED)).hasSize(1);
  }

  @Test
  void anExtendedLeaseHoldsUntilItsNewEnd() {
    clock.advance(Duration.ofMinutes(4));

    Claim extended = changeClaim.extend(claim.id(), agent, Optional.of(Duration.ofMinutes(10)));
    clock.set(extended.expiresAt().minusNanos(1000));

    assertThat(extended.expiresAt()).isEqualTo(claim.claimedAt().plus(Duration.ofMinutes(14)));
    assertThat(desk.claim(other, 1)).isEmpty();
  }

  @Test
  void anExtensionWithoutALengthIsAsLongAsTheCampaignsLeases() {
    clock.advance(Duration.ofMinutes(4));

    Claim extended = changeClaim.extend(claim.id(), agent, Optional.empty());

    assertThat(extended.expiresAt()).isEqualTo(claim.claimedAt().plus(Duration.ofMinutes(9)));
  }

  @Test
  void aReleasedLeadStandsWhereItStood() {
    Claim released = changeClaim.release(claim.id(), agent, ReleaseReason.SKIPPED, "driving");

    assertThat(released.status()).isEqualTo(ClaimStatus.RELEASED);
    assertThat(desk.claim(other).place()).isEqualTo(claim.place());
  }

  @Test
  void aClaimThatRanOutCanNeitherBeExtendedNorReleased() {
    clock.set(claim.expiresAt());

    refused(
        ProblemCode.CLAIM_EXPIRED, () -> changeClaim.extend(claim.id(), agent, Optional.empty()));
    refused(
        ProblemCode.CLAIM_EXPIRED,
        () -> changeClaim.release(claim.id(), agent, ReleaseReason.OTHER, null));
    desk.claim(other);
    refused(
        ProblemCode.CLAIM_EXPIRED, () -> changeClaim.extend(claim.id(), agent, Optional.empty()));
  }

  @Test
  void aClaimThatWasEndedCanNeitherBeExtendedNorReleased() {
    desk.log(claim, Disposition.SALE);

    refused(ProblemCode.CLAIM_ENDED, () -> changeClaim.extend(claim.id(), agent, Optional.empty()));
    refused(
        ProblemCode.CLAIM_ENDED,
        () -> changeClaim.release(claim.id(), agent, ReleaseReason.OTHER, null));
  }

  @Test
  void anotherAgentCanNeitherExtendNorReleaseAClaim() {
    refused(
        ProblemCode.CLAIM_HELD_BY_ANOTHER,
        () -> changeClaim.extend(claim.id(), other, Optional.empty()));
    refused(
        ProblemCode.CLAIM_HELD_BY_ANOTHER,
        () -> changeClaim.release(claim.id(), other, ReleaseReason.OTHER, null));
  }

  private Claim current() {
    return transaction.call(() -> claims.get(claim.id()));
  }

  private static void refused(ProblemCode code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(WarmlineException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
