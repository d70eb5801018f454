package io.warmline.core.search;

import io.warmline.core.tenant.LocalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;

/**
 * The index by which leads are found by words. Whoever writes a lead only notes its words in the
 * index's list of pending entries, which every search reads from end to end, so that nobody is
 * missed; sorting them in is work for later.
 */
@ApplicationScoped
public class SearchIndex {

  /**
   * Words that are less similar than this are other words: our choice. Addresses and numbers must
   * be twice as similar, because many have a part in common.
   */
  public static final LocalSettings SIMILAR =
      LocalSettings.of("pg_trgm.word_similarity_threshold", "0.3");

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
