package io.warmline.core.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Metric;
import io.warmline.core.report.Report.Row;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** How soon a lead is dialled that gave a signal: by the wall clock, and by the legal one. */
@ApplicationScoped
public class SpeedToLeadReport {

  private static final double SOON_MINUTES = 5;

  /*
   * The calls of a person are all read. For "order by started_at limit 1", and for min(started_at) alone, PostgreSQL may read the calls of
   * everybody in the order of their time until one fits.
   */
  private static final String SIGNALS =
      """
      with recursive {merged}, {others}, given as materialized (
        select k.lead_id, k.campaign_id, k.occurred_at, coalesce(m.person, k.lead_id) as person, o.leads || coalesce(m.person, k.lead_id) as leads
        from signal k
        left join merged m on m.lead_id = k.lead_id
        left join others o on o.person = coalesce(m.person, k.lead_id)
        where k.tenant_id = :tenant and k.effect = 'OPENED' and k.occurred_at >= :from and k.occurred_at < :until
          and (cast(:campaign as uuid) is null or k.campaign_id = :campaign)
      )
      select %s as key, k.occurred_at, d.started_at, p.bucket_id
      from given k
      left join lateral (
        select (array_agg(c.started_at order by c.started_at, c.id))[1] as started_at,
               (array_agg(c.agent_id order by c.started_at, c.id))[1] as agent_id
        from call c
        where c.tenant_id = :tenant and c.lead_id = any(k.leads) and c.started_at >= k.occurred_at
          and c.disposition <> 'TECHNICAL_FAILURE' and c.direction = 'OUTBOUND') d on true
      left join lateral (
        select n.bucket_id from lead_phone n
        where n.tenant_id = :tenant and n.lead_id = k.person order by n.position limit 1) p on true
      where (cast(:agent as uuid) is null or d.agent_id = :agent)
      """
          .replace("{merged}", MergedLeads.MERGED)
          .replace("{others}", MergedLeads.OTHERS);

  private final Figures figures;
  private final TenantTransaction transaction;
  private final WindowBuckets buckets;
  private final Clock clock;

  SpeedToLeadReport(
      Figures figures, TenantTransaction transaction, WindowBuckets buckets, Clock clock) {
    this.figures = figures;
    this.transaction = transaction;
    this.buckets = buckets;
    this.clock = clock;
  }

  /**
   * A signal and the first dial after it.
   *
   * @param dialledAt null: not yet
   * @param bucket null: the lead has no number any more
   */
  private record Answered(
      String key, Instant signalledAt, @Nullable Instant dialledAt, @Nullable Long bucket) {

    Instant dialled() {
      return Objects.requireNonNull(dialledAt, "not dialled yet");
    }

    static Answered read(RowView row) {
      return new Answered(
          row.getColumn("key", String.class),
          row.getColumn("occurred_at", Instant.class),
          row.getColumn("started_at", Instant.class),
          row.getColumn("bucket_id", Long.class));
    }
  }

  /** Of the signals in the period that called for a dial. */
  public Report of(ReportScope scope) {
    Groupings.requireGeneral(scope.grouping());
    String key = scope.grouping().sql("k", "d.agent_id", "k.occurred_at", "0");
    List<Answered> signals = figures.rows(SIGNALS.formatted(key), scope, Answered::read);
    Map<Long, LegalClock> clocks = clocks(signals, scope.begins());
    Map<String, List<Answered>> byKey =
        signals.stream().collect(groupingBy(Answered::key, TreeMap::new, toList()));
    return new Report(
        "speed-to-lead",
        scope,
        "Signals in the period that called for a dial; the legal clock counts the time in which the"
            + " lead could be called.",
        clock.instant(),
        figures.inOrder(
            scope,
            byKey.entrySet().stream()
                .map(e -> row(scope, e.getKey(), e.getValue(), clocks))
                .toList()));
  }

  /** A clock for each bucket, from the first instant of the period until the last dial. */
  private Map<Long, LegalClock> clocks(List<Answered> signals, Instant from) {
    Instant until =
        signals.stream()
            .map(Answered::dialledAt)
            .filter(Objects::nonNull)
            .reduce(from, (one, other) -> one.isAfter(other) ? one : other);
    Set<Long> dialled =
        signals.stream()
            .filter(s -> s.dialledAt() != null)
            .flatMap(s -> Stream.ofNullable(s.bucket()))
            .collect(toSet());
    return transaction.call(() -> buckets.lawsOf(dialled)).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, law -> new LegalClock(law.getValue(), from, until)));
  }

  private static Row row(
      ReportScope scope, String key, List<Answered> signals, Map<Long, LegalClock> clocks) {
    List<Answered> dialled = signals.stream().filter(s -> s.dialledAt() != null).toList();
    Percentiles wall = new Percentiles(dialled.stream().map(SpeedToLeadReport::wall).toList());
    Percentiles legal = new Percentiles(dialled.stream().map(s -> legal(s, clocks)).toList());
    Map<String, String> group =
        scope.grouping() == Grouping.NONE ? Map.of() : Map.of(scope.grouping().label(), key);
    return new Row(
        group,
        List.of(
            new Metric("dialled", new Rate(dialled.size(), signals.size())),
            new Metric("within5Minutes", new Rate(wall.atMost(SOON_MINUTES), signals.size())),
            new Metric(
                "within5CallableMinutes", new Rate(legal.atMost(SOON_MINUTES), signals.size()))),
        List.of(
            figure("wallClockP50", wall, 0.5),
            figure("wallClockP90", wall, 0.9),
            figure("legalClockP50", legal, 0.5),
            figure("legalClockP90", legal, 0.9)));
  }

  private static Figure figure(String name, Percentiles of, double share) {
    return new Figure(name, of.at(share), "minutes", of.n());
  }

  private static double wall(Answered signal) {
    return minutes(Duration.between(signal.signalledAt(), signal.dialled()));
  }

  private static double legal(Answered signal, Map<Long, LegalClock> clocks) {
    LegalClock clock = signal.bucket() == null ? null : clocks.get(signal.bucket());
    return clock == null
        ? wall(signal)
        : minutes(clock.between(signal.signalledAt(), signal.dialled()));
  }

  private static double minutes(Duration time) {
    return time.toMillis() / 60_000.0;
  }
}
