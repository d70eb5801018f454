package io.warmline.core.id;

import java.util.UUID;

/** The id of a client. */
public record ClientId(UUID value) {

  /** A new id, greater than those made before it. */
  public static ClientId next() {
    return new ClientId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
