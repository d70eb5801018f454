package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.OnPostgres;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A campaign in New York with an agent, and what a report says about it. */
abstract class Reporting extends OnPostgres {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  ReportScope scope(Grouping grouping) {
    return scope(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), grouping);
  }

  ReportScope scope(LocalDate from, LocalDate to, Grouping grouping) {
    return new ReportScope(Optional.of(campaign), Optional.empty(), from, to, NEW_YORK, grouping);
  }

  static Row only(Report report) {
    assertThat(report.rows()).hasSize(1);
    return report.rows().get(0);
  }

  static Rate rate(Row row, String name) {
    return row.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseThrow()
        .rate();
  }

  static Figure figure(Row row, String name) {
    return row.figures().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
