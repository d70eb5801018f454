package io.warmline.core.report;

import io.warmline.core.report.Inquiry.Ratio;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * What is sold in the end, by the ways of getting there. An opportunity is a meeting that was held,
 * missed or called off, or a lead on whose hand-off the client decided, or let its time pass.
 */
@ApplicationScoped
public class SalesReport {

  /**
   * Of a chain of meetings the last link counts, and whoever set the first; of several outcomes a
   * sale, else the latest.
   */
  private static final String OPPORTUNITIES =
      """
      with opportunity as (
        select a.id as appointment_id, null::uuid as handoff_id, a.campaign_id, a.lead_id, r.set_by_agent_id as agent_id, a.starts_at as at,
               r.set_at as said_at, a.confirmation, a.status = 'HELD' as taken,
               (a.starts_at at time zone a.zone)::date - (r.set_at at time zone a.zone)::date as lead_time
        from appointment a
        join appointment r on r.tenant_id = :tenant and r.id = a.root_id
        where a.tenant_id = :tenant and a.starts_at >= :from and a.starts_at < :until and not a.voided
          and a.status in ('HELD', 'NO_SHOW', 'CANCELLED')
        union all
        select null, h.id, h.campaign_id, h.lead_id, h.agent_id, h.offered_at, h.offered_at, null, h.status = 'ACCEPTED', null
        from handoff h
        where h.tenant_id = :tenant and h.offered_at >= :from and h.offered_at < :until
          and (h.decided_at is not null or h.expiry_reason = 'UNDECIDED')
      ), k as (
        select * from opportunity o
        where (cast(:campaign as uuid) is null or o.campaign_id = :campaign)
          and (cast(:agent as uuid) is null or o.agent_id = :agent)
          and %2$s
      )
      """;

  private static final String RESULTS =
      OPPORTUNITIES
          + """
          select %1$s as key, count(*) as opportunities, count(*) filter (where k.taken) as taken,
                 count(*) filter (where t.won) as won, count(*) filter (where t.proposed) as proposed,
                 count(*) filter (where not t.won and t.latest = 'LOST') as lost,
                 count(*) filter (where not t.won and t.latest = 'NO_DECISION') as no_decision,
                 count(t.latest) as known
          from k
          left join lateral (
            select bool_or(u.kind = 'WON') as won, bool_or(u.kind in ('PROPOSAL', 'WON')) as proposed,
                   (array_agg(u.kind order by u.happened_at desc, u.id desc))[1] as latest
            from outcome u
            where u.tenant_id = :tenant and not u.withdrawn
              and (u.appointment_id = k.appointment_id or u.handoff_id = k.handoff_id)) t on true
          group by 1
          order by 1
          """;

  private static final String VALUES =
      OPPORTUNITIES
          + """
          select %1$s as key, u.currency, sum(u.value) as value, sum(u.value) / count(*) as mean, count(*) as sales
          from k
          join outcome u on u.tenant_id = :tenant and not u.withdrawn and u.kind = 'WON'
            and (u.appointment_id = k.appointment_id or u.handoff_id = k.handoff_id)
          group by 1, 2
          order by 1, 2
          """;

  private static final List<Ratio> RATES =
      List.of(
          new Ratio("closeRate", "won", "opportunities"),
          new Ratio("closeRateOfTaken", "won", "taken"),
          new Ratio("proposed", "proposed", "taken"),
          new Ratio("lost", "lost", "taken"),
          new Ratio("noDecision", "no_decision", "taken"),
          new Ratio("outcomeKnown", "known", "taken"));

  private final Figures figures;
  private final Clock clock;

  SalesReport(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** Sales of a group in a currency. */
  private record Sold(String key, String currency, double value, double mean, long sales) {

    static Sold read(RowView row) {
      return new Sold(
          row.getColumn("key", String.class),
          row.getColumn("currency", String.class),
          row.getColumn("value", Double.class),
          row.getColumn("mean", Double.class),
          row.getColumn("sales", Long.class));
    }

    Stream<Figure> figures() {
      return Stream.of(
          new Figure("value", OptionalDouble.of(value), currency, sales),
          new Figure("meanValue", OptionalDouble.of(mean), currency, sales));
    }
  }

  /**
   * Of the meetings whose time was in the period, and of the hand-offs that were offered in it,
   * with what has become of them by now. Hand-offs have no confirmation and no lead time.
   */
  public Report of(ReportScope scope) {
    Groupings.requireNotOfCalls(scope.grouping());
    Groupings.requireScriptsOfOne(scope);
    Grouping by = scope.grouping();
    String key = by.sql("k", "k.agent_id", "k.at", "k.lead_time", "k.said_at");
    boolean meetingsAlone = by == Grouping.CONFIRMATION || by == Grouping.LEAD_TIME;
    String which = meetingsAlone ? "o.appointment_id is not null" : "true";
    Map<String, List<Figure>> values = new LinkedHashMap<>();
    for (Sold sold : figures.rows(VALUES.formatted(key, which), scope, Sold::read)) {
      values.computeIfAbsent(sold.key(), any -> new ArrayList<>()).addAll(sold.figures().toList());
    }
    List<Row> rows =
        figures.of(scope, new Inquiry(RESULTS.formatted(key, which), RATES, List.of())).stream()
            .map(row -> with(row, values.get(row.group().getOrDefault(by.label(), ""))))
            .toList();
    return new Report(
        "sales",
        scope,
        "Meetings whose time was in the period, and hand-offs that were offered in it, with what"
            + " has become of them by now. A meeting belongs to who set the first of its chain;"
            + " pending ones are left out.",
        clock.instant(),
        rows);
  }

  private static Row with(Row row, @Nullable List<Figure> values) {
    return values == null ? row : new Row(row.group(), row.names(), row.metrics(), values);
  }
}
