package io.warmline.core.talktrack;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How soon a caller must have said name, company and purpose ("talk tracks" of the domain). */
public final class Disclosure {

  private static final Map<String, Integer> SECONDS = Map.of("US-CT", 10, "US-RI", 30, "US-WA", 30);

  private Disclosure() {}

  /**
   * The seconds from the beginning of the call, empty where the law does not say.
   *
   * @param jurisdiction ISO 3166-2, such as {@code US-CT}
   */
  public static OptionalInt secondsIn(String jurisdiction) {
    return Optional.ofNullable(SECONDS.get(jurisdiction))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }
}
