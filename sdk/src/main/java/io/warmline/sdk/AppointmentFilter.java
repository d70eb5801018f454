package io.warmline.sdk;

import io.warmline.sdk.model.AppointmentStatus;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Which appointments. Immutable: every method gives a new one. */
public final class AppointmentFilter {
  private final Query query;

  private AppointmentFilter(Query query) {
    this.query = query;
  }

  /** Every appointment, earliest start first. */
  public static AppointmentFilter all() {
    return new AppointmentFilter(Query.NONE);
  }

  /** Only appointments set for this campaign. */
  public AppointmentFilter campaignId(UUID campaignId) {
    return new AppointmentFilter(query.with("campaignId", campaignId));
  }

  /** Only appointments of this lead. */
  public AppointmentFilter leadId(UUID leadId) {
    return new AppointmentFilter(query.with("leadId", leadId));
  }

  /** Only appointments that this agent set. */
  public AppointmentFilter agentId(UUID agentId) {
    return new AppointmentFilter(query.with("agentId", agentId));
  }

  /** Only appointments with this client. */
  public AppointmentFilter clientId(UUID clientId) {
    return new AppointmentFilter(query.with("clientId", clientId));
  }

  /** Only appointments of this status. */
  public AppointmentFilter status(AppointmentStatus status) {
    return new AppointmentFilter(query.with("status", status.name()));
  }

  /** Only those that start then or later. */
  public AppointmentFilter from(OffsetDateTime from) {
    return new AppointmentFilter(query.with("from", Instants.rfc3339(from)));
  }

  /** Only those that start before. */
  public AppointmentFilter to(OffsetDateTime to) {
    return new AppointmentFilter(query.with("to", Instants.rfc3339(to)));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public AppointmentFilter limit(int limit) {
    return new AppointmentFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public AppointmentFilter cursor(String cursor) {
    return new AppointmentFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
