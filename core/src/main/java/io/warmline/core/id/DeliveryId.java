package io.warmline.core.id;

import java.util.UUID;

/** The id of a delivery: of one event to one webhook, with all its attempts. */
public record DeliveryId(UUID value) {

  /** A new id, greater than those made before it. */
  public static DeliveryId next() {
    return new DeliveryId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
