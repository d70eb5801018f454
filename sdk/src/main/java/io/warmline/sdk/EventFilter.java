package io.warmline.sdk;

import org.jspecify.annotations.Nullable;

/** Which events. Immutable: every method gives a new one. */
public final class EventFilter {
  private final Query query;
  private final long after;
  private final @Nullable String type;

  private EventFilter(Query query, long after, @Nullable String type) {
    this.query = query;
    this.after = after;
    this.type = type;
  }

  /** Every event, from the first on. */
  public static EventFilter all() {
    return new EventFilter(Query.NONE, 0, null);
  }

  /** Only events with a greater sequence number. */
  public EventFilter after(long after) {
    return new EventFilter(query.with("after", after), after, type);
  }

  /** Only events of this type, such as {@code callback.overdue}. */
  public EventFilter type(String type) {
    return new EventFilter(query.with("type", type), after, type);
  }

  /** How many events are loaded at once, 1 to 200; 50 if not set. */
  public EventFilter limit(int limit) {
    return new EventFilter(query.with("limit", limit), after, type);
  }

  long after() {
    return after;
  }

  Query query() {
    return query;
  }

  /** The query of a stream, which is told in a header where it begins. */
  Query ofStream() {
    return type == null ? Query.NONE : Query.NONE.with("type", type);
  }
}
