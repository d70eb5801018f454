package io.warmline.core.call;

import io.warmline.core.appointment.AppointmentBook;
import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import io.warmline.core.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of the lead's tasks in a call. */
@ApplicationScoped
class TasksInCall {

  private final TaskBook book;
  private final AppointmentBook appointments;

  TasksInCall(TaskBook book, AppointmentBook appointments) {
    this.book = book;
    this.appointments = appointments;
  }

  /**
   * A dial does them: where it reached nobody, the lead is retried as any other. Only those of a
   * lead that is not retried of itself (a customer, a meeting that is set) are tried again.
   */
  void dialled(Aftermath after) {
    for (Task task : book.openOf(after.lead().id())) {
      if (task.dueAt().isAfter(after.now())) {
        continue;
      }
      noteConfirmation(task, after);
      if (after.call().disposition().humanReached() || !isRetriedForItself(after)) {
        done(task, after);
      } else {
        book.putOff(task, after.anotherTry(), after.now());
      }
    }
  }

  /** The lag of a confirmation is measured to the first dial for it. */
  private void noteConfirmation(Task task, Aftermath after) {
    if (task.kind() == TaskKind.QUALITY_CONFIRMATION && task.subject() != null) {
      Call call = after.call();
      appointments.dialled(
          task.subject(),
          call.id(),
          call.startedAt(),
          call.disposition().humanReached(),
          after.now());
    }
  }

  private static boolean isRetriedForItself(Aftermath after) {
    return after.lead().status().isClosed() || !after.call().disposition().countsAsAttempt();
  }

  private void done(Task task, Aftermath after) {
    book.done(task, after.call().id(), after.now());
    after.did(EffectCode.TASK_DONE, task.kind() + " is done.");
  }

  /** The lead is not called again. */
  void cancel(String reason, Aftermath after) {
    book.cancelAll(after.lead().id(), reason, after.now());
  }
}
