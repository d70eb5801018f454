package io.warmline.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: after the item with this key and id.
 *
 * @param key the sort key of the last item given, as text; empty where the list is ordered by id
 *     alone
 * @param id the id of the last item given
 */
public record Cursor(String key, UUID id) {

  /**
   * A request for a page.
   *
   * @param limit most items wanted, at least 1
   * @param after where to go on; null for the first page
   */
  public record Paging(int limit, @Nullable Cursor after) {

    /** One more than wanted, so that it shows whether there is a next page. */
    public int probe() {
      return limit + 1;
    }
  }
}
