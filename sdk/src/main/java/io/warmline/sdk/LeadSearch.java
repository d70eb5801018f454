package io.warmline.sdk;

import java.util.UUID;

/** Whom somebody looks for, and among which leads. Immutable: every method gives a new one. */
public final class LeadSearch {
  private final Query query;

  private LeadSearch(Query query) {
    this.query = query;
  }

  /**
   * By words, or by a number in any writing.
   *
   * @param q at least two letters or digits
   */
  public static LeadSearch of(String q) {
    return new LeadSearch(Query.NONE.with("q", q));
  }

  /** Only leads of this campaign. */
  public LeadSearch campaignId(UUID campaignId) {
    return new LeadSearch(query.with("campaignId", campaignId));
  }

  /** Only leads that this saved filter finds now. */
  public LeadSearch savedFilterId(UUID savedFilterId) {
    return new LeadSearch(query.with("savedFilterId", savedFilterId));
  }

  /** How many leads at most, 1 to 100; 20 if not set. */
  public LeadSearch limit(int limit) {
    return new LeadSearch(query.with("limit", limit));
  }

  Query query() {
    return query;
  }
}
