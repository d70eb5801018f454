package io.warmline.sdk;

import io.warmline.sdk.model.CheckIn;
import io.warmline.sdk.model.Disposition;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Which calls. Immutable: every method gives a new one. */
public final class CallFilter {
  private final Query query;

  private CallFilter(Query query) {
    this.query = query;
  }

  /** Every call, newest first. */
  public static CallFilter all() {
    return new CallFilter(Query.NONE);
  }

  /** Only calls of this campaign. */
  public CallFilter campaignId(UUID campaignId) {
    return new CallFilter(query.with("campaignId", campaignId));
  }

  /** Only calls to this lead. */
  public CallFilter leadId(UUID leadId) {
    return new CallFilter(query.with("leadId", leadId));
  }

  /** Only calls by this agent. */
  public CallFilter agentId(UUID agentId) {
    return new CallFilter(query.with("agentId", agentId));
  }

  /** Only calls of this outcome. */
  public CallFilter disposition(Disposition disposition) {
    return new CallFilter(query.with("disposition", disposition.name()));
  }

  /** Only calls in which a customer said this. */
  public CallFilter checkIn(CheckIn checkIn) {
    return new CallFilter(query.with("checkIn", checkIn.name()));
  }

  /** Only calls dialled after this instant. */
  public CallFilter startedAfter(OffsetDateTime startedAfter) {
    return new CallFilter(query.with("startedAfter", Instants.rfc3339(startedAfter)));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public CallFilter limit(int limit) {
    return new CallFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public CallFilter cursor(String cursor) {
    return new CallFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
