package io.warmline.core.task;

/** The life of a task. */
public enum TaskStatus {
  /** Its time has not come. */
  WAITING,
  /** It is to be done. */
  DUE,
  /** A call did it. */
  DONE,
  /** It is not to be done any more. */
  CANCELLED;

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return this == WAITING || this == DUE;
  }
}
