package io.warmline.core.id;

import java.util.UUID;

/** The id of a hand-off. */
public record HandoffId(UUID value) {

  /** A new id, greater than those made before it. */
  public static HandoffId next() {
    return new HandoffId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
