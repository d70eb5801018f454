package io.warmline.core.talktrack;

import io.warmline.core.phrase.CallbackPhrases;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.PhraseContext;
import io.warmline.core.phrase.Precision;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Whether a time that stands somewhere in a prospect's words is the time that all of them ask for:
 * "Monday" is not what "any day but Monday" means.
 */
final class Meant {

  /** Any day will do, for both are read as said on the same: a Wednesday morning. */
  private static final PhraseContext ONE_DAY =
      PhraseContext.of(Instant.parse("2026-11-18T10:15:00Z"), ZoneOffset.UTC);

  private Meant() {}

  /**
   * Less may be said than was meant: a day without its hour, the week of a day, the first of two
   * days, but no other day and no other hour.
   */
  static boolean by(String all, String time) {
    return CallbackPhrases.interpret(time, ONE_DAY) instanceof Resolved part
        && CallbackPhrases.interpret(all, ONE_DAY) instanceof Resolved whole
        && (holds(part, whole) || opens(part, whole))
        && (part.precision().compareTo(Precision.PART_OF_DAY) > 0 || sameHours(part, whole));
  }

  private static boolean holds(Resolved part, Resolved whole) {
    return !part.firstDate().isAfter(whole.firstDate())
        && !part.lastDate().isBefore(whole.lastDate());
  }

  /** "Monday, or Tuesday", "leave it till Easter". */
  private static boolean opens(Resolved part, Resolved whole) {
    return part.firstDate().equals(whole.firstDate()) && part.lastDate().equals(part.firstDate());
  }

  private static boolean sameHours(Resolved part, Resolved whole) {
    return part.from().equals(whole.from()) && part.to().equals(whole.to());
  }
}
