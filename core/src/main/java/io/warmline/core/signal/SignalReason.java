package io.warmline.core.signal;

/** Why the queue does not follow a signal. */
public enum SignalReason {
  /** No lead was found. Not on record. */
  NO_SUCH_LEAD,
  /** Several leads of the campaign have the address or the number. Not on record. */
  AMBIGUOUS_LEAD,
  /** The lead's personal data was erased. Not on record. */
  LEAD_ERASED,
  /** It is said to happen later. Not on record. */
  IN_THE_FUTURE,
  /** It was recorded before. */
  DUPLICATE,
  /** A link scanner, a crawler or another program, as its name tells. */
  SCANNER,
  /** A program that looks ahead in case somebody will click. */
  PREFETCH,
  /** Asked only whether the link works. */
  HEAD_REQUEST,
  /** Within seconds of the sending, as scanners at the gate of a mailbox do. */
  TOO_SOON,
  /** Several links of one message at once, as no person clicks. */
  BURST,
  /** The kind of signal is no interest in itself. */
  TOUCH_ONLY,
  /** It is too long ago to be a reason to call. */
  TOO_OLD,
  /** The lead is not called any more. */
  LEAD_CLOSED,
  /** A meeting is set, or the client has the lead. */
  IN_OTHER_HANDS;

  /** Whether what happened was no interest of a person. */
  boolean uncounted() {
    return switch (this) {
      case SCANNER, PREFETCH, HEAD_REQUEST, TOO_SOON, BURST -> true;
      case NO_SUCH_LEAD,
          AMBIGUOUS_LEAD,
          LEAD_ERASED,
          IN_THE_FUTURE,
          DUPLICATE,
          TOUCH_ONLY,
          TOO_OLD,
          LEAD_CLOSED,
          IN_OTHER_HANDS ->
          false;
    };
  }
}
