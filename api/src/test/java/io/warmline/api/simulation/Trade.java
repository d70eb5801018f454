package io.warmline.api.simulation;

import io.warmline.sdk.model.Claim;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.Objective;
import io.warmline.sdk.model.TaskKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trade's table of dispositions and its objectives, as the firm has learned them. */
final class Trade {

  private static final Set<Disposition> NOBODY =
      EnumSet.of(
          Disposition.NO_ANSWER,
          Disposition.BUSY,
          Disposition.VOICEMAIL_NO_MESSAGE,
          Disposition.VOICEMAIL_LEFT,
          Disposition.FAX_OR_MODEM,
          Disposition.DISCONNECTED,
          Disposition.INVALID_NUMBER,
          Disposition.TECHNICAL_FAILURE);

  private static final Set<Disposition> NOT_THE_DECISION_MAKER =
      EnumSet.of(
          Disposition.ABANDONED_BY_US,
          Disposition.HUNG_UP,
          Disposition.WRONG_NUMBER,
          Disposition.GATEKEEPER,
          Disposition.LEFT_LIVE_MESSAGE,
          Disposition.REFERRED_TO_OTHER,
          Disposition.LANGUAGE_BARRIER,
          Disposition.DO_NOT_CALL,
          Disposition.DECEASED_OR_CLOSED);

  private Trade() {}

  static boolean isHuman(Disposition outcome) {
    return !NOBODY.contains(outcome);
  }

  static boolean isAnswered(Disposition outcome) {
    return isHuman(outcome) && outcome != Disposition.WRONG_NUMBER;
  }

  static boolean isConversation(Disposition outcome) {
    return isAnswered(outcome) && outcome != Disposition.ABANDONED_BY_US;
  }

  static boolean isWithDecisionMaker(Disposition outcome) {
    return isHuman(outcome) && !NOT_THE_DECISION_MAKER.contains(outcome);
  }

  /** What a call is for whose lead came by this claim. */
  static Objective objective(Claim claim, Drive drive) {
    if (claim.getCallback() != null) {
      return Objective.KEEP_CALLBACK;
    }
    if (claim.getTask() == null) {
      return drive.objective();
    }
    return switch (claim.getTask().getKind()) {
      case QUALITY_CONFIRMATION -> Objective.CONFIRM_QUALITY;
      case HOT_SIGNAL, VISIT -> Objective.FOLLOW_UP;
      case FIT_CHECK -> Objective.QUALIFY;
      case CUSTOMER_CHECK_IN -> Objective.WARM_CHECK_IN;
      case WIN_BACK -> Objective.WIN_BACK;
      case INBOUND, REHEAT, CONTRACT_END, RETURNED_HANDOFF, UNKNOWN -> drive.objective();
    };
  }

  /** Whether a call attained it: what the agent said, else what the outcome tells. */
  static @Nullable Boolean attained(Objective objective, NewCall call) {
    Disposition outcome = call.getDisposition();
    if (call.getObjectiveAttained() != null || !isWithDecisionMaker(outcome)) {
      return call.getObjectiveAttained();
    }
    return switch (objective) {
      case SECURE_MEETING -> outcome == Disposition.APPOINTMENT_SET;
      case QUALIFY -> outcome == Disposition.QUALIFIED;
      case CONFIRM_QUALITY -> outcome == Disposition.APPOINTMENT_CONFIRMED;
      case CLOSE -> outcome == Disposition.SALE;
      case KEEP_CALLBACK -> call.getAskMade();
      case FOLLOW_UP, WARM_CHECK_IN, WIN_BACK, BUILD_RAPPORT, EXPLAIN, UNKNOWN -> null;
    };
  }

  /** Whether the call is to confirm a meeting. */
  static boolean isConfirmation(Claim claim) {
    return claim.getTask() != null && claim.getTask().getKind() == TaskKind.QUALITY_CONFIRMATION;
  }

  /** Whether a programme wanted the call. */
  static boolean isOfProgramme(TaskKind kind) {
    return switch (kind) {
      case FIT_CHECK, REHEAT, CONTRACT_END, CUSTOMER_CHECK_IN, WIN_BACK -> true;
      case QUALITY_CONFIRMATION, HOT_SIGNAL, INBOUND, VISIT, RETURNED_HANDOFF, UNKNOWN -> false;
    };
  }
}
