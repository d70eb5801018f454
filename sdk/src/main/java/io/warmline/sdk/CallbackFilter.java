package io.warmline.sdk;

import io.warmline.sdk.model.CallbackStatus;
import java.util.UUID;

/** Which callbacks. Immutable: every method gives a new one. */
public final class CallbackFilter {
  private final Query query;

  private CallbackFilter(Query query) {
    this.query = query;
  }

  /** Every callback, earliest due first. */
  public static CallbackFilter all() {
    return new CallbackFilter(Query.NONE);
  }

  /** Only callbacks of this campaign. */
  public CallbackFilter campaignId(UUID campaignId) {
    return new CallbackFilter(query.with("campaignId", campaignId));
  }

  /** Only callbacks of this agent. */
  public CallbackFilter agentId(UUID agentId) {
    return new CallbackFilter(query.with("agentId", agentId));
  }

  /** Only callbacks of this lead. */
  public CallbackFilter leadId(UUID leadId) {
    return new CallbackFilter(query.with("leadId", leadId));
  }

  /** Only callbacks of this status. */
  public CallbackFilter status(CallbackStatus status) {
    return new CallbackFilter(query.with("status", status.name()));
  }

  /** Only callbacks that are due now, or only those that are not. */
  public CallbackFilter due(boolean due) {
    return new CallbackFilter(query.with("due", due));
  }

  /** Only callbacks that are overdue, or only those that are not. */
  public CallbackFilter overdue(boolean overdue) {
    return new CallbackFilter(query.with("overdue", overdue));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public CallbackFilter limit(int limit) {
    return new CallbackFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public CallbackFilter cursor(String cursor) {
    return new CallbackFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
