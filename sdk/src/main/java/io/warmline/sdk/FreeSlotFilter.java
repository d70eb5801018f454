package io.warmline.sdk;

import java.time.OffsetDateTime;

/** Which free slots of a client. Immutable: every method gives a new one. */
public final class FreeSlotFilter {
  private final Query query;

  private FreeSlotFilter(Query query) {
    this.query = query;
  }

  /** From now on, two weeks ahead. */
  public static FreeSlotFilter soon() {
    return new FreeSlotFilter(Query.NONE);
  }

  /** Only those that start then or later. */
  public FreeSlotFilter from(OffsetDateTime from) {
    return new FreeSlotFilter(query.with("from", Instants.rfc3339(from)));
  }

  /** Only those that end by then, at most 62 days ahead. */
  public FreeSlotFilter to(OffsetDateTime to) {
    return new FreeSlotFilter(query.with("to", Instants.rfc3339(to)));
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public FreeSlotFilter limit(int limit) {
    return new FreeSlotFilter(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public FreeSlotFilter cursor(String cursor) {
    return new FreeSlotFilter(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
