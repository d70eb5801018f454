package io.warmline.core.queue;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent does with a claim besides logging the call: takes more time, or gives it back. */
@ApplicationScoped
public class ChangeClaim {

  private final TenantTransaction transaction;
  private final Claims claims;
  private final QueueEntries queue;
  private final Numbers numbers;
  private final SeenAtWork seenAtWork;
  private final Clock clock;

  ChangeClaim(
      TenantTransaction transaction,
      Claims claims,
      QueueEntries queue,
      Numbers numbers,
      SeenAtWork seenAtWork,
      Clock clock) {
    this.transaction = transaction;
    this.claims = claims;
    this.queue = queue;
    this.numbers = numbers;
    this.seenAtWork = seenAtWork;
    this.clock = clock;
  }

  /**
   * Lets the lease end later, or sooner: so long from now.
   *
   * @param lease empty: as long as the campaign's leases last
   * @throws WarmlineException CLAIM_EXPIRED, CLAIM_ENDED, CLAIM_HELD_BY_ANOTHER
   */
  public Claim extend(ClaimId id, AgentId agent, Optional<Duration> lease) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Claim claim = requireHeld(id, agent, now);
          Duration length =
              lease.orElseGet(() -> Duration.ofSeconds(claims.leaseSeconds(claim.campaign())));
          if (!claims.extend(id, now.plus(length), now)) {
            throw expired(claim);
          }
          seenAtWork.there(agent, now);
          return claims.get(id);
        });
  }

  /**
   * Gives the lead back uncalled; it stands in the queue where it stood.
   *
   * @throws WarmlineException CLAIM_EXPIRED, CLAIM_ENDED, CLAIM_HELD_BY_ANOTHER
   */
  public Claim release(ClaimId id, AgentId agent, ReleaseReason reason, @Nullable String note) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Claim claim = requireHeld(id, agent, now);
          numbers.lockOf(List.of(claim.lead().value()));
          if (!claims.end(id, ClaimStatus.RELEASED, reason, note, now)) {
            throw expired(claim);
          }
          queue.refresh(List.of(claim.lead().value()), now);
          seenAtWork.there(agent, now);
          return claims.get(id);
        });
  }

  /** Gives back the lead of an agent who has left. */
  public void giveBack(ClaimId id) {
    end(id, ClaimStatus.RELEASED, ReleaseReason.AGENT_UNAVAILABLE);
  }

  /** Ends a claim on a number that may no longer be called; false if it had ended. */
  public boolean revoke(ClaimId id) {
    return end(id, ClaimStatus.REVOKED, null);
  }

  private boolean end(ClaimId id, ClaimStatus status, @Nullable ReleaseReason reason) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          List<UUID> lead = List.of(claims.get(id).lead().value());
          numbers.lockOf(lead);
          boolean ended = claims.end(id, status, reason, null, now);
          queue.refresh(lead, now);
          return ended;
        });
  }

  private Claim requireHeld(ClaimId id, AgentId agent, Instant now) {
    Claim claim = claims.get(id);
    if (!claim.agent().equals(agent)) {
      claims.requireAgent(agent);
      throw new WarmlineException(
          ProblemCode.CLAIM_HELD_BY_ANOTHER,
          "This claim is held by another agent than agentId names.");
    }
    if (claim.status() == ClaimStatus.EXPIRED
        || (claim.status() == ClaimStatus.ACTIVE && !claim.isLive(now))) {
      throw expired(claim);
    }
    if (claim.status() != ClaimStatus.ACTIVE) {
      throw new WarmlineException(
          ProblemCode.CLAIM_ENDED,
          "This claim is "
              + claim.status()
              + " since "
              + claim.endedAt().orElse(now)
              + ". Claim again.");
    }
    return claim;
  }

  private static WarmlineException expired(Claim claim) {
    return new WarmlineException(
        ProblemCode.CLAIM_EXPIRED,
        "The lease of this claim ended at "
            + claim.expiresAt()
            + ". Claim again; a call you made can still be logged.");
  }
}
