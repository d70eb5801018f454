package io.warmline.core.place;

/** Which countries there are. */
public final class CountryCodes {

  private CountryCodes() {}

  /** Whether there is a country with this ISO 3166-1 alpha-2 code, in capitals. */
  public static boolean isKnown(String code) {
    return Countries.find(code).isPresent();
  }
}
