package io.warmline.core.id;

import java.util.UUID;

/** The id of a claim. */
public record ClaimId(UUID value) {

  /** A new id, greater than those made before it. */
  public static ClaimId next() {
    return new ClaimId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
