package io.warmline.sdk;

/** Which calling rules. Immutable: every method gives a new one. */
public final class CallingRuleFilter {
  private final Query query;

  private CallingRuleFilter(Query query) {
    this.query = query;
  }

  /** Every rule, those of law and those of the house. */
  public static CallingRuleFilter all() {
    return new CallingRuleFilter(Query.NONE);
  }

  /** Only rules that hold in this country or state (ISO 3166), those of its country included. */
  public CallingRuleFilter jurisdiction(String jurisdiction) {
    return new CallingRuleFilter(query.with("jurisdiction", jurisdiction));
  }

  /** Only rules that protect consumers ({@code B2C}) or businesses ({@code B2B}). */
  public CallingRuleFilter audience(String audience) {
    return new CallingRuleFilter(query.with("audience", audience));
  }

  Query query() {
    return query;
  }
}
