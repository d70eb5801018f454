package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Change;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Portion;
import io.warmline.core.phrase.Item.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the pieces of a phrase together until only days, times and remarks on them are left. */
final class Composition {

  private static final Set<Item> HINTS =
      Set.of(Mark.CONDITION, Mark.WHEN, Mark.VAGUE, Mark.BUSY, Mark.PAST, Mark.RECURRING);

  /** The most pieces from "between" to its "and". */
  private static final int MOST_BETWEEN = 4;

  private final List<Item> items;
  private final Almanac almanac;

  private Composition(List<Item> items, Almanac almanac) {
    this.items = new ArrayList<>(items);
    this.almanac = almanac;
  }

  static List<Item> of(List<Item> items, Almanac almanac) {
    Composition composition = new Composition(items, almanac);
    composition.setHintsAside();
    BareHours.read(composition.items);
    composition.recallWhatWasNamed();
    composition.applyChanges();
    composition.mergeDates();
    composition.joinNeighbours();
    composition.applyBounds();
    return composition.items;
  }

  private Item at(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : Mark.PAUSE;
  }

  private void replace(int from, int length, Item by) {
    items.subList(from, from + length).clear();
    items.add(from, by);
  }

  /** "I have a meeting at three, call me after that": the three belongs to the "after". */
  private void recallWhatWasNamed() {
    for (int i = 0; i < items.size(); i++) {
      if (at(i) == Mark.THAT) {
        int named = lastDayOrTimeBefore(i);
        items.set(i, named < 0 ? Mark.GAP : at(named));
        if (named >= 0) {
          items.set(named, Mark.GAP);
        }
      }
    }
  }

  private int lastDayOrTimeBefore(int index) {
    int i = index;
    while (i >= 0 && !(at(i) instanceof Date) && !(at(i) instanceof Time)) {
      i--;
    }
    return i;
  }

  /** Vague words beside a time change nothing; facts about other times stand between the others. */
  private void setHintsAside() {
    items.removeIf(item -> item == Mark.VAGUE || item == Mark.WHEN);
    turnBounds();
    readBetween();
    items.replaceAll(item -> HINTS.contains(item) ? Mark.GAP : item);
  }

  private void readBetween() {
    for (int i = 0; i < items.size(); i++) {
      int and = at(i) == Mark.BETWEEN ? items.subList(i, items.size()).indexOf(Join.OR) : -1;
      if (and > 0 && and <= MOST_BETWEEN) {
        items.set(i + and, Join.TO);
      }
    }
    items.replaceAll(item -> item == Mark.BETWEEN ? Mark.ABOUT : item);
  }

  /** "Away through Friday" is away until then, "do not call before ten" is from ten on. */
  private void turnBounds() {
    for (int i = 0; i < items.size(); i++) {
      if (at(i) == Join.TO && at(i - 1) == Mark.AWAY) {
        items.set(i, Bound.UNTIL);
      } else if (at(i) == Mark.REJECT_NEXT && at(i + 1) == Bound.BEFORE) {
        replace(i, 2, Bound.FROM);
      } else if (at(i) == Mark.REJECT_NEXT && at(i + 1) == Bound.AFTER) {
        replace(i, 2, Bound.BY);
      } else if (at(i) == Bound.UNTIL && at(i - 1) == Mark.CONTRACT) {
        items.remove(i);
      }
    }
  }

