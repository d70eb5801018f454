package io.warmline.sdk;

import io.warmline.sdk.model.BatchClaimRequest;
import io.warmline.sdk.model.Claim;
import io.warmline.sdk.model.ClaimRequest;
import io.warmline.sdk.model.ExtendClaim;
import io.warmline.sdk.model.ReleaseClaim;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The lease an agent holds on a lead while calling it. */
public final class Claims {
  private static final String ALL = "/v1/claims";
  private static final String ONE = "/v1/claims/{claimId}";

  /** If the server says nothing, which it should. */
  private static final Duration UNSAID_WAIT = Duration.ofSeconds(30);

  private final Transport transport;
  private final Calls calls;

  Claims(Transport transport, Calls calls) {
    this.transport = transport;
    this.calls = calls;
  }

  /** Claims the best lead that the agent may call now, of any active campaign. */
  public NextLead claimNextLead(UUID agentId, RequestOption... options) {
    return claimNextLead(new ClaimRequest().agentId(agentId), options);
  }

  /**
   * Claims the best lead that the agent may call now: callbacks due first, then warm leads,
   * retries, and cold leads. While the claim lasts nobody else gets the lead or its phone number.
   *
   * @throws ConflictException if the campaigns asked for are paused
   */
  public NextLead claimNextLead(ClaimRequest request, RequestOption... options) {
    Answer answer = transport.send(Request.post(ALL).json(request).with(options));
    return answer.empty()
        ? NextLead.none(waiting(answer), answer.heldBackByQuota())
        : NextLead.of(handle(answer.as(Claim.class)));
  }

  /**
   * Claims several leads at once, never two with the same number, for a dialler that works several
   * at a time.
   */
  public ClaimedLeads claimLeads(BatchClaimRequest request, RequestOption... options) {
    Answer answer = transport.send(Request.post(ALL + "/batch").json(request).with(options));
    if (answer.empty()) {
      return ClaimedLeads.none(waiting(answer), answer.heldBackByQuota());
    }
    List<Claim> claims = answer.as(io.warmline.sdk.model.Claims.class).getItems();
    return ClaimedLeads.of(claims.stream().map(this::handle).toList());
  }

  /** Reads a claim, live or ended. */
  public Claim getClaim(UUID claimId, RequestOption... options) {
    return transport.value(Request.get(ONE, claimId).with(options), Claim.class);
  }

  /**
   * Gives the agent more time.
   *
   * @throws ConflictException if the claim has ended, or another agent holds it
   */
  public Claim extendClaim(UUID claimId, ExtendClaim extension, RequestOption... options) {
    return transport.value(
        Request.post(ONE + "/extend", claimId).json(extension).with(options), Claim.class);
  }

  /**
   * Gives the lead back uncalled; it is where it was in the queue.
   *
   * @throws ConflictException if the claim has ended, or another agent holds it
   */
  public Claim releaseClaim(UUID claimId, ReleaseClaim release, RequestOption... options) {
    return transport.value(
        Request.post(ONE + "/release", claimId).json(release).with(options), Claim.class);
  }

  private static Duration waiting(Answer nothing) {
    return nothing.retryAfter().orElse(UNSAID_WAIT);
  }

  private ClaimedLead handle(Claim claim) {
    return new ClaimedLead(claim, this, calls);
  }
}
