package io.warmline.core.id;

import java.util.UUID;

/** The id of a follow-up. */
public record FollowUpId(UUID value) {

  /** A new id, greater than those made before it. */
  public static FollowUpId next() {
    return new FollowUpId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
