package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Measure;
import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What supervisors found of calls. */
@ApplicationScoped
public class QualityReport {

  private static final String SCORES =
      """
      select %s as key, count(*) as calls, count(r.reviews) as reviewed, sum(r.scored)::bigint as scored,
             sum(r.total) / nullif(sum(r.scored), 0) as score
      from call k
      left join lateral (
        select nullif(count(*), 0) as reviews, count(v.score) as scored, sum(v.score) as total
        from call_review v
        where v.tenant_id = :tenant and v.call_id = k.id) r on true
      where k.tenant_id = :tenant and k.started_at >= :from and k.started_at < :until
        and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
        and (cast(:agent as uuid) is null or k.agent_id = :agent)
        and k.disposition = any(:human)
      group by 1
      order by 1
      """;

  private final Figures figures;
  private final Clock clock;

  QualityReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * Of the calls of the period in which somebody was reached: how many were reviewed, and the mean
   * of the scores of the reviews that have one, 0 to 100.
   */
  public Report of(ReportScope scope) {
    Groupings.requireGeneral(scope.grouping());
    Inquiry scores =
        new Inquiry(
            SCORES.formatted(scope.grouping().sql("k", "k.agent_id", "k.started_at", "0")),
            List.of(new Ratio("reviewed", "reviewed", "calls")),
            List.of(new Measure("score", "score", "points", "scored")));
    return new Report(
        "quality",
        scope,
        "Calls of the period in which somebody was reached; the score is the mean of the reviews that"
            + " have one.",
        clock.instant(),
        figures.of(scope, scores));
  }
}
