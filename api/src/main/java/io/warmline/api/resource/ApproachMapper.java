package io.warmline.api.resource;

import io.warmline.api.contract.model.CampaignPolicyDto;
import io.warmline.api.contract.model.ConfirmationDto;
import io.warmline.api.contract.model.DeliverableDto;
import io.warmline.api.contract.model.ObjectiveDto;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import org.jspecify.annotations.Nullable;

/** The ways of prospecting of a campaign, which the contract shows as part of its policy. */
final class ApproachMapper {

  private ApproachMapper() {}

  /** What is given, and the defaults of the deliverable for the rest. */
  static Approach approach(@Nullable CampaignPolicyDto given) {
    CampaignPolicyDto dto = given == null ? new CampaignPolicyDto() : given;
    Approach usual =
        dto.getDeliverable() == null
            ? Approach.DEFAULT
            : Approach.of(deliverable(dto.getDeliverable()));
    return new Approach(
        usual.deliverable(),
        dto.getObjective() == null ? usual.objective() : objective(dto.getObjective()),
        dto.getConfirmation() == null ? usual.confirmation() : confirmation(dto.getConfirmation()),
        or(dto.getConfirmWithinMinutes(), usual.confirmWithinMinutes()),
        or(dto.getQualifyingQuestions(), usual.qualifyingQuestions()),
        or(dto.getMaxUnqualifiedPercent(), usual.maxUnqualifiedPercent()),
        or(dto.getHotMinutes(), usual.hotMinutes()),
        or(dto.getHandoffDecisionDays(), usual.handoffDecisionDays()));
  }

  /** The policy with the ways of prospecting. */
  static CampaignPolicyDto policy(Approach approach, CampaignPolicyDto policy) {
    return policy
        .deliverable(deliverable(approach.deliverable()))
        .objective(objective(approach.objective()))
        .confirmation(confirmation(approach.confirmation()))
        .confirmWithinMinutes(approach.confirmWithinMinutes())
        .qualifyingQuestions(approach.qualifyingQuestions())
        .maxUnqualifiedPercent(approach.maxUnqualifiedPercent())
        .hotMinutes(approach.hotMinutes())
        .handoffDecisionDays(approach.handoffDecisionDays());
  }

  private static Deliverable deliverable(DeliverableDto dto) {
    return switch (dto) {
      case WARM_LEAD -> Deliverable.WARM_LEAD;
      case APPOINTMENT -> Deliverable.APPOINTMENT;
      case CHECK_IN -> Deliverable.CHECK_IN;
    };
  }

  static DeliverableDto deliverable(Deliverable deliverable) {
    return switch (deliverable) {
      case WARM_LEAD -> DeliverableDto.WARM_LEAD;
      case APPOINTMENT -> DeliverableDto.APPOINTMENT;
      case CHECK_IN -> DeliverableDto.CHECK_IN;
    };
  }

  static Objective objective(ObjectiveDto dto) {
    return Objective.valueOf(dto.name());
  }

  static ObjectiveDto objective(Objective objective) {
    return ObjectiveDto.valueOf(objective.name());
  }

  private static Confirmation confirmation(ConfirmationDto dto) {
    return switch (dto) {
      case AT_ONCE -> Confirmation.AT_ONCE;
      case NONE -> Confirmation.NONE;
      case DAY_BEFORE -> Confirmation.DAY_BEFORE;
      case SAME_DAY -> Confirmation.SAME_DAY;
    };
  }

  static ConfirmationDto confirmation(Confirmation confirmation) {
    return switch (confirmation) {
      case AT_ONCE -> ConfirmationDto.AT_ONCE;
      case NONE -> ConfirmationDto.NONE;
      case DAY_BEFORE -> ConfirmationDto.DAY_BEFORE;
      case SAME_DAY -> ConfirmationDto.SAME_DAY;
    };
  }

  private static int or(@Nullable Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}
