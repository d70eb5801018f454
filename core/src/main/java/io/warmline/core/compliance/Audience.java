package io.warmline.core.compliance;

/** Whom a call is made to. */
public enum Audience {
  /** A consumer. */
  B2C,
  /** A business, or a person in their work for one. */
  B2B
}
