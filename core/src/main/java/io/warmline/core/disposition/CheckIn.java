package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * What a customer or past customer says who is asked how things are. Source: the campaign policies,
 * "Deliverable", CHECK_IN.
 */
public enum CheckIn {
  /** All is well. */
  SATISFIED,
  /** More is wanted. */
  REORDER,
  /** Something is wrong. */
  COMPLAINT,
  /** Nothing more is wanted. */
  NOT_INTERESTED;

  /**
   * What a call with this outcome found out, whether somebody said so or the outcome tells: who
   * bought wants more, and who is not interested wants no more.
   *
   * @param said null: nobody said
   * @return null: it was not asked
   * @throws InvalidValue if the customer was not spoken to, if what was said contradicts the
   *     outcome, or if a talk with a customer that has no other outcome does not tell
   */
  static @Nullable CheckIn in(Disposition disposition, @Nullable CheckIn said) {
    if (said == null) {
      return told(disposition);
    }
    if (disposition.reached() != Disposition.Reached.DECISION_MAKER) {
      throw new InvalidValue(
          "/checkIn", "CUSTOMER_NOT_REACHED", disposition + " did not reach the customer");
    }
    if (contradicts(disposition, said)) {
      throw new InvalidValue(
          "/checkIn", "CONTRADICTS_DISPOSITION", disposition + " does not go with " + said);
    }
    return said;
  }

  private static @Nullable CheckIn told(Disposition disposition) {
    return switch (disposition) {
      case SALE -> REORDER;
      case NOT_INTERESTED -> NOT_INTERESTED;
      case ALREADY_CUSTOMER ->
          throw InvalidValue.required(
              "/checkIn", "a check-in says how things are with the customer");
      default -> null;
    };
  }

  private static boolean contradicts(Disposition disposition, CheckIn said) {
    return switch (disposition) {
      case SALE -> said != REORDER;
      case NOT_INTERESTED -> said == REORDER;
      default -> false;
    };
  }
}
