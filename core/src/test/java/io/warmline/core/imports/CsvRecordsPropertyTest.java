package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.warmline.core.imports.CsvRecords.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvRecordsPropertyTest {

  @Property(tries = 3000)
  void whatIsCutOutAsARecordIsOneRecordToFastCsv(@ForAll @From("garbage") String text)
      throws IOException {
    CsvFields fields = new CsvFields(',');

    for (CsvRecord next : records(text)) {
      if (next.fault() == null && !next.text().isEmpty()) {
        assertThatCode(() -> fields.of(next)).as(next.text()).doesNotThrowAnyException();
      }
    }
  }

  @Property(tries = 3000)
  void everyLineIsInExactlyOneRecord(@ForAll @From("garbage") String text) throws IOException {
    long expected = 1;

    for (CsvRecord next : records(text)) {
      assertThat(next.line()).isEqualTo(expected);
      expected += 1 + lineEndsIn(next.text());
    }
    assertThat(expected).isEqualTo(1 + text.lines().count());
  }

  @Property(tries = 1000)
  void garbageUnderAHeaderNeverStopsTheReading(@ForAll @From("garbage") String text) {
    assertThatCode(() -> Leads.csv("phone,name,notes\n" + "1,a,b\n".repeat(50) + text))
        .doesNotThrowAnyException();
    assertThatCode(() -> Leads.ndjson("{}\n".repeat(100) + text)).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.strings().withChars("\"\",, \t\n\r\u00A0ab{}[]:\0").ofMaxLength(60);
  }

  private static List<CsvRecord> records(String text) throws IOException {
    CsvRecords records = new CsvRecords(new PhysicalLines(new StringReader(text)), ',');
    List<CsvRecord> all = new ArrayList<>();
    for (CsvRecord next = records.next(); next != null; next = records.next()) {
      all.add(next);
    }
    return all;
  }

  private static long lineEndsIn(String recordText) {
    return (recordText + "x").lines().count() - 1;
  }
}
