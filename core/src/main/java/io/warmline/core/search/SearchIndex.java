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

  /** What begins with a word of three letters or more has this much of its trigrams. */
  static final double SHARE_OF_BEGINNINGS = 0.74;

  /** Leads are looked for by beginnings of their words. */
  public static final LocalSettings BEGINNINGS = sharing(SHARE_OF_BEGINNINGS);

  private final Jdbi jdbi;

  SearchIndex(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Of each word that is looked for the index must have this much. Statements are planned for the
   * tenant that asks: a plan for any tenant takes it for one of average size, and reads all leads
   * of a large one.
   *
   * @param share of its trigrams, above 0 and up to 1
   */
  static LocalSettings sharing(double share) {
    return LocalSettings.of("pg_trgm.word_similarity_threshold", String.valueOf(share))
        .and("plan_cache_mode", "force_custom_plan");
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
