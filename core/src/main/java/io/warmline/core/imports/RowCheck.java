package io.warmline.core.imports;

import io.warmline.core.WarmlineException;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether a row can be used, and brings its values into the spelling a lead keeps.
 *
 * <p>Numbers are read as numbers of the row's country, else of the campaign's. A row is kept if one
 * of its numbers can be dialled; the others are left out, and are no reason to refuse it. A fourth
 * and fifth number come as custom fields {@code phone4} and {@code phone5} and are taken for
 * numbers if they can be dialled. Of several faults the first in the order of {@link LeadField} is
 * told.
 */
final class RowCheck {

  /** Where further numbers of a row are, see {@link RowAssembly#putPhone}. */
  private static final List<String> FURTHER_PHONES = List.of("phone4", "phone5");

  private final String defaultCountry;

  /**
   * @param defaultCountry ISO 3166-1 alpha-2 country of rows that name none
   */
  RowCheck(String defaultCountry) {
    this.defaultCountry = defaultCountry;
  }

  CheckedRow check(LeadRow row) {
    if (row instanceof LeadRow.Broken broken) {
      return new CheckedRow.Refused(broken);
    }
    LeadRow.Parsed parsed = (LeadRow.Parsed) row;
    try {
      return new CheckedRow.Usable(stated(parsed));
    } catch (UnreadableRow e) {
      return new CheckedRow.Refused(e.at(row.line()));
    }
  }

  private StatedLead stated(LeadRow.Parsed row) {
    Map<LeadField, String> values = new EnumMap<>(LeadField.class);
    row.values()
        .forEach(
            (field, text) -> {
              if (!field.isPhone()) {
                values.put(field, FieldRules.kept(field, text));
              }
            });
    Map<String, String> custom = new LinkedHashMap<>();
    row.customFields().forEach((name, text) -> custom.put(name, FieldRules.keptCustom(name, text)));
    String country = values.getOrDefault(LeadField.COUNTRY, defaultCountry);
    return new StatedLead(values, custom, numbers(row, custom, country));
  }

  private static List<PhoneNumber> numbers(
      LeadRow.Parsed row, Map<String, String> custom, String country) {
    Set<PhoneNumber> numbers = new LinkedHashSet<>();
    List<UnreadableRow> faults = new ArrayList<>();
    for (LeadField field : LeadField.PHONES) {
      String text = row.values().get(field);
      if (text != null) {
        add(numbers, faults, field.key(), text, country);
      }
    }
    for (String name : FURTHER_PHONES) {
      String text = custom.get(name);
      if (text != null && add(numbers, faults, name, text, country)) {
        custom.remove(name);
      }
    }
    if (numbers.isEmpty()) {
      throw faults.isEmpty() ? missing() : faults.get(0);
    }
    return List.copyOf(numbers);
  }

  private static boolean add(
      Set<PhoneNumber> numbers,
      List<UnreadableRow> faults,
      String field,
      String text,
      String country) {
    try {
      numbers.add(PhoneNumbers.parse(text, country));
      return true;
    } catch (WarmlineException e) {
      faults.add(
          new UnreadableRow(
              field, RowProblem.INVALID_PHONE_NUMBER, String.valueOf(e.getMessage())));
      return false;
    }
  }

  private static UnreadableRow missing() {
    return new UnreadableRow(
        LeadField.PHONE_1.key(),
        RowProblem.MISSING_PHONE,
        "The row has no phone number, and a lead is somebody to call.");
  }
}
