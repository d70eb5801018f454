package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phone.PhoneNumber;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCheckTest {

  private final RowCheck check = new RowCheck("US", LocalDate.of(2026, 11, 18), StatusWords.USUAL);

  private CheckedRow checked(Map<LeadField, String> values, Map<String, String> custom) {
    return check.check(new FileRow.Parsed(17, values, custom));
  }

  private CheckedRow checked(LeadField field, String value) {
    return checked(Map.of(LeadField.PHONE_1, "+1 504-621-8927", field, value), Map.of());
  }

  private static StatedLead usable(CheckedRow row) {
    assertThat(row).isInstanceOf(CheckedRow.Usable.class);
    return ((CheckedRow.Usable) row).lead();
  }

  private static FileRow.Broken refused(CheckedRow row) {
    assertThat(row).isInstanceOf(CheckedRow.Refused.class);
    return ((CheckedRow.Refused) row).fault();
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTRY, us, US",
    "COUNTRY, USA, US",
    "COUNTRY, United States, US",
    "COUNTRY, U.S.A., US",
    "COUNTRY, Deutschland, DE",
    "COUNTRY, united kingdom, GB",
    "COUNTRY, UK, GB",
    "COUNTRY, DEU, DE",
    "LANGUAGE, EN, en",
    "LANGUAGE, spa, es",
    "SCORE, 0, 0",
    "SCORE, 0070, 70",
    "SCORE, 1000, 1000",
    "CONTRACT_END, 2027-03-31, 2027-03-31",
    "TIME_ZONE, America/Chicago, America/Chicago",
    "EMAIL, jürgen@müller.example, jürgen@müller.example",
  })
  void valuesAreBroughtIntoOneSpelling(LeadField field, String text, String kept) {
    assertThat(usable(checked(field, text)).values()).containsEntry(field, kept);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTRY, Atlantis, INVALID_COUNTRY",
    "COUNTRY, XX, INVALID_COUNTRY",
    "LANGUAGE, Klingonian, INVALID_LANGUAGE",
    "CONTRACT_END, 2027-02-29, INVALID_DATE",
    "CONTRACT_END, 03/04/2027, INVALID_DATE",
    "CONTRACT_END, soon, INVALID_DATE",
    "CONTRACT_END, 15 listopada 2027, INVALID_DATE",
    "CONTRACT_END, 05-Mar-27, INVALID_DATE",
    "COUNTRY, Kongo, INVALID_COUNTRY",
    "CONTRACT_END, 2200-01-01, INVALID_DATE",
    "LANGUAGE, 7, INVALID_LANGUAGE",
    "SCORE, 1001, INVALID_SCORE",
    "SCORE, -1, INVALID_SCORE",
    "SCORE, 7.5, INVALID_SCORE",
    "SCORE, 99999999999, INVALID_SCORE",
    "TIME_ZONE, Lunar, INVALID_TIME_ZONE",
    "EMAIL, nobody, INVALID_EMAIL",
    "EMAIL, a@b@c, INVALID_EMAIL",
    "EMAIL, a@x.example; b@x.example, INVALID_EMAIL",
  })
  void aCellThatALeadDoesNotTakeIsLeftOutWithAWarning(
      LeadField field, String text, RowProblem code) {
    CheckedRow row = checked(field, text);

    assertThat(usable(row).values()).doesNotContainKey(field);
    RowWarning warning = onlyWarning(row);
    assertThat(warning.field()).isEqualTo(field.key());
    assertThat(warning.code()).isEqualTo(code);
    assertThat(warning.reason()).doesNotContain(text);
  }

  @Test
  void aCellLongerThanTheContractAllowsIsLeftOutWithAWarning() {
    assertThat(usable(checked(LeadField.TITLE, "x".repeat(100))).values())
        .containsKey(LeadField.TITLE);
    assertThat(onlyWarning(checked(LeadField.TITLE, "x".repeat(101))).code())
        .isEqualTo(RowProblem.TOO_LONG);
    Map<LeadField, String> phone = Map.of(LeadField.PHONE_1, "504-621-8927");
    assertThat(onlyWarning(checked(phone, Map.of("seats", "x".repeat(1001)))).field())
        .isEqualTo("seats");
  }

  @Test
  void anExternalIdThatCannotBeKeptRefusesTheRow() {
    FileRow.Broken fault = refused(checked(LeadField.EXTERNAL_ID, "x".repeat(201)));

    assertThat(fault.line()).isEqualTo(17);
    assertThat(fault.field()).isEqualTo("externalId");
    assertThat(fault.code()).isEqualTo(RowProblem.TOO_LONG);
  }

  @Test
  void aNationalNumberOfAnUnknownCountryIsNobodys() {
    FileRow.Broken fault =
        refused(
            checked(
                Map.of(LeadField.PHONE_1, "504-621-8927", LeadField.COUNTRY, "Atlantis"),
                Map.of()));

    assertThat(fault.code()).isEqualTo(RowProblem.INVALID_COUNTRY);
  }

  @Test
  void oneNumberThatCanBeDialledIsEnough() {
    StatedLead lead =
        usable(
            checked(Map.of(LeadField.PHONE_1, "12", LeadField.PHONE_2, "504-621-8927"), Map.of()));

    assertThat(lead.firstNumber()).isEqualTo(new PhoneNumber("+15046218927"));
  }

  @Test
  void aNumberThatCannotBeDialledBesideOneThatCanIsAWarning() {
    CheckedRow row =
        checked(Map.of(LeadField.PHONE_1, "504-621-8927", LeadField.PHONE_2, "12"), Map.of());

    assertThat(usable(row).numbers()).containsExactly(new PhoneNumber("+15046218927"));
    assertThat(onlyWarning(row))
        .extracting(RowWarning::field, RowWarning::code)
        .containsExactly("phone2", RowProblem.INVALID_PHONE_NUMBER);
  }

  @Test
  void aRowWithoutANumberThatCanBeDialledIsRefused() {
    assertThat(refused(checked(Map.of(LeadField.FIRST_NAME, "James"), Map.of())).code())
        .isEqualTo(RowProblem.MISSING_PHONE);
    FileRow.Broken fault =
        refused(checked(Map.of(LeadField.PHONE_2, "12", LeadField.PHONE_3, "13"), Map.of()));
    assertThat(fault.code()).isEqualTo(RowProblem.INVALID_PHONE_NUMBER);
    assertThat(fault.field()).isEqualTo("phone2");
  }

  @Test
  void numbersAreReadAsNumbersOfTheCountryOfTheRow() {
    StatedLead lead =
        usable(
            checked(
                Map.of(LeadField.PHONE_1, "030 901820", LeadField.COUNTRY, "Germany"), Map.of()));

    assertThat(lead.firstNumber()).isEqualTo(new PhoneNumber("+4930901820"));
  }

  @Test
  void aFourthAndFifthNumberAreNumbersAsTheOthersAre() {
    CheckedRow row =
        checked(
            Map.of(
                LeadField.PHONE_1, "504-621-8927",
                LeadField.PHONE_4, "504-845-1427",
                LeadField.PHONE_5, "ask Jim"),
            Map.of());

    assertThat(usable(row).numbers())
        .containsExactly(new PhoneNumber("+15046218927"), new PhoneNumber("+15048451427"));
    assertThat(onlyWarning(row).field()).isEqualTo("phone5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TIME_ZONE    | Eastern                    | America/New_York
          TIME_ZONE    | EST                        | America/New_York
          TIME_ZONE    | (GMT-05:00) Eastern Time (US & Canada) | America/New_York
          TIME_ZONE    | US/Eastern                 | US/Eastern
          TIME_ZONE    | us_slash_eastern           | America/New_York
          TIME_ZONE    | america/new_york           | America/New_York
          TIME_ZONE    | Pacific Time               | America/Los_Angeles
          TIME_ZONE    | CST                        | America/Chicago
          TIME_ZONE    | Etc/UTC                    | Etc/UTC
          TIME_ZONE    | GMT                        | GMT
          TIME_ZONE    | Canada/Newfoundland        | Canada/Newfoundland
          TIME_ZONE    | W. Europe Standard Time    | Europe/Berlin
          TIME_ZONE    | Asia/Calcutta              | Asia/Calcutta
          LANGUAGE     | English                    | en
          LANGUAGE     | Deutsch                    | de
          LANGUAGE     | español                    | es
          LANGUAGE     | en-US                      | en
          LANGUAGE     | en_GB                      | en
          LANGUAGE     | English (US)               | en
          LANGUAGE     | Français                   | fr
          CONTRACT_END | 31/12/2027                 | 2027-12-31
          CONTRACT_END | 12/31/2027                 | 2027-12-31
          CONTRACT_END | 31.12.2027                 | 2027-12-31
          CONTRACT_END | 3.4.2027                   | 2027-04-03
          CONTRACT_END | 04/04/2027                 | 2027-04-04
          CONTRACT_END | 46752                      | 2027-12-31
          CONTRACT_END | 46752.0                    | 2027-12-31
          CONTRACT_END | 20271231                   | 2027-12-31
          CONTRACT_END | 2027-12-31T00:00:00Z       | 2027-12-31
          CONTRACT_END | 2027-12-31 00:00:00        | 2027-12-31
          CONTRACT_END | 31 Dec 2027                | 2027-12-31
          CONTRACT_END | December 31, 2027          | 2027-12-31
          CONTRACT_END | 31. Dezember 2027          | 2027-12-31
          CONTRACT_END | 31 de diciembre de 2027    | 2027-12-31
          CONTRACT_END | 1er mars 2027              | 2027-03-01
          CONTRACT_END | 1º de mayo de 2027         | 2027-05-01
          CONTRACT_END | 15 de março de 2027        | 2027-03-15
          CONTRACT_END | 15 maart 2027              | 2027-03-15
          CONTRACT_END | 15 gennaio 2027            | 2027-01-15
          CONTRACT_END | 15 stycznia 2027 r.        | 2027-01-15
          CONTRACT_END | 15 марта 2027 г.           | 2027-03-15
          CONTRACT_END | 15. maaliskuuta 2027       | 2027-03-15
          CONTRACT_END | 2027. március 5.           | 2027-03-05
          CONTRACT_END | 2027-Mar-05                | 2027-03-05
          CONTRACT_END | Friday, March 5, 2027      | 2027-03-05
          CONTRACT_END | Freitag, 5. März 2027      | 2027-03-05
          CONTRACT_END | 5th of March 2027          | 2027-03-05
          CONTRACT_END | 2027年3月5日                | 2027-03-05
          CONTRACT_END | 2027년 3월 5일              | 2027-03-05
          COUNTRY      | Italia                     | IT
          COUNTRY      | Nederland                  | NL
          COUNTRY      | Österreich                 | AT
          COUNTRY      | Polska                     | PL
          COUNTRY      | Sverige                    | SE
          COUNTRY      | Česko                      | CZ
          COUNTRY      | 日本                       | JP
          SCORE        | 70.0                       | 70
          EMAIL        | Ann Lee <ann@firm.example> | ann@firm.example
          EMAIL        | mailto:ann@firm.example    | ann@firm.example
          """)
  void whatIsCertainIsUnderstoodAsPeopleWriteIt(LeadField field, String text, String kept) {
    CheckedRow row = checked(field, text);

    assertThat(usable(row).values()).containsEntry(field, kept);
    assertThat(((CheckedRow.Usable) row).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1900-01-01", "1/1/1900", "1/1/1970", "1-Jan-1970", "1970-01-01T00:00:00Z"})
  void aDateThatMayBeAnotherOrIsNoneIsLeftOutWithAWarning(String text) {
    assertThat(onlyWarning(checked(LeadField.CONTRACT_END, text)).code())
        .isEqualTo(RowProblem.INVALID_DATE);
  }

  @ParameterizedTest
  @CsvSource({"EST, AU", "CST, CN", "Central, DE"})
  void aZoneOfNorthAmericaIsNoneElsewhere(String zone, String country) {
    CheckedRow row =
        checked(
            Map.of(
                LeadField.PHONE_1, "+1 504-621-8927",
                LeadField.COUNTRY, country,
                LeadField.TIME_ZONE, zone),
            Map.of());

    assertThat(onlyWarning(row).code()).isEqualTo(RowProblem.INVALID_TIME_ZONE);
  }

  @Test
  void mountainTimeInArizonaHasNoSummerTime() {
    CheckedRow row =
        checked(
            Map.of(
                LeadField.PHONE_1, "+1 602-621-8927",
                LeadField.REGION, "AZ",
                LeadField.TIME_ZONE, "MST"),
            Map.of());

    assertThat(usable(row).values()).containsEntry(LeadField.TIME_ZONE, "America/Phoenix");
  }

  private static RowWarning onlyWarning(CheckedRow row) {
    usable(row);
    assertThat(((CheckedRow.Usable) row).warnings()).hasSize(1);
    return ((CheckedRow.Usable) row).warnings().get(0);
  }
}
