package io.warmline.sdk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.Claim;
import io.warmline.sdk.model.ClaimedTask;
import io.warmline.sdk.model.ExtendClaim;
import io.warmline.sdk.model.Lead;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.RankReason;
import io.warmline.sdk.model.ReleaseClaim;
import io.warmline.sdk.model.ReleaseReason;
import io.warmline.sdk.model.Story;
import io.warmline.sdk.model.TalkTrack;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead in an agent's hands, for use with try-with-resources. Closing it gives the lead back
 * unless a call was logged.
 *
 * <p>Safe for several threads, such as one that calls and one that extends.
 */
public final class ClaimedLead implements AutoCloseable {
  /** Whose claim is it still? */
  private enum Phase {
    HELD,
    /**
     * The number was dialled: true even if logging the call fails, so the lead is not offered as
     * undialled.
     */
    DIALLED,
    RELEASED
  }

  private final Claims claims;
  private final Calls calls;
  private final String logKey = "claim-" + UUID.randomUUID();
  private volatile Claim claim;
  private volatile Phase phase = Phase.HELD;
  private volatile @Nullable Logged logged;

  ClaimedLead(Claim claim, Claims claims, Calls calls) {
    this.claim = claim;
    this.claims = claims;
    this.calls = calls;
  }

  /** Id of the claim. */
  public UUID id() {
    return claim.getId();
  }

  /** The claim as the server gave it last. */
  public Claim claim() {
    return claim;
  }

  /** Whom to call. */
  public Lead lead() {
    return claim.getLead();
  }

  /** The promise that this call keeps, if it is one. */
  public Optional<Callback> callback() {
    return Optional.ofNullable(claim.getCallback());
  }

  /** What to say; empty if there is nothing to go by, as {@link Claim#getTalkTrackMissing} says. */
  public Optional<TalkTrack> talkTrack() {
    return Optional.ofNullable(claim.getTalkTrack());
  }

  /** What was between the firm and the prospect before. */
  public Optional<Story> story() {
    return Optional.ofNullable(claim.getStory());
  }

  /** What is to be done, if the lead comes for something other than a promise or a first call. */
  public Optional<ClaimedTask> task() {
    return Optional.ofNullable(claim.getTask());
  }

  /** Why this lead, why now. */
  public List<RankReason> reasons() {
    return claim.getReasons();
  }

  /**
   * The number to dial, E.164. Nobody else of the tenant gets it while the claim lasts.
   *
   * @throws IllegalStateException if the lead was erased after the claim had ended
   */
  public String phone() {
    String phone = claim.getPhone();
    if (phone == null) {
      throw new IllegalStateException("the lead of the claim " + id() + " was erased");
    }
    return phone;
  }

  /** When the lease ends unless extended. */
  public OffsetDateTime expiresAt() {
    return claim.getExpiresAt();
  }

  /**
   * Gives the agent more time.
   *
   * @param lease from now, 30 seconds to an hour; parts of a second are dropped
   * @throws ConflictException if the claim has ended
   */
  public void extend(Duration lease, RequestOption... options) {
    int seconds = Math.toIntExact(lease.toSeconds());
    ExtendClaim extension = new ExtendClaim().agentId(claim.getAgentId()).leaseSeconds(seconds);
    refresh(claims.extendClaim(id(), extension, options));
  }

  /**
   * Records the call, under this claim. One claim takes one call: repeating this after a failure is
   * safe, because it has the same idempotency key. After a failure {@link #close} does not release
   * the claim, since the number was dialled: the lead comes back when the lease ends.
   *
   * @param call without a claim id, or with this claim's
   * @throws IllegalArgumentException if it names another claim
   * @throws IllegalStateException if another call was logged under this claim; correct that one
   *     with {@link Calls#updateCall}
   * @throws InvalidRequestException if the disposition needs something that is missing; mend it and
   *     log again
   */
  public LoggedCall log(NewCall call, RequestOption... options) {
    UUID named = call.getClaimId();
    if (named != null && !named.equals(id())) {
      throw new IllegalArgumentException("the call names the claim " + named + ", not " + id());
    }
    phase = Phase.DIALLED;
    ObjectNode body = Json.tree(call).put("claimId", id().toString());
    Logged before = logged;
    if (before != null) {
      return before.again(body);
    }
    Request request = Calls.logging(body).with(RequestOption.idempotencyKey(logKey)).with(options);
    LoggedCall result = calls.log(request).value();
    logged = new Logged(body, result);
    return result;
  }

  /** The call of this claim, which has one. */
  private record Logged(ObjectNode sent, LoggedCall result) {

    LoggedCall again(ObjectNode body) {
      if (!body.equals(sent)) {
        throw new IllegalStateException(
            "this claim has its call, "
                + result.getCall().getId()
                + ": correct that one with calls().updateCall(…), or claim again");
      }
      return result;
    }
  }

  /**
   * Gives the lead back uncalled.
   *
   * @throws ConflictException if the claim has ended
   */
  public void release(ReleaseReason reason, RequestOption... options) {
    ReleaseClaim release = new ReleaseClaim().agentId(claim.getAgentId()).reason(reason);
    refresh(claims.releaseClaim(id(), release, options));
    phase = Phase.RELEASED;
  }

  /**
   * Releases the claim as {@code NOT_DIALLED}, unless a call was logged (or tried to be) or it was
   * released. That the claim has ended meanwhile is fine.
   *
   * @throws WarmlineException if the release fails otherwise; then the lead comes back when the
   *     lease ends
   */
  @Override
  public void close() {
    if (phase != Phase.HELD) {
      return;
    }
    try {
      release(ReleaseReason.NOT_DIALLED);
    } catch (ConflictException | NotFoundException e) {
      phase = Phase.RELEASED;
    }
  }

  /** The answer to a change may leave out the lead and what belongs to it, which stay. */
  private void refresh(Claim changed) {
    if (changed.getLead() == null) {
      changed
          .lead(claim.getLead())
          .callback(claim.getCallback())
          .task(claim.getTask())
          .talkTrack(claim.getTalkTrack())
          .story(claim.getStory());
    }
    claim = changed;
  }

  @Override
  public String toString() {
    return "ClaimedLead[" + claim + "]";
  }
}
