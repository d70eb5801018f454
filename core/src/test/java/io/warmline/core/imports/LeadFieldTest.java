package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.lead.ManyLeads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a field of a lead forgets no statement, no header and no export. */
class LeadFieldTest {

  static List<LeadField> columns() {
    return LeadField.COLUMNS;
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyFieldIsRead(LeadField field) {
    assertThat(LeadRows.SELECT).containsPattern("l\\." + field.column() + "\\b");
  }

  @Test
  void everyFieldIsWritten() {
    assertThat(ManyLeads.FIELDS)
        .containsExactlyInAnyOrderElementsOf(columns().stream().map(LeadField::key).toList());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyFieldIsRecognisedByItsNameAndExported(LeadField field) {
    DetectedLayout.Column column =
        HeaderRecognition.recognise(List.of("phone1", field.key()), ColumnMapping.automatic())
            .get(1);

    assertThat(column.target().key()).isEqualTo(field.key());
    assertThat(LeadColumns.header(List.of())).contains(field.key());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WARMLINE")
  void everyFieldIsInTheExportsForOtherSystems(ExportPreset preset) {
    List<String> exported =
        ExportColumns.of(preset).stream().map(column -> column.target().key()).toList();

    assertThat(exported).containsAll(LeadField.COLUMNS.stream().map(LeadField::key).toList());
    assertThat(exported).containsAll(LeadField.PHONES.stream().map(LeadField::key).toList());
  }
}
