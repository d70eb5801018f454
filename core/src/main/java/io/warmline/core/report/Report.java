package io.warmline.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Figures of a period.
 *
 * @param name which report it is
 * @param basis what is counted in the period: the cohort
 * @param asOf when it was made
 */
public record Report(String name, ReportScope scope, String basis, Instant asOf, List<Row> rows) {

  /** Keeps a copy. */
  public Report {
    rows = List.copyOf(rows);
  }

  /**
   * The figures of one group.
   *
   * @param group what distinguishes it, by name; empty where nothing is told apart
   * @param names what the ids of the group are called, under the same names as these
   */
  public record Row(
      Map<String, String> group,
      Map<String, String> names,
      List<Metric> metrics,
      List<Figure> figures) {

    /** Keeps copies. */
    public Row {
      group = Map.copyOf(group);
      names = Map.copyOf(names);
      metrics = List.copyOf(metrics);
      figures = List.copyOf(figures);
    }

    Row(Map<String, String> group, List<Metric> metrics, List<Figure> figures) {
      this(group, Map.of(), metrics, figures);
    }

    Row named(Map<String, String> them) {
      return new Row(group, them, metrics, figures);
    }
  }

  /** A rate with its name. */
  public record Metric(String name, Rate rate) {}

  /**
   * A figure that is no rate.
   *
   * @param value empty where nothing was measured
   * @param n of how many it is
   */
  public record Figure(String name, OptionalDouble value, String unit, long n) {}
}
