package io.warmline.core.id;

import java.util.UUID;

/** The id of a tracked link. */
public record TrackedLinkId(UUID value) {

  /** A new id, greater than those made before it. */
  public static TrackedLinkId next() {
    return new TrackedLinkId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
