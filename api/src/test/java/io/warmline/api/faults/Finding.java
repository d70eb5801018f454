package io.warmline.api.faults;

/** Something that is not as it was promised. */
record Finding(Rule rule, String what) {

  /** What is promised. */
  enum Rule {
    /** Nobody calls a number that somebody else may call at that time. */
    ONE_LIVE_CLAIM,
    /** A claim that was given is on record as it was given. */
    CLAIM_KEPT,
    /** Of two claims on a lead the later has the higher token. */
    TOKENS_RISE,
    /** Only a live claim is completed, and by one call. */
    COMPLETED_WHILE_LIVE,
    /** Nothing that was acknowledged is lost or changed. */
    NOTHING_LOST,
    /** Nothing has happened twice. */
    NOTHING_TWICE,
    /** A repetition is answered as the first time. */
    ANSWERED_ALIKE,
    /** A promise to call back is there, at its time. */
    PROMISE_KEPT,
    /** Nobody is called who asked not to be. */
    REFUSAL_HEARD,
    /** Every lead can be claimed, waits for something, or is closed. */
    NOTHING_STUCK,
    /** Numbers of events rise by one, for every reader. */
    NO_GAP,
    /** All readers are told the same. */
    SAME_EVENTS,
    /** What happened has its one event, and an event has happened. */
    EVENT_OF_EACH,
    /** Whoever recovers gets every message. */
    MESSAGE_ARRIVES,
    /** Messages about one lead arrive in order. */
    MESSAGES_IN_ORDER,
    /** A message is the same at every attempt, and signed. */
    MESSAGE_GENUINE,
    /** Only what was taken counts as delivered; who is gone is left alone. */
    DELIVERED_IF_TAKEN
  }
}
