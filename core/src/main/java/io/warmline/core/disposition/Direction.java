package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;

/** Who called whom. */
public enum Direction {
  /** We dialled. */
  OUTBOUND,
  /** The prospect did: that is no dial and no attempt, breaks no rule and is capped by none. */
  INBOUND;

  /**
   * Refuses an outcome that this call cannot have had: whoever calls us is somebody, has a number
   * that works, and is not abandoned by a dialler.
   *
   * @throws InvalidValue at /disposition
   */
  public void requirePossible(Disposition outcome) {
    boolean possible =
        this == OUTBOUND
            || (outcome.humanReached()
                && outcome != Disposition.WRONG_NUMBER
                && outcome != Disposition.ABANDONED_BY_US);
    if (!possible) {
      throw new InvalidValue(
          "/disposition", "NOT_TAKEN", "no call that came in ends as " + outcome);
    }
  }
}
