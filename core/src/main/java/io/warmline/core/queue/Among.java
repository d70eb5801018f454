package io.warmline.core.queue;

/**
 * Which leads of the buckets a claim walks.
 *
 * @param condition what follows the others on the rows of the queue, in SQL; by ranks, which an
 *     index has
 * @param marked whether the walk begins at the marks of the buckets, and the agent's own leads are
 *     among them
 */
record Among(String condition, boolean marked) {

  private static final int RANKS_A_TIER = 10_000;
  private static final int LAST_COLD = Tier.COLD.number() * RANKS_A_TIER;
  private static final int LAST_BEFORE_COLD = LAST_COLD - RANKS_A_TIER;

  /** All of them. */
  static final Among ALL = new Among("", true);

  /** Those of the tiers before the cold ones. */
  static final Among BEFORE_COLD = new Among(" and rank <= " + LAST_BEFORE_COLD, true);

  /** Those that were never called. */
  static final Among COLD =
      new Among(" and rank > " + LAST_BEFORE_COLD + " and rank <= " + LAST_COLD, false);

  /**
   * The cold leads of a list.
   *
   * @param list its place among the lists of the campaign, from 1; 0: of none
   */
  static Among listed(int list) {
    return new Among(" and list = " + list + COLD.condition, false);
  }
}
