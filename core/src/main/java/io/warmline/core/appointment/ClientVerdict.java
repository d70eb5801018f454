package io.warmline.core.appointment;

/** The client's judgement of a prospect it has met. */
public enum ClientVerdict {
  QUALIFIED,
  UNQUALIFIED,
  /** It should never have been set. A verdict of its own, with evidence. */
  BAD_LEAD
}
