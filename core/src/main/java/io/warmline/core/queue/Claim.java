package io.warmline.core.queue;

import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The lease of an agent on a lead and on the number to dial.
 *
 * @param phone the number to dial; empty once the lead is erased
 * @param fence grows with every claim of the lead, so that whoever remembers the greatest can
 *     refuse an older one
 * @param place where the lead stood in the queue, which is why it was given
 * @param expiresAt the lease is over from this instant on
 * @param callUntil from this instant on the prospect may not be dialled
 * @param rules the calling rules that allowed the call
 */
public record Claim(
    ClaimId id,
    ClaimStatus status,
    AgentId agent,
    CampaignId campaign,
    LeadId lead,
    Optional<CallbackId> callback,
    Optional<TaskId> task,
    Optional<PhoneNumber> phone,
    long fence,
    QueuePlace place,
    Instant claimedAt,
    Instant expiresAt,
    Instant callUntil,
    List<RuleId> rules,
    Optional<Instant> endedAt) {

  /** The same, of a list whose turn it was. */
  Claim because(ListTurn turn) {
    return new Claim(
        id,
        status,
        agent,
        campaign,
        lead,
        callback,
        task,
        phone,
        fence,
        place.because(turn),
        claimedAt,
        expiresAt,
        callUntil,
        rules,
        endedAt);
  }

  /** Whether its lease holds at an instant. */
  public boolean isLive(Instant now) {
    return status == ClaimStatus.ACTIVE && now.isBefore(expiresAt);
  }
}
