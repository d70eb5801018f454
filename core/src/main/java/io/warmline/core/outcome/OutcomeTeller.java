package io.warmline.core.outcome;

/** Who knows what became of it. */
public enum OutcomeTeller {
  /** The client, who met the prospect. */
  CLIENT,
  /** The firm that calls on its behalf. */
  FIRM
}
