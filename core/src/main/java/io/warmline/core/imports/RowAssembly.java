package io.warmline.core.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the fields of one row and checks what holds for the row as a whole. */
final class RowAssembly {

  private final Map<LeadField, String> values = new EnumMap<>(LeadField.class);
  private final Map<String, String> customFields = new LinkedHashMap<>();
  private final UniqueNames customNames = new UniqueNames();
  private int surplusPhones;

  /**
   * Adds the value of a column; a blank one is absent.
   *
   * @throws UnreadableRow if the value cannot be stored
   */
  void put(DetectedLayout.Column column, String text) {
    if (column.target() instanceof ColumnTarget.Field target) {
      putValue(target.field(), column.name(), text);
    } else if (column.target() instanceof ColumnTarget.Custom target) {
      putCustom(target.name(), column.name(), text);
    }
  }

  /** Adds a custom field; if the row has one of this name already, under the name with a suffix. */
  void putCustom(String name, String column, String text) {
    String value = FieldText.storable(column, text);
    if (!value.isEmpty()) {
      customFields.put(customNames.claim(name), value);
    }
  }

  /**
   * Adds a phone number to the first phone field that is free, else as the custom field {@code
   * phone4} and on.
   */
  void putPhone(String column, String text) {
    for (LeadField phone : LeadField.PHONES) {
      if (!values.containsKey(phone)) {
        putValue(phone, column, text);
        return;
      }
    }
    surplusPhones++;
    putCustom("phone" + (LeadField.PHONES.size() + surplusPhones), column, text);
  }

  private void putValue(LeadField field, String column, String text) {
    String value = FieldText.storable(column, text);
    if (!value.isEmpty()) {
      values.put(field, value);
    }
  }

  /**
   * The row.
   *
   * @throws UnreadableRow if it has too many custom fields
   */
  LeadRow.Parsed at(long line) {
    if (customFields.size() > LeadFileLimits.CUSTOM_FIELDS) {
      throw new UnreadableRow(
          null,
          RowProblem.TOO_MANY_CUSTOM_FIELDS,
          ("The row has %d custom fields; at most %d are allowed. "
                  + "Leave columns out with the mapping \"ignore\".")
              .formatted(customFields.size(), LeadFileLimits.CUSTOM_FIELDS));
    }
    splitFullName();
    return new LeadRow.Parsed(line, values, customFields);
  }

  /** Parts that have a column of their own win over parts of the whole name. */
  private void splitFullName() {
    String whole = values.remove(LeadField.FULL_NAME);
    if (whole == null) {
      return;
    }
    FullName name = FullName.of(whole);
    putIfAbsent(LeadField.TITLE, name.title());
    putIfAbsent(LeadField.FIRST_NAME, name.first());
    putIfAbsent(LeadField.LAST_NAME, name.last());
  }

  private void putIfAbsent(LeadField field, String value) {
    if (!value.isEmpty()) {
      values.putIfAbsent(field, value);
    }
  }
}
