package io.warmline.core.place;

import io.warmline.core.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.Optional;

/**
 * All that is known of where a prospect is.
 *
 * @param zone the zone that somebody set for the lead
 * @param stated the place that the prospect named
 * @param postal the address on file
 */
public record Clues(
    PhoneNumber number,
    Optional<ZoneId> zone,
    Optional<PostalAddress> stated,
    Optional<PostalAddress> postal) {

  /** Nothing is known but the number. */
  public static Clues of(PhoneNumber number) {
    return new Clues(number, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
