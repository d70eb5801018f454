package io.warmline.api.simulation;

import io.warmline.sdk.model.Report;
import io.warmline.sdk.model.ReportFigure;
import io.warmline.sdk.model.ReportMetric;
import io.warmline.sdk.model.ReportRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A report, as the firm's own books have it or as the product gives it. */
final class Sheet {

  private final Map<Map<String, String>, Map<String, Cell>> rows = new LinkedHashMap<>();

  void rate(Map<String, String> group, String name, long numerator, long denominator) {
    row(group).put(name, Cell.rate(numerator, denominator));
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
    row(group).put(name, new Cell(0, sorted.length, at(sorted, share)));
  }

  /** Of nothing there is no sum. */
  <F> void sum(Map<String, String> group, String name, List<F> of, ToDoubleFunction<F> size) {
    Double value = of.isEmpty() ? null : of.stream().mapToDouble(size).sum();
    row(group).put(name, new Cell(0, of.size(), value));
  }

  <F> void mean(Map<String, String> group, String name, List<F> of, ToDoubleFunction<F> size) {
    OptionalDouble mean = of.stream().mapToDouble(size).average();
    row(group).put(name, new Cell(0, of.size(), mean.isPresent() ? mean.getAsDouble() : null));
  }

  /**
   * @param n of how many it is
   */
  void figure(Map<String, String> group, String name, long n, @Nullable Double value) {
    row(group).put(name, new Cell(0, n, value));
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

  /** With the figures of another one. */
  Sheet and(Sheet more) {
    more.rows.forEach((group, cells) -> row(group).putAll(cells));
    return this;
  }

  private Map<String, Cell> row(Map<String, String> group) {
    return rows.computeIfAbsent(group, any -> new TreeMap<>());
  }

  /** A report as the product gives it. */
  static Sheet of(Report report) {
    Sheet sheet = new Sheet();
    for (ReportRow row : report.getRows()) {
      Map<String, Cell> cells = sheet.row(row.getGroup());
      for (ReportMetric metric : row.getMetrics()) {
        cells.put(metric.getName(), Cell.rate(metric.getNumerator(), metric.getDenominator()));
      }
      for (ReportFigure figure : row.getFigures()) {
        cells.put(figure.getName(), new Cell(0, figure.getN(), figure.getValue()));
      }
    }
    return sheet;
  }

  int size() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  /** Wherever what was reported is not what was counted, in words. */
  List<String> differences(Sheet reported) {
    List<String> found = new ArrayList<>();
    Set<Map<String, String>> groups = new LinkedHashSet<>(rows.keySet());
    groups.addAll(reported.rows.keySet());
    for (Map<String, String> group : groups) {
      Map<String, Cell> mine = rows.getOrDefault(group, Map.of());
      Map<String, Cell> theirs = reported.rows.getOrDefault(group, Map.of());
      Set<String> names = new TreeSet<>(mine.keySet());
      names.addAll(theirs.keySet());
      for (String name : names) {
        Cell counted = mine.get(name);
        Cell told = theirs.get(name);
        if (counted == null || !counted.says(told)) {
          found.add("%s %s: counted %s, reported %s".formatted(group, name, counted, told));
        }
      }
    }
    return found;
  }
}
