package io.warmline.core.registry;

import io.warmline.core.InvalidValue;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.RegistryExemptions;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.KnownJurisdictions;
import java.util.Optional;
import java.util.Set;

/** Where a registry holds: in a jurisdiction whose numbers can be told from others. */
public record Territory(Jurisdiction jurisdiction) {

  /**
   * @throws InvalidValue UNKNOWN_JURISDICTION if the country has no numbering plan
   */
  public Territory {
    if (PhoneNumbers.callingCodeOf(jurisdiction.country().code()).isEmpty()) {
      throw unknown();
    }
  }

  /**
   * The territory with an ISO 3166 code: a country such as {@code GB}, or a part of one such as
   * {@code US-FL}.
   *
   * @throws InvalidValue UNKNOWN_JURISDICTION if there is no such place, or no lead is ever found
   *     to be there
   */
  public static Territory of(String code) {
    Jurisdiction place;
    try {
      place = new Jurisdiction(code);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    KnownJurisdictions.faultOf(place)
        .ifPresent(
            fault -> {
              throw new InvalidValue("jurisdiction", "UNKNOWN_JURISDICTION", fault);
            });
    return new Territory(place);
  }

  private static InvalidValue unknown() {
    return new InvalidValue(
        "jurisdiction", "UNKNOWN_JURISDICTION", "must be an ISO 3166 code such as US or US-FL");
  }

  /** As {@link #of} takes it. */
  public String code() {
    return jurisdiction.code();
  }

  /** ISO 3166-1 alpha-2. */
  public String country() {
    return jurisdiction.country().code();
  }

  /** The calling code of the country, with its plus sign. */
  String callingCode() {
    return PhoneNumbers.callingCodeOf(country()).orElseThrow();
  }

  /** Whom its registries protect. */
  Set<Audience> covered() {
    return MaxAge.coveredIn(jurisdiction);
  }

  /** Who may be called although the number is on a list. */
  RegistryExemptions exempt() {
    return MaxAge.exemptIn(jurisdiction);
  }

  /** How old a list may be; empty where no limit is known. */
  Optional<MaxAge> maxAge() {
    return MaxAge.in(jurisdiction);
  }
}
