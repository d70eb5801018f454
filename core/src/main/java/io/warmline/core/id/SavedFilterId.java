package io.warmline.core.id;

import java.util.UUID;

/** The id of a saved filter. */
public record SavedFilterId(UUID value) {

  /** A new id, greater than those made before it. */
  public static SavedFilterId next() {
    return new SavedFilterId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
