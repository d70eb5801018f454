package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Whether prospects are screened too much, or too little. */
@ApplicationScoped
public class QualificationReport {

  /**
   * Whoever agreed to a meeting is interested, and was asked, whether that was ticked or not. Where
   * nothing was ticked, the outcome tells of interest; but where the client sets the meetings, none
   * is asked for.
   */
  private static final String ASKED =
      """
      select %s as key, count(*) filter (where k.interested) as interested,
             count(*) filter (where k.interested and k.disposition <> 'APPOINTMENT_SET' and k.meeting_asked is not true) as not_asked
      from (
        select t.*, coalesce(t.disposition = 'APPOINTMENT_SET' or t.interest_stated,
                             t.disposition in ('WARM_INTERESTED', 'QUALIFIED') and c.deliverable <> 'WARM_LEAD') as interested
        from call t
        join campaign c on c.tenant_id = :tenant and c.id = t.campaign_id
        where t.tenant_id = :tenant and t.started_at >= :from and t.started_at < :until
          and t.disposition = any(:decisionMaker)
          and t.direction = 'OUTBOUND'
          and (cast(:campaign as uuid) is null or t.campaign_id = :campaign)
          and (cast(:agent as uuid) is null or t.agent_id = :agent)) k
      group by 1
      order by 1
      """;

  static final String UNQUALIFIED =
      """
      select %s as key, count(*) as held, count(*) filter (where k.verdict in ('UNQUALIFIED', 'BAD_LEAD')) as unqualified
      from appointment k
      join appointment r on r.tenant_id = :tenant and r.id = k.root_id
      where k.tenant_id = :tenant and k.starts_at >= :from and k.starts_at < :until and k.status = 'HELD'
        and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
        and (cast(:agent as uuid) is null or r.set_by_agent_id = :agent)
      group by 1
      order by 1
      """;

  /**
   * A hot lead waited past its time if nobody dialled it while it was hot. It is nobody's, so that
   * no agent has any.
   */
  static final String HOT =
      """
      select %s as key, count(*) as hot,
             count(*) filter (where not exists (
               select 1 from call d where d.tenant_id = :tenant and d.lead_id = k.lead_id and d.started_at >= k.created_at
                 and d.started_at <= k.created_at + make_interval(mins => c.hot_minutes)
                 and d.disposition <> 'TECHNICAL_FAILURE' and d.direction = 'OUTBOUND')) as past_time
      from task k
      join campaign c on c.tenant_id = :tenant and c.id = k.campaign_id
      where k.tenant_id = :tenant and k.kind = 'HOT_SIGNAL' and k.created_at >= :from and k.created_at < :until
        and k.created_at + make_interval(mins => c.hot_minutes) <= :now
        and cast(:agent as uuid) is null
        and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
      group by 1
      order by 1
      """;

  private static final String OBJECTIVES =
      """
      select %s as key, k.objective, count(*) as calls, count(*) filter (where k.attained) as attained
      from call k
      where k.tenant_id = :tenant and k.started_at >= :from and k.started_at < :until
        and k.disposition = any(:decisionMaker) and k.objective is not null and k.direction = 'OUTBOUND'
        and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
        and (cast(:agent as uuid) is null or k.agent_id = :agent)
      group by 1, 2
      order by 1, 2
      """;

  private final Figures figures;
  private final Clock clock;

  QualificationReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Of the conversations with decision-makers, the meetings and the hot leads of the period. */
  public Report of(ReportScope scope) {
    Groupings.requireGeneral(scope.grouping());
    Grouping by = scope.grouping();
    return new Report(
        "qualification",
        scope,
        "Conversations with decision-makers, meetings whose time was, and hot signals that were"
            + " received in the period.",
        clock.instant(),
        figures.of(
            scope,
            new Inquiry(
                ASKED.formatted(by.sql("k", "k.agent_id", "k.started_at", "0")),
                List.of(new Ratio("interestedNotAsked", "not_asked", "interested")),
                List.of()),
            new Inquiry(
                UNQUALIFIED.formatted(by.sql("k", "r.set_by_agent_id", "k.starts_at", "0")),
                List.of(new Ratio("unqualifiedHeld", "unqualified", "held")),
                List.of()),
            new Inquiry(
                HOT.formatted(by.sql("k", "null::uuid", "k.created_at", "0")),
                List.of(new Ratio("hotLeadsPastTheirTime", "past_time", "hot")),
                List.of()),
            new Inquiry(
                OBJECTIVES.formatted(by.sql("k", "k.agent_id", "k.started_at", "0")),
                List.of(new Ratio("objectiveAttained", "attained", "calls")),
                List.of(),
                Map.of("objective", "objective"))));
  }
}
