package io.warmline.core.imports;

import io.warmline.core.id.ImportId;

/**
 * Another server went on with the import, or it is gone with its campaign: nothing of what this one
 * was about to write may be written.
 */
final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLost(ImportId id) {
    super("the import " + id + " is worked on elsewhere, or was deleted");
  }

  /**
   * @param rows how many a statement wrote that holds for one server only
   * @throws LeaseLost if it was none
   */
  static void unlessOne(int rows, ImportId id) {
    if (rows != 1) {
      throw new LeaseLost(id);
    }
  }
}
