package io.warmline.sdk;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Which entries of the audit log. Immutable: every method gives a new one. */
public final class AuditFilter {
  private final Query query;

  private AuditFilter(Query query) {
    this.query = query;
  }

  /** Every entry, newest first. */
  public static AuditFilter all() {
    return new AuditFilter(Query.NONE);
  }

  /** Only what was done by this key. */
  public AuditFilter keyId(UUID keyId) {
    return new AuditFilter(query.with("keyId", keyId));
  }

  /** Only this operation, such as {@code updateLead}. */
  public AuditFilter operation(String operation) {
    return new AuditFilter(query.with("operation", operation));
  }

  /** Only what was done to this. */
  public AuditFilter resourceId(UUID resourceId) {
    return new AuditFilter(query.with("resourceId", resourceId));
  }

  /** Only what was done then or later. */
  public AuditFilter from(OffsetDateTime from) {
    return new AuditFilter(query.with("from", Instants.rfc3339(from)));
  }

  /** Only what was done before that. */
  public AuditFilter to(OffsetDateTime to) {
    return new AuditFilter(query.with("to", Instants.rfc3339(to)));
  }

  /** How many items a page has, 1 to 200; 50 if not set. Not for files. */
  public AuditFilter limit(int limit) {
    return new AuditFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public AuditFilter cursor(String cursor) {
    return new AuditFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
