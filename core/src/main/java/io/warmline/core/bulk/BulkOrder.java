package io.warmline.core.bulk;

import io.warmline.core.InvalidValue;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.Tags;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done, and to whom.
 *
 * @param dryRun whether it is only tried
 * @param filter to which leads
 * @param from REASSIGN: whose callbacks
 * @param to REASSIGN: who gets them, in turn; empty: the team
 * @param campaign MOVE: where they go
 * @param tags TAG, UNTAG: which
 * @param reason STOP_LIST: why, for the record; no personal data
 */
public record BulkOrder(
    BulkKind kind,
    boolean dryRun,
    BulkFilter filter,
    Optional<AgentId> from,
    List<AgentId> to,
    Optional<CampaignId> campaign,
    Tags tags,
    Optional<String> reason) {

  /**
   * @throws InvalidValue if something is missing, or is given of which nothing would come
   */
  public BulkOrder {
    to = to.stream().distinct().toList();
    require(kind, kind == BulkKind.REASSIGN, from.isPresent(), "/fromAgentId", "whose callbacks");
    refuse(kind, kind == BulkKind.REASSIGN, !to.isEmpty(), "/toAgentIds");
    require(kind, kind == BulkKind.MOVE, campaign.isPresent(), "/toCampaignId", "where they go");
    boolean tagging = kind == BulkKind.TAG || kind == BulkKind.UNTAG;
    require(kind, tagging, !tags.names().isEmpty(), "/tags", "which tags");
    require(kind, kind == BulkKind.STOP_LIST, reason.isPresent(), "/reason", "why it is stopped");
    if (kind == BulkKind.STOP_LIST && filter.imports().size() != 1) {
      throw InvalidValue.required("/filter/importIds", "STOP_LIST needs the one list to stop");
    }
    if (kind != BulkKind.REASSIGN && filter.isEverybody()) {
      throw InvalidValue.required("/filter", "say which leads; all of them are none");
    }
    if (from.filter(to::contains).isPresent()) {
      throw new InvalidValue("/toAgentIds", "NOT_TAKEN", "they are this agent's already");
    }
  }

  private static void require(
      BulkKind kind, boolean called, boolean given, String pointer, String what) {
    if (called && !given) {
      throw InvalidValue.required(pointer, kind + " needs " + what);
    }
    refuse(kind, called, given, pointer);
  }

  private static void refuse(BulkKind kind, boolean called, boolean given, String pointer) {
    if (!called && given) {
      throw new InvalidValue(pointer, "NOT_TAKEN", kind + " makes nothing of it");
    }
  }
}
