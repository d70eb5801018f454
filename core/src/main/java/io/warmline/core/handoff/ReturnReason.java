package io.warmline.core.handoff;

/** Why a client returns a lead. */
public enum ReturnReason {
  /** The client has it already. */
  DUPLICATE(Consequence.DISQUALIFIED),
  /** The company may be right, the person is not: whoever decides is still to be found. */
  WRONG_PERSON(Consequence.WORKED_AGAIN),
  /** It has no use for what is offered. */
  NO_NEED(Consequence.DISQUALIFIED),
  /** It is not interested any more: no do-not-call, so that it is called again after a pause. */
  NOT_INTERESTED(Consequence.WORKED_AGAIN_LATER),
  /** The client does not sell there. */
  OUT_OF_AREA(Consequence.DISQUALIFIED),
  /** It is interested, and not yet. */
  NOT_READY(Consequence.NURTURED);

  /**
   * What becomes of the lead. Source: the campaign policies, "Deliverable": "a returned lead goes
   * to warm (worked again), nurture or disqualified, as the reason says".
   */
  public enum Consequence {
    /** Warm: it is called again, from now on. */
    WORKED_AGAIN,
    /** Warm: it is called again after the campaign's pause for a prospect without interest. */
    WORKED_AGAIN_LATER,
    /** It comes back on the date that the client names. */
    NURTURED,
    /** It is not called again. */
    DISQUALIFIED
  }

  private final Consequence consequence;

  ReturnReason(Consequence consequence) {
    this.consequence = consequence;
  }

  /** What becomes of the lead. */
  public Consequence consequence() {
    return consequence;
  }
}
