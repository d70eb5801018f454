package io.warmline.core.imports;

/** What becomes of a row about somebody whom the campaign has already. */
public enum DuplicatePolicy {
  /** The row is passed over; the lead stays as it is. */
  SKIP,
  /** What the row says overwrites, what it does not say stays. The lead keeps its external id. */
  MERGE,
  /** As MERGE, and the lead takes the row's external id and its order of numbers. */
  TAKE_OVER,
  /** The row becomes a lead of its own, unless the campaign has its external id. */
  NEW
}
