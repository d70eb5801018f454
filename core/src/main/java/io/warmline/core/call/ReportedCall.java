package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.callrecord.RecordingUrl;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is reported.
 *
 * @param claim under which it was made; without one, lead and agent are given
 * @param phone the number dialled, in any usual spelling; empty: the one claimed, or the lead's
 *     next
 * @param startedAt empty: now
 * @param direction who called; where the prospect did, there is no claim
 * @param recording where the recording of the call is
 */
public record ReportedCall(
    Optional<ClaimId> claim,
    Optional<LeadId> lead,
    Optional<AgentId> agent,
    Optional<String> phone,
    Disposition disposition,
    Optional<Instant> startedAt,
    @Nullable Integer durationSeconds,
    @Nullable String notes,
    CallDetails details,
    Direction direction,
    Optional<RecordingUrl> recording) {

  /**
   * @throws InvalidValue if the prospect called, and there is a claim or an outcome that a call
   *     that came in cannot have
   */
  public ReportedCall {
    direction.requirePossible(disposition);
    if (direction == Direction.INBOUND && claim.isPresent()) {
      throw new InvalidValue(
          "/claimId", "NOT_TAKEN", "nobody was claimed to be called; give leadId and agentId");
    }
  }

  /** A call that was not recorded. */
  public ReportedCall(
      Optional<ClaimId> claim,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<String> phone,
      Disposition disposition,
      Optional<Instant> startedAt,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details,
      Direction direction) {
    this(
        claim,
        lead,
        agent,
        phone,
        disposition,
        startedAt,
        durationSeconds,
        notes,
        details,
        direction,
        Optional.empty());
  }

  /** A call that we made. */
  public ReportedCall(
      Optional<ClaimId> claim,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<String> phone,
      Disposition disposition,
      Optional<Instant> startedAt,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {
    this(
        claim,
        lead,
        agent,
        phone,
        disposition,
        startedAt,
        durationSeconds,
        notes,
        details,
        Direction.OUTBOUND);
  }
}
