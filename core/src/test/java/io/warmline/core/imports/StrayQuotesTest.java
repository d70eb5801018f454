package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.broken;
import static io.warmline.core.imports.Leads.csv;
import static io.warmline.core.imports.Leads.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StrayQuotesTest {

  @Test
  void aQuoteThatIsNeverClosedCostsItsOwnLineOnly() {
    List<FileRow> rows = csv("phone,city\n1,\"Bonn\n2,Köln\n3,\"Bad\nEms\"\n4,Trier\n");

    assertThat(broken(rows.get(0)).code()).isEqualTo(RowProblem.UNCLOSED_QUOTE);
    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 3L, 4L, 6L);
    assertThat(parsed(rows.get(2)).values()).containsEntry(LeadField.CITY, "Bad\nEms");
  }

  @Test
  void aQuoteThatIsOpenAtTheEndOfTheFileCostsItsOwnLineOnly() {
    List<FileRow> rows = csv("phone,city\n1,Bonn\n2,\"Köln\n3,Trier\n4,Ulm");

    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 3L, 4L, 5L);
    assertThat(broken(rows.get(1)).code()).isEqualTo(RowProblem.UNCLOSED_QUOTE);
  }

  @Test
  void aQuoteThatIsNotClosedWithinARecordsLengthCostsItsOwnLineOnly() {
    int lines = LeadFileLimits.RECORD_CHARS / 4;

    List<FileRow> rows = csv("phone,city\n\"1,Bonn\n" + "2,K\n".repeat(lines) + "3,\"x\"\n");

    assertThat(broken(rows.get(0)).code()).isEqualTo(RowProblem.UNCLOSED_QUOTE);
    assertThat(rows).hasSize(lines + 2);
    assertThat(rows.stream().skip(1)).allMatch(FileRow.Parsed.class::isInstance);
    assertThat(rows.get(lines + 1).line()).isEqualTo(lines + 3L);
  }

  @Test
  void textAfterAClosingQuoteBreaksTheLine() {
    List<FileRow> rows = csv("phone,name\n1,\"John \"Jack\" Doe\"\n2,Ann\n");

    assertThat(broken(rows.get(0)).code()).isEqualTo(RowProblem.MALFORMED_QUOTES);
    assertThat(parsed(rows.get(1)).values()).containsEntry(LeadField.LAST_NAME, "Ann");
  }

  @Test
  void aFileMadeOfQuotesThatLeadNowhereIsStillReadInLinearTime() {
    String text = "phone,city\n\"1\",\"a\n" + "x\",\"\"\"\n".repeat(200_000);

    List<FileRow> rows = Assertions.assertTimeout(Duration.ofSeconds(30), () -> csv(text));

    assertThat(rows).hasSize(200_001).allMatch(FileRow.Broken.class::isInstance);
  }
}
