package io.warmline.api.resource;

import io.warmline.api.contract.model.ReportDto;
import io.warmline.api.contract.model.ReportFigureDto;
import io.warmline.api.contract.model.ReportMetricDto;
import io.warmline.api.contract.model.ReportRowDto;
import io.warmline.core.imports.FormulaGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as lines: one for each figure, with the group it belongs to. */
final class ReportCsv extends CsvLines<ReportDto> {

  private static final List<String> COLUMNS =
      List.of("metric", "numerator", "denominator", "rate", "low", "high", "value", "unit", "n");

  ReportCsv() {
    super(ReportDto.class);
  }

  @Override
  List<List<String>> linesOf(ReportDto report) {
    return lines(report);
  }

  static List<List<String>> lines(ReportDto report) {
    List<String> groups = groups(report);
    List<List<String>> lines = new ArrayList<>();
    lines.add(both(groups.stream().flatMap(ReportCsv::columns).toList(), COLUMNS));
    for (ReportRowDto row : report.getRows()) {
      List<String> group = groups.stream().flatMap(label -> cells(row, label)).toList();
      row.getMetrics().forEach(metric -> lines.add(both(group, line(metric))));
      row.getFigures().forEach(figure -> lines.add(both(group, line(figure))));
    }
    return lines;
  }

  /** What rows are told apart by: what was asked for, whether there are rows or not, and more. */
  private static List<String> groups(ReportDto report) {
    Set<String> groups = new LinkedHashSet<>();
    String asked = ReportMapper.grouping(report.getGroupBy()).label();
    if (!asked.isEmpty()) {
      groups.add(asked);
    }
    report.getRows().forEach(row -> groups.addAll(new TreeSet<>(row.getGroup().keySet())));
    return List.copyOf(groups);
  }

  /** An id has its name beside it. */
  private static Stream<String> columns(String label) {
    return isId(label) ? Stream.of(label, label.replaceFirst("Id$", "Name")) : Stream.of(label);
  }

  private static Stream<String> cells(ReportRowDto row, String label) {
    String value = row.getGroup().getOrDefault(label, "");
    return isId(label) ? Stream.of(value, name(row, label)) : Stream.of(value);
  }

  private static String name(ReportRowDto row, String label) {
    Map<String, String> names = row.getNames();
    return names == null ? "" : FormulaGuard.guarded(names.getOrDefault(label, ""));
  }

  private static boolean isId(String label) {
    return label.endsWith("Id");
  }

  private static List<String> both(List<String> group, List<String> rest) {
    return Stream.concat(group.stream(), rest.stream()).toList();
  }

  private static List<String> line(ReportMetricDto m) {
    return List.of(
        m.getName(),
        text(m.getNumerator()),
        text(m.getDenominator()),
        text(m.getRate()),
        text(m.getLow()),
        text(m.getHigh()),
        "",
        "",
        "");
  }

  private static List<String> line(ReportFigureDto f) {
    return List.of(
        f.getName(), "", "", "", "", "", text(f.getValue()), f.getUnit(), text(f.getN()));
  }

  private static String text(@Nullable Long count) {
    return Objects.toString(count, "");
  }

  /** As people write it: 0.0005, never 5.0E-4. */
  private static String text(@Nullable Double value) {
    return value == null
        ? ""
        : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }
}
