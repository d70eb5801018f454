package io.warmline.core.id;

import java.util.UUID;

/** The id of what became of a meeting or a hand-off. */
public record OutcomeId(UUID value) {

  /** A new id, greater than those made before it. */
  public static OutcomeId next() {
    return new OutcomeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
