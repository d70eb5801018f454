package io.warmline.api.simulation;

import io.warmline.sdk.model.Report;
import io.warmline.sdk.model.ReportFigure;
import io.warmline.sdk.model.ReportMetric;
import io.warmline.sdk.model.ReportRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A report as the firm's own books have it. */
final class Sheet {

  /** Of minutes and hours. */
  private static final double PRECISION = 1e-4;

  private final Map<Map<String, String>, Map<String, String>> rows = new LinkedHashMap<>();

  /** Numerator and denominator. */
  void rate(Map<String, String> group, String name, long numerator, long denominator) {
    row(group).put(name, numerator + "/" + denominator);
  }

  <F> void share(
      Map<String, String> group, String name, List<F> of, Predicate<F> which, long denominator) {
    rate(group, name, count(of, which), denominator);
  }

  static <F> long count(List<F> facts, Predicate<F> which) {
    return facts.stream().filter(which).count();
  }

  /** A quantile of what has been measured; what is not a number has not. */
  <F> void quantile(
      Map<String, String> group, String name, List<F> of, ToDoubleFunction<F> size, double share) {
    double[] sorted =
        of.stream().mapToDouble(size).filter(value -> !Double.isNaN(value)).sorted().toArray();
    row(group).put(name, measured(at(sorted, share), sorted.length));
  }

  private static @Nullable Double at(double[] sorted, double share) {
    if (sorted.length == 0) {
      return null;
    }
    double rank = share * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  private static String measured(@Nullable Double value, long n) {
    String rounded =
        value == null ? "nothing" : String.valueOf(Math.round(value / PRECISION) * PRECISION);
    return rounded + " of " + n;
  }

  private Map<String, String> row(Map<String, String> group) {
    return rows.computeIfAbsent(group, any -> new TreeMap<>());
  }

  /** A report as the product gives it. */
  static Sheet of(Report report) {
    Sheet sheet = new Sheet();
    for (ReportRow row : report.getRows()) {
      for (ReportMetric metric : row.getMetrics()) {
        sheet.rate(
            row.getGroup(), metric.getName(), metric.getNumerator(), metric.getDenominator());
      }
      for (ReportFigure figure : row.getFigures()) {
        sheet.row(row.getGroup()).put(figure.getName(), measured(figure.getValue(), figure.getN()));
      }
    }
    return sheet;
  }

  int size() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  /** Wherever another sheet has something else, in words. */
  List<String> differences(Sheet other) {
    List<String> found = new ArrayList<>();
    Map<Map<String, String>, Map<String, String>> all = new LinkedHashMap<>(rows);
    other.rows.forEach(all::putIfAbsent);
    for (Map<String, String> group : all.keySet()) {
      Map<String, String> mine = rows.getOrDefault(group, Map.of());
      Map<String, String> theirs = other.rows.getOrDefault(group, Map.of());
      Map<String, String> names = new TreeMap<>(mine);
      theirs.forEach(names::putIfAbsent);
      for (String name : names.keySet()) {
        if (!Objects.equals(mine.get(name), theirs.get(name))) {
          found.add(
              "%s %s: counted %s, reported %s"
                  .formatted(group, name, mine.get(name), theirs.get(name)));
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return Arrays.toString(rows.entrySet().toArray());
  }
}
