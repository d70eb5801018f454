package io.warmline.core.bulk;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Tags;
import java.util.Optional;

/**
 * What became of one lead.
 *
 * @param ordinal its place, from 0
 * @param code why it was refused
 * @param callback the promise that was handed over or called off
 * @param agent whose it was
 * @param tags those that it got or lost
 */
public record BulkItem(
    LeadId lead,
    int ordinal,
    Outcome outcome,
    Optional<String> code,
    Optional<CallbackId> callback,
    Optional<AgentId> agent,
    Tags tags) {

  /** Whether it came to something. */
  public enum Outcome {
    WAITING,
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    REFUSED
  }
}
