package io.warmline.sdk;

import io.warmline.sdk.model.HandoffStatus;
import java.util.UUID;

/** Which hand-offs. Immutable: every method gives a new one. */
public final class HandoffFilter {
  private final Query query;

  private HandoffFilter(Query query) {
    this.query = query;
  }

  /** Every hand-off, newest first. */
  public static HandoffFilter all() {
    return new HandoffFilter(Query.NONE);
  }

  /** Only hand-offs of this status. */
  public HandoffFilter status(HandoffStatus status) {
    return new HandoffFilter(query.with("status", status.name()));
  }

  /** Only hand-offs of this campaign. */
  public HandoffFilter campaignId(UUID campaignId) {
    return new HandoffFilter(query.with("campaignId", campaignId));
  }

  /** Only hand-offs that were offered to this client. */
  public HandoffFilter clientId(UUID clientId) {
    return new HandoffFilter(query.with("clientId", clientId));
  }

  /** Only hand-offs of this lead. */
  public HandoffFilter leadId(UUID leadId) {
    return new HandoffFilter(query.with("leadId", leadId));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public HandoffFilter limit(int limit) {
    return new HandoffFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public HandoffFilter cursor(String cursor) {
    return new HandoffFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
