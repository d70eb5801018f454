package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phone.PhoneNumber;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {

  private final RowCheck check = new RowCheck("US");

  private CheckedRow checked(Map<LeadField, String> values, Map<String, String> custom) {
    return check.check(new LeadRow.Parsed(17, values, custom));
  }

  private CheckedRow checked(LeadField field, String value) {
    return checked(Map.of(LeadField.PHONE_1, "+1 504-621-8927", field, value), Map.of());
  }

  private static StatedLead usable(CheckedRow row) {
    assertThat(row).isInstanceOf(CheckedRow.Usable.class);
    return ((CheckedRow.Usable) row).lead();
  }

  private static LeadRow.Broken refused(CheckedRow row) {
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
    "LANGUAGE, spa, spa",
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
    "LANGUAGE, English, INVALID_LANGUAGE",
    "CONTRACT_END, 2027-02-29, INVALID_DATE",
    "CONTRACT_END, 31.3.2027, INVALID_DATE",
    "CONTRACT_END, 2200-01-01, INVALID_DATE",
    "LANGUAGE, 7, INVALID_LANGUAGE",
    "SCORE, 1001, INVALID_SCORE",
    "SCORE, -1, INVALID_SCORE",
    "SCORE, 7.5, INVALID_SCORE",
    "SCORE, 99999999999, INVALID_SCORE",
    "TIME_ZONE, EST, INVALID_TIME_ZONE",
    "EMAIL, nobody, INVALID_EMAIL",
    "EMAIL, a@b@c, INVALID_EMAIL",
    "EMAIL, a@x.example; b@x.example, INVALID_EMAIL",
  })
  void valuesThatALeadDoesNotTakeRefuseTheRow(LeadField field, String text, RowProblem code) {
    LeadRow.Broken fault = refused(checked(field, text));

    assertThat(fault.line()).isEqualTo(17);
    assertThat(fault.field()).isEqualTo(field.key());
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.reason()).doesNotContain(text);
  }

  @Test
  void aValueLongerThanTheContractAllowsRefusesTheRow() {
    assertThat(usable(checked(LeadField.TITLE, "x".repeat(100)))).isNotNull();
    assertThat(refused(checked(LeadField.TITLE, "x".repeat(101))).code())
        .isEqualTo(RowProblem.TOO_LONG);
    Map<LeadField, String> phone = Map.of(LeadField.PHONE_1, "504-621-8927");
    assertThat(refused(checked(phone, Map.of("seats", "x".repeat(1001)))).field())
        .isEqualTo("seats");
  }

  @Test
  void oneNumberThatCanBeDialledIsEnough() {
    StatedLead lead =
        usable(
            checked(Map.of(LeadField.PHONE_1, "12", LeadField.PHONE_2, "504-621-8927"), Map.of()));

    assertThat(lead.firstNumber()).isEqualTo(new PhoneNumber("+15046218927"));
  }

  @Test
  void aRowWithoutANumberThatCanBeDialledIsRefused() {
    assertThat(refused(checked(Map.of(LeadField.FIRST_NAME, "James"), Map.of())).code())
        .isEqualTo(RowProblem.MISSING_PHONE);
    LeadRow.Broken fault =
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
  void furtherNumbersAreNumbersIfTheyCanBeDialled() {
    Map<LeadField, String> phone = Map.of(LeadField.PHONE_1, "504-621-8927");

    StatedLead lead = usable(checked(phone, Map.of("phone4", "504-845-1427", "phone5", "ask Jim")));

    assertThat(lead.numbers())
        .containsExactly(new PhoneNumber("+15046218927"), new PhoneNumber("+15048451427"));
    assertThat(lead.customFields()).containsOnly(Map.entry("phone5", "ask Jim"));
  }
}
