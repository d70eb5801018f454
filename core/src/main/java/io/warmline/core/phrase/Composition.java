package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Change;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Following;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Later;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Portion;
import io.warmline.core.phrase.Item.Time;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/** Puts the pieces of a phrase together until only days, times and remarks on them are left. */
final class Composition {

  private static final Set<Item> HINTS =
      Set.of(Mark.CONDITION, Mark.WHEN, Mark.VAGUE, Mark.BUSY, Mark.RECURRING);

  /** What says that the prospect cannot be called. */
  private static final Set<Item> UNTIL_THEN =
      Set.of(Mark.REJECT_LAST, Mark.AWAY, Mark.REJECT_NEXT, Mark.ELSEWHERE, Mark.BUSY, Mark.STORY);

  private static final Set<Item> OTHERS = Set.of(Mark.AWAY, Mark.ELSEWHERE);

  /** After these "but" makes an exception. */
  private static final Set<String> ANY = Set.of("any", "anytime", "anything", "all", "every");

  /** The most pieces from "between" to its "and". */
  private static final int MOST_BETWEEN = 4;

  private final Pieces pieces;
  private final Almanac almanac;

  private Composition(Pieces pieces, Almanac almanac) {
    this.pieces = pieces;
    this.almanac = almanac;
  }

  static void compose(Pieces pieces, Almanac almanac) {
    Composition composition = new Composition(pieces, almanac);
    composition.setHintsAside();
    BareHours.read(pieces);
    composition.recallWhatWasNamed();
    Clauses.setAsideWhatHappensElsewhere(pieces);
    composition.applyChanges();
    composition.mergeDates();
    composition.joinNeighbours();
    composition.applyBounds();
  }

  private Item at(int index) {
    return pieces.at(index);
  }

  private void replace(int from, int length, Item by) {
    pieces.replace(from, length, by);
  }

  /** "I have a meeting at three, call me after that": the three belongs to the "after". */
  private void recallWhatWasNamed() {
    for (int i = 0; i < pieces.size(); i++) {
      boolean side = at(i) == Bound.AFTER || at(i) == Bound.BEFORE;
      if (side && ends(i + 1) && i > 0 && named(i - 1) >= 0) {
        pieces.insert(i + 1, Mark.THAT, pieces.wordsAt(i));
      }
      if (at(i) == Mark.THAT && at(i - 1) instanceof Bound && isReason(i)) {
        pieces.set(i, Mark.GAP);
        pieces.set(i - 1, Mark.GAP);
      } else if (at(i) == Mark.THAT) {
        recall(i, named(i));
      } else if (at(i) instanceof Following following) {
        follow(i, following.unit());
      } else if (at(i) instanceof Later later) {
        count(i, later);
      }
    }
  }

  /** "Call me at four, I'm in meetings before that": why it is that time, and no other time. */
  private boolean isReason(int that) {
    int i = that - 1;
    boolean away = false;
    while (i >= 0 && at(i) != Mark.PAUSE && at(i) != Mark.ASK) {
      away = away || UNTIL_THEN.contains(at(i));
      i--;
    }
    return away && at(i) == Mark.PAUSE && isAnswered(i);
  }

  /** Whether a time is named before the pause, and not as one at which somebody is away. */
  private boolean isAnswered(int pause) {
    boolean named = false;
    for (int i = pause - 1; i >= 0 && at(i) != Mark.PAUSE; i--) {
      if (UNTIL_THEN.contains(at(i))) {
        return false;
      }
      named = named || at(i) instanceof Date || at(i) instanceof Time;
    }
    return named;
  }

  private boolean ends(int i) {
    return at(i) == Mark.PAUSE;
  }

  private void recall(int i, int named) {
    if (named < 0) {
      pieces.set(i, Mark.GAP);
      return;
    }
    pieces.set(i, at(named));
    pieces.set(named, Mark.GAP);
    for (int before = named - 1; before >= 0 && at(before) != Mark.PAUSE; before--) {
      if (at(before) instanceof Bound || OTHERS.contains(at(before))) {
        pieces.set(before, Mark.GAP);
      }
    }
  }

  /** "Send it by Friday and call me the week after": after that Friday's. */
  private void follow(int i, Unit unit) {
    int named = named(i);
    if (named >= 0 && at(named) instanceof Date date) {
      Dates next = after(date.dates().apply(almanac), unit);
      pieces.set(i, new Date(a -> next));
      if (!(at(i - 1) instanceof Join)) {
        recallBound(named);
      }
    } else {
      Dates next = afterNext(unit).with(Doubts.NONE.confirm());
      pieces.set(i, new Date(a -> next));
    }
  }

