package io.warmline.sdk;

import io.warmline.sdk.model.FollowUpStatus;
import java.util.UUID;

/** Which follow-ups. Immutable: every method gives a new one. */
public final class FollowUpFilter {
  private final Query query;

  private FollowUpFilter(Query query) {
    this.query = query;
  }

  /** Every follow-up, longest owed first. */
  public static FollowUpFilter all() {
    return new FollowUpFilter(Query.NONE);
  }

  /** Only follow-ups of this status. */
  public FollowUpFilter status(FollowUpStatus status) {
    return new FollowUpFilter(query.with("status", status.name()));
  }

  /** Only follow-ups of this campaign. */
  public FollowUpFilter campaignId(UUID campaignId) {
    return new FollowUpFilter(query.with("campaignId", campaignId));
  }

  /** Only follow-ups of calls of this agent. */
  public FollowUpFilter agentId(UUID agentId) {
    return new FollowUpFilter(query.with("agentId", agentId));
  }

  /** Only follow-ups of this lead. */
  public FollowUpFilter leadId(UUID leadId) {
    return new FollowUpFilter(query.with("leadId", leadId));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public FollowUpFilter limit(int limit) {
    return new FollowUpFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public FollowUpFilter cursor(String cursor) {
    return new FollowUpFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
