package io.warmline.core.id;

import java.util.UUID;

/** The id of a task. */
public record TaskId(UUID value) {

  /** A new id, greater than those made before it. */
  public static TaskId next() {
    return new TaskId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
