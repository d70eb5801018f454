package io.warmline.core.id;

import java.util.UUID;

/** The id of a bulk operation. */
public record BulkId(UUID value) {

  /** A new id, greater than those made before it. */
  public static BulkId next() {
    return new BulkId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
