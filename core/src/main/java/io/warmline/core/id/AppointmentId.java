package io.warmline.core.id;

import java.util.UUID;

/** The id of an appointment. */
public record AppointmentId(UUID value) {

  /** A new id, greater than those made before it. */
  public static AppointmentId next() {
    return new AppointmentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
