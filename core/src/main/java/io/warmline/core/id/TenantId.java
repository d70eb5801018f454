package io.warmline.core.id;

import java.util.UUID;

/** The id of the firm that uses Warmline. */
public record TenantId(UUID value) {

  /** A new id, greater than those made before it. */
  public static TenantId next() {
    return new TenantId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
