package io.warmline.core.presence;

/** What ended a shift. */
public enum EndedBy {
  /** The agent signed off, or was signed off. */
  AGENT,
  /** Nothing was heard of the agent. */
  SILENCE,
  /** The agent was let go. */
  DELETION
}
