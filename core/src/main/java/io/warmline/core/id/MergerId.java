package io.warmline.core.id;

import java.util.UUID;

/** The id of a merger of two leads. */
public record MergerId(UUID value) {

  /** A new id, greater than those made before it. */
  public static MergerId next() {
    return new MergerId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
