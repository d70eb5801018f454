package io.warmline.core.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), so that they sort by the time they were made. */
public final class Ids {

  private Ids() {}

  /** A new id, greater than those this process made before it. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
