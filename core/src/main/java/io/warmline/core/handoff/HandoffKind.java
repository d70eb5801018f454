package io.warmline.core.handoff;

/** Our verdict on the lead that is handed over. */
public enum HandoffKind {
  /** Pre-qualified: the client's own staff take it from here. */
  QUALIFIED,
  /** Interested but not ready: theirs to know, ours to call again on its revisit date. */
  NURTURE
}
