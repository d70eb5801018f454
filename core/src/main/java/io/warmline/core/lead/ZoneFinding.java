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
  public static ZoneFinding of(PhoneNumber number, Optional<ZoneId> explicit, ZoneId campaignDefault) {
    if (explicit.isPresent()) {
      return new ZoneFinding(ZoneSource.EXPLICIT, Set.of(explicit.get()));
    }
    Set<ZoneId> zones = PhoneNumbers.zonesOf(number);
    return zones.isEmpty()
        ? new ZoneFinding(ZoneSource.CAMPAIGN_DEFAULT, Set.of(campaignDefault))
        : new ZoneFinding(ZoneSource.PHONE_NUMBER, zones);
  }
}
