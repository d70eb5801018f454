package io.warmline.core.complaint;

/** Where a complaint stands. */
public enum ComplaintStatus {
  OPEN,
  /** A supervisor has seen to it. */
  CLOSED,
  /** There was none: the call was corrected, or its lead was erased. */
  WITHDRAWN
}
