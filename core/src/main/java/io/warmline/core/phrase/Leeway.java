package io.warmline.core.phrase;

/** What words leave open beside the window that was made of them. */
public enum Leeway {
  /** They count from now ("in two weeks"), and nobody who counts looks at the calendar. */
  COUNTED,
  /** They have no last day ("after the holidays"); that of the window is only a good one. */
  LATER_DAYS,
  /** They have no first hour ("by noon"). */
  EARLIER_HOURS,
  /** They have no last hour ("after three"). */
  LATER_HOURS
}
