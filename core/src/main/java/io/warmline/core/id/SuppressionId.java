package io.warmline.core.id;

import java.util.UUID;

/** The id of a do-not-call entry. */
public record SuppressionId(UUID value) {

  /** A new id, greater than those made before it. */
  public static SuppressionId next() {
    return new SuppressionId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
