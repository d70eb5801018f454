package io.warmline.core.call;

import io.warmline.core.campaign.Objective;
import io.warmline.core.task.TaskKind;

/** What a call for a task is for. */
final class Aim {

  private Aim() {}

  /**
   * @param ofCampaign what the campaign's first calls are for
   */
  static Objective of(TaskKind kind, Objective ofCampaign) {
    return switch (kind) {
      case QUALITY_CONFIRMATION -> Objective.CONFIRM_QUALITY;
      case HOT_SIGNAL, VISIT -> Objective.FOLLOW_UP;
      case FIT_CHECK -> Objective.QUALIFY;
      case CUSTOMER_CHECK_IN -> Objective.WARM_CHECK_IN;
      case WIN_BACK -> Objective.WIN_BACK;
      case INBOUND, REHEAT, CONTRACT_END, RETURNED_HANDOFF -> ofCampaign;
    };
  }
}
