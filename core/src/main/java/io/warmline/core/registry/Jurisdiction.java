package io.warmline.core.registry;

import io.warmline.core.InvalidValue;
import io.warmline.core.phone.PhoneNumbers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a registry holds.
 *
 * @param code ISO 3166: a country such as {@code GB}, or a part of one such as {@code US-FL}
 */
public record Jurisdiction(String code) {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  public Jurisdiction {
    if (!CODE.matcher(code).matches()
        || PhoneNumbers.callingCodeOf(code.substring(0, 2)).isEmpty()) {
      throw new InvalidValue(
          "jurisdiction", "UNKNOWN_JURISDICTION", "must be an ISO 3166 code such as US or US-FL");
    }
  }

  /** ISO 3166-1 alpha-2. */
  public String country() {
    return code.substring(0, 2);
  }

  /** The calling code of the country, with its plus sign. */
  String callingCode() {
    return PhoneNumbers.callingCodeOf(country()).orElseThrow();
  }

  /** How old a list may be; empty where no limit is known. */
  Optional<MaxAge> maxAge() {
    return MaxAge.in(country());
  }
}
