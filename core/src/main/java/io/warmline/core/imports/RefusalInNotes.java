package io.warmline.core.imports;

import org.jspecify.annotations.Nullable;

/**
 * Whether words that somebody noted say that no calls are wanted, such as "DNC per husband", "STOP"
 * or "E-mail only".
 */
public final class RefusalInNotes {

  private RefusalInNotes() {}

  /** Whether a sentence of this text says no more than that. */
  public static boolean isIn(@Nullable String text) {
    return text != null
        && (RefusalWords.areIn(text) || OtherWays.areIn(text) || RefusalWords.isStop(text));
  }
}
