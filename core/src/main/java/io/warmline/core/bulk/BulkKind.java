package io.warmline.core.bulk;

/** What is done to many leads at once. */
public enum BulkKind {
  /** The open callbacks of an agent go to others, or to the team. */
  REASSIGN,
  /** Leads go to another campaign. */
  MOVE,
  /** The leads of an import are retired; what was promised to them is called off. */
  STOP_LIST,
  TAG,
  UNTAG;

  /** Whether it can be undone: what was done says all that is needed. */
  public boolean canBeUndone() {
    return this == REASSIGN || this == TAG || this == UNTAG;
  }
}
