package io.warmline.core.imports;

import io.warmline.core.phone.PhoneNumber;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one usable row says of a lead. Its {@code toString} hides it, because it is personal data.
 *
 * @param values the fields that are present, phones excepted, as a lead keeps them
 * @param customFields the custom fields that are present
 * @param numbers at least one, in the order to try them
 * @param person what else the row says
 */
record StatedLead(
    Map<LeadField, String> values,
    Map<String, String> customFields,
    List<PhoneNumber> numbers,
    StatedPerson person) {

  StatedLead {
    Map<LeadField, String> present = new EnumMap<>(LeadField.class);
    present.putAll(values);
    values = Collections.unmodifiableMap(present);
    customFields = Collections.unmodifiableMap(new LinkedHashMap<>(customFields));
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("a lead has at least one number");
    }
  }

  Optional<String> externalId() {
    return Optional.ofNullable(values.get(LeadField.EXTERNAL_ID));
  }

  PhoneNumber firstNumber() {
    return numbers.get(0);
  }

  @Override
  public String toString() {
    return "StatedLead[values of %s, %d custom fields, %d numbers]"
        .formatted(values.keySet(), customFields.size(), numbers.size());
  }
}
