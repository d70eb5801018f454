package io.warmline.core.callback;

/** Who called off what was agreed: a callback or a meeting. */
public enum CancelledBy {
  PROSPECT,
  /** The business on whose behalf it was agreed. */
  CLIENT,
  /** We: the firm that calls. */
  FIRM
}
