package io.warmline.sdk;

import io.warmline.sdk.model.OutcomeKind;
import java.util.UUID;

/** Which outcomes. Immutable: every method gives a new one. */
public final class OutcomeFilter {
  private final Query query;

  private OutcomeFilter(Query query) {
    this.query = query;
  }

  /** Every outcome, newest first. */
  public static OutcomeFilter all() {
    return new OutcomeFilter(Query.NONE);
  }

  /** Only outcomes of this lead. */
  public OutcomeFilter leadId(UUID leadId) {
    return new OutcomeFilter(query.with("leadId", leadId));
  }

  /** Only outcomes of this meeting. */
  public OutcomeFilter appointmentId(UUID appointmentId) {
    return new OutcomeFilter(query.with("appointmentId", appointmentId));
  }

  /** Only outcomes of this hand-off. */
  public OutcomeFilter handoffId(UUID handoffId) {
    return new OutcomeFilter(query.with("handoffId", handoffId));
  }

  /** Only outcomes of meetings and hand-offs of this campaign. */
  public OutcomeFilter campaignId(UUID campaignId) {
    return new OutcomeFilter(query.with("campaignId", campaignId));
  }

  /** Only outcomes of meetings with this client and of hand-offs to it. */
  public OutcomeFilter clientId(UUID clientId) {
    return new OutcomeFilter(query.with("clientId", clientId));
  }

  /** Only outcomes of this kind. */
  public OutcomeFilter outcome(OutcomeKind outcome) {
    return new OutcomeFilter(query.with("outcome", outcome.name()));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public OutcomeFilter limit(int limit) {
    return new OutcomeFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public OutcomeFilter cursor(String cursor) {
    return new OutcomeFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
