package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** At which hours of the prospect's week somebody is reached: a heat map. */
@ApplicationScoped
public class BestHoursReport {

  /** Hours of the prospect's week are counted from a Monday, the first day of this century. */
  private static final String HOURS =
      """
      with recursive {merged}
      select key, (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])[1 + hour_of_week / 24]
                    as weekday_name,
             to_char(hour_of_week %% 24, 'FM00') as hour_text, count(*) as attempted, count(*) filter (where contacted) as contacted
      from (
        select %s as key, coalesce(m.person, k.lead_id) as person,
               floor(date_part('epoch', (k.started_at at time zone k.zone) - timestamp '2001-01-01') / 3600)::int %% 168 as hour_of_week,
               bool_or(k.disposition = any(:conversations)) as contacted
        from call k
        left join merged m on m.lead_id = k.lead_id
        where k.tenant_id = :tenant and k.started_at >= :from and k.started_at < :until and k.zone is not null
          and k.disposition <> 'TECHNICAL_FAILURE' and k.direction = 'OUTBOUND'
          and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
          and (cast(:agent as uuid) is null or k.agent_id = :agent)
        group by 1, 2, 3) per_person
      group by key, hour_of_week
      order by key, hour_of_week
      """
          .replace("{merged}", MergedLeads.MERGED);

  private final Figures figures;
  private final Clock clock;

  BestHoursReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Of the calls that began in the period, by the weekday and the hour at the prospect's place. */
  public Report of(ReportScope scope) {
    Groupings.requireGeneral(scope.grouping());
    Inquiry hours =
        new Inquiry(
            HOURS.formatted(scope.grouping().sql("k", "k.agent_id", "k.started_at", "0")),
            List.of(new Ratio("contactRate", "contacted", "attempted")),
            List.of(),
            Map.of("weekday", "weekday_name", "hour", "hour_text"));
    return new Report(
        "best-hours",
        scope,
        "Calls that began in the period, by the prospect's own clock: leads with a conversation by"
            + " leads attempted in the hour.",
        clock.instant(),
        figures.of(scope, hours));
  }
}
