package io.warmline.core.imports;

import static io.warmline.core.imports.Workbook.formula;
import static io.warmline.core.imports.Workbook.number;
import static io.warmline.core.imports.Workbook.row;
import static io.warmline.core.imports.Workbook.text;
import static io.warmline.core.imports.Workbook.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.WarmlineException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetFileTest {

  private static final String HEAD = texts(1, "Name", "Phone", "Zip", "Contract End");

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("leads.xlsx"), bytes);
  }

  private String read(Workbook workbook, Optional<String> sheet) throws IOException {
    StringWriter text = new StringWriter();
    try (SheetFile file = SheetFile.open(file(workbook.bytes()), sheet)) {
      file.writeTo(text);
    }
    return text.toString();
  }

  private String read(Workbook workbook) throws IOException {
    return read(workbook, Optional.empty());
  }

  private String cell(String cell) throws IOException {
    return read(new Workbook().sheet("A", row(1, cell))).strip();
  }

  private StatedLead lead(Workbook workbook) throws IOException {
    String text = read(workbook);
    try (LeadFile file =
        LeadFile.open(
            Leads.stream(text), LeadFile.Format.XLSX, new FileOptions(ColumnMapping.automatic()))) {
      RowCheck check = new RowCheck("US", LocalDate.of(2026, 11, 18), StatusWords.USUAL);
      return check.check(file.next()).stated().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12127365001, 0, 12127365001",
    "1.2127365001E10, 0, 12127365001",
    "46752, 1, 2027-12-31",
    "46752.5, 2, 2027-12-31 12:00:00",
    "46752, 0, 46752",
    "6108, 3, 06108",
    "6108, 0, 6108",
    "608555142, 4, 0608555142",
    "0.1, 0, 0.1",
    "-5, 1, -5",
    "1E+999999, 0, 1E+999999",
    "70.0, 0, 70"
  })
  void aNumberIsWhatPeopleSee(String number, int style, String text) throws IOException {
    assertThat(cell(number(1, 'A', number, style))).isEqualTo(text);
  }

  @Test
  void daysAreCountedFromWhereTheWorkbookSays() throws IOException {
    String row = row(1, number(1, 'A', "45290", 1));

    assertThat(read(new Workbook().since1904().sheet("A", row)).strip()).isEqualTo("2027-12-31");
  }

  @Test
  void aFormulaIsItsResultAndStandsForItselfIfThereIsNone() throws IOException {
    assertThat(cell(formula(1, 'A', "B1&amp;C1", "Ann Lee"))).isEqualTo("Ann Lee");
    assertThat(cell(formula(1, 'A', "B1", ""))).isEqualTo("=B1");
    assertThat(cell("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>")).isEqualTo("\"#N/A\"");
    assertThat(cell("<c r=\"A1\" t=\"b\"><v>1</v></c>")).isEqualTo("TRUE");
  }

  @Test
  void aLeadIsReadWithItsDatesNumbersAndLostZeros() throws IOException {
    String row =
        row(
            2,
            text(2, 'A', "Ann Lee")
                + number(2, 'B', "12127365001", 0)
                + number(2, 'C', "6108", 0)
                + number(2, 'D', "46752", 1));

    StatedLead lead = lead(new Workbook().sheet("Leads", HEAD + row));

    assertThat(lead.firstNumber().e164()).isEqualTo("+12127365001");
    assertThat(lead.values())
        .containsEntry(LeadField.CONTRACT_END, "2027-12-31")
        .containsEntry(LeadField.POSTAL_CODE, "6108")
        .containsEntry(LeadField.LAST_NAME, "Lee");
  }

  @Test
  void aLineEndWithinACellMovesNoRow() throws IOException {
    String rows = texts(2, "Ann\nLee", "2127365001") + texts(5, "Bo Ray", "2127365002");
    String text = read(new Workbook().sheet("A", HEAD + rows));

    try (LeadFile file =
        LeadFile.open(
            Leads.stream(text), LeadFile.Format.XLSX, new FileOptions(ColumnMapping.automatic()))) {
      List<FileRow> read = file.stream().toList();
      assertThat(read).extracting(FileRow::line).containsExactly(2L, 5L);
    }
  }

  @Test
  void theFirstFilledSheetIsReadUnlessOneIsNamed() throws IOException {
    Workbook workbook =
        new Workbook()
            .hidden("Lists", texts(1, "hidden"))
            .sheet("Cover", row(1, ""))
            .sheet("Leads", texts(1, "first"))
            .sheet("Old", texts(1, "second"));

    assertThat(read(workbook).strip()).isEqualTo("first");
    assertThat(read(workbook, Optional.of("Old")).strip()).isEqualTo("second");
    assertThat(read(workbook, Optional.of("Lists")).strip()).isEqualTo("hidden");
    assertThatThrownBy(() -> read(workbook, Optional.of("New")))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refusal ->
                assertThat(refusal.violations().get(0).message())
                    .contains("Lists, Cover, Leads, Old"));
  }

  /** Who sends a workbook with a sheet for each month hears that one of them was read. */
  @Test
  void visibleSheetsThatWereNotReadAreNamed() throws IOException {
    Workbook workbook =
        new Workbook()
            .hidden("Lists", texts(1, "hidden"))
            .sheet("Cover", row(1, ""))
            .sheet("May", texts(1, "first"))
            .sheet("June", texts(1, "second"))
            .sheet("Empty", "");

    assertThat(sheets(workbook, Optional.empty())).isEqualTo(new ReadSheet("May", List.of("June")));
    assertThat(sheets(workbook, Optional.of("June")))
        .isEqualTo(new ReadSheet("June", List.of("May")));
    assertThat(sheets(new Workbook().sheet("May", texts(1, "first")), Optional.empty()))
        .isEqualTo(new ReadSheet("May", List.of()));
  }

  private ReadSheet sheets(Workbook workbook, Optional<String> named) throws IOException {
    try (SheetFile file = SheetFile.open(file(workbook.bytes()), named)) {
      return file.read();
    }
  }

  @Test
  void aHeaderBelowAMergedTitleIsFound() throws IOException {
    String rows =
        texts(1, "Our leads")
            + texts(2, "")
            + texts(3, "Name", "Phone")
            + texts(4, "Ann Lee", "2127365001");

    assertThat(lead(new Workbook().sheet("A", rows)).firstNumber().e164())
        .isEqualTo("+12127365001");
  }

  private void refused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> SheetFile.open(file(bytes), Optional.empty()).close())
        .isInstanceOf(WarmlineException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void whatCannotBeReadIsRefusedByName() throws IOException {
    Workbook leads = new Workbook().sheet("A", HEAD);
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    byte[] locked = new byte[2_000_000];
    System.arraycopy(old, 0, locked, 0, old.length);
    System.arraycopy(name, 0, locked, 1_048_576 - 7, name.length);

    refused(old, "old Excel workbook");
    refused(locked, "password");
    refused(new Workbook().sheet("A", HEAD).part("xl/vbaProject.bin", old).bytes(), "macros");
    refused(leads.part("xl/workbook.bin", old).bytes(), "xlsb");
    refused("Name,Phone\n".getBytes(StandardCharsets.UTF_8), "is none");
    refused(new Workbook().sheet("A", row(1, "")).bytes(), "empty");
    refused(Arrays.copyOf(new Workbook().sheet("A", HEAD).bytes(), 300), "does not unpack");
    refused(
        new Workbook().sheet("A", row(1, "<c r=\"AAAAAA1\"><v>1</v></c>")).bytes(), "last column");
    refused(
        new Workbook().sheet("A", row(1, "<c r=\"A1\" t=\"zz\"><v>1</v></c>")).bytes(),
        "cannot be read");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    Path bomb = folder.resolve("bomb.xlsx");
    try (OutputStream out = Files.newOutputStream(bomb);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i <= 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThat(Files.size(bomb)).isLessThan(100_000);
    assertThatThrownBy(() -> SheetFile.open(bomb, Optional.empty()).close())
        .hasMessageContaining("when unpacked");
  }
}
