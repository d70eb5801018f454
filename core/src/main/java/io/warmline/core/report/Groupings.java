package io.warmline.core.report;

import io.warmline.core.InvalidValue;

/** Which groupings a report takes. */
final class Groupings {

  private Groupings() {}

  /**
   * @throws InvalidValue if the grouping is of appointments alone
   */
  static void requireGeneral(Grouping grouping) {
    if (!grouping.isGeneral()) {
      throw new InvalidValue(
          "groupBy", "NOT_OF_THIS_REPORT", grouping + " groups the appointments report alone");
    }
  }

  /** Whether lists of leads, which belong to no agent and no day, can be grouped by it. */
  static boolean isOfLists(Grouping grouping) {
    return grouping == Grouping.NONE || grouping == Grouping.CAMPAIGN;
  }
}
