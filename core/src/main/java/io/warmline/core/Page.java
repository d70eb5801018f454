package io.warmline.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of a list, and where the next one begins, if there is one. */
public record Page<T>(List<T> items, Optional<Cursor> next) {

  /**
   * A page out of {@link Cursor.Paging#probe()} rows: one row too many means that there is a next
   * page.
   */
  public static <T> Page<T> of(List<T> probed, int limit, Function<T, Cursor> cursor) {
    if (probed.size() <= limit) {
      return new Page<>(probed, Optional.empty());
    }
    List<T> items = probed.subList(0, limit);
    return new Page<>(items, Optional.of(cursor.apply(items.get(limit - 1))));
  }
}
