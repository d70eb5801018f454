package io.warmline.sdk;

/** How a list is paged. Immutable: every method gives a new one. */
public final class Paging {
  private final Query query;

  private Paging(Query query) {
    this.query = query;
  }

  /** From the beginning, in pages of 50. */
  public static Paging all() {
    return new Paging(Query.NONE);
  }

  /** How many items a page has, 1 to 200; 50 if not set. */
  public Paging limit(int limit) {
    return new Paging(query.with("limit", limit));
  }

  /** Goes on where {@link Page#nextCursor} said; all else must be as it was then. */
  public Paging cursor(String cursor) {
    return new Paging(query.with("cursor", cursor));
  }

  Query query() {
    return query;
  }
}
