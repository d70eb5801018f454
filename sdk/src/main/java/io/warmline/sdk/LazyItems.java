package io.warmline.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The items of a page and of those after it, each loaded when it is reached and dropped when it is
 * passed.
 */
final class LazyItems<P, T> implements Iterator<T> {
  private final Function<P, List<T>> items;
  private final Function<P, Optional<P>> next;
  private P page;
  private Iterator<T> here;

  LazyItems(P first, Function<P, List<T>> items, Function<P, Optional<P>> next) {
    this.items = items;
    this.next = next;
    this.page = first;
    this.here = items.apply(first).iterator();
  }

  @Override
  public boolean hasNext() {
    while (!here.hasNext()) {
      Optional<P> following = next.apply(page);
      if (following.isEmpty()) {
        return false;
      }
      page = following.get();
      here = items.apply(page).iterator();
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return here.next();
  }
}
