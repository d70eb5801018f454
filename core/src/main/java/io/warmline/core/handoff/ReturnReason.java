package io.warmline.core.handoff;

/** Why a client returns a lead. */
public enum ReturnReason {
  /** The client has it already. */
  DUPLICATE(LeadFate.DISQUALIFIED),
  /** The company may be right, the person is not: whoever decides is still to be found. */
  WRONG_PERSON(LeadFate.WORKED_AGAIN),
  /** It has no use for what is offered. */
  NO_NEED(LeadFate.DISQUALIFIED),
  /** It is not interested any more: no do-not-call, so that it is called again after a pause. */
  NOT_INTERESTED(LeadFate.WORKED_AGAIN_LATER),
  /** The client does not sell there. */
  OUT_OF_AREA(LeadFate.DISQUALIFIED),
  /** It is interested, and not yet. */
  NOT_READY(LeadFate.NURTURED);

  /**
   * What becomes of the lead. Source: the campaign policies, "Deliverable": "a returned lead goes
   * to warm (worked again), nurture or disqualified, as the reason says".
   */
  public enum LeadFate {
    /** Warm: it is called again, from now on. */
    WORKED_AGAIN,
    /** Warm: it is called again after the campaign's pause for a prospect without interest. */
    WORKED_AGAIN_LATER,
    /** It comes back on the date that the client names. */
    NURTURED,
    /** It is not called again. */
    DISQUALIFIED
  }

  private final LeadFate consequence;

  ReturnReason(LeadFate consequence) {
    this.consequence = consequence;
  }

  /** What becomes of the lead. */
  public LeadFate consequence() {
    return consequence;
  }
}
