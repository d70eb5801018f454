package io.warmline.core.id;

import java.util.UUID;

/** The id of an API key; not the key itself. */
public record KeyId(UUID value) {

  /** A new id, greater than those made before it. */
  public static KeyId next() {
    return new KeyId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
