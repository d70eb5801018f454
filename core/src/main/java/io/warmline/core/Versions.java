package io.warmline.core;

import java.util.Optional;

/** Optimistic concurrency: a change names the version its author saw. */
public final class Versions {

  private Versions() {}

  /**
   * Refuses a change that was made for another version.
   *
   * @param expected the version the author saw; empty where any will do
   * @throws WarmlineException VERSION_MISMATCH
   */
  public static void require(int current, Optional<Integer> expected) {
    if (expected.isPresent() && expected.get() != current) {
      throw new WarmlineException(
          ProblemCode.VERSION_MISMATCH,
          "The current version is another than If-Match names. Read it again, and repeat your"
              + " change if it still makes sense.");
    }
  }
}
