package io.warmline.core.signal;

import io.warmline.core.id.SignalId;
import io.warmline.core.task.TaskKind;
import java.util.Optional;

/** What a signal of interest did to its lead's place in the queue: the closed set. */
sealed interface SignalEffect {

  /** It opened a task to call the lead. */
  record Opened(TaskKind kind) implements SignalEffect {}

  /** The lead had such a task already. */
  record Collapsed(SignalId into, TaskKind kind) implements SignalEffect {}

  /** None, for this reason. */
  record Touched(SignalReason reason) implements SignalEffect {}

  /** By the name it has in the database. */
  default String label() {
    return this instanceof Opened ? "OPENED" : this instanceof Collapsed ? "COLLAPSED" : "TOUCH";
  }

  /** What the lead is called for now. */
  default Optional<TaskKind> calledFor() {
    if (this instanceof Opened opened) {
      return Optional.of(opened.kind());
    }
    return this instanceof Collapsed collapsed ? Optional.of(collapsed.kind()) : Optional.empty();
  }
}
