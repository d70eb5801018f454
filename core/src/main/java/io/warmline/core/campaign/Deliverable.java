package io.warmline.core.campaign;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;

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

  /**
   * Goes on only where meetings are set.
   *
   * @throws WarmlineException APPOINTMENTS_NOT_DELIVERED
   */
  public void requireAppointments() {
    if (this == WARM_LEAD) {
      throw new WarmlineException(
          ProblemCode.APPOINTMENTS_NOT_DELIVERED,
          "The campaign delivers warm leads (WARM_LEAD): the client's own staff qualify them and"
              + " set the meetings. Record the interest and hand the lead over instead.");
    }
  }

  /** Whether calls that deliver this can be for that. */
  public boolean goesWith(Objective objective) {
    return switch (this) {
      case APPOINTMENT -> true;
      case WARM_LEAD ->
          switch (objective) {
            case QUALIFY,
                FOLLOW_UP,
                KEEP_CALLBACK,
                BUILD_RAPPORT,
                EXPLAIN,
                WIN_BACK,
                WARM_CHECK_IN ->
                true;
            case SECURE_MEETING, CONFIRM_QUALITY, CLOSE -> false;
          };
      case CHECK_IN ->
          switch (objective) {
            case WARM_CHECK_IN, WIN_BACK, FOLLOW_UP, KEEP_CALLBACK, BUILD_RAPPORT, EXPLAIN -> true;
            case SECURE_MEETING, QUALIFY, CONFIRM_QUALITY, CLOSE -> false;
          };
    };
  }
}
