package io.warmline.api.resource;

import io.warmline.api.contract.model.ReportDto;
import io.warmline.api.contract.model.ReportFigureDto;
import io.warmline.api.contract.model.ReportMetricDto;
import io.warmline.api.contract.model.ReportRowDto;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as lines: one for each figure, with the group it belongs to. */
@Provider
@Produces("text/csv")
public class ReportCsv implements MessageBodyWriter<ReportDto> {

  private static final String COLUMNS = "metric,numerator,denominator,rate,low,high,value,unit,n";

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return ReportDto.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      ReportDto report,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    for (String line : lines(report)) {
      writer.write(line + "\r\n");
    }
    writer.flush();
  }

  static List<String> lines(ReportDto report) {
    List<String> groups =
        new ArrayList<>(
            report.getRows().stream()
                .flatMap(row -> row.getGroup().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    List<String> lines = new ArrayList<>();
    lines.add(join(groups, COLUMNS));
    for (ReportRowDto row : report.getRows()) {
      List<String> group = groups.stream().map(g -> text(row.getGroup().get(g))).toList();
      row.getMetrics().forEach(metric -> lines.add(join(group, line(metric))));
      row.getFigures().forEach(figure -> lines.add(join(group, line(figure))));
    }
    return lines;
  }

  private static String join(List<String> group, String rest) {
    return group.isEmpty() ? rest : String.join(",", group) + "," + rest;
  }

  private static String line(ReportMetricDto m) {
    return String.join(
        ",",
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

  private static String line(ReportFigureDto f) {
    return String.join(
        ",", f.getName(), "", "", "", "", "", text(f.getValue()), f.getUnit(), text(f.getN()));
  }

  /** Ids, dates and numbers: nothing here needs quotes, or can be taken for a formula. */
  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
