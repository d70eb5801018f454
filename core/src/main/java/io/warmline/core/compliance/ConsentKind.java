package io.warmline.core.compliance;

/** How far a prospect has agreed to be called, from the weakest to the strongest. */
public enum ConsentKind {
  /** Nothing is known. */
  NONE,
  /** It follows from what the prospect did, such as a purchase or an inquiry. */
  IMPLIED,
  /** The prospect said so, and there is proof. */
  EXPRESS,
  /** The prospect signed it, on paper or electronically. */
  WRITTEN;

  /** Whether a prospect who gave this consent may be called where the other is required. */
  public boolean satisfies(ConsentKind required) {
    return compareTo(required) >= 0;
  }

  /** The stronger of two. */
  ConsentKind or(ConsentKind other) {
    return satisfies(other) ? this : other;
  }
}
