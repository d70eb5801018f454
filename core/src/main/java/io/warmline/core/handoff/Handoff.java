package io.warmline.core.handoff;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lead that was offered to the client.
 *
 * @param client to whom; null: the tenant itself
 * @param agent whose call made it
 * @param offer our verdict, and what it rests on
 * @param decideBy when it expires, if the client has not decided
 * @param decision the client's verdict; null: there is none
 * @param expiry how it ended without one; null: it has not
 * @param doNotCall whether the lead refuses calls for good by now: nobody may call it, whatever was
 *     decided
 */
public record Handoff(
    HandoffId id,
    int version,
    LeadId lead,
    CampaignId campaign,
    @Nullable ClientId client,
    AgentId agent,
    CallId call,
    Offer offer,
    HandoffStatus status,
    Instant offeredAt,
    Instant decideBy,
    @Nullable ClientDecision decision,
    @Nullable Expiry expiry,
    boolean doNotCall) {

  /**
   * What is offered.
   *
   * @param qualification what was found out; null: nothing was
   * @param reason why a nurture lead is not ready
   * @param revisitOn when a nurture lead comes back, at its place
   */
  public record Offer(
      HandoffKind kind,
      @Nullable Qualification qualification,
      @Nullable String reason,
      @Nullable LocalDate revisitOn) {

    /** A lead that is pre-qualified. */
    public static Offer qualified(@Nullable Qualification qualification) {
      return new Offer(HandoffKind.QUALIFIED, qualification, null, null);
    }

    /** A lead that is interested but not ready. */
    public static Offer nurture(
        @Nullable Qualification known, @Nullable String reason, LocalDate revisitOn) {
      return new Offer(HandoffKind.NURTURE, known, reason, revisitOn);
    }

    /** Hides the reason: it is personal data. */
    @Override
    public String toString() {
      return "Offer[" + kind + "]";
    }
  }

  /**
   * What the client decided.
   *
   * @param returned why the lead came back; null: it was accepted
   * @param readyOn when a lead that is not ready is to be called again, at its place
   */
  public record ClientDecision(
      Instant at,
      @Nullable ReturnReason returned,
      @Nullable String comment,
      @Nullable LocalDate readyOn) {

    HandoffStatus status() {
      return returned == null ? HandoffStatus.ACCEPTED : HandoffStatus.RETURNED;
    }

    /** Hides the comment: it may be personal data. */
    @Override
    public String toString() {
      return "ClientDecision[" + at + ", " + returned + "]";
    }
  }

  /** How an offer ended without a decision. */
  public record Expiry(Instant at, ExpiryReason reason) {}

  /**
   * Refuses a decision that comes too late.
   *
   * @throws WarmlineException HANDOFF_DECIDED, HANDOFF_EXPIRED
   */
  void requireUndecided(Instant now) {
    if (decision != null) {
      throw decidedRefusal(status);
    }
    if (expiry != null || !now.isBefore(decideBy)) {
      ExpiryReason why = expiry == null ? ExpiryReason.UNDECIDED : expiry.reason();
      throw new WarmlineException(
          ProblemCode.HANDOFF_EXPIRED,
          "The offer has ended (%s), and the lead is ours again. It can be offered anew by another call."
              .formatted(why));
    }
  }

  /** The refusal to decide again, or to take back what was decided on. */
  static WarmlineException decidedRefusal(HandoffStatus status) {
    return new WarmlineException(
        ProblemCode.HANDOFF_DECIDED,
        "The client has decided on this hand-off: it is %s. A decision is final."
            .formatted(status));
  }
}
