package io.warmline.core.place;

/** Where the zones of a prospect came from, in falling order of trust. */
public enum ZoneSource {
  /** Somebody set the zone for the lead. */
  EXPLICIT,
  /** The prospect said where they are. */
  STATED_PLACE,
  /** The postal address. */
  POSTAL_ADDRESS,
  /** The prefix of the number; people move and keep their numbers. */
  PHONE_NUMBER,
  /** Nothing but the country, which may have many zones. */
  COUNTRY,
  /** Nothing at all. */
  CAMPAIGN_DEFAULT
}
