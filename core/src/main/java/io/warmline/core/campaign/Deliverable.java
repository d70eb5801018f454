package io.warmline.core.campaign;

/** What a campaign delivers. Source: the campaign policies, "Deliverable". */
public enum Deliverable {
  /** Pre-qualified warm leads, handed over to the client, whose own staff set the meetings. */
  WARM_LEAD,
  /** Meetings. */
  APPOINTMENT,
  /** Conversations with customers and past customers. */
  CHECK_IN;

  /** What its calls are for where nothing else is said. */
  public Objective objective() {
    return switch (this) {
      case WARM_LEAD -> Objective.QUALIFY;
      case APPOINTMENT -> Objective.SECURE_MEETING;
      case CHECK_IN -> Objective.WARM_CHECK_IN;
    };
  }
}
