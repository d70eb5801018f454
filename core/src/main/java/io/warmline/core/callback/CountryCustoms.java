package io.warmline.core.callback;

import io.warmline.core.phrase.DateOrder;
import io.warmline.core.phrase.Hemisphere;
import java.util.Set;

/** How people of a country say dates and seasons. */
final class CountryCustoms {

  /**
   * Where "3/12" is the twelfth of March: the United States with their territories, and the
   * Philippines.
   */
  private static final Set<String> MONTH_FIRST =
      Set.of("US", "PR", "GU", "VI", "AS", "MP", "PH", "FM", "MH", "PW");

  /** Countries of which most people live south of the equator. */
  private static final Set<String> SOUTHERN =
      Set.of(
          "AO", "AR", "AU", "BI", "BO", "BR", "BW", "CD", "CG", "CL", "CK", "EC", "FJ", "FK", "ID",
          "KM", "LS", "MG", "MU", "MW", "MZ", "NA", "NC", "NZ", "PE", "PF", "PG", "PY", "RE", "RW",
          "SB", "SC", "SZ", "TL", "TO", "TZ", "UY", "VU", "WS", "YT", "ZA", "ZM", "ZW");

  private CountryCustoms() {}

  /**
   * @param country ISO 3166-1 alpha-2
   */
  static DateOrder dateOrder(String country) {
    return MONTH_FIRST.contains(country) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }

  /**
   * @param country ISO 3166-1 alpha-2
   */
  static Hemisphere hemisphere(String country) {
    return SOUTHERN.contains(country) ? Hemisphere.SOUTHERN : Hemisphere.NORTHERN;
  }
}
