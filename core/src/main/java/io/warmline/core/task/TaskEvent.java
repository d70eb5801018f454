package io.warmline.core.task;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import java.time.Instant;
import java.util.UUID;

/** What is told of a task. */
public sealed interface TaskEvent extends Happening {

  TaskId task();

  @Override
  default UUID subject() {
    return task().value();
  }

  /** Opened. */
  record Opened(TaskId task, LeadId leadId, CampaignId campaignId, TaskKind kind, Instant dueAt)
      implements TaskEvent {

    @Override
    public EventType type() {
      return EventType.TASK_OPENED;
    }
  }

  /** Done by a call. */
  record Done(TaskId task, LeadId leadId, TaskKind kind, CallId callId) implements TaskEvent {

    @Override
    public EventType type() {
      return EventType.TASK_DONE;
    }
  }

  /** To be done no more. */
  record Cancelled(TaskId task, LeadId leadId, TaskKind kind, String reason) implements TaskEvent {

    @Override
    public EventType type() {
      return EventType.TASK_CANCELLED;
    }
  }
}
