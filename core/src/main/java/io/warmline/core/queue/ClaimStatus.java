package io.warmline.core.queue;

/** The life of a claim. */
public enum ClaimStatus {
  /** Until its lease ends. */
  ACTIVE,
  /** Given back uncalled. */
  RELEASED,
  /** The lease ran out. */
  EXPIRED,
  /** Ended with a logged call. */
  COMPLETED,
  /** Ended by Warmline, because the number may no longer be called. */
  REVOKED
}
