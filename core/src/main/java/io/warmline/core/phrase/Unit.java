package io.warmline.core.phrase;

/** Units of time that people count in. */
enum Unit {
  MINUTE,
  HOUR,
  DAY,
  BUSINESSDAY,
  WEEK,
  FORTNIGHT,
  MONTH,
  QUARTER,
  YEAR;

  boolean ofClock() {
    return this == MINUTE || this == HOUR;
  }
}
