package io.warmline.core.id;

import java.util.UUID;

/** The id of a complaint. */
public record ComplaintId(UUID value) {

  /** A new id, greater than those made before it. */
  public static ComplaintId next() {
    return new ComplaintId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
