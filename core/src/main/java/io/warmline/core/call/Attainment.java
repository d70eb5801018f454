package io.warmline.core.call;

import io.warmline.core.campaign.Objective;
import org.jspecify.annotations.Nullable;

/** Whether a call attained its objective, as far as its outcome tells. */
final class Attainment {

  private Attainment() {}

  /**
   * What the caller said, else what the outcome tells; null where neither does.
   *
   * @param conduct with its objective
   */
  static @Nullable Boolean of(Conduct conduct, Disposition disposition) {
    if (conduct.objectiveAttained() != null || conduct.objective() == null) {
      return conduct.objectiveAttained();
    }
    if (disposition.reached() != Disposition.Reached.DECISION_MAKER) {
      return null;
    }
    return told(conduct.objective(), conduct.askMade(), disposition);
  }

  private static @Nullable Boolean told(
      Objective objective, @Nullable Boolean askMade, Disposition disposition) {
    return switch (objective) {
      case SECURE_MEETING -> disposition == Disposition.APPOINTMENT_SET;
      case QUALIFY -> disposition == Disposition.QUALIFIED;
      case CONFIRM_QUALITY -> disposition == Disposition.APPOINTMENT_CONFIRMED;
      case CLOSE -> disposition == Disposition.SALE;
      case KEEP_CALLBACK -> askMade;
      case FOLLOW_UP, WARM_CHECK_IN, WIN_BACK, BUILD_RAPPORT, EXPLAIN -> null;
    };
  }
}