  /** From the right, so that "the first week of" sees the month and "early in" sees that week. */
  private void applyChanges() {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (at(i) instanceof Change change) {
        applyChange(i, change);
      } else if (at(i) instanceof Portion portion) {
        applyPortion(i, portion);
      }
    }
  }

  private void applyChange(int i, Change change) {
    Optional<Date> following = following(i);
    if (following.isPresent()) {
      Date date = following.get();
      replace(i, 2, new Date(a -> change.change().apply(date.dates().apply(a), a)));
    } else if (refused(i) && dateBefore(i).isPresent()) {
      Dates whole = dateBefore(i).get().dates().apply(almanac);
      items.set(i, new Date(a -> change.change().apply(whole, a)));
    } else {
      items.set(i, Mark.GAP);
    }
  }

  private Optional<Date> dateBefore(int i) {
    return items.subList(0, i).stream()
        .filter(Date.class::isInstance)
        .map(Date.class::cast)
        .reduce((one, later) -> later);
  }

  private Optional<Date> following(int i) {
    if (at(i + 1) == Mark.CONTRACT && !(at(i + 2) instanceof Date)) {
      return almanac.context().contract().end().map(end -> new Date(a -> Dates.day(end)));
    }
    if (at(i + 1) == Mark.CONTRACT) {
      items.remove(i + 1);
    }
    return at(i + 1) instanceof Date date ? Optional.of(date) : Optional.empty();
  }

  private void applyPortion(int i, Portion portion) {
    if (!(at(i + 1) instanceof Date date)) {
      items.set(i, at(i - 1) instanceof Date ? new Time(Portions.ofDay(portion)) : Mark.GAP);
      return;
    }
    if (portion == Portion.END && at(i - 1) == Bound.BEFORE) {
      items.set(i - 1, Bound.BY);
    }
    if (date.dates().apply(almanac).isDay()) {
      items.set(i, new Time(Portions.ofDay(portion)));
      return;
    }
    replace(
        i,
        2,
        new Date(
            a -> {
              Dates whole = date.dates().apply(a);
              return Portions.of(portion, whole, a.today()).with(whole.doubts());
            }));
  }

  private void mergeDates() {
    for (int i = 0; i < items.size() - 1; i++) {
      boolean apart = at(i + 1) == Mark.PAUSE && !refused(i);
      int second = apart ? i + 2 : i + 1;
      if (at(i) instanceof Date one && at(second) instanceof Date other) {
        Optional<Date> merged = Merges.merge(one, other, almanac, apart);
        if (merged.isPresent()) {
          replace(i, second - i + 1, merged.get());
          i--;
        }
      }
    }
  }

  private boolean refused(int i) {
    return at(i - 1) == Mark.AWAY || at(i - 1) == Mark.REJECT_NEXT;
  }

  private void joinNeighbours() {
    for (int i = 0; i < items.size() - 2; i++) {
      int join = at(i + 1) == Mark.PAUSE && at(i + 2) instanceof Join ? i + 2 : i + 1;
      if (!(at(join) instanceof Join how)) {
        continue;
      }
      if (at(i) instanceof Date one && at(join + 1) instanceof Date other) {
        replace(i, join + 2 - i, Merges.join(one, how, other));
        i--;
      } else if (at(i) instanceof Time one && at(join + 1) instanceof Time other) {
        replace(i, join + 2 - i, new Time(one.times().joined(other.times())));
        i--;
      }
    }
  }

  private void applyBounds() {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (at(i) instanceof Bound said) {
        boolean away =
            said == Bound.UNTIL && (at(i - 1) == Mark.AWAY || at(i - 1) == Mark.REJECT_NEXT);
        applyBound(i, away ? Bound.AFTER : said);
        if (away && at(i) != Mark.GAP) {
          items.remove(i - 1);
          i--;
        }
      }
    }
  }

  private void applyBound(int i, Bound bound) {
    if (at(i + 1) instanceof Date date) {
      int wide = widerBefore(i, date);
      if (wide >= 0 && at(wide) instanceof Date whole) {
        replace(wide, i + 2 - wide, Merges.part(whole, bound, date));
      } else {
        replace(i, 2, new Date(a -> Bounds.apply(bound, date.dates().apply(a), a)));
      }
    } else if (at(i + 1) instanceof Time time
        && isDeadline(bound, time)
        && at(i + 2) instanceof Date day) {
      replace(i, 3, new Date(a -> Bounds.apply(bound, day.dates().apply(a), a)));
    } else if (at(i + 1) instanceof Time time) {
      replace(i, 2, new Time(time.times().bounded(bound)));
    } else {
      items.set(i, Mark.GAP);
    }
  }

  /** Where the "July" is of "in July, but not before the 10th"; negative if there is none. */
  private int widerBefore(int bound, Date date) {
    int i = bound - 1;
    while (at(i) == Mark.GAP || at(i) == Mark.ASK || (at(i) == Mark.PAUSE && i > 0)) {
      i--;
    }
    boolean offered = at(i) instanceof Date && !refused(i) && !(at(i - 1) instanceof Bound);
    return offered && Merges.holds((Date) at(i), date, almanac) ? i : -1;
  }

  /** "By the end of the day on Friday" is a deadline of days. */
  private static boolean isDeadline(Bound bound, Time time) {
    return bound == Bound.BY && time.times().equals(Times.part(PartOfDay.DAYEND));
  }
}
