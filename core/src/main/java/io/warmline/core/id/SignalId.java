package io.warmline.core.id;

import java.util.UUID;

/** The id of a signal. */
public record SignalId(UUID value) {

  /** A new id, greater than those made before it. */
  public static SignalId next() {
    return new SignalId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
