package io.warmline.core.id;

import java.util.UUID;

/** The id of an import. */
public record ImportId(UUID value) {

  /** A new id, greater than those made before it. */
  public static ImportId next() {
    return new ImportId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
