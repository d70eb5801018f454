package io.warmline.core.complaint;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody complained of.
 *
 * @param call in which it was told; empty: outside a call
 * @param agent to whom
 * @param words as it was told; of a check-in the notes of the call say it
 * @param closedBy who saw to it
 * @param note what was done about it
 */
public record Complaint(
    ComplaintId id,
    LeadId lead,
    CampaignId campaign,
    Optional<CallId> call,
    Optional<AgentId> agent,
    Optional<String> words,
    ComplaintStatus status,
    Instant raisedAt,
    Optional<Instant> closedAt,
    Optional<AgentId> closedBy,
    Optional<String> note) {

  /** Hides words and note: they are personal data. */
  @Override
  public String toString() {
    return "Complaint[" + id + ", " + status + "]";
  }
}
