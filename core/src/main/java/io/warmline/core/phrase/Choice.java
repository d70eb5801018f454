package io.warmline.core.phrase;

import io.warmline.core.phrase.Item.Bound;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.For;
import io.warmline.core.phrase.Item.Join;
import io.warmline.core.phrase.Item.Mark;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Time;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of the days and times of a phrase are the answer.
 *
 * @param refused days that were named to be avoided
 */
record Choice(Optional<Moment> moment, Optional<Date> date, List<Times> times, List<Date> refused) {

  static Choice among(List<Item> composed) {
    List<Item> items = new ArrayList<>(composed);
    List<Date> refused = new ArrayList<>();
    refuse(items, refused);
    cutSecondOffer(items);

    int best = best(items);
    Optional<Moment> moment =
        items.stream()
            .filter(i -> i instanceof Moment || (best >= 0 && i == items.get(best)))
            .findFirst()
            .filter(Moment.class::isInstance)
            .map(Moment.class::cast);
    Optional<Date> date = best < 0 ? Optional.empty() : Optional.of((Date) items.get(best));
    return new Choice(moment, date, times(items, best), refused);
  }

  private static Item at(List<Item> items, int index) {
    return index >= 0 && index < items.size() ? items.get(index) : Mark.PAUSE;
  }

  private static void refuse(List<Item> items, List<Date> refused) {
    for (int i = 0; i < items.size(); i++) {
      boolean away = at(items, i) == Mark.AWAY;
      boolean next = away || at(items, i) == Mark.REJECT_NEXT;
      boolean last = at(items, i) == Mark.REJECT_LAST;
      if (next && at(items, i + 1) instanceof For span) {
        items.set(i + 1, new Date(span.dates()));
      } else if (next && isDateOrTime(at(items, i + 1))) {
        refuseRun(items, i + 1, refused);
      } else if (last || away) {
        refuseRun(items, lastBefore(items, i), refused);
      }
    }
  }

  private static boolean isDateOrTime(Item item) {
    return item instanceof Date || item instanceof Time;
  }

  private static int lastBefore(List<Item> items, int i) {
    return isDateOrTime(at(items, i - 1)) && isDateOrTime(at(items, i - 2)) ? i - 2 : i - 1;
  }

  private static void refuseRun(List<Item> items, int from, List<Date> refused) {
    int before = refused.size();
    for (int i = Math.max(0, from); isDateOrTime(at(items, i)); i++) {
      Item item = items.set(i, Mark.GAP);
      if (item instanceof Date date) {
        refused.add(date);
      } else if (item instanceof Time time
          && refused.size() == before
          && time.times().isPart()
          && items.stream().anyMatch(Date.class::isInstance)) {
        items.set(i, new Time(time.times().others()));
      }
    }
  }

  /** "Friday at 3 or Monday at 10": the first is taken. */
  private static void cutSecondOffer(List<Item> items) {
    for (int i = 1; i < items.size(); i++) {
      boolean offered = items.subList(0, i).stream().anyMatch(Date.class::isInstance);
      if (at(items, i) == Join.OR && offered && isDateOrTime(at(items, i - 1))) {
        items.subList(i, items.size()).clear();
      }
    }
  }

  /** The day asked for or agreed to; else the last, for people correct themselves. */
  private static int best(List<Item> items) {
    int best = -1;
    int most = -1;
    boolean asked = false;
    for (int i = 0; i < items.size(); i++) {
      asked = at(items, i) == Mark.ASK || (asked && at(items, i) != Mark.PAUSE);
      if (at(items, i) instanceof Date) {
        int score = (asked ? 2 : 0) + (accepted(items, i) ? 2 : 0);
        if (score >= most) {
          best = i;
          most = score;
        }
      }
    }
    return best;
  }

  private static boolean accepted(List<Item> items, int i) {
    int after = at(items, i + 1) instanceof Time ? i + 2 : i + 1;
    return at(items, after) == Mark.ACCEPT;
  }

  /** Those beside the chosen day, or else all. */
  private static List<Times> times(List<Item> items, int best) {
    int from = best;
    int to = best;
    while (from > 0 && at(items, from - 1) instanceof Time) {
      from--;
    }
    while (best >= 0 && isTimeAfter(items, to)) {
      to++;
    }
    List<Times> beside = best < 0 ? List.of() : only(items.subList(from, to + 1));
    return beside.isEmpty() ? only(items) : beside;
  }

  /** Also "after 2 but before 4". */
  private static boolean isTimeAfter(List<Item> items, int i) {
    return at(items, i + 1) instanceof Time
        || (at(items, i + 1) == Mark.ASK
            && at(items, i) instanceof Time
            && at(items, i + 2) instanceof Time);
  }

  private static List<Times> only(List<Item> items) {
    return items.stream()
        .filter(Time.class::isInstance)
        .map(item -> ((Time) item).times())
        .toList();
  }

  boolean isEmpty() {
    return moment.isEmpty() && date.isEmpty() && times.isEmpty();
  }

  /** The days to call on: those chosen without those refused, or days after those refused. */
  Optional<Dates> dates(Almanac almanac) {
    Optional<Dates> chosen = date.map(d -> d.dates().apply(almanac));
    if (chosen.isPresent() || refused.isEmpty()) {
      return chosen.map(dates -> withoutRefused(dates, almanac));
    }
    Dates last = refused.get(refused.size() - 1).dates().apply(almanac);
    return Optional.of(Bounds.apply(Bound.AFTER, last, almanac).with(Doubts.NONE.confirm()));
  }

  /** "Any day next week except Friday": the Friday of that week. */
  private Dates withoutRefused(Dates dates, Almanac almanac) {
    Almanac within = almanac.at(dates.first());
    return refused.stream()
        .map(d -> d.dates().apply(within))
        .filter(no -> !no.last().isBefore(dates.first()) && !no.first().isAfter(dates.last()))
        .reduce(dates, (left, no) -> without(left, no, almanac));
  }

  /** What is left before or behind what was refused, the longer of the two. */
  private static Dates without(Dates dates, Dates refused, Almanac almanac) {
    LocalDate before = almanac.working().openOnOrBefore(refused.first().minusDays(1));
    LocalDate behind = almanac.working().openOnOrAfter(refused.last().plusDays(1));
    long daysBefore = ChronoUnit.DAYS.between(dates.first(), before);
    long daysBehind = ChronoUnit.DAYS.between(behind, dates.last());
    if (dates.isDay() || Math.max(daysBefore, daysBehind) < 0) {
      return dates;
    }
    return daysBefore < daysBehind
        ? Dates.period(refused.last().plusDays(1), dates.last(), Precision.DAYS)
        : Dates.period(dates.first(), refused.first().minusDays(1), Precision.DAYS);
  }
}
