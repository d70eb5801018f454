package io.warmline.api.simulation;

import io.warmline.sdk.model.ReportGrouping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts of the year, told apart as a report tells them apart. */
record Cut(ReportGrouping by) {

  static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  static final LocalDate TO = LocalDate.of(2027, 1, 4);
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final Instant BEGINS = FROM.atStartOfDay(ZONE).toInstant();
  private static final Instant ENDS = TO.plusDays(1).atStartOfDay(ZONE).toInstant();

  /** Those of the period, by group. */
  <F extends Facts.Fact> Map<Map<String, String>, List<F>> of(Collection<F> facts) {
    Map<Map<String, String>, List<F>> groups = new LinkedHashMap<>();
    for (F fact : facts) {
      if (!fact.at().isBefore(BEGINS) && fact.at().isBefore(ENDS)) {
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
      case WEEK, DELIVERABLE, SCRIPT_VERSION, IMPORT, DISPOSITION, UNKNOWN ->
          throw new IllegalArgumentException("no report is looked at by " + by);
    };
  }

  private static String text(Facts.Fact fact, String pattern) {
    return DateTimeFormatter.ofPattern(pattern).format(fact.at().atZone(ZONE));
  }

  /** A group within a group. */
  static Map<String, String> with(Map<String, String> group, Map<String, String> more) {
    Map<String, String> both = new LinkedHashMap<>(group);
    both.putAll(more);
    return both;
  }
}
