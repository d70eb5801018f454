package io.warmline.core.presence;

/** What an agent who is at work does. */
public enum PresenceState {
  /** Calls, or waits for a lead. */
  READY,
  /** Rests; gets no leads. */
  BREAK,
  /** Writes up the last call; the next claim ends it. */
  WRAP_UP
}
