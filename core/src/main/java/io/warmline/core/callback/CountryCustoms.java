package io.warmline.core.callback;

import io.warmline.core.phrase.DateOrder;
import java.util.Set;

/** How people of a country write dates. */
final class CountryCustoms {

  /**
   * Where "3/12" is the twelfth of March: the United States with their territories, and the
   * Philippines.
   */
  private static final Set<String> MONTH_FIRST =
      Set.of("US", "PR", "GU", "VI", "AS", "MP", "PH", "FM", "MH", "PW");

  private CountryCustoms() {}

  /**
   * @param country ISO 3166-1 alpha-2
   */
  static DateOrder dateOrder(String country) {
    return MONTH_FIRST.contains(country) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }
}
