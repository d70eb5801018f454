package io.warmline.core.id;

import java.util.UUID;

/** The id of a lead. */
public record LeadId(UUID value) {

  /** A new id, greater than those made before it. */
  public static LeadId next() {
    return new LeadId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
