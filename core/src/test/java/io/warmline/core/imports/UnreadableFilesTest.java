package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.imports.LeadFile.Format;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableFilesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          PK\\u0003\\u0004..[Content_Types].xml..xl/workbook.xml | Excel workbook
          PK\\u0003\\u0004..[Content_Types].xml..word/document.xml | Office document
          PK\\u0003\\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet | OpenDocument
          PK\\u0003\\u0004..leads.csv | ZIP archive
          \\u00D0\\u00CF\\u0011\\u00E0\\u00A1\\u00B1 | old Excel workbook
          %PDF-1.7 | PDF
          \\u0089PNG..IHDR | PNG
          \\u00FF\\u00D8\\u00FF\\u00E0 | JPEG
          \\u001F\\u008B\\u0008 | gzip
          {\\rtf1 | RTF
          \\u00FF\\u00FE\\u0000\\u0000p\\u0000\\u0000\\u0000 | UTF-32
          """,
      delimiter = '|')
  void knownBinaryFilesAreCalledByTheirName(String content, String name) {
    byte[] bytes = unescape(content).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refusalOf(bytes, Format.CSV)).startsWith("This looks like").contains(name);
    assertThat(refusalOf(bytes, Format.NDJSON)).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          <!DOCTYPE html><html><body>Sign in</body></html> | CSV | HTML page
          \uFEFF <html lang="en"> | CSV | HTML page
          <table><tr><td>phone</td></tr></table> | CSV | HTML page
          <?xml version="1.0"?><leads/> | CSV | XML document
          BEGIN:VCARD | CSV | vCard
          [{"phone1":"1"}] | CSV | JSON array
          [{"phone1":"1"}] | NDJSON | JSON array
          [ | CSV | JSON array
          {"phone1":"1"} | CSV | sent as CSV
          phone,city | NDJSON | send the file as CSV
          """,
      delimiter = '|')
  void textThatIsNoListIsCalledByItsName(String content, Format format, String name) {
    assertThat(refusalOf(content.getBytes(StandardCharsets.UTF_8), format)).contains(name);
  }

  @Test
  void anEmptyFileIsRefusedInEitherFormat() {
    for (String empty : new String[] {"", "\uFEFF", " \n\r\n\t\n"}) {
      byte[] bytes = empty.getBytes(StandardCharsets.UTF_8);

      assertThat(refusalOf(bytes, Format.CSV)).contains("The file is empty");
      assertThat(refusalOf(bytes, Format.NDJSON)).contains("The file is empty");
    }
  }

  @Test
  void aSeparatorLineWithoutAHeaderIsAnEmptyFile() {
    assertThat(refusalOf("sep=;\n\n", Format.CSV)).contains("The file is empty");
  }

  @Test
  void binaryFilesOfUnknownKindAreRefused() {
    byte[] noise = new byte[100_000];
    new Random(42).nextBytes(noise);

    assertThat(refusalOf(noise, Format.CSV)).contains("binary file");
  }

  @Test
  void aHeaderWithoutAPhoneColumnIsRefusedWithTheColumnsItHas() {
    assertThat(refusalOf("Vorname;Firma;Fax\nA;B;1\n", Format.CSV))
        .contains("No column looks like a phone number", "Vorname, Firma, Fax", "phone1");
  }

  @Test
  void aListWithoutAHeaderIsRefusedWithoutRepeatingItsData() {
    String refusal = refusalOf("Anna,Berg,0301234567,anna@berg.de\n", Format.CSV);

    assertThat(refusal)
        .contains("line of column names")
        .doesNotContain("Anna", "0301234567", "berg.de");
  }

  @Test
  void aHeaderThatCannotBeReadIsRefusedWithTheReason() {
    assertThat(refusalOf("phone,\"city\n1,Bonn\n", Format.CSV))
        .contains("column names", "not closed");
    assertThat(refusalOf("phone" + ",x".repeat(512) + "\n", Format.CSV)).contains("513 fields");
    assertThat(refusalOf("phone," + "x".repeat(70_000) + "\n", Format.CSV)).contains("longer than");
    assertThat(refusalOf("1".repeat(60_000) + "\n", Format.CSV)).contains("line of column names");
  }

  @Test
  void everyRefusalIsOfAnUnreadableFile() {
    WarmlineException refusal = Leads.refusalOf(new byte[0], Format.CSV);

    assertThat(refusal.code()).isEqualTo(ProblemCode.UNREADABLE_FILE);
  }

  private static String refusalOf(String text, Format format) {
    return refusalOf(text.getBytes(StandardCharsets.UTF_8), format);
  }

  private static String refusalOf(byte[] bytes, Format format) {
    WarmlineException refusal = Leads.refusalOf(bytes, format);
    assertThat(refusal).as("the refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(ProblemCode.UNREADABLE_FILE);
    return String.valueOf(refusal.getMessage());
  }

  private static String unescape(String text) {
    return Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(text)
        .replaceAll(
            match -> {
              String character = String.valueOf((char) Integer.parseInt(match.group(1), 16));
              return Matcher.quoteReplacement(character);
            });
  }
}
