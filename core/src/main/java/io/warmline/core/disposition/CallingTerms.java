package io.warmline.core.disposition;

import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.task.TaskKind;
import java.time.ZoneId;

/**
 * What a campaign has laid down about calls and their outcomes.
 *
 * @param country where its leads are if nothing tells, ISO 3166
 * @param zone the clock of leads whose place nothing tells
 * @param hours when it calls, by the clock of whom it calls
 * @param objective what its first calls are for
 */
public record CallingTerms(
    String country,
    ZoneId zone,
    CallingHours hours,
    CampaignPolicy policy,
    RetryDelays retries,
    Deliverable deliverable,
    Objective objective) {

  /** What a call for a task is for. */
  public Objective objectiveOf(TaskKind kind) {
    return switch (kind) {
      case QUALITY_CONFIRMATION -> Objective.CONFIRM_QUALITY;
      case HOT_SIGNAL, VISIT -> Objective.FOLLOW_UP;
      case FIT_CHECK -> Objective.QUALIFY;
      case CUSTOMER_CHECK_IN -> Objective.WARM_CHECK_IN;
      case WIN_BACK -> Objective.WIN_BACK;
      case INBOUND, REHEAT, CONTRACT_END, RETURNED_HANDOFF -> objective;
    };
  }
}
