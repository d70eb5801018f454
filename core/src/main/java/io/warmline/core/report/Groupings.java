package io.warmline.core.report;

import io.warmline.core.InvalidValue;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which groupings a report takes. */
final class Groupings {

  private Groupings() {}

  /**
   * @throws InvalidValue if the grouping is of meetings and words alone
   */
  static void requireGeneral(Grouping grouping) {
    if (!grouping.isGeneral()) {
      throw refusal(grouping, Grouping::isGeneral);
    }
  }

  /**
   * @param taken those that group the report
   */
  private static InvalidValue refusal(Grouping grouping, Predicate<Grouping> taken) {
    String others =
        Arrays.stream(Grouping.values())
            .filter(taken)
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return new InvalidValue(
        "groupBy",
        "NOT_OF_THIS_REPORT",
        grouping + " does not group this report; take one of " + others);
  }

  /**
   * Versions of scripts are counted by campaign: the second of one has nothing to do with the
   * second of another.
   *
   * @throws InvalidValue if scripts are told apart without saying whose
   */
  static void requireScriptsOfOne(ReportScope scope) {
    if (scope.grouping() == Grouping.SCRIPT_VERSION && scope.campaign().isEmpty()) {
      throw InvalidValue.required(
          "campaignId", "SCRIPT_VERSION needs the campaign whose scripts they are");
    }
  }

  /**
   * @throws InvalidValue if the grouping is of calls alone
   */
  static void requireNotOfCalls(Grouping grouping) {
    if (grouping == Grouping.DISPOSITION) {
      throw refusal(grouping, other -> other != Grouping.DISPOSITION);
    }
  }

  /**
   * @throws InvalidValue if the grouping is of meetings alone, or of scripts without saying whose
   */
  static void requireOfTalks(ReportScope scope) {
    Grouping by = scope.grouping();
    if (!isOfTalks(by)) {
      throw refusal(by, Groupings::isOfTalks);
    }
    requireScriptsOfOne(scope);
  }

  private static boolean isOfTalks(Grouping grouping) {
    return grouping.isGeneral() || grouping == Grouping.SCRIPT_VERSION;
  }

  /** Whether shifts, which belong to no campaign, can be grouped by it. */
  static boolean isOfPeople(Grouping grouping) {
    return switch (grouping) {
      case NONE, AGENT, DAY, WEEK, MONTH -> true;
      case CAMPAIGN, CONFIRMATION, LEAD_TIME, DELIVERABLE, SCRIPT_VERSION, IMPORT, DISPOSITION ->
          false;
    };
  }

  /** Whether lists of leads, which belong to no agent and no day, can be grouped by it. */
  static boolean isOfLists(Grouping grouping) {
    return grouping == Grouping.NONE
        || grouping == Grouping.CAMPAIGN
        || grouping == Grouping.IMPORT;
  }
}
