package io.warmline.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.api.contract.model.ReportDto;
import io.warmline.api.contract.model.ReportFigureDto;
import io.warmline.api.contract.model.ReportGroupingDto;
import io.warmline.api.contract.model.ReportMetricDto;
import io.warmline.api.contract.model.ReportRowDto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportCsvTest {

  @Test
  void aNameStandsBesideItsIdAndIsNeverAFormula() throws IOException {
    ReportDto report =
        new ReportDto()
            .groupBy(ReportGroupingDto.AGENT)
            .rows(
                List.of(
                    row(Map.of("agentId", "a1"), Map.of("agentId", "Lovelace, \"Ada\"")),
                    row(Map.of("agentId", "a2"), Map.of("agentId", "=1+1")),
                    row(Map.of("agentId", ""), null)));

    assertThat(text(report))
        .isEqualTo(
            """
            agentId,agentName,metric,numerator,denominator,rate,low,high,value,unit,n\r
            a1,"Lovelace, ""Ada\""",holdRate,1,2000,0.0005,0,1,,,\r
            a2,'=1+1,holdRate,1,2000,0.0005,0,1,,,\r
            ,,holdRate,1,2000,0.0005,0,1,,,\r
            """);
  }

  @Test
  void whatWasAskedForIsAColumnEvenIfThereAreNoRows() throws IOException {
    ReportDto report = new ReportDto().groupBy(ReportGroupingDto.CAMPAIGN).rows(List.of());

    assertThat(text(report)).startsWith("campaignId,campaignName,metric,");
  }

  @Test
  void aFigureIsWrittenAsPeopleWriteIt() throws IOException {
    ReportRowDto row =
        new ReportRowDto()
            .group(Map.of())
            .metrics(List.of())
            .figures(
                List.of(new ReportFigureDto().name("value").value(12_500_000.0).unit("USD").n(3L)));
    ReportDto report = new ReportDto().groupBy(ReportGroupingDto.NONE).rows(List.of(row));

    assertThat(text(report)).endsWith("value,,,,,,12500000,USD,3\r\n");
  }

  private static ReportRowDto row(Map<String, String> group, Map<String, String> names) {
    return new ReportRowDto()
        .group(group)
        .names(names)
        .figures(List.of())
        .metrics(
            List.of(
                new ReportMetricDto()
                    .name("holdRate")
                    .numerator(1L)
                    .denominator(2000L)
                    .rate(0.0005)
                    .low(0.0)
                    .high(1.0)));
  }

  private static String text(ReportDto report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportCsv().write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
