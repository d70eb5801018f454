package io.warmline.core.followup;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail or another message owed to a prospect after a voicemail or a conversation.
 *
 * @param agent who made the call
 * @param callBackAt from when on the lead is called back if it does not click; empty: it is not
 *     called for that
 * @param clickedAt when the prospect first clicked after it
 */
public record FollowUp(
    FollowUpId id,
    LeadId lead,
    CampaignId campaign,
    AgentId agent,
    CallId call,
    Occasion occasion,
    Status status,
    Instant dueAt,
    Optional<Instant> callBackAt,
    Optional<Instant> sentAt,
    Optional<Instant> clickedAt,
    @Nullable String cancelReason,
    Instant createdAt) {

  /** After what it is owed. */
  public enum Occasion {
    VOICEMAIL,
    CONVERSATION
  }

  /** The life of a follow-up. */
  public enum Status {
    OWED,
    SENT,
    CANCELLED
  }

  /**
   * What is owed from now on.
   *
   * @param callBackAt from when on the lead is called back if it does not click
   */
  public record Debt(
      LeadId lead,
      CampaignId campaign,
      AgentId agent,
      CallId call,
      Occasion occasion,
      Optional<Instant> callBackAt) {}
}
