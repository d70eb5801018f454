package io.warmline.core.refusal;

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
        && (RefusalWords.areIn(text)
            || ReportedRefusals.areIn(text)
            || OtherWays.areIn(text)
            || RefusalWords.isStop(text));
  }

  /**
   * Whether the text of a field that is for something else says so. "E-mail only" and "STOP" are
   * about calls where the field is about how to reach the person; what is said of e-mail and the
   * like is not about calls.
   *
   * @param name of the field, as the user calls it
   */
  public static boolean isInField(String name, String text) {
    boolean refuses =
        RefusalWords.areIn(text) || (OtherWays.mayBeIn(name) && RefusalInNotes.isIn(text));
    return refuses && !OtherWays.areNamedIn(name);
  }
}
