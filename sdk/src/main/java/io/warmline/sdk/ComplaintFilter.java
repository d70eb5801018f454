package io.warmline.sdk;

import io.warmline.sdk.model.ComplaintStatus;
import java.util.UUID;

/** Which complaints. Immutable: every method gives a new one. */
public final class ComplaintFilter {
  private final Query query;

  private ComplaintFilter(Query query) {
    this.query = query;
  }

  /** Every complaint, newest first. */
  public static ComplaintFilter all() {
    return new ComplaintFilter(Query.NONE);
  }

  /** Only complaints that stand so. */
  public ComplaintFilter status(ComplaintStatus status) {
    return new ComplaintFilter(query.with("status", status.name()));
  }

  /** Only complaints of this lead. */
  public ComplaintFilter leadId(UUID leadId) {
    return new ComplaintFilter(query.with("leadId", leadId));
  }

  /** Only complaints of this campaign. */
  public ComplaintFilter campaignId(UUID campaignId) {
    return new ComplaintFilter(query.with("campaignId", campaignId));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public ComplaintFilter limit(int limit) {
    return new ComplaintFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public ComplaintFilter cursor(String cursor) {
    return new ComplaintFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
