package io.warmline.core.script;

import io.warmline.core.talktrack.CallKind;
import io.warmline.core.task.TaskKind;
import java.util.Optional;

/** Which kind of call one is, unless somebody says. Pure. */
final class KindOfCall {

  private KindOfCall() {}

  /**
   * A promise comes before a task. A lead that was talked to and is neither gets the words of the
   * follow-up if it was sent a mail, else those of a first call, which claim nothing about earlier
   * talks.
   */
  static CallKind of(Background background) {
    if (background.past().promised()) {
      return CallKind.CALLBACK;
    }
    return background
        .task()
        .flatMap(KindOfCall::of)
        .orElseGet(() -> withoutTask(background.past()));
  }

  private static CallKind withoutTask(Background.Past past) {
    boolean follows = past.firstTalk().isPresent() && past.mailSentAt() != null;
    return follows ? CallKind.FOLLOW_UP : CallKind.FIRST_CALL;
  }

  private static Optional<CallKind> of(TaskKind task) {
    return switch (task) {
      case QUALITY_CONFIRMATION -> Optional.of(CallKind.QUALITY_CONFIRMATION);
      case HOT_SIGNAL, VISIT -> Optional.of(CallKind.SIGNAL);
      case FIT_CHECK -> Optional.of(CallKind.FIT_CHECK);
      case REHEAT -> Optional.of(CallKind.REHEAT);
      case CONTRACT_END -> Optional.of(CallKind.CONTRACT_END);
      case CUSTOMER_CHECK_IN -> Optional.of(CallKind.WARM_CHECK_IN);
      case WIN_BACK -> Optional.of(CallKind.WIN_BACK);
      case INBOUND, RETURNED_HANDOFF -> Optional.empty();
    };
  }
}
