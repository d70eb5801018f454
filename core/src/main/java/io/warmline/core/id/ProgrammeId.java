package io.warmline.core.id;

import java.util.UUID;

/** The id of a programme. */
public record ProgrammeId(UUID value) {

  /** A new id, greater than those made before it. */
  public static ProgrammeId next() {
    return new ProgrammeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
