package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Measure;
import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What clients made of the leads that were handed to them. */
@ApplicationScoped
public class HandoffsReport {

  private static final String HANDOFFS =
      """
      select %s as key, count(*) filter (where k.status = 'ACCEPTED') as accepted,
             count(*) filter (where k.status = 'RETURNED') as returned, count(*) filter (where k.expiry_reason = 'UNDECIDED') as expired,
             count(*) filter (where k.decided_at is not null or k.expiry_reason = 'UNDECIDED') as decided,
             count(*) filter (where k.return_reason = 'DUPLICATE') as duplicate,
             count(*) filter (where k.return_reason = 'WRONG_PERSON') as wrong_person,
             count(*) filter (where k.return_reason = 'NO_NEED') as no_need,
             count(*) filter (where k.return_reason = 'NOT_INTERESTED') as not_interested,
             count(*) filter (where k.return_reason = 'OUT_OF_AREA') as out_of_area,
             count(*) filter (where k.return_reason = 'NOT_READY') as not_ready,
             count(k.decided_at) as timed,
             percentile_cont(0.5) within group (order by extract(epoch from k.decided_at - k.offered_at) / 3600) as p50,
             percentile_cont(0.9) within group (order by extract(epoch from k.decided_at - k.offered_at) / 3600) as p90
      from handoff k
      where k.tenant_id = :tenant and k.offered_at >= :from and k.offered_at < :until
        and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
        and (cast(:agent as uuid) is null or k.agent_id = :agent)
      group by 1
      order by 1
      """;

  private static final List<Ratio> RATES =
      List.of(
          new Ratio("acceptance", "accepted", "decided"),
          new Ratio("returned", "returned", "decided"),
          new Ratio("expired", "expired", "decided"),
          new Ratio("returnedDuplicate", "duplicate", "returned"),
          new Ratio("returnedWrongPerson", "wrong_person", "returned"),
          new Ratio("returnedNoNeed", "no_need", "returned"),
          new Ratio("returnedNotInterested", "not_interested", "returned"),
          new Ratio("returnedOutOfArea", "out_of_area", "returned"),
          new Ratio("returnedNotReady", "not_ready", "returned"));

  private final Figures figures;
  private final Clock clock;

  HandoffsReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Of the hand-offs that were offered in the period; those without a decision are left out. */
  public Report of(ReportScope scope) {
    Groupings.requireOfTalks(scope);
    Inquiry handoffs =
        new Inquiry(
            HANDOFFS.formatted(scope.grouping().sql("k", "k.agent_id", "k.offered_at", "0")),
            RATES,
            List.of(
                new Measure("timeToDecisionP50", "p50", "hours", "timed"),
                new Measure("timeToDecisionP90", "p90", "hours", "timed")));
    return new Report(
        "handoffs",
        scope,
        "Hand-offs that were offered in the period; those that wait for a decision are left out.",
        clock.instant(),
        figures.of(scope, handoffs));
  }
}
