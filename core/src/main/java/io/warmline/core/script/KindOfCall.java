package io.warmline.core.script;

import io.warmline.core.campaign.Objective;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.task.TaskKind;
import java.util.Optional;

/** Which kind of call one is, unless somebody says. Pure. */
final class KindOfCall {

  private KindOfCall() {}

  /**
   * A promise comes before a task. A lead that was talked to and is neither gets the words of the
   * follow-up if it was sent a mail, else those of a first call, which claim nothing about earlier
   * talks; where the campaign checks in on customers, those of a check-in.
   */
  static CallKind of(Background background) {
    if (background.past().promised()) {
      return CallKind.CALLBACK;
    }
    return background
        .task()
        .flatMap(task -> of(task, background.past()))
        .orElseGet(() -> withoutTask(background));
  }

  private static CallKind withoutTask(Background background) {
    Background.Past past = background.past();
    if (background.house().objective() == Objective.WARM_CHECK_IN) {
      return CallKind.CUSTOMER_CHECK_IN;
    }
    boolean follows = past.firstTalk().isPresent() && past.mailSentAt() != null;
    return follows ? CallKind.FOLLOW_UP : CallKind.FIRST_CALL;
  }

  private static Optional<CallKind> of(TaskKind task, Background.Past past) {
    return switch (task) {
      case QUALITY_CONFIRMATION -> Optional.of(CallKind.QUALITY_CONFIRMATION);
      case HOT_SIGNAL, VISIT -> Optional.of(afterSignal(past));
      case INBOUND -> Optional.of(CallKind.INBOUND);
      case FIT_CHECK -> Optional.of(CallKind.FIT_CHECK);
      case REHEAT -> Optional.of(CallKind.REHEAT);
      case CONTRACT_END -> Optional.of(CallKind.CONTRACT_END);
      case CUSTOMER_CHECK_IN -> Optional.of(afterSilence(past));
      case WIN_BACK -> Optional.of(CallKind.WIN_BACK);
      case RETURNED_HANDOFF -> Optional.empty();
    };
  }

  /** Who answered a message has looked at nothing, as far as we know. */
  private static CallKind afterSignal(Background.Past past) {
    boolean answered = past.visit() == null && past.inquiry().isPresent();
    return answered ? CallKind.INBOUND : CallKind.SIGNAL;
  }

  /** A moment that the customer named is the better reason. */
  private static CallKind afterSilence(Background.Past past) {
    return past.said().isPresent() ? CallKind.WARM_CHECK_IN : CallKind.CUSTOMER_CHECK_IN;
  }
}
