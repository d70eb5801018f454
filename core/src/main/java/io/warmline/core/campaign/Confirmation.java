package io.warmline.core.campaign;

/** When a meeting is confirmed. Source: the campaign policies, "Confirming appointments". */
public enum Confirmation {
  /** Minutes after it was set, and never on its day or the day before. */
  AT_ONCE,
  /** Not at all. */
  NONE,
  /** On the day before, at the prospect's place. */
  DAY_BEFORE,
  /** On its day, at the prospect's place. */
  SAME_DAY
}
