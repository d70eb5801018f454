package io.warmline.core.suppression;

/** For how much a do-not-call entry holds. */
public enum SuppressionReach {
  /** For the number alone. */
  NUMBER,
  /** For whoever it belongs to, on all their numbers, and for leads that are the same person. */
  PERSON
}
