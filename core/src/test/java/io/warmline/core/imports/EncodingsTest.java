package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingsTest {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  static Stream<Arguments> layouts() {
    return Stream.of(
            Arguments.of(StandardCharsets.UTF_8, ""),
            Arguments.of(StandardCharsets.UTF_8, "\uFEFF"),
            Arguments.of(StandardCharsets.UTF_16LE, ""),
            Arguments.of(StandardCharsets.UTF_16LE, "\uFEFF"),
            Arguments.of(StandardCharsets.UTF_16BE, ""),
            Arguments.of(StandardCharsets.UTF_16BE, "\uFEFF"),
            Arguments.of(WINDOWS_1252, ""))
        .flatMap(
            encoding ->
                Stream.of(',', ';', '\t', '|')
                    .flatMap(
                        delimiter ->
                            Stream.of("\n", "\r\n", "\r")
                                .map(
                                    end ->
                                        Arguments.of(
                                            encoding.get()[0],
                                            encoding.get()[1],
                                            delimiter,
                                            end))));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyEncodingDelimiterAndLineEndIsFound(
      Charset charset, String mark, char delimiter, String lineEnd) {
    String text =
        """
        Vorname;Nachname;Firma;Telefon
        Jürgen;Groß;"Groß; Söhne, Partner|Co";030 1
        Zoë;Müller;"Café
        am Markt";+49 30 2
        """;
    byte[] bytes =
        (mark
                + text.replace("; S", "¦")
                    .replace(';', delimiter)
                    .replace("¦", "; S")
                    .replace("\n", lineEnd))
            .getBytes(charset);

    try (LeadFile file = Leads.open(bytes, LeadFile.Format.CSV)) {
      assertThat(file.detected().charset()).isEqualTo(charset);
      assertThat(file.detected().delimiter()).isEqualTo(delimiter);
      assertThat(parsed(file.next()).values())
          .isEqualTo(
              Map.of(
                  LeadField.FIRST_NAME, "Jürgen",
                  LeadField.LAST_NAME, "Groß",
                  LeadField.COMPANY, "Groß; Söhne, Partner|Co",
                  LeadField.PHONE_1, "030 1"));
      assertThat(parsed(file.next()).values())
          .containsEntry(LeadField.COMPANY, "Café" + lineEnd + "am Markt");
      assertThat(file.hasNext()).isFalse();
    }
  }

  @Test
  void bytesThatAreNotUtf8AreReadAsWindows1252WhereverTheyCome() {
    String ascii = "phone,city\n" + "1,Bonn\n".repeat(LeadFileLimits.HEAD_BYTES / 7 + 1);

    List<FileRow> rows =
        rowsOf(bytes(ascii, "2,K"), new byte[] {(byte) 0xF6}, bytes("ln\n3,Köln\n"));

    assertThat(rows).hasSizeGreaterThan(9000);
    assertThat(parsed(rows.get(rows.size() - 2)).values()).containsEntry(LeadField.CITY, "Köln");
    assertThat(parsed(rows.get(rows.size() - 1)).values()).containsEntry(LeadField.CITY, "Köln");
  }

  @Test
  void aFewStrayBytesDoNotSpoilAFileInUtf8() {
    List<FileRow> rows =
        rowsOf(bytes("phone,city\n1,Köln\n2,Düren\n3,K"), new byte[] {(byte) 0xF6}, bytes("ln\n"));

    assertThat(rows)
        .extracting(row -> parsed(row).values().get(LeadField.CITY))
        .containsExactly("Köln", "Düren", "Köln");
  }

  @Test
  void theEuroSignAndUndefinedBytesOfWindows1252AreRead() {
    List<FileRow> rows =
        rowsOf(bytes("phone,city\n1,a"), new byte[] {(byte) 0x80, (byte) 0x81}, bytes("b\n"));

    assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.CITY, "a€\u0081b");
  }

  @Test
  void aCharacterCutByTheEndOfTheHeadIsNotMistakenForAnotherEncoding() {
    String padding = "x".repeat(LeadFileLimits.HEAD_BYTES - "phone,city\n".length() - 1);
    byte[] bytes = bytes("phone,city\n", padding, "é,Köln\n1,Köln\n");

    try (LeadFile file = Leads.open(bytes, LeadFile.Format.CSV)) {
      assertThat(file.detected().charset()).isEqualTo(StandardCharsets.UTF_8);
      file.next();
      assertThat(parsed(file.next()).values()).containsEntry(LeadField.CITY, "Köln");
    }
  }

  @Test
  void charactersBeyondTheBasicPlaneSurviveInEveryUnicodeEncoding() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      List<FileRow> rows = rowsOf("phone,city\n1,😀𝄞\n".getBytes(charset));

      assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.CITY, "😀𝄞");
    }
  }

  @Test
  void halfASurrogatePairCostsItsCellOnly() {
    byte[] bytes = utf16("phone,city\n1,\uD83D\n2,Bonn\n");

    List<FileRow> rows = Leads.rows(bytes, LeadFile.Format.CSV);

    RowWarning warning = parsed(rows.get(0)).warnings().get(0);
    assertThat(warning.code()).isEqualTo(RowProblem.LONE_SURROGATE);
    assertThat(warning.field()).isEqualTo("city");
    assertThat(parsed(rows.get(1)).values()).containsEntry(LeadField.CITY, "Bonn");
  }

  /** The JDK's encoder would replace half a pair. */
  private static byte[] utf16(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.chars()
        .forEach(
            unit -> {
              bytes.write(unit & 0xFF);
              bytes.write(unit >> 8);
            });
    return bytes.toByteArray();
  }

  private static byte[] bytes(String... texts) {
    return String.join("", texts).getBytes(StandardCharsets.UTF_8);
  }

  private static List<FileRow> rowsOf(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return Leads.rows(bytes.toByteArray(), LeadFile.Format.CSV);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Иван, Москва",
    "windows-1250, Łukasz, Kraków",
    "ISO-8859-2, Łukasz, Kraków",
    "ISO-8859-15, Zoë, Šœ€",
    "Shift_JIS, 太郎, 東京",
    "x-MacRoman, Jürgen, Köln",
    "IBM850, Jürgen, Köln",
    "EUC-KR, 민준, 서울",
    "UTF-8, Jürgen, Köln"
  })
  void theCharsetThatTheSenderNamesIsHonoured(String charset, String name, String city) {
    FileOptions options =
        new FileOptions(
            ColumnMapping.automatic(),
            Optional.of(Charset.forName(charset)),
            Optional.empty(),
            Optional.empty(),
            StatusWords.USUAL);
    byte[] bytes =
        "first_name,city,phone\n%s,%s,1\n".formatted(name, city).getBytes(Charset.forName(charset));

    try (LeadFile file =
        LeadFile.open(new ByteArrayInputStream(bytes), LeadFile.Format.CSV, options)) {
      assertThat(parsed(file.next()).values())
          .containsEntry(LeadField.FIRST_NAME, name)
          .containsEntry(LeadField.CITY, city);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Иван Петрович Смирнов из города Москва",
    "KOI8-R, Иван Петрович Смирнов из города Москва",
    "Shift_JIS, 山田太郎さんは東京に住んでいます",
    "EUC-KR, 김민준 서울특별시 강남구에 살고 있습니다",
    "windows-1253, Γιώργος Παπαδόπουλος από την Αθήνα"
  })
  void anotherScriptIsFoundWhereNoneIsNamed(String charset, String name) {
    String text = "first_name,city,phone\n" + "%s,%s,1\n".formatted(name, name).repeat(20);

    List<FileRow> rows = Leads.rows(text.getBytes(Charset.forName(charset)), LeadFile.Format.CSV);

    assertThat(parsed(rows.get(0)).values()).containsEntry(LeadField.FIRST_NAME, name);
  }
}
