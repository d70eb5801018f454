package io.warmline.core.phrase;

/** How sure the reading of a phrase is. */
public enum Confidence {
  /** Another reading is as likely: ask. */
  LOW,
  /** The words are vague ("a few days") or the date had to be moved. */
  MEDIUM,
  /** The words leave no choice. */
  HIGH
}
