package io.warmline.core.imports;

import static io.warmline.core.imports.Leads.broken;
import static io.warmline.core.imports.Leads.ndjson;
import static io.warmline.core.imports.Leads.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NdjsonRowsTest {

  private static final String GOOD = "{\"phone1\":\"1\"}\n";

  @Test
  void keysSynonymsPhonesAndCustomFieldsAreRead() {
    FileRow.Parsed row =
        parsed(
            ndjson(
                    """
                    {"externalId":"a-1","fullName":"Anna Berg","Firma":" Berg & Co ","phones":["1",null,"2"],
                    "customFields":{"size":"XL","seats":3.50,"vip":true,"none":null},"colour":"red","city":null}
                    """
                        .replace("\n\"", "\""))
                .get(0));

    assertThat(row.values())
        .isEqualTo(
            Map.of(
                LeadField.EXTERNAL_ID, "a-1",
                LeadField.FIRST_NAME, "Anna",
                LeadField.LAST_NAME, "Berg",
                LeadField.COMPANY, "Berg & Co",
                LeadField.PHONE_1, "1",
                LeadField.PHONE_2, "2"));
    assertThat(row.customFields())
        .containsExactly(
            Map.entry("colour", "red"),
            Map.entry("size", "XL"),
            Map.entry("seats", "3.50"),
            Map.entry("vip", "true"));
  }

  @Test
  void numbersKeepTheirDigitsInIdsScoresAndPostalCodes() {
    FileRow.Parsed row =
        parsed(
            ndjson(
                    "{\"externalId\":12345678901234567890,\"score\":7.50,\"zip\":70116,\"phone\":\"1\"}")
                .get(0));

    assertThat(row.values())
        .containsEntry(LeadField.EXTERNAL_ID, "12345678901234567890")
        .containsEntry(LeadField.SCORE, "7.50")
        .containsEntry(LeadField.POSTAL_CODE, "70116");
  }

  @Test
  void morePhonesThanThereAreFieldsBecomeCustomFields() {
    FileRow.Parsed row =
        parsed(ndjson("{\"mobile\":\"1\",\"phones\":[\"2\",\"3\",\"4\",\"5\",\"6\"]}").get(0));

    assertThat(row.values())
        .containsExactly(
            Map.entry(LeadField.PHONE_1, "1"),
            Map.entry(LeadField.PHONE_2, "2"),
            Map.entry(LeadField.PHONE_3, "3"),
            Map.entry(LeadField.PHONE_4, "4"),
            Map.entry(LeadField.PHONE_5, "5"));
    assertThat(row.customFields()).containsExactly(Map.entry("phone6", "6"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          {"phone1":"1"            | MALFORMED_JSON    |
          {"phone1":"1"} {}        | MALFORMED_JSON    |
          {"phone1":'1'}           | MALFORMED_JSON    |
          nonsense                 | MALFORMED_JSON    |
          phone,city               | MALFORMED_JSON    |
          "text"                   | NOT_AN_OBJECT     |
          [{"phone1":"1"}]         | NOT_AN_OBJECT     |
          12                       | NOT_AN_OBJECT     |
          {"phone1":15551234}      | WRONG_TYPE        | phone1
          {"city":true}            | WRONG_TYPE        | city
          {"score":true}           | WRONG_TYPE        | score
          {"city":["Bonn"]}        | WRONG_TYPE        | city
          {"colour":{"a":1}}       | WRONG_TYPE        | colour
          {"phones":[1]}           | WRONG_TYPE        | phones
          {"customFields":"x"}     | WRONG_TYPE        | customFields
          {"customFields":{"a":{}}}| WRONG_TYPE        | a
          {"city":"a","city":"b"}  | DUPLICATE_FIELD   | city
          {"externalId":"\\u0000"} | NUL_CHARACTER     | externalId
          {"externalId":"\\ud800"} | LONE_SURROGATE    | externalId
          """)
  void aBrokenLineNamesItsFaultAndStopsNothing(String line, RowProblem problem, String field) {
    List<FileRow> rows = ndjson(GOOD + line + "\n\n" + GOOD);

    assertThat(broken(rows.get(1)))
        .extracting(FileRow.Broken::line, FileRow.Broken::code, FileRow.Broken::field)
        .containsExactly(2L, problem, field);
    assertThat(rows).extracting(FileRow::line).containsExactly(1L, 2L, 4L);
    assertThat(rows.get(2)).isInstanceOf(FileRow.Parsed.class);
  }

  @Test
  void reasonsRepeatNothingOfTheLine() {
    FileRow.Broken row = broken(ndjson(GOOD + "{\"city\": Bonn}").get(1));

    assertThat(row.reason()).contains("character").doesNotContain("Bonn");
  }

  @Test
  void aLineThatIsTooLongIsBrokenAndPassedOver() {
    String tooLong = "{\"notes\":\"" + "x".repeat(LeadFileLimits.RECORD_CHARS) + "\"}\n";

    List<FileRow> rows = ndjson(GOOD + tooLong + GOOD);

    assertThat(broken(rows.get(1)).code()).isEqualTo(RowProblem.RECORD_TOO_LONG);
    assertThat(parsed(rows.get(2)).line()).isEqualTo(3);
  }

  @Test
  void aLineNestedTooDeeplyIsMalformed() {
    List<FileRow> rows = ndjson(GOOD + "[".repeat(60_000) + "\n" + "{\"a\":".repeat(10_000) + "\n");

    assertThat(rows.stream().skip(1))
        .extracting(row -> broken(row).code())
        .containsExactly(RowProblem.MALFORMED_JSON, RowProblem.WRONG_TYPE);
  }

  @Test
  void anObjectMayHaveAsManyMembersAsAFileMayHaveColumns() {
    String members =
        IntStream.range(0, 513)
            .mapToObj(i -> "\"k" + i + "\":null")
            .collect(Collectors.joining(","));

    assertThat(broken(ndjson(GOOD + "{" + members + "}").get(1)).code())
        .isEqualTo(RowProblem.TOO_MANY_FIELDS);
  }

  @Test
  void linesMayNameDifferentKeys() {
    List<FileRow> rows =
        ndjson("{\"mobile\":\"1\"}\n{\"work phone\":\"2\",\"mobile\":\"3\"}\n{\"mobile\":\"4\"}\n");

    assertThat(rows)
        .extracting(row -> parsed(row).values().get(LeadField.PHONE_1))
        .containsExactly("1", "2", "4");
  }

  @Test
  void aMappingAppliesToKeysAndKeepsNestedOnesOut() {
    ColumnMapping mapping =
        ColumnMapping.of(Map.of("ref", "externalId", "meta", "ignore", "absent", "notes"));
    byte[] bytes =
        "{\"ref\":5,\"meta\":{\"a\":[1]},\"phone\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    try (LeadFile file = Leads.open(bytes, LeadFile.Format.NDJSON, mapping)) {
      FileRow.Parsed row = parsed(file.next());

      assertThat(row.values())
          .containsExactly(
              Map.entry(LeadField.EXTERNAL_ID, "5"), Map.entry(LeadField.PHONE_1, "1"));
      assertThat(row.customFields()).isEmpty();
    }
  }

  @Test
  void theLayoutShowsTheKeysOfTheFirstLines() {
    byte[] bytes =
        "{\"phone\":\"1\"}\nbroken\n{\"Ort\":\"Bonn\",\"x\":1}".getBytes(StandardCharsets.UTF_8);

    try (LeadFile file = Leads.open(bytes, LeadFile.Format.NDJSON)) {
      assertThat(file.detected().delimiter()).isNull();
      assertThat(file.detected().columns())
          .extracting(DetectedLayout.Column::name, column -> column.target().key())
          .containsExactly(
              Tuple.tuple("phone", "phone1"),
              Tuple.tuple("Ort", "city"),
              Tuple.tuple("x", "custom.x"));
    }
  }
}
