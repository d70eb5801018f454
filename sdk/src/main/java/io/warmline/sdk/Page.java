package io.warmline.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list, of which this page is loaded. Iterating and streaming go on over the following pages,
 * each loaded when it is reached; one that cannot be loaded throws {@link WarmlineException}.
 */
public final class Page<T> implements Iterable<T> {
  private final List<T> items;
  private final @Nullable String nextCursor;
  private final Function<String, Page<T>> load;

  Page(List<T> items, @Nullable String nextCursor, Function<String, Page<T>> load) {
    this.items = List.copyOf(items);
    this.nextCursor = nextCursor;
    this.load = load;
  }

  /** The items of this page only. */
  public List<T> items() {
    return items;
  }

  /** Where the next page begins, to go on later; empty at the end of the list. */
  public Optional<String> nextCursor() {
    return Optional.ofNullable(nextCursor);
  }

  /** Loads the next page; empty at the end of the list. */
  public Optional<Page<T>> nextPage() {
    return nextCursor().map(load);
  }

  /** The items from here to the end of the list. */
  @Override
  public Iterator<T> iterator() {
    return new LazyItems<>(this, Page::items, Page::nextPage);
  }

  /** The items from here to the end of the list. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  @Override
  public String toString() {
    return "Page[" + items.size() + (nextCursor == null ? " items, the last]" : " items and more]");
  }
}
