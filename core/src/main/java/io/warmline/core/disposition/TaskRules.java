package io.warmline.core.disposition;

import io.warmline.core.disposition.Consequence.NoteConfirmationDial;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import java.time.Instant;
import java.util.List;

/** Decides what becomes of the tasks that a lead was called for. Pure. */
final class TaskRules {

  private TaskRules() {}

  /**
   * A call that settled its matter with the prospect does them. Where it did not, the lead is
   * retried as any other; tasks of programmes, and those of a lead that is not retried of itself (a
   * customer, a meeting that is set), are tried again until their time is up: whoever answered for
   * the prospect has confirmed no meeting.
   */
  static void dialledFor(List<Task> tasks, EndedCall call, Instant retryAt, Deciding deciding) {
    for (Task task : tasks) {
      boolean tried = !call.isIncoming() || call.disposition().settlesTask();
      if (task.dueAt().isAfter(deciding.now()) || !tried) {
        continue;
      }
      noteConfirmation(task, call, deciding);
      if (call.disposition().settlesTask() || !staysOpen(task, call, deciding)) {
        deciding.done(task);
      } else {
        deciding.putOff(task, retryAt);
      }
    }
  }

  /** The lag of a confirmation is measured to the first dial for it; a failed line is none. */
  private static void noteConfirmation(Task task, EndedCall call, Deciding deciding) {
    if (task.kind() == TaskKind.QUALITY_CONFIRMATION
        && task.subject() != null
        && !call.isIncoming()
        && call.disposition().countsAsAttempt()) {
      deciding.add(new NoteConfirmationDial(new AppointmentId(task.subject())));
    }
  }

  private static boolean staysOpen(Task task, EndedCall call, Deciding deciding) {
    return deciding.lead().status().isClosed()
        || !call.disposition().countsAsAttempt()
        || task.kind().isOfProgramme();
  }
}
