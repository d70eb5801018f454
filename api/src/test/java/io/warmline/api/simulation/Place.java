package io.warmline.api.simulation;

import java.time.ZoneId;

/** Where prospects live. */
enum Place {
  NEW_YORK("212", "America/New_York"),
  CHICAGO("312", "America/Chicago"),
  DENVER("303", "America/Denver"),
  LOS_ANGELES("213", "America/Los_Angeles");

  private static final int FIRST_NUMBER = 2_010_000;

  private final String areaCode;
  private final ZoneId zone;

  Place(String areaCode, String zone) {
    this.areaCode = areaCode;
    this.zone = ZoneId.of(zone);
  }

  ZoneId zone() {
    return zone;
  }

  String number(int n) {
    return "+1" + areaCode + (FIRST_NUMBER + n);
  }
}
