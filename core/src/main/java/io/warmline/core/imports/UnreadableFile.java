package io.warmline.core.imports;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;

/** The refusal of a file as a whole. */
final class UnreadableFile {

  private UnreadableFile() {}

  static WarmlineException because(String message) {
    return new WarmlineException(ProblemCode.UNREADABLE_FILE, message);
  }
}
