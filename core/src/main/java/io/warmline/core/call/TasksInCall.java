package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.EffectCode;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskBook;
import jakarta.enterprise.context.ApplicationScoped;

/** What becomes of the lead's tasks in a call. */
@ApplicationScoped
class TasksInCall {

  private final TaskBook book;

  TasksInCall(TaskBook book) {
    this.book = book;
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
      if (after.call().disposition().humanReached() || !isRetriedForItself(after)) {
        done(task, after);
      } else {
        book.putOff(task, after.anotherTry(), after.now());
      }
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
