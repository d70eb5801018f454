package io.warmline.core.handoff;

/** The life of a hand-off. */
public enum HandoffStatus {
  /** The client has it and has not decided. */
  OFFERED,
  /** The client took the lead. */
  ACCEPTED,
  /** The client did not want the lead, and said why. */
  RETURNED,
  /** The client's time was up, or something made an end of the offer. */
  EXPIRED
}
