package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Measure;
import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What became of meetings, so that ways of confirming them can be compared. */
@ApplicationScoped
public class AppointmentsReport {

  /**
   * Of a chain of meetings the last link tells how it ended, the first how it began, and whose it
   * is: nobody loses a meeting to whoever moved it.
   */
  private static final String MEETINGS =
      """
      with meeting as (
        select a.*, r.set_by_agent_id as first_set_by, r.set_at as first_set_at, extract(epoch from a.starts_at - a.cancelled_at) / 3600 as notice,
               (a.starts_at at time zone a.zone)::date - (r.set_at at time zone a.zone)::date as lead_time
        from appointment a
        join appointment r on r.tenant_id = :tenant and r.id = a.root_id
        where a.tenant_id = :tenant and a.starts_at >= :from and a.starts_at < :until and not a.voided
          and a.status <> 'RESCHEDULED'
          and (cast(:campaign as uuid) is null or a.campaign_id = :campaign)
          and (cast(:agent as uuid) is null or r.set_by_agent_id = :agent)
      )
      select %s as key, count(*) filter (where k.status = 'HELD') as held, count(*) filter (where k.status = 'NO_SHOW') as no_show,
             count(*) filter (where k.status = 'CANCELLED') as cancelled,
             count(*) filter (where k.status in ('HELD', 'NO_SHOW', 'CANCELLED')) as ended,
             count(*) filter (where k.status in ('HELD', 'NO_SHOW')) as stood,
             count(*) filter (where k.cancelled_by = 'PROSPECT') as by_prospect, count(*) filter (where k.cancelled_by = 'CLIENT') as by_client,
             count(*) filter (where k.cancelled_by = 'FIRM') as by_firm, count(*) filter (where k.notice < 24) as at_short_notice,
             percentile_cont(0.5) within group (order by k.notice) as notice_p50,
             count(*) filter (where k.cancelled_in_confirmation) as cancelled_in_confirmation,
             count(k.confirmation_reached_at) as confirmation_reached, count(k.confirmation_dialled_at) as confirmation_dialled,
             count(*) filter (where k.status = 'HELD' and k.verdict in ('UNQUALIFIED', 'BAD_LEAD')) as unqualified,
             count(*) filter (where k.out_of_policy) as out_of_policy, count(k.confirmed_at) as confirmed,
             percentile_cont(0.5) within group (order by extract(epoch from k.confirmation_dialled_at - k.set_at) / 60) as lag_p50,
             percentile_cont(0.9) within group (order by extract(epoch from k.confirmation_dialled_at - k.set_at) / 60) as lag_p90
      from meeting k
      group by 1
      order by 1
      """;

  private static final List<Ratio> RATES =
      List.of(
          new Ratio("holdRate", "held", "ended"),
          new Ratio("cancellationRate", "cancelled", "ended"),
          new Ratio("noShowRate", "no_show", "ended"),
          new Ratio("showRate", "held", "stood"),
          new Ratio("cancelledByProspect", "by_prospect", "ended"),
          new Ratio("cancelledByClient", "by_client", "ended"),
          new Ratio("cancelledByFirm", "by_firm", "ended"),
          new Ratio("cancelledAtShortNotice", "at_short_notice", "cancelled"),
          new Ratio(
              "cancelledDuringConfirmation", "cancelled_in_confirmation", "confirmation_reached"),
          new Ratio("unqualifiedHeld", "unqualified", "held"),
          new Ratio("confirmedOutOfPolicy", "out_of_policy", "confirmed"));

  private final Figures figures;
  private final Clock clock;

  AppointmentsReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Of the meetings whose time was in the period; pending ones are left out. */
  public Report of(ReportScope scope) {
    Groupings.requireNotOfCalls(scope.grouping());
    Groupings.requireScriptsOfOne(scope);
    String key =
        scope.grouping().sql("k", "k.first_set_by", "k.starts_at", "k.lead_time", "k.first_set_at");
    Inquiry meetings =
        new Inquiry(
            MEETINGS.formatted(key),
            RATES,
            List.of(
                new Measure("cancellationNoticeP50", "notice_p50", "hours", "cancelled"),
                new Measure("confirmationLagP50", "lag_p50", "minutes", "confirmation_dialled"),
                new Measure("confirmationLagP90", "lag_p90", "minutes", "confirmation_dialled")));
    return new Report(
        "appointments",
        scope,
        "Meetings whose time was in the period. One that was rescheduled follows its last link, and"
            + " belongs to who set the first; pending ones are left out.",
        clock.instant(),
        figures.of(scope, meetings));
  }
}
