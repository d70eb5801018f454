package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.NumberType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportsOfTenSystemsTest {

  private static final int ROWS = 200;
  private final RowCheck check = new RowCheck("US", LocalDate.of(2026, 11, 18), StatusWords.USUAL);

  private static LeadFile open(String csv) {
    return Leads.open(csv.getBytes(StandardCharsets.UTF_8), LeadFile.Format.CSV);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void anExportIsKnownByItsHeader(LeadSource source) {
    try (LeadFile file = open(Exports.csv(source, 3))) {
      assertThat(file.detected().source()).contains(source);
    }
  }

  @Test
  void aListThatCouldBeAnybodysIsNobodys() {
    try (LeadFile file = open("first_name,last_name,company,phone1,email\nA,B,C,2127365000,\n")) {
      assertThat(file.detected().source()).contains(LeadSource.OTHER);
    }
  }

  @Test
  void theSenderKnowsBetterWhoWroteTheFile() {
    FileOptions options =
        new FileOptions(
            ColumnMapping.automatic(),
            Optional.empty(),
            Optional.of(LeadSource.CLOSE),
            Optional.empty(),
            StatusWords.USUAL);

    try (LeadFile file =
        LeadFile.open(
            Leads.stream("lead_name,phone\nFirm,2127365000\n"), LeadFile.Format.CSV, options)) {
      assertThat(file.detected().columns().get(0).target().key()).isEqualTo("company");
    }
  }

  /** Every cell is in the lead, or in a warning, or its row in the list of those refused. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void noCellIsLostInSilence(LeadSource source) {
    List<List<String>> rows = Exports.rows(source, ROWS);
    List<String> lost = new ArrayList<>();
    int taken = 0;
    try (LeadFile file = open(Exports.csv(source, ROWS))) {
      List<DetectedLayout.Column> columns = file.detected().columns();
      for (int row = 1; row <= ROWS; row++) {
        CheckedRow checked = check.check(file.next());
        if (checked instanceof CheckedRow.Usable usable) {
          taken++;
          lost.addAll(lost(columns, rows.get(row), usable));
        } else {
          assertThat(((CheckedRow.Refused) checked).fault().reason()).isNotBlank();
        }
      }
      assertThat(file.hasNext()).isFalse();
    }

    assertThat(lost).isEmpty();
    assertThat(taken).isGreaterThan(ROWS / 3);
  }

  private static List<String> lost(
      List<DetectedLayout.Column> columns, List<String> cells, CheckedRow.Usable row) {
    return IntStream.range(0, cells.size())
        .filter(i -> !cells.get(i).isBlank() && !FieldText.isNothing(cells.get(i).strip(), false))
        .filter(i -> !isWarned(columns.get(i), row) && !isKept(columns.get(i), cells.get(i), row))
        .mapToObj(i -> columns.get(i) + " of " + cells)
        .toList();
  }

  private static boolean isWarned(DetectedLayout.Column column, CheckedRow.Usable row) {
    return row.warnings().stream()
        .anyMatch(
            warning ->
                warning.field().equals(column.name())
                    || warning.field().equals(column.target().key())
                    || warning.reason().contains(column.name()));
  }

  private static boolean isKept(DetectedLayout.Column column, String cell, CheckedRow.Usable row) {
    StatedLead lead = row.lead();
    if (column.target() instanceof ColumnTarget.Field target) {
      return isKept(target.field(), cell, lead);
    }
    if (column.target() instanceof ColumnTarget.Fact target) {
      return isApplied(target.fact(), column.name(), cell, lead);
    }
    if (column.target() instanceof ColumnTarget.AddressOrPosition) {
      return lead.values().values().stream().anyMatch(cell::equals);
    }
    return column.target() instanceof ColumnTarget.Custom custom
        && cell.strip().equals(lead.customFields().get(custom.name()));
  }

  private static boolean isKept(LeadField field, String cell, StatedLead lead) {
    String digits = cell.replaceAll("\\D", "");
    if (field.isPhone()) {
      return lead.numbers().stream()
          .anyMatch(number -> digits.contains(number.e164().substring(2)));
    }
    if (field == LeadField.COUNTRY && !digits.isEmpty()) {
      return lead.numbers().get(0).e164().startsWith("+" + digits);
    }
    if (field == LeadField.FULL_NAME) {
      String name =
          lead.values().entrySet().stream()
              .map(Map.Entry::getValue)
              .collect(Collectors.joining(" "));
      return List.of(cell.split(" ")).stream().allMatch(name::contains);
    }
    return lead.values().containsKey(field);
  }

  private static boolean isApplied(RowFact fact, String column, String cell, StatedLead lead) {
    return switch (fact) {
      case CALLING_CODE -> lead.numbers().get(0).e164().startsWith("+" + cell);
      case AREA_CODE -> lead.numbers().get(0).e164().contains(cell);
      case DO_NOT_CALL, MAY_CALL, DECEASED ->
          !YesOrNo.of(cell).orElse(true) || !lead.person().refused().isEmpty();
      case PHONE_1_DO_NOT_CALL,
          PHONE_2_DO_NOT_CALL,
          PHONE_3_DO_NOT_CALL,
          PHONE_4_DO_NOT_CALL,
          PHONE_5_DO_NOT_CALL ->
          YesOrNo.of(cell).isPresent();
      case PHONE_1_EXTENSION,
          PHONE_2_EXTENSION,
          PHONE_3_EXTENSION,
          PHONE_4_EXTENSION,
          PHONE_5_EXTENSION ->
          lead.person().extensions().containsValue(cell.replaceAll("\\D", ""));
      case PHONE_1_TYPE, PHONE_2_TYPE, PHONE_3_TYPE, PHONE_4_TYPE, PHONE_5_TYPE ->
          cell.equals(lead.customFields().get(column))
              || lead.person().types().containsValue(NumberType.in(cell).orElseThrow());
      case STATUS ->
          cell.equals(lead.customFields().get(column)) && StatusWords.USUAL.of(cell).isPresent();
      case CUSTOMER_SINCE, CUSTOMER_UNTIL, LAST_PURCHASE_ON, LAST_INQUIRY_AT ->
          !lead.person().relationship().equals(Relationship.NONE);
      case CONSENT,
          CONSENT_GIVEN_AT,
          CONSENT_EXPIRES_AT,
          CONSENT_WITHDRAWN_AT,
          CONSENT_SCOPE,
          CONSENT_SOURCE,
          CONSENT_EVIDENCE ->
          lead.person().consent().isPresent()
              || StatedConsent.kindOf(cell).filter(kind -> kind.ordinal() == 0).isPresent();
      case REVISIT_ON -> lead.person().status().isPresent();
    };
  }

  @Test
  void ofTwoHundredColumnsThoseThatAreEmptyDoNotCount() {
    String header =
        IntStream.range(0, 200)
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining(",", "phone,", ""));
    String cells =
        IntStream.range(0, 200)
            .mapToObj(i -> i % 4 == 0 ? "v" + i : "")
            .collect(Collectors.joining(",", "2127365000,", ""));

    try (LeadFile file = open(header + "\n" + cells + "\n")) {
      CheckedRow row = check.check(file.next());

      assertThat(((CheckedRow.Usable) row).warnings()).isEmpty();
      assertThat(((CheckedRow.Usable) row).lead().customFields()).hasSize(50);
    }
  }
}
