package io.warmline.core.place;

import org.jspecify.annotations.Nullable;

/**
 * As much of an address as tells the law and the clock of a place, as people write it. What cannot
 * be understood is passed over; its {@code toString} hides the rest.
 *
 * @param country ISO 3166-1 alpha-2 code, in any case; null: the country of the phone number
 * @param region a state or province, by its code ({@code FL}, {@code US-FL}) or English name
 */
public record PostalAddress(
    @Nullable String country, @Nullable String region, @Nullable String postalCode) {

  @Override
  public String toString() {
    return "PostalAddress[" + country + "…]";
  }
}
