package io.warmline.core.id;

import java.util.UUID;

/** The id of a callback. */
public record CallbackId(UUID value) {

  /** A new id, greater than those made before it. */
  public static CallbackId next() {
    return new CallbackId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
