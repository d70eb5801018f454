package io.warmline.core.compliance;

import java.util.regex.Pattern;

/**
 * A place that makes law: a country, or a state or province of one.
 *
 * @param code ISO 3166-1 alpha-2 code of a country ({@code US}) or ISO 3166-2 code of a subdivision
 *     ({@code US-FL}), in capitals
 */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {

  private static final Pattern ISO_3166 = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  /** Of numbers that belong to no country, such as +800. ISO 3166 leaves the code to its users. */
  public static final Jurisdiction NOWHERE = new Jurisdiction("ZZ");

  /**
   * Checks the form of the code; whether there is such a place is not known here.
   *
   * @throws IllegalArgumentException if it is not as described
   */
  public Jurisdiction {
    if (!ISO_3166.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a jurisdiction is an ISO 3166 code of a country or subdivision, such as US or US-FL");
    }
  }

  /** The country, or the country of the subdivision. */
  public Jurisdiction country() {
    return isCountry() ? this : new Jurisdiction(code.substring(0, 2));
  }

  /** Whether this is a whole country. */
  public boolean isCountry() {
    return code.length() == 2;
  }

  /** Whether the law of this place holds in the other: the same place, or one within it. */
  public boolean covers(Jurisdiction other) {
    return equals(other) || (isCountry() && other.code.startsWith(code));
  }

  @Override
  public int compareTo(Jurisdiction other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
