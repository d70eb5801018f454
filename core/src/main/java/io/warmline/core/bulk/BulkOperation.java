package io.warmline.core.bulk;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.BulkId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.lead.Tags;
import io.warmline.core.savedfilter.LeadConditions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was, or is being, done to many leads.
 *
 * @param asked what was asked of the leads; those that were named are among the items
 * @param savedFilter with which they were found
 * @param total leads that were found when it began
 * @param changed so far
 * @param unchanged that were so already
 * @param promises open callbacks that were handed over or called off so far
 * @param refused by reason, so far
 * @param undoes the operation that it takes back
 * @param undoneBy the one that took it back
 */
public record BulkOperation(
    BulkId id,
    BulkKind kind,
    boolean dryRun,
    Optional<AgentId> from,
    List<AgentId> to,
    Optional<CampaignId> campaign,
    Tags tags,
    Optional<String> reason,
    LeadConditions asked,
    Optional<UsedFilter> savedFilter,
    int total,
    int changed,
    int unchanged,
    int promises,
    Map<String, Integer> refused,
    Optional<BulkId> undoes,
    Optional<BulkId> undoneBy,
    Instant createdAt,
    Optional<Instant> finishedAt) {

  /**
   * A saved filter as it was when the leads were found. It may be another by now, or gone.
   *
   * @param name that it had
   * @param conditions that it had
   */
  public record UsedFilter(SavedFilterId id, String name, LeadConditions conditions) {}

  /** Leads that were looked at so far. */
  public int done() {
    return changed + unchanged + refused.values().stream().mapToInt(Integer::intValue).sum();
  }
}
