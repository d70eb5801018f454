package io.warmline.core.id;

import java.util.UUID;

/** The id of what a supervisor says of a call. */
public record ReviewId(UUID value) {

  /** A new id, greater than those made before it. */
  public static ReviewId next() {
    return new ReviewId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
