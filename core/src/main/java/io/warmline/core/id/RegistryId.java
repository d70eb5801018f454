package io.warmline.core.id;

import java.util.UUID;

/** The id of a do-not-call registry. */
public record RegistryId(UUID value) {

  /** A new id, greater than those made before it. */
  public static RegistryId next() {
    return new RegistryId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
