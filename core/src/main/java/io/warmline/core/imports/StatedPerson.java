package io.warmline.core.imports;

import io.warmline.core.lead.Relationship;
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
 * @param refused the numbers on which the person wants no calls
 * @param relationship what the person has to do with whoever is called for
 */
record StatedPerson(
    Map<PhoneNumber, String> extensions,
    Set<PhoneNumber> refused,
    Optional<StatedConsent> consent,
    Relationship relationship,
    Optional<StatedStatus> status) {

  static final StatedPerson NOTHING = saying(Map.of(), Set.of());

  /** Nothing but what is said of the numbers. */
  static StatedPerson saying(Map<PhoneNumber, String> extensions, Set<PhoneNumber> refused) {
    return new StatedPerson(
        extensions, refused, Optional.empty(), Relationship.NONE, Optional.empty());
  }

  StatedPerson {
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    refused = Collections.unmodifiableSet(new LinkedHashSet<>(refused));
  }

  @Override
  public String toString() {
    return "StatedPerson[…]";
  }
}
