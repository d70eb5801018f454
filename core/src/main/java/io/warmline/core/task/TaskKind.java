package io.warmline.core.task;

/** Why a lead is to be called, and in which tier of the queue that puts it. */
public enum TaskKind {
  /** The quality of a meeting that was just set is confirmed. */
  QUALITY_CONFIRMATION(2),
  /** The prospect clicked a link or gave another sign of looking at it now. */
  HOT_SIGNAL(3),
  /** The prospect came to us. */
  INBOUND(4),
  /** The prospect looked at our page not long ago. */
  VISIT(5),
  /** A warm lead is called before sales sees it. */
  FIT_CHECK(6),
  /** Nothing was heard of the lead for long. */
  REHEAT(6),
  /** The prospect's contract with another vendor is coming to its end. */
  CONTRACT_END(6),
  /** A customer is asked how things are. */
  CUSTOMER_CHECK_IN(6),
  /** A past customer is won back. */
  WIN_BACK(6),
  /** The client returned the lead, and it is worked on again. */
  RETURNED_HANDOFF(6);

  private final int tier;

  TaskKind(int tier) {
    this.tier = tier;
  }

  /** The tier of the queue, 2 to 6; of each tier a lead has at most one open task. */
  public int tier() {
    return tier;
  }

  /** Whether a programme made it, so that it gives way to whatever is agreed with the lead. */
  public boolean isOfProgramme() {
    return switch (this) {
      case FIT_CHECK, REHEAT, CONTRACT_END, CUSTOMER_CHECK_IN, WIN_BACK -> true;
      case QUALITY_CONFIRMATION, HOT_SIGNAL, INBOUND, VISIT, RETURNED_HANDOFF -> false;
    };
  }
}
