package io.warmline.core.callback;

/** The life of a callback. Overdue is no status but a time of its own: it ends nothing. */
public enum CallbackStatus {
  SCHEDULED,
  DUE,
  CLAIMED,
  KEPT,
  CANCELLED;

  /** Whether the promise still stands. */
  public boolean isOpen() {
    return switch (this) {
      case SCHEDULED, DUE, CLAIMED -> true;
      case KEPT, CANCELLED -> false;
    };
  }
}
