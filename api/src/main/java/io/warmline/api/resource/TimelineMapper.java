package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.TimelineEntryDto;
import io.warmline.api.contract.model.TimelineKindDto;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.timeline.TimelineEntry;
import io.warmline.core.timeline.TimelineKind;
import java.util.Optional;

/** Entries of a timeline, as the contract shows them. */
final class TimelineMapper {

  private TimelineMapper() {}

  static TimelineEntryDto entry(TimelineEntry entry) {
    return new TimelineEntryDto()
        .kind(kind(entry.kind()))
        .at(utc(entry.at()))
        .title(entry.title())
        .subjectId(entry.subject())
        .agentId(Optional.ofNullable(entry.agent()).map(AgentId::value).orElse(null))
        .campaignId(Optional.ofNullable(entry.campaign()).map(CampaignId::value).orElse(null))
        .callId(Optional.ofNullable(entry.call()).map(CallId::value).orElse(null))
        .words(entry.words())
        .details(entry.details());
  }

  private static TimelineKindDto kind(TimelineKind kind) {
    return switch (kind) {
      case LEAD_CREATED -> TimelineKindDto.LEAD_CREATED;
      case LEAD_IMPORTED -> TimelineKindDto.LEAD_IMPORTED;
      case LEAD_MOVED -> TimelineKindDto.LEAD_MOVED;
      case LEAD_ERASED -> TimelineKindDto.LEAD_ERASED;
      case LEAD_MERGED -> TimelineKindDto.LEAD_MERGED;
      case LEAD_UNMERGED -> TimelineKindDto.LEAD_UNMERGED;
      case STATUS_CHANGED -> TimelineKindDto.STATUS_CHANGED;
      case CALL -> TimelineKindDto.CALL;
      case CALLBACK_PROMISED -> TimelineKindDto.CALLBACK_PROMISED;
      case CALLBACK_RESCHEDULED -> TimelineKindDto.CALLBACK_RESCHEDULED;
      case CALLBACK_HANDED_TO_TEAM -> TimelineKindDto.CALLBACK_HANDED_TO_TEAM;
      case CALLBACK_OVERDUE -> TimelineKindDto.CALLBACK_OVERDUE;
      case CALLBACK_KEPT -> TimelineKindDto.CALLBACK_KEPT;
      case CALLBACK_CANCELLED -> TimelineKindDto.CALLBACK_CANCELLED;
      case TASK_OPENED -> TimelineKindDto.TASK_OPENED;
      case TASK_DONE -> TimelineKindDto.TASK_DONE;
      case TASK_CANCELLED -> TimelineKindDto.TASK_CANCELLED;
      case SUPPRESSION_ADDED -> TimelineKindDto.SUPPRESSION_ADDED;
      case SUPPRESSION_REMOVED -> TimelineKindDto.SUPPRESSION_REMOVED;
      case SIGNAL -> TimelineKindDto.SIGNAL;
      case FOLLOW_UP_OWED -> TimelineKindDto.FOLLOW_UP_OWED;
      case FOLLOW_UP_SENT -> TimelineKindDto.FOLLOW_UP_SENT;
      case FOLLOW_UP_CANCELLED -> TimelineKindDto.FOLLOW_UP_CANCELLED;
      case APPOINTMENT_SET -> TimelineKindDto.APPOINTMENT_SET;
      case APPOINTMENT_CONFIRMED -> TimelineKindDto.APPOINTMENT_CONFIRMED;
      case APPOINTMENT_RESCHEDULED -> TimelineKindDto.APPOINTMENT_RESCHEDULED;
      case APPOINTMENT_CANCELLED -> TimelineKindDto.APPOINTMENT_CANCELLED;
      case APPOINTMENT_HELD -> TimelineKindDto.APPOINTMENT_HELD;
      case APPOINTMENT_NO_SHOW -> TimelineKindDto.APPOINTMENT_NO_SHOW;
      case HANDOFF_OFFERED -> TimelineKindDto.HANDOFF_OFFERED;
      case HANDOFF_ACCEPTED -> TimelineKindDto.HANDOFF_ACCEPTED;
      case HANDOFF_RETURNED -> TimelineKindDto.HANDOFF_RETURNED;
      case HANDOFF_EXPIRED -> TimelineKindDto.HANDOFF_EXPIRED;
      case OUTCOME_RECORDED -> TimelineKindDto.OUTCOME_RECORDED;
      case CORRECTED -> TimelineKindDto.CORRECTED;
    };
  }
}
