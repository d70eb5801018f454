package io.warmline.sdk;

import java.util.UUID;

/** Which do-not-call entries. Immutable: every method gives a new one. */
public final class SuppressionFilter {
  private final Query query;

  private SuppressionFilter(Query query) {
    this.query = query;
  }

  /** Every entry in force, newest first. */
  public static SuppressionFilter all() {
    return new SuppressionFilter(Query.NONE);
  }

  /** Only entries of this number, E.164. */
  public SuppressionFilter phone(String phone) {
    return new SuppressionFilter(query.with("phone", phone));
  }

  /** Only entries of this campaign. */
  public SuppressionFilter campaignId(UUID campaignId) {
    return new SuppressionFilter(query.with("campaignId", campaignId));
  }

  /** Only entries of this client. */
  public SuppressionFilter clientId(UUID clientId) {
    return new SuppressionFilter(query.with("clientId", clientId));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public SuppressionFilter limit(int limit) {
    return new SuppressionFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public SuppressionFilter cursor(String cursor) {
    return new SuppressionFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
