package io.warmline.sdk;

/** Which events. Immutable: every method gives a new one. */
public final class EventFilter {
  private final Query query;
  private final long after;

  private EventFilter(Query query, long after) {
    this.query = query;
    this.after = after;
  }

  /** Every event, from the first on. */
  public static EventFilter all() {
    return new EventFilter(Query.NONE, 0);
  }

  /** Only events with a greater sequence number. */
  public EventFilter after(long after) {
    return new EventFilter(query.with("after", after), after);
  }

  /** Only events of this type, such as {@code callback.overdue}. */
  public EventFilter type(String type) {
    return new EventFilter(query.with("type", type), after);
  }

  /** How many events are loaded at once, 1 to 200; 50 if not set. */
  public EventFilter limit(int limit) {
    return new EventFilter(query.with("limit", limit), after);
  }

  long after() {
    return after;
  }

  Query query() {
    return query;
  }
}
