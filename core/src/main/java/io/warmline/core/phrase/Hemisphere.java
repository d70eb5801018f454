package io.warmline.core.phrase;

import java.util.Set;

/** A half of the earth: their summers are six months apart. */
public enum Hemisphere {
  NORTHERN,
  SOUTHERN;

  /** Countries whose people live, for the most part, south of the equator. */
  private static final Set<String> SOUTH =
      Set.of(
          "AO", "AR", "AS", "AU", "BI", "BO", "BR", "BW", "CD", "CK", "CL", "EC", "FJ", "FK", "ID",
          "KM", "LS", "MG", "MU", "MW", "MZ", "NA", "NC", "NR", "NU", "NZ", "PE", "PF", "PG", "PN",
          "PY", "RE", "RW", "SB", "SC", "SH", "SZ", "TK", "TL", "TO", "TV", "TZ", "UY", "VU", "WF",
          "WS", "YT", "ZA", "ZM", "ZW");

  /**
   * The hemisphere in which most people of a country live.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static Hemisphere of(String country) {
    return SOUTH.contains(country) ? SOUTHERN : NORTHERN;
  }
}
