package io.warmline.core.lead;

/** Where the zone of a number came from, in falling order of trust. */
public enum ZoneSource {
  EXPLICIT,
  PHONE_NUMBER,
  CAMPAIGN_DEFAULT
}
