package io.warmline.sdk;

import io.warmline.sdk.model.Event;
import io.warmline.sdk.model.EventPage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Events after a sequence number. Iterating and streaming go on, slice by slice, until there is
 * nothing new.
 *
 * <p>Remember {@link Event#getSequence} of the last event you worked on, and ask for what comes
 * after it next time.
 */
public final class EventSlice implements Iterable<Event> {
  private final long after;
  private final EventPage page;
  private final LongFunction<EventSlice> load;

  EventSlice(long after, EventPage page, LongFunction<EventSlice> load) {
    this.after = after;
    this.page = page;
    this.load = load;
  }

  /** The events of this slice only. */
  public List<Event> items() {
    return page.getItems();
  }

  /**
   * Give this as {@link EventFilter#after} next time; what was asked for when there is nothing new.
   */
  public long lastSequence() {
    return page.getLastSequence();
  }

  /** Loads what comes after this slice; empty if this one already found nothing new. */
  public Optional<EventSlice> next() {
    return lastSequence() > after ? Optional.of(load.apply(lastSequence())) : Optional.empty();
  }

  /** The events from here until there is nothing new. */
  @Override
  public Iterator<Event> iterator() {
    return new LazyItems<>(this, EventSlice::items, EventSlice::next);
  }

  /** The events from here until there is nothing new. */
  public Stream<Event> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  @Override
  public String toString() {
    return "EventSlice[" + items().size() + " events up to " + lastSequence() + "]";
  }
}
