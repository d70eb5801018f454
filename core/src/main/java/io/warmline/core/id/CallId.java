package io.warmline.core.id;

import java.util.UUID;

/** The id of a call. */
public record CallId(UUID value) {

  /** A new id, greater than those made before it. */
  public static CallId next() {
    return new CallId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
