package io.warmline.core.outcome;

/** What became of a meeting or a hand-off. */
public enum OutcomeKind {
  /** A proposal was made; it is not decided yet. */
  PROPOSAL,
  /** Bought. */
  WON,
  /** Decided against it. */
  LOST,
  /** Nothing was decided; there is a next step. */
  NO_DECISION
}
