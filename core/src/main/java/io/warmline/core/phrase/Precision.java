package io.warmline.core.phrase;

/** How much of the calendar a phrase names, from a point in time to a year. */
public enum Precision {
  /** A point in time: the window's first and last time are equal. */
  EXACT_TIME,
  /** Some hours of a day, or of each of several days. */
  PART_OF_DAY,
  /** One day, at any time in business hours. */
  DAY,
  /** Several days that are no calendar period. */
  DAYS,
  WEEK,
  MONTH,
  QUARTER,
  SEASON,
  YEAR
}
