package io.warmline.core.report;

import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Metric;
import io.warmline.core.report.Report.Row;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jdbi.v3.core.result.RowView;

/**
 * One statement and the figures that are read off its rows. The column {@code key} tells the group.
 *
 * @param sql with {@code %s} for the expression of the group
 * @param also a second thing by which rows are told apart: the name and the column; empty: nothing
 */
record Inquiry(String sql, List<Ratio> ratios, List<Measure> measures, Map<String, String> also) {

  Inquiry(String sql, List<Ratio> ratios, List<Measure> measures) {
    this(sql, ratios, measures, Map.of());
  }

  /** A rate out of two columns. */
  record Ratio(String name, String numerator, String denominator) {

    Metric read(RowView row) {
      return new Metric(name, new Rate(number(row, numerator), number(row, denominator)));
    }
  }

  /** A figure out of a column, and the column that tells of how many it is. */
  record Measure(String name, String column, String unit, String count) {

    Figure read(RowView row) {
      Double value = row.getColumn(column, Double.class);
      return new Figure(
          name,
          value == null ? OptionalDouble.empty() : OptionalDouble.of(value),
          unit,
          number(row, count));
    }
  }

  private static long number(RowView row, String column) {
    Long value = row.getColumn(column, Long.class);
    return value == null ? 0 : value;
  }

  Row read(RowView row, Grouping grouping) {
    Map<String, String> group = new TreeMap<>();
    if (grouping != Grouping.NONE) {
      group.put(grouping.label(), row.getColumn("key", String.class));
    }
    also.forEach((name, column) -> group.put(name, row.getColumn(column, String.class)));
    return new Row(
        group,
        ratios.stream().map(ratio -> ratio.read(row)).toList(),
        measures.stream().map(measure -> measure.read(row)).toList());
  }
}
