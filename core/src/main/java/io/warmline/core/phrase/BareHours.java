package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.BareNumber;
import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Time;
import java.util.List;

/** Tells numbers that are hours ("Thursday at 3", "after 5") from those that count other things. */
final class BareHours {

  private final List<Item> items;

  private BareHours(List<Item> items) {
    this.items = items;
  }

  private Item at(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : Mark.PAUSE;
  }

  static void read(List<Item> items) {
    new BareHours(items).read();
  }

  private void read() {
    boolean alone = items.stream().allMatch(BareHours::leavesAlone);
    for (int i = items.size() - 1; i >= 0; i--) {
      if (at(i) instanceof BareNumber number) {
        items.set(i, alone || isHour(i) ? hour(number) : Mark.GAP);
      }
    }
    items.removeIf(item -> item == Mark.AT || item == Mark.ABOUT);
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
    if (before == Mark.AT) {
      return true;
    }
    boolean counts = after == Mark.GAP || after instanceof BareNumber;
    boolean led =
        before == Mark.ABOUT
            || before instanceof Bound
            || before instanceof Date
            || before instanceof Time;
    boolean followed = after instanceof Date || after instanceof Time;
    boolean joined = after instanceof Join && at(i + 2) instanceof Time;
    return !counts && (led || followed || joined || joinedBefore(i));
  }

  private boolean joinedBefore(int i) {
    return at(i - 1) instanceof Join && (at(i - 2) instanceof Time || at(i - 2) instanceof Date);
  }
}
