package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.broken;
import static io.warmline.core.imports.Leads.csv;
import static io.warmline.core.imports.Leads.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  @Test
  void aListAsUsersHaveItIsReadAsItIs() throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("us-20.csv"));
        LeadFile file = LeadFile.open(in, LeadFile.Format.CSV, ColumnMapping.automatic())) {
      assertThat(file.detected().columns())
          .extracting(column -> column.target().key())
          .containsExactly(
              "firstName",
              "lastName",
              "company",
              "street",
              "city",
              "county",
              "region",
              "postalCode",
              "phone1",
              "phone2",
              "email",
              "website");

      List<FileRow> rows = file.stream().toList();

      assertThat(rows).hasSize(20).allMatch(row -> parsed(row).customFields().isEmpty());
      assertThat(parsed(rows.get(0)).values())
          .containsEntry(LeadField.COMPANY, "Benton, John B Jr")
          .containsEntry(LeadField.POSTAL_CODE, "70116")
          .containsEntry(LeadField.PHONE_1, "504-621-8927")
          .hasSize(12);
      assertThat(rows.get(19).line()).isEqualTo(21);
    }
  }

  @Test
  void rowsCarryTheLineOnWhichTheyStartAlsoAfterLineEndsInQuotes() {
    List<FileRow> rows =
        csv("phone,notes\r\n1,\"a\r\nb\r\n\r\nc\"\r\n\r\n2,\"x\ny\"\r3,z\n\n\n\"4\",\"\"");

    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 7L, 9L, 12L);
    assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.NOTES, "a\r\nb\r\n\r\nc");
  }

  @Test
  void quotesDelimitersAndBlanksInQuotedFieldsAreKept() {
    List<FileRow> rows =
        csv("phone,company,notes\n1, \"A, B\" ,\"say \"\"hi\"\"\"\n2,6\" pipe,it's\n");

    assertThat(parsed(rows.get(0)).values())
        .containsEntry(LeadField.COMPANY, "A, B")
        .containsEntry(LeadField.NOTES, "say \"hi\"");
    assertThat(parsed(rows.get(1)).values()).containsEntry(LeadField.COMPANY, "6\" pipe");
  }

  @Test
  void valuesAreTrimmedAndBlankOnesAreAbsent() {
    FileRow.Parsed row = parsed(csv("phone,city,email,Size\n \u00A01\t,\"  \",,\u200B\n").get(0));

    assertThat(row.values()).containsExactly(Map.entry(LeadField.PHONE_1, "1"));
    assertThat(row.customFields()).isEmpty();
  }

  @Test
  void missingFieldsAtTheEndAreAbsent() {
    assertThat(parsed(csv("phone,city,email\n1\n").get(0)).values())
        .containsExactly(Map.entry(LeadField.PHONE_1, "1"));
  }

  @Test
  void blankRowsAreNotCountedWhateverTheyAreMadeOf() {
    List<FileRow> rows = csv("\n\nphone,city\n\n,\n  \n\"\",\"\"\n,,,,\n1,Bonn\n\u001A");

    assertThat(rows).extracting(FileRow::line).containsExactly(9L);
  }

  @Test
  void aHeaderAloneIsAListOfNobody() {
    assertThat(csv("phone,city\n")).isEmpty();
    assertThat(csv("phone")).isEmpty();
  }

  @Test
  void aWholeNameIsSplitUnlessItsPartsHaveColumns() {
    List<FileRow> rows =
        csv("Contact name,Last name,phone\nDr. Anna von Berg,,1\nAnna Berg,Tal,2\n");

    assertThat(parsed(rows.get(0)).values())
        .isEqualTo(
            Map.of(
                LeadField.TITLE, "Dr.",
                LeadField.FIRST_NAME, "Anna",
                LeadField.LAST_NAME, "von Berg",
                LeadField.PHONE_1, "1"));
    assertThat(parsed(rows.get(1)).values())
        .containsEntry(LeadField.FIRST_NAME, "Anna")
        .containsEntry(LeadField.LAST_NAME, "Tal");
  }

  @Test
  void aSeparatorLineForExcelNamesTheDelimiterAndIsNoHeader() {
    try (LeadFile file =
        Leads.openCsv("sep=;\nphone;a,b,c\n1;2,3,4\n", ColumnMapping.automatic())) {
      assertThat(file.detected().delimiter()).isEqualTo(';');
      assertThat(parsed(file.next()).customFields()).containsExactly(Map.entry("a,b,c", "2,3,4"));
    }
  }

  @Test
  void aListOfOneColumnIsCommaSeparated() {
    try (LeadFile file = Leads.openCsv("phone\n030 1\n", ColumnMapping.automatic())) {
      assertThat(file.detected().delimiter()).isEqualTo(',');
    }
  }

  @Test
  void delimitersInDataDoNotOutvoteThoseOfTheHeader() {
    try (LeadFile file =
        Leads.openCsv(
            "Name;Telefon;Umsatz, netto\nA, B;1;1,5\nC;2;2,5\nD, E, F;3;3,5\n",
            ColumnMapping.automatic())) {
      assertThat(file.detected().delimiter()).isEqualTo(';');
      assertThat(file.stream().toList()).hasSize(3).allMatch(FileRow.Parsed.class::isInstance);
    }
  }

  @Test
  void tooManyFieldsBreakTheirRowOnly() {
    List<FileRow> rows = csv("phone,company\n1,Smith, Inc\n2,Jones\n");

    assertThat(broken(rows.get(0)).code()).isEqualTo(RowProblem.TOO_MANY_FIELDS);
    assertThat(rows.get(0).line()).isEqualTo(2);
    assertThat(parsed(rows.get(1)).values()).containsEntry(LeadField.COMPANY, "Jones");
  }

  @Test
  void aCellWithANulIsLeftOutWithAWarningThatNamesTheColumn() {
    List<FileRow> rows = csv("phone,Shoe size,city\n1,\0,Bonn\n2,9,Bonn\n");

    assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.CITY, "Bonn");
    assertThat(parsed(rows.get(0)).warnings())
        .extracting(RowWarning::code, RowWarning::field)
        .containsExactly(tuple(RowProblem.NUL_CHARACTER, "Shoe size"));
    assertThat(parsed(rows.get(1)).customFields()).containsEntry("Shoe size", "9");
  }

  @Test
  void aFieldMayHaveAsManyCharactersAsTheLimitSays() {
    String longest = "x".repeat(LeadFileLimits.FIELD_CHARS);

    List<FileRow> rows = csv("phone,notes\n1,  " + longest + "  \n2," + longest + "x\n3,y\n");

    assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.NOTES, longest);
    assertThat(parsed(rows.get(1)).warnings())
        .extracting(RowWarning::code, RowWarning::field)
        .containsExactly(tuple(RowProblem.FIELD_TOO_LONG, "notes"));
    assertThat(rows.get(2)).isInstanceOf(FileRow.Parsed.class);
  }

  @Test
  void aLineLongerThanARecordMayBeIsBrokenAndPassedOver() {
    String tooLong = "x".repeat(LeadFileLimits.RECORD_CHARS);

    List<FileRow> rows = csv("phone,notes\n1," + tooLong + "\n2,y\n");

    assertThat(broken(rows.get(0)).code()).isEqualTo(RowProblem.RECORD_TOO_LONG);
    assertThat(parsed(rows.get(1)).line()).isEqualTo(3);
  }

  @Test
  void aRowMayHaveFiftyCustomFieldsThatAreNotBlank() {
    String header = IntStream.range(0, 60).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    String fifty = "x,".repeat(50) + ",".repeat(9);
    String more = "x,".repeat(51) + ",".repeat(8);

    List<FileRow> rows = csv("phone," + header + "\n1," + fifty + "\n2," + more + "\n3,x\n");

    assertThat(parsed(rows.get(0)).customFields()).hasSize(50);
    assertThat(parsed(rows.get(0)).warnings()).isEmpty();
    assertThat(parsed(rows.get(1)).customFields()).hasSize(50).doesNotContainKey("c50");
    assertThat(parsed(rows.get(1)).warnings())
        .extracting(RowWarning::code, RowWarning::field)
        .containsExactly(tuple(RowProblem.TOO_MANY_CUSTOM_FIELDS, "c50"));
    assertThat(rows.get(2)).isInstanceOf(FileRow.Parsed.class);
  }

  @Test
  void personalDataStaysOutOfToString() {
    String text = csv("phone,city,Size\n0301234567,Bonn,XL\n").get(0).toString();

    assertThat(text).contains("PHONE_1").doesNotContain("0301234567", "Bonn", "XL");
  }

  @Test
  void readingPastTheEndSaysSo() {
    try (LeadFile file = Leads.openCsv("phone\n1\n", ColumnMapping.automatic())) {
      file.next();

      Assertions.assertThatThrownBy(file::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void aHeaderBelowTitlesIsFound() {
    List<FileRow> rows =
        csv("Leads of November\n\nAll rights reserved\nName;Phone\nAnn Lee;1\nBob Ray;2\n");

    assertThat(rows).hasSize(2);
    assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.LAST_NAME, "Lee");
    assertThat(rows.get(0).line()).isEqualTo(5);
  }

  @Test
  void theSenderSaysWhereTheHeaderIs() {
    FileOptions options =
        new FileOptions(
            ColumnMapping.automatic(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(3L),
            StatusWords.USUAL);

    try (LeadFile file =
        LeadFile.open(
            Leads.stream("Name,Phone\nold,1\nFirst Name,Mobile\nAnn,2\n"),
            LeadFile.Format.CSV,
            options)) {
      FileRow.Parsed row = parsed(file.next());

      assertThat(row.values()).containsEntry(LeadField.FIRST_NAME, "Ann");
      assertThat(row.line()).isEqualTo(4);
      assertThat(file.hasNext()).isFalse();
    }
  }

  @Test
  void cellsBeyondTheHeaderThatAreBlankAreNone() {
    assertThat(parsed(csv("phone,city\n1,Bonn,,,\n").get(0)).values())
        .containsEntry(LeadField.CITY, "Bonn");
  }

  /** Cells that were merged leave names of groups over blanks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contact,,,Phones,\nFirst name,Last name,Company,Work,Cell\n",
        "Person,,Numbers,Phones,\nFirst,Last,Company,Work,Mobile\n",
        "Leads of November,,,,\nPerson,,,Phone,\nFirst,Last,Company,Work,Mobile\n",
        "Person,,,Telefon,\nVorname,Nachname,Firma,geschäftlich,mobil\n",
        "Contact,,,Tel,\nFirst name,Last name,Company,Direct,Mobile\n"
      })
  void namesOfGroupsStandAboveTheHeader(String header) {
    List<FileRow> rows = csv(header + "Ann,Lee,Firm,212-736-5026,212-736-5027\n");

    assertThat(rows).hasSize(1);
    assertThat(parsed(rows.get(0)).values())
        .isEqualTo(
            Map.of(
                LeadField.FIRST_NAME, "Ann",
                LeadField.LAST_NAME, "Lee",
                LeadField.COMPANY, "Firm",
                LeadField.PHONE_1, "212-736-5026",
                LeadField.PHONE_2, "212-736-5027"));
  }

  @Test
  void columnsWithoutNamesAreNoGroups() {
    List<FileRow> rows = csv("Name,Phone,,\nAnn,212-736-5026,Mobile,Firm\nBob,212-736-5027,,\n");

    assertThat(rows).hasSize(2);
    assertThat(parsed(rows.get(0)).customFields())
        .isEqualTo(Map.of("Column 3", "Mobile", "Column 4", "Firm"));
  }
}