  /** "The demo is on the 3rd, call me two days later": after that 3rd. */
  private void count(int i, Later later) {
    int named = named(i);
    if (named >= 0 && at(named) instanceof Date date) {
      Dates from = date.dates().apply(almanac);
      pieces.set(i, new Date(a -> ChangeRules.moved(from, a, later.unit(), later.count())));
      recallBound(named);
    } else {
      pieces.set(i, new Date(a -> Offsets.exact(a, later.unit(), later.count())));
    }
  }

  private Dates after(Dates named, Unit unit) {
    return switch (unit) {
      case WEEK -> almanac.weekOf(named.last().plusWeeks(1));
      case MONTH -> almanac.at(named.last()).monthAfter(1);
      case MINUTE, HOUR, DAY, BUSINESSDAY, FORTNIGHT, QUARTER, YEAR ->
          Dates.day(named.last().plusDays(1));
    };
  }

  /** With nothing named before it, the one after the next is the likeliest. */
  private Dates afterNext(Unit unit) {
    return switch (unit) {
      case WEEK -> almanac.week(2);
      case MONTH -> almanac.monthAfter(2);
      case MINUTE, HOUR, DAY, BUSINESSDAY, FORTNIGHT, QUARTER, YEAR -> DayRules.inDays(almanac, 2);
    };
  }

  /** What was named says only from where to count. */
  private void recallBound(int named) {
    pieces.set(named, Mark.GAP);
    if (named > 0 && at(named - 1) instanceof Bound) {
      pieces.set(named - 1, Mark.GAP);
    }
  }

  private int named(int index) {
    int i = index;
    while (i >= 0 && !(at(i) instanceof Date) && !(at(i) instanceof Time)) {
      i--;
    }
    return i;
  }

  /** Vague words beside a time change nothing; facts about other times stand between the others. */
  private void setHintsAside() {
    pieces.removeIf(item -> item == Mark.VAGUE || item == Mark.WHEN);
    readBack();
    turnBounds();
    readBetween();
    for (int i = 0; i < pieces.size(); i++) {
      if (HINTS.contains(at(i))) {
        pieces.set(i, Mark.GAP);
      }
    }
  }

  /** Away until a day may be with it or without it. */
  private static Date orTheOther(Date end, boolean lastDay) {
    return new Date(
        a -> {
          Dates day = end.dates().apply(a);
          LocalDate other = day.last().plusDays(lastDay ? 0 : 1);
          return day.isDay()
              ? day.with(Others.day(other, "if \"until\" has another day in it"))
              : day;
        });
  }

