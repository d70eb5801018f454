package io.warmline.core.phrase;

import java.time.LocalTime;

/**
 * A time as said: "half past three" leaves open which half of the day.
 *
 * @param hour from 0 to 23; from 1 to 12 unless the half is known
 */
record Clock(int hour, int minute, Half half) {

  enum Half {
    AM,
    PM,
    /** Not said: business hours decide. */
    OPEN,
    /** The hour is one of twenty-four. */
    KNOWN
  }

  static Clock open(int hour, int minute) {
    return hour >= 1 && hour <= 12
        ? new Clock(hour, minute, Half.OPEN)
        : new Clock(hour, minute, Half.KNOWN);
  }

  static Clock known(LocalTime time) {
    return new Clock(time.getHour(), time.getMinute(), Half.KNOWN);
  }

  /** "14:30", "2.30", "1430"; a leading zero means the morning. */
  static Clock parse(String text) {
    String digits = text.replaceAll("\\D", "");
    int hour = Integer.parseInt(digits.substring(0, digits.length() - 2));
    int minute = Integer.parseInt(digits.substring(digits.length() - 2));
    return text.startsWith("0") ? new Clock(hour, minute, Half.KNOWN) : open(hour, minute);
  }

  Clock in(Half other) {
    return half == Half.OPEN ? new Clock(hour, minute, other) : this;
  }

  /** Whether it could as well be the other half of the day. */
  boolean doubtful() {
    return half == Half.OPEN && hour == 7;
  }

  /** Without a half: 1 to 7 in the afternoon, 8 to 11 in the morning, 12 is noon. */
  LocalTime time() {
    return switch (half) {
      case KNOWN -> LocalTime.of(hour, minute);
      case AM -> LocalTime.of(hour % 12, minute);
      case PM -> LocalTime.of(hour % 12 + 12, minute);
      case OPEN -> LocalTime.of(hour <= 7 || hour == 12 ? hour % 12 + 12 : hour, minute);
    };
  }
}
