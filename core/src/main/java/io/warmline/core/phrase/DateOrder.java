package io.warmline.core.phrase;

/** How "3/12" is read. */
public enum DateOrder {
  /** 12 March, as in the United States. */
  MONTH_FIRST,
  /** 3 December, as nearly everywhere else. */
  DAY_FIRST
}
