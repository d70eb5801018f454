package io.warmline.core.imports;

import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row says of the person besides the fields of a lead.
 *
 * @param extensions of numbers, as far as there are any
 * @param types what kinds of lines numbers are, as far as the row says it
 * @param refused the numbers on which the person wants no calls
 * @param relationship what the person has to do with whoever is called for
 */
record StatedPerson(
    Map<PhoneNumber, String> extensions,
    Map<PhoneNumber, NumberType> types,
    Set<PhoneNumber> refused,
    Optional<StatedConsent> consent,
    Relationship relationship,
    Optional<StatedStatus> status) {

  static final StatedPerson NOTHING = saying(Map.of(), Map.of(), Set.of());

  /** Nothing but what is said of the numbers. */
  static StatedPerson saying(
      Map<PhoneNumber, String> extensions,
      Map<PhoneNumber, NumberType> types,
      Set<PhoneNumber> refused) {
    return new StatedPerson(
        extensions, types, refused, Optional.empty(), Relationship.NONE, Optional.empty());
  }

  StatedPerson {
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    types = Map.copyOf(types);
    refused = Collections.unmodifiableSet(new LinkedHashSet<>(refused));
  }

  @Override
  public String toString() {
    return "StatedPerson[…]";
  }
}
