package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import java.util.Optional;

/**
 * The jurisdictions in which leads can be found to be. A rule or a registry of any other would be
 * kept, and hold for nobody.
 */
public final class KnownJurisdictions {

  private KnownJurisdictions() {}

  /**
   * What is wrong with this one.
   *
   * @return empty if leads can be in it; else a predicate, such as "is no country"
   */
  public static Optional<String> faultOf(Jurisdiction place) {
    String country = place.country().code();
    if (place.equals(Jurisdiction.NOWHERE)) {
      return Optional.empty();
    }
    if (!CountryCodes.isKnown(country)) {
      return Optional.of(
          "names no country that numbers can be of: write its code of ISO 3166-1, such as US"
              + (country.equals("UK") ? "; the United Kingdom is GB" : ""));
    }
    if (place.isCountry() || Subdivisions.isKnown(place.code())) {
      return Optional.empty();
    }
    return Optional.of(
        Subdivisions.areKnown(country)
            ? "names no state or province of " + country + ": write its code of ISO 3166-2"
            : "holds for nobody, because the parts of "
                + country
                + " are not told apart: write "
                + country);
  }
}
