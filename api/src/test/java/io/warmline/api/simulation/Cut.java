package io.warmline.api.simulation;

import io.warmline.sdk.model.ReportGrouping;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts of a period, told apart as a report tells them apart. */
record Cut(ReportGrouping by, Period period) {

  /** Those of the period, by group. */
  <F extends Facts.Fact> Map<Map<String, String>, List<F>> of(Collection<F> facts) {
    Map<Map<String, String>, List<F>> groups = new LinkedHashMap<>();
    for (F fact : facts) {
      if (period.includes(fact.at())) {
        groups.computeIfAbsent(groupOf(fact), any -> new ArrayList<>()).add(fact);
      }
    }
    return groups;
  }

  private Map<String, String> groupOf(Facts.Fact fact) {
    return switch (by) {
      case NONE -> Map.of();
      case CAMPAIGN -> Map.of("campaignId", fact.drive().id().toString());
      case AGENT -> Map.of("agentId", fact.agent() == null ? "" : fact.agent().toString());
      case MONTH -> Map.of("month", text(fact, "yyyy-MM"));
      case DAY -> Map.of("day", text(fact, "yyyy-MM-dd"));
      case CONFIRMATION -> Map.of("confirmation", fact.drive().confirmation().name());
      case LEAD_TIME -> Map.of("leadTimeDays", ((Meeting) fact).leadTime());
      case WEEK -> Map.of("week", monday(fact).toString());
      case DELIVERABLE -> Map.of("deliverable", fact.drive().deliverable().name());
      case DISPOSITION -> Map.of("disposition", ((Facts.Dial) fact).outcome().name());
      case SCRIPT_VERSION, IMPORT, UNKNOWN ->
          throw new IllegalArgumentException("no report is looked at by " + by);
    };
  }

  private static String text(Facts.Fact fact, String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(fact.at().atZone(Period.ZONE));
  }

  /** That of its week. */
  private static LocalDate monday(Facts.Fact fact) {
    return LocalDate.ofInstant(fact.at(), Period.ZONE)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** A group within a group. */
  static Map<String, String> with(Map<String, String> group, Map<String, String> more) {
    Map<String, String> both = new LinkedHashMap<>(group);
    both.putAll(more);
    return both;
  }
}
