package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.ReportDto;
import io.warmline.api.contract.model.ReportFigureDto;
import io.warmline.api.contract.model.ReportGroupingDto;
import io.warmline.api.contract.model.ReportMetricDto;
import io.warmline.api.contract.model.ReportRowDto;
import io.warmline.core.report.Grouping;
import io.warmline.core.report.Rate;
import io.warmline.core.report.Report;
import io.warmline.core.report.Report.Figure;
import io.warmline.core.report.Report.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports as the contract shows them. */
final class ReportMapper {

  private static final int DECIMALS = 6;

  private ReportMapper() {}

  static ReportDto report(Report report) {
    return new ReportDto()
        .name(report.name())
        .from(report.scope().from())
        .to(report.scope().to())
        .zone(report.scope().zone().getId())
        .groupBy(grouping(report.scope().grouping()))
        .basis(report.basis())
        .asOf(utc(report.asOf()))
        .rows(report.rows().stream().map(ReportMapper::row).toList());
  }

  private static ReportRowDto row(Report.Row row) {
    return new ReportRowDto()
        .group(new TreeMap<>(row.group()))
        .names(row.names().isEmpty() ? null : new TreeMap<>(row.names()))
        .metrics(row.metrics().stream().map(ReportMapper::metric).toList())
        .figures(row.figures().stream().map(ReportMapper::figure).toList());
  }

  private static ReportMetricDto metric(Metric metric) {
    Rate rate = metric.rate();
    return new ReportMetricDto()
        .name(metric.name())
        .numerator(rate.numerator())
        .denominator(rate.denominator())
        .rate(orNull(rate.value()))
        .low(rate.interval().map(Rate.Interval::low).map(ReportMapper::rounded).orElse(null))
        .high(rate.interval().map(Rate.Interval::high).map(ReportMapper::rounded).orElse(null));
  }

  private static ReportFigureDto figure(Figure figure) {
    return new ReportFigureDto()
        .name(figure.name())
        .value(orNull(figure.value()))
        .unit(figure.unit())
        .n(figure.n());
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? rounded(value.getAsDouble()) : null;
  }

  /** To a millionth: what is less is noise of the reckoning. */
  static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  static Grouping grouping(ReportGroupingDto dto) {
    return switch (dto) {
      case NONE -> Grouping.NONE;
      case CAMPAIGN -> Grouping.CAMPAIGN;
      case AGENT -> Grouping.AGENT;
      case DAY -> Grouping.DAY;
      case WEEK -> Grouping.WEEK;
      case MONTH -> Grouping.MONTH;
      case CONFIRMATION -> Grouping.CONFIRMATION;
      case LEAD_TIME -> Grouping.LEAD_TIME;
      case DELIVERABLE -> Grouping.DELIVERABLE;
      case SCRIPT_VERSION -> Grouping.SCRIPT_VERSION;
      case IMPORT -> Grouping.IMPORT;
      case DISPOSITION -> Grouping.DISPOSITION;
    };
  }

  private static ReportGroupingDto grouping(Grouping grouping) {
    return switch (grouping) {
      case NONE -> ReportGroupingDto.NONE;
      case CAMPAIGN -> ReportGroupingDto.CAMPAIGN;
      case AGENT -> ReportGroupingDto.AGENT;
      case DAY -> ReportGroupingDto.DAY;
      case WEEK -> ReportGroupingDto.WEEK;
      case MONTH -> ReportGroupingDto.MONTH;
      case CONFIRMATION -> ReportGroupingDto.CONFIRMATION;
      case LEAD_TIME -> ReportGroupingDto.LEAD_TIME;
      case DELIVERABLE -> ReportGroupingDto.DELIVERABLE;
      case SCRIPT_VERSION -> ReportGroupingDto.SCRIPT_VERSION;
      case IMPORT -> ReportGroupingDto.IMPORT;
      case DISPOSITION -> ReportGroupingDto.DISPOSITION;
    };
  }
}
