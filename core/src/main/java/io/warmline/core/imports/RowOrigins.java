package io.warmline.core.imports;

import java.util.Map;
import java.util.Optional;

/**
 * From which columns of the file the values of a row came, so that a warning can name the column.
 *
 * @param values columns by the field that they filled
 * @param facts what else the row says, each with its column
 */
record RowOrigins(Map<LeadField, String> values, Map<RowFact, RowAssembly.Fact> facts) {

  static final RowOrigins UNKNOWN = new RowOrigins(Map.of(), Map.of());

  /**
   * The name of the column that a warning is about.
   *
   * @param field a field's key; what is none is the name of a column itself
   */
  String columnOf(String field) {
    return LeadField.ofKey(field)
        .flatMap(this::ofField)
        .or(() -> RowFact.ofKey(field).map(facts::get).map(RowAssembly.Fact::column))
        .orElse(field);
  }

  private Optional<String> ofField(LeadField field) {
    boolean name = field == LeadField.TITLE || field.isPartOfName();
    return Optional.ofNullable(values.get(field))
        .or(() -> name ? Optional.ofNullable(values.get(LeadField.FULL_NAME)) : Optional.empty());
  }

  /** The warning with the column that it is about. */
  RowWarning located(RowWarning warning) {
    return warning.column().isPresent() ? warning : warning.in(columnOf(warning.field()));
  }
}
