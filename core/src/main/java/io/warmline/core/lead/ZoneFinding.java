package io.warmline.core.lead;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The zones in which a number may ring. A call is allowed only where all of them allow it.
 *
 * @param candidates at least one
 */
public record ZoneFinding(ZoneSource source, Set<ZoneId> candidates) {

  /**
   * Goes by the zone stated, else by the number, else by the campaign.
   *
   * @param explicit the zone stated for the lead
   */
  public static ZoneFinding of(
      PhoneNumber number, Optional<ZoneId> explicit, ZoneId campaignDefault) {
    return of(
        explicit.isPresent() ? Set.of() : PhoneNumbers.zonesOf(number), explicit, campaignDefault);
  }

  /**
   * As {@link #of(PhoneNumber, Optional, ZoneId)}, where it is known already what the number tells.
   *
   * @param ofNumber the zones that the number tells; empty if it tells none
   */
  public static ZoneFinding of(
      Set<ZoneId> ofNumber, Optional<ZoneId> explicit, ZoneId campaignDefault) {
    if (explicit.isPresent()) {
      return new ZoneFinding(ZoneSource.EXPLICIT, Set.of(explicit.get()));
    }
    return ofNumber.isEmpty()
        ? new ZoneFinding(ZoneSource.CAMPAIGN_DEFAULT, Set.of(campaignDefault))
        : new ZoneFinding(ZoneSource.PHONE_NUMBER, ofNumber);
  }
}
