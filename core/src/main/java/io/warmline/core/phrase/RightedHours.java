package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Time;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Hours that are put right, or made more exact: "at two, no, three", "Friday afternoon, say four".
 */
final class RightedHours {

  private static final Set<String> TAKING_BACK =
      Set.of("no", "sorry", "actually", "rather", "better", "make", "mean", "meant", "wait");

  private static final String EXACTER = "say";

  private final Pieces pieces;

  private RightedHours(Pieces pieces) {
    this.pieces = pieces;
  }

  /** The time that was said last takes the place of the one that it puts right. */
  static void apply(Pieces pieces) {
    RightedHours righted = new RightedHours(pieces);
    for (int i = pieces.size() - 1; i > 0; i--) {
      int corrected = righted.before(i);
      if (pieces.at(i) instanceof Time hour
          && corrected >= 0
          && pieces.at(corrected) instanceof Time before
          && (before.times().isPart() || !righted.isNearly(i))
          && !(hour.times().isPart() && righted.isNearly(i))
          && !righted.isExplained(i, before.times())
          && !Times.areApart(List.of(before.times(), hour.times()))) {
        Times exact = before.times().isPart() ? hour.times().in(before.times()) : hour.times();
        pieces.replace(corrected, i - corrected + 1, new Time(exact));
        i = corrected;
      }
    }
  }

  /** Whether the piece puts an hour right that was said before. */
  static boolean corrects(Pieces pieces, int i) {
    RightedHours righted = new RightedHours(pieces);
    int before = righted.before(i);
    boolean hour = pieces.at(before) instanceof BareNumber && pieces.at(before - 1) == Mark.AT;
    return before >= 0 && (hour || pieces.at(before) instanceof Time);
  }

  /** Whether the answer took the place of another: so much was meant, if it was a time at all. */
  static boolean in(List<Token> tokens, BitSet answer) {
    return answer.stream().anyMatch(i -> TAKING_BACK.contains(tokens.get(i).text()));
  }

  /** What stands before the words of a correction, or -1 if there are none. */
  private int before(int i) {
    boolean corrects = false;
    int at = i - 1;
    while (at >= 0 && (pieces.at(at) == Mark.PAUSE || isCorrection(at))) {
      corrects = corrects || isCorrection(at);
      at--;
    }
    return corrects ? at : -1;
  }

  /** "Thursday evening, about seven" makes a part of the day more exact, and no hour. */
  private boolean isNearly(int i) {
    return pieces.at(i - 1) == Mark.ABOUT && !pieces.says(i - 1, EXACTER);
  }

  /** "At ten, say in the morning" says of which ten, and no other time. */
  private boolean isExplained(int i, Times before) {
    Times part = pieces.at(i) instanceof Time time ? time.times() : before;
    return pieces.at(i - 1) == Mark.ABOUT && part.isPart() && !before.isPart();
  }

  private boolean isCorrection(int i) {
    if (pieces.at(i) == Mark.ABOUT && pieces.at(i - 1) == Mark.PAUSE) {
      return true;
    }
    boolean mark =
        pieces.at(i) == Mark.ASK || pieces.at(i) == Mark.ABOUT || pieces.at(i) == Mark.REJECT_NEXT;
    return mark
        && (pieces.says(i, EXACTER) || TAKING_BACK.stream().anyMatch(word -> pieces.says(i, word)));
  }
}
