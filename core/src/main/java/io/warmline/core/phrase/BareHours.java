package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Time;
import io.warmline.core.phrase.Item.Zone;

/** Tells numbers that are hours ("Thursday at 3", "after 5") from those that count other things. */
final class BareHours {

  private final Pieces pieces;

  private BareHours(Pieces pieces) {
    this.pieces = pieces;
  }

  private Item at(int index) {
    return pieces.at(index);
  }

  static void read(Pieces pieces) {
    new BareHours(pieces).read();
  }

  private void read() {
    boolean alone =
        pieces.items().stream().allMatch(BareHours::leavesAlone)
            && !(at(pieces.size() - 1) instanceof Join);
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (at(i) instanceof BareNumber number) {
        if (alone || isHour(i)) {
          pieces.set(i, hour(number));
        } else {
          pieces.lose(i);
        }
      }
    }
    RightedHours.apply(pieces);
    pieces.removeIf(item -> item == Mark.AT || item == Mark.ABOUT);
  }

  /** Whether nothing but an hour is said: "fourish", "maybe 4?". */
  private static boolean leavesAlone(Item item) {
    return item instanceof BareNumber
        || item instanceof Join
        || item == Mark.PAUSE
        || item == Mark.ACCEPT
        || item == Mark.ABOUT
        || item == Mark.ASK;
  }

  private static Item hour(BareNumber number) {
    return new Time(Times.point(Clock.open(number.value(), 0)));
  }

  private boolean isHour(int i) {
    Item before = at(i - 1);
    Item after = at(i + 1);
    if (before == Mark.AT || after instanceof Zone || after == Mark.ACCEPT) {
      return true;
    }
    boolean counts =
        (after == Mark.GAP && !pieces.says(i + 1, "if")) || after instanceof BareNumber;
    boolean led =
        before == Mark.ABOUT
            || before instanceof Bound
            || before instanceof Date
            || before instanceof Time;
    boolean followed = after instanceof Date || after instanceof Time;
    boolean made =
        before == Mark.ASK
            && (pieces.says(i - 1, "it")
                || pieces.says(i - 1, "say")
                || pieces.says(i - 1, "that"));
    boolean joined = after instanceof Join && at(i + 2) instanceof Time;
    return !counts
        && (led
            || made
            || followed
            || joined
            || joinedBefore(i)
            || RightedHours.corrects(pieces, i));
  }

  private boolean joinedBefore(int i) {
    return at(i - 1) instanceof Join && (at(i - 2) instanceof Time || at(i - 2) instanceof Date);
  }
}