  /** "Back at two" is from two on; on which day one is back needs no bound. */
  private void readBack() {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (at(i) == Mark.BACK) {
        int next = at(i + 1) == Mark.AT || at(i + 1) == Mark.ABOUT ? i + 2 : i + 1;
        boolean over = pieces.says(i, "from") && at(next) instanceof Time t && t.times().isPart();
        if (at(next) instanceof Date
            && at(next + 1) instanceof Time time
            && !time.times().isPart()) {
          pieces.set(next + 1, new Time(time.times().bounded(Bound.FROM)));
          pieces.remove(i);
        } else if (at(next) instanceof Time || at(next) instanceof Item.BareNumber) {
          pieces.set(i, over ? Bound.AFTER : Bound.FROM);
        } else {
          pieces.remove(i);
        }
      }
    }
  }

  private void readBetween() {
    for (int i = 0; i < pieces.size(); i++) {
      int and =
          at(i) == Mark.BETWEEN ? pieces.items().subList(i, pieces.size()).indexOf(Join.OR) : -1;
      if (and > 0 && and <= MOST_BETWEEN) {
        pieces.set(i + and, Join.TO);
      }
      if (at(i) == Mark.BETWEEN) {
        pieces.set(i, Mark.ABOUT);
      }
    }
  }

  /** "Away until Friday" is from then on, "do not call before ten" is from ten on. */
  private void turnBounds() {
    for (int i = 0; i < pieces.size(); i++) {
      if (at(i) == Join.TO && at(i - 1) == Mark.AWAY) {
        pieces.set(i, Bound.AFTER);
        pieces.remove(i - 1);
        i--;
      } else if ((at(i) == Bound.BEFORE || at(i) == Bound.BY)
          && (at(i + 1) == Bound.FROM || at(i + 1) == Bound.AFTER)) {
        pieces.lose(i);
      } else if (at(i) == Mark.ASK
          && pieces.says(i, "but")
          && at(i + 1) instanceof Date
          && pieces.saidBefore(i, ANY)) {
        pieces.set(i, Mark.REJECT_NEXT);
      } else if (at(i) == Mark.REJECT_NEXT && at(i + 1) == Bound.BEFORE) {
        replace(i, 2, Bound.FROM);
      } else if (at(i) == Mark.REJECT_NEXT && at(i + 1) == Bound.AFTER) {
        replace(i, 2, Bound.BY);
      } else if (at(i) == Bound.UNTIL && at(i - 1) == Mark.CONTRACT) {
        pieces.remove(i);
      } else if (at(i) == Bound.UNTIL) {
        i = turnUntil(i);
      }
    }
  }

  /** Until then the prospect is away, busy or not to be called. */
  private int turnUntil(int until) {
    int i = until - 1;
    while (i >= 0 && at(i) != Mark.PAUSE && at(i) != Mark.ASK && !UNTIL_THEN.contains(at(i))) {
      i--;
    }
    if (i < 0 || !UNTIL_THEN.contains(at(i))) {
      return until;
    }
    boolean lastDay =
        at(i) == Mark.AWAY
            && at(until + 1) instanceof Date
            && (pieces.says(until + 1, Kind.ORD) || pieces.says(until + 1, "next"));
    if (at(i) == Mark.AWAY && at(until + 1) instanceof Date end) {
      pieces.set(until + 1, orTheOther(end, lastDay));
    }
    pieces.set(until, lastDay ? Bound.AFTER : Bound.FROM);
    for (int j = i; j >= 0 && at(j) != Mark.PAUSE && at(j) != Mark.ASK; j--) {
      if (j == i || at(j) == Mark.AWAY) {
        pieces.set(j, Mark.GAP);
      }
    }
    return until;
  }

  /** From the right, so that "the first week of" sees the month and "early in" sees that week. */
  private void applyChanges() {
    for (int i = pieces.size() - 1; i >= 0; i--) {
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
      pieces.set(i, new Date(a -> change.change().apply(whole, a)));
    } else {
      pieces.lose(i);
    }
  }

  private Optional<Date> dateBefore(int i) {
    return pieces.items().subList(0, i).stream()
        .filter(Date.class::isInstance)
        .map(Date.class::cast)
        .reduce((one, later) -> later);
  }

  private Optional<Date> following(int i) {
    if (at(i + 1) == Mark.CONTRACT && !(at(i + 2) instanceof Date)) {
      return almanac.context().contract().end().map(end -> new Date(a -> Dates.day(end)));
    }
    if (at(i + 1) == Mark.CONTRACT) {
      pieces.remove(i + 1);
    }
    return at(i + 1) instanceof Date date ? Optional.of(date) : Optional.empty();
  }

  private void applyPortion(int i, Portion portion) {
    if (!(at(i + 1) instanceof Date date)) {
      if (at(i - 1) instanceof Date before && before.dates().apply(almanac).isDay()) {
        pieces.set(i, new Time(Portions.ofDay(portion)));
      } else if (at(i - 1) instanceof Date before && ends(i + 1)) {
        replace(i - 1, 2, partOf(portion, before));
      } else {
        pieces.lose(i);
      }
      return;
    }
    if (portion == Portion.END && at(i - 1) == Bound.BEFORE) {
      pieces.set(i - 1, Bound.BY);
    }
    if (date.dates().apply(almanac).isDay()) {
      pieces.set(i, new Time(Portions.ofDay(portion)));
      return;
    }
    replace(i, 2, partOf(portion, date));
  }

  private static Date partOf(Portion portion, Date date) {
    return new Date(
        a -> {
          Dates whole = date.dates().apply(a);
          return Portions.of(portion, whole, a.today()).with(whole.doubts());
        });
  }

  private void mergeDates() {
    for (int i = 0; i < pieces.size() - 1; i++) {
      boolean apart = at(i + 1) == Mark.PAUSE && !refused(i) && !(counts(i) && counts(i + 2));
      int second = apart ? i + 2 : i + 1;
      if (at(i) instanceof Date one && at(second) instanceof Date other) {
        Optional<Date> merged = Merges.merge(one, other, almanac, apart);
        if (merged.isPresent()) {
          replace(i, second - i + 1, merged.get());
          i--;
        }
      } else if (at(i) instanceof Date one
          && at(i + 1) instanceof Time
          && at(i + 2) instanceof Date other) {
        mergeOver(i, one, other);
      }
    }
  }

  /** "A week, two weeks": two counts from now, of which none makes the other more exact. */
  private boolean counts(int i) {
    return at(i) instanceof Date && pieces.says(i, Kind.UNIT) && !pieces.says(i, Kind.DAY);
  }

  /** "Monday morning, December 8": the time stands between. */
  private void mergeOver(int i, Date one, Date other) {
    Optional<Date> merged = Merges.merge(one, other, almanac, false);
    if (merged.isPresent()) {
      Item time = at(i + 1);
      BitSet words = pieces.wordsAt(i + 1);
      replace(i, 3, merged.get());
      pieces.insert(i + 1, time, words);
    }
  }

  private boolean refused(int i) {
    return at(i - 1) == Mark.AWAY || at(i - 1) == Mark.REJECT_NEXT;
  }

  private void joinNeighbours() {
    for (int i = 0; i < pieces.size() - 2; i++) {
      int join = at(i + 1) == Mark.PAUSE && at(i + 2) instanceof Join ? i + 2 : i + 1;
      if (!(at(join) instanceof Join how)) {
        continue;
      }
      boolean both = pieces.says(join, "and");
      if (at(i) instanceof Date one && at(join + 1) instanceof Date other) {
        boolean several = how == Join.OR && (both || !Merges.areOneStretch(one, other, almanac));
        boolean refused = refused(i) || at(join + 2) == Mark.REJECT_LAST;
        replace(i, join + 2 - i, Merges.join(one, how, other));
        i -= several && !refused ? 1 + offer(i) : 1;
      } else if (at(i) instanceof Time one && at(join + 1) instanceof Time other) {
        boolean several = how == Join.OR && (both || one.times().isFarFrom(other.times()));
        replace(i, join + 2 - i, new Time(one.times().offered(other.times(), how)));
        i -= several ? 1 + offer(i) : 1;
      }
    }
  }

  /**
   * Several times were offered. "Monday, Wednesday and Friday": what stands before the last two is
   * one of them.
   *
   * @return how many pieces were taken into the one there
   */
  private int offer(int i) {
    int first = i;
    while (first > 1
        && at(first - 1) == Mark.PAUSE
        && at(first - 2).getClass() == at(i).getClass()
        && !refused(first - 2)) {
      first -= 2;
    }
    if (first < i) {
      replace(first, i + 1 - first, at(first));
    }
    pieces.offers().or(pieces.wordsAt(first));
    return i - first;
  }

  private void applyBounds() {
    for (int i = pieces.size() - 1; i >= 0; i--) {
      if (at(i) instanceof Bound bound) {
        applyBound(i, bound);
      }
    }
    for (int i = pieces.size() - 1; i >= 0; i--) {
      boolean hours = at(i) instanceof Time before && before.times().isOpen();
      boolean but =
          (hours || at(i) == Mark.PAUSE) && at(i + 1) == Mark.ASK && pieces.says(i + 1, "but");
      if (but && at(i + 2) instanceof Time time && time.times().isOpen()) {
        pieces.remove(i + 1);
      }
    }
  }

  /** "After three till five" ends at five. */
  private void applyBound(int i, Bound bound) {
    if (at(i + 1) instanceof Date date) {
      boundDate(i, bound, date);
    } else if (at(i + 1) instanceof Time time
        && isDeadline(bound, time)
        && at(i + 2) instanceof Date day) {
      replace(i, 3, new Date(a -> Bounds.apply(bound, day.dates().apply(a), a)));
    } else if (at(i + 1) instanceof Time time) {
      boolean ended = bound == Bound.AFTER && time.times().isRange() && pieces.says(i + 1, "until");
      replace(i, 2, ended ? time : new Time(time.times().bounded(bound)));
    } else {
      pieces.lose(i);
    }
  }

  private void boundDate(int i, Bound bound, Date date) {
    int wide = widerBefore(i, date);
    if (wide >= 0 && at(wide) instanceof Date whole) {
      replace(wide, i + 2 - wide, Merges.part(whole, bound, date));
    } else if (opens(bound)
        && at(i + 2) instanceof Time time
        && date.dates().apply(almanac).isDay()) {
      pieces.set(
          i + 2, new Time(time.times().isPart() ? time.times() : time.times().bounded(Bound.FROM)));
      replace(i, 2, date);
    } else {
      boolean deadline = bound == Bound.BY || bound == Bound.BEFORE || bound == Bound.UNTIL;
      if (deadline
          && at(i + 2) instanceof Time
          && !date.dates().apply(almanac).last().equals(almanac.today())) {
        pieces.lose(i + 2);
      }
      replace(i, 2, new Date(a -> Bounds.apply(bound, date.dates().apply(a), a)));
    }
  }

  /** Whether the time begins with what follows: "not before Tuesday at two". */
  private static boolean opens(Bound bound) {
    return bound == Bound.FROM;
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
