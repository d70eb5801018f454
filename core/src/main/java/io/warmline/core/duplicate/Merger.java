package io.warmline.core.duplicate;

import io.warmline.core.id.LeadId;
import io.warmline.core.id.MergerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Two leads of a campaign that were made one.
 *
 * @param lead the one that stays
 * @param merged the one that is no longer worked on: its numbers, its external id and its promise
 *     are the other's; its calls stay where they were made
 * @param undoneAt when they were told apart again
 * @param remarks what was not taken over, or could not be undone, as sentences
 */
public record Merger(
    MergerId id,
    LeadId lead,
    LeadId merged,
    Instant mergedAt,
    Optional<Instant> undoneAt,
    List<String> remarks) {

  /** Keeps a copy. */
  public Merger {
    remarks = List.copyOf(remarks);
  }
}
