package io.warmline.core.handoff;

/** What made an end of an offer on which the client had not decided. */
public enum ExpiryReason {
  /** The client's time was up. */
  UNDECIDED,
  /** The prospect refuses calls for good: the client must not call either. */
  DO_NOT_CALL,
  /** A later call found out that the lead is none. */
  DISQUALIFIED,
  /** A newer offer of the same lead took its place. */
  SUPERSEDED,
  /** The call that made it was logged wrongly. */
  CALL_CORRECTED,
  /** The personal data of the lead was erased. */
  LEAD_ERASED
}
