package io.warmline.core.appointment;

/** Who called a meeting off. */
public enum CancelledBy {
  PROSPECT,
  /** The business with whom it was to be. */
  CLIENT,
  /** We: the firm that calls. */
  FIRM
}
