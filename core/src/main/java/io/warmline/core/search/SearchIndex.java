package io.warmline.core.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * The index by which leads are found by words. Whoever writes a lead only notes its words in the
 * index's list of pending entries, which every search reads from end to end, so that nobody is
 * missed; sorting them in is work for later.
 */
@ApplicationScoped
public class SearchIndex {

  private final Jdbi jdbi;

  SearchIndex(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Sorts in what is pending, of all tenants, while leads are searched and written. Any number of
   * servers may do it at once.
   *
   * @return how many pages were pending
   */
  public long tidy() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select tidy_lead_search()").mapTo(Long.class).one());
  }
}
