package io.warmline.core.task;

import io.warmline.core.queue.Tier;

/** Why a lead is to be called, and in which tier of the queue that puts it. */
public enum TaskKind {
  /** The quality of a meeting that was just set is confirmed. */
  QUALITY_CONFIRMATION(Tier.CONFIRMATION),
  /** The prospect clicked a link or gave another sign of looking at it now. */
  HOT_SIGNAL(Tier.HOT_SIGNAL),
  /** The prospect came to us. */
  INBOUND(Tier.INBOUND),
  /** The prospect looked at our page not long ago. */
  VISIT(Tier.VISIT),
  /** A warm lead is called before sales sees it. */
  FIT_CHECK(Tier.WARM),
  /** Nothing was heard of the lead for long. */
  REHEAT(Tier.WARM),
  /** The prospect's contract with another vendor is coming to its end. */
  CONTRACT_END(Tier.WARM),
  /** A customer is asked how things are. */
  CUSTOMER_CHECK_IN(Tier.WARM),
  /** A past customer is won back. */
  WIN_BACK(Tier.WARM),
  /** The client returned the lead, and it is worked on again. */
  RETURNED_HANDOFF(Tier.WARM);

  private final Tier tier;

  TaskKind(Tier tier) {
    this.tier = tier;
  }

  /** The number of its tier of the queue; of each tier a lead has at most one open task. */
  public int tier() {
    return tier.number();
  }

  /** Whether a programme made it, so that it gives way to whatever is agreed with the lead. */
  public boolean isOfProgramme() {
    return switch (this) {
      case FIT_CHECK, REHEAT, CONTRACT_END, CUSTOMER_CHECK_IN, WIN_BACK -> true;
      case QUALITY_CONFIRMATION, HOT_SIGNAL, INBOUND, VISIT, RETURNED_HANDOFF -> false;
    };
  }
}
