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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the days and times of a phrase are the answer. */
final class Choice {

  private static final Set<String> TOO = Set.of("too", "also", "as well");

  private final Pieces pieces;
  private final List<Date> refused = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final BitSet answer = new BitSet();
  private Optional<Moment> moment = Optional.empty();
  private Optional<Date> date = Optional.empty();
  private List<Times> times = List.of();

  private Choice(Pieces pieces) {
    this.pieces = pieces;
  }

  static Choice among(Pieces pieces) {
    Choice choice = new Choice(pieces);
    choice.refuse();
    choice.cutSecondOffer();
    choice.leaveWhatIsOfferedToo();
    choice.choose();
    return choice;
  }

  Optional<Moment> moment() {
    return moment;
  }

  List<Times> times() {
    return times;
  }

  /** The words that named the answer, or what is no answer. */
  BitSet used() {
    return used;
  }

  /** Whether another time was offered beside the answer. */
  boolean isOneOfSeveral() {
    return pieces.offers().intersects(answer);
  }

  /** The words that named the answer. */
  BitSet answer() {
    return answer;
  }

  private Item at(int index) {
    return pieces.at(index);
  }

  private void refuse() {
    for (int i = 0; i < pieces.size(); i++) {
      boolean away = at(i) == Mark.AWAY;
      boolean next = away || at(i) == Mark.REJECT_NEXT;
      boolean last = at(i) == Mark.REJECT_LAST;
      int named = next ? next(i) : -1;
      if (next && at(i + 1) instanceof For span) {
        pieces.set(i + 1, new Date(span.dates()));
        use(i);
      } else if (named >= 0) {
        use(i);
        refuseRun(named);
      } else if ((last || away) && isDateOrTime(at(lastBefore(i)))) {
        use(i);
        refuseRun(lastBefore(i));
      } else if (last || at(i) == Mark.REJECT_NEXT) {
        pieces.lose(i);
      }
    }
  }

  /** The day or time of the same clause that is refused; negative if there is none. */
  private int next(int mark) {
    int i = mark + 1;
    while (at(i) == Mark.GAP && at(mark) == Mark.AWAY) {
      i++;
    }
    return isDateOrTime(at(i)) ? i : -1;
  }

  private static boolean isDateOrTime(Item item) {
    return item instanceof Date || item instanceof Time;
  }

  private int lastBefore(int i) {
    return isDateOrTime(at(i - 1)) && isDateOrTime(at(i - 2)) ? i - 2 : i - 1;
  }

  private void refuseRun(int from) {
    int before = refused.size();
    for (int i = Math.max(0, from); isDateOrTime(at(i)); i++) {
      Item item = at(i);
      use(i);
      pieces.set(i, Mark.GAP);
      if (item instanceof Date date) {
        refused.add(date);
      } else if (item instanceof Time time
          && refused.size() == before
          && time.times().isPart()
          && pieces.items().stream().anyMatch(Date.class::isInstance)) {
        pieces.set(i, new Time(time.times().others()));
      }
    }
  }

  /** "Friday at 3 or Monday at 10": the first is taken. */
  private void cutSecondOffer() {
    for (int i = 1; i < pieces.size(); i++) {
      boolean another = pieces.says(i, "and") && at(i + 1) == Mark.ASK;
      boolean second =
          at(i) == Join.OR && !another && isDateOrTime(at(i - 1)) && offered(i, Date.class);
      boolean fallback =
          at(i) == Mark.FALLBACK && (offered(i, Date.class) || offered(i, Time.class));
      if (second || fallback) {
        if (second) {
          pieces.offers().or(pieces.wordsAt(i - 1));
        }
        for (int j = pieces.size() - 1; j >= i; j--) {
          use(j);
          pieces.remove(j);
        }
      }
    }
  }

  /** "Tuesday, Thursday works too" takes nothing back: the first is taken. */
  private void leaveWhatIsOfferedToo() {
    boolean offered = false;
    for (int i = 0; i < pieces.size(); i++) {
      boolean date = at(i) instanceof Date;
      if (date && offered && pieces.saidBehind(i, TOO)) {
        pieces.offers().set(0, pieces.wordsAt(i).nextSetBit(0));
        for (int j = i; isDateOrTime(at(j)); j++) {
          use(j);
          pieces.set(j, Mark.GAP);
        }
      }
      offered = offered || date;
    }
  }

  private boolean offered(int before, Class<? extends Item> kind) {
    return pieces.items().subList(0, before).stream().anyMatch(kind::isInstance);
  }

  private void choose() {
    int best = best();
    if (best >= 0) {
      date = Optional.of((Date) at(best));
      answer(best);
    }
    times = timesFor(best);
    chooseMoment();
    pieces.items().stream()
        .filter(Moment.class::isInstance)
        .findFirst()
        .ifPresent(m -> moment = Optional.of((Moment) m));
  }

  private void chooseMoment() {
    int moments = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (at(i) instanceof Moment) {
        if (moments++ == 0) {
          answer(i);
        } else {
          pieces.lose(i);
        }
      } else if (at(i) instanceof For) {
        pieces.lose(i);
      }
    }
  }

  private void answer(int i) {
    use(i);
    answer.or(pieces.wordsAt(i));
  }

  private void use(int i) {
    used.or(pieces.wordsAt(i));
  }

  /**
   * The day asked for or agreed to; else the last, for people correct themselves. Others as good as
   * it are left unused.
   */
  private int best() {
    int best = -1;
    int most = -1;
    boolean asked = false;
    for (int i = 0; i < pieces.size(); i++) {
      boolean ends = at(i) == Mark.PAUSE && at(i - 1) != Mark.ASK;
      asked = at(i) == Mark.ASK || (asked && !ends);
      if (at(i) instanceof Date) {
        int score = (asked ? 2 : 0) + (accepted(i) ? 2 : 0);
        if (score >= most) {
          if (score == most) {
            pieces.unused().or(pieces.wordsAt(best));
          }
          best = i;
          most = score;
        } else if (score > 0) {
          pieces.unused().or(pieces.wordsAt(i));
        }
      }
    }
    return best;
  }

  private boolean accepted(int i) {
    int after = at(i + 1) instanceof Time ? i + 2 : i + 1;
    return at(after) == Mark.ACCEPT;
  }

  /** "After two, before four on Thursday". */
  private boolean isOpenBefore(int i) {
    return at(i - 1) == Mark.PAUSE
        && at(i) instanceof Time time
        && time.times().isOpen()
        && at(i - 2) instanceof Time before
        && before.times().opens();
  }

  /** Those beside the chosen day, or else all. */
  private List<Times> timesFor(int best) {
    int from = best;
    int to = best;
    while (from > 0 && (at(from - 1) instanceof Time || isOpenBefore(from))) {
      from -= at(from - 1) instanceof Time ? 1 : 2;
    }
    while (best >= 0 && isTimeAfter(to)) {
      to++;
    }
    List<Times> beside = best < 0 ? List.of() : only(from, to + 1);
    if (!beside.isEmpty()) {
      leaveOthers(from, to);
      return beside;
    }
    leaveWhatOpensElsewhere(best);
    return only(0, pieces.size());
  }

  /** "Call in two weeks, I'm in a meeting until noon": that noon is today's. */
  private void leaveWhatOpensElsewhere(int best) {
    for (int i = 0; i < pieces.size(); i++) {
      boolean away = at(i - 1) == Mark.GAP;
      if (best >= 0 && away && at(i) instanceof Time time && time.times().isOpen()) {
        int from = Math.min(i, best);
        boolean apart = pieces.items().subList(from, Math.max(i, best)).contains(Mark.PAUSE);
        if (apart) {
          pieces.lose(i);
        }
      }
    }
  }

  private void leaveOthers(int from, int to) {
    for (int i = 0; i < pieces.size(); i++) {
      if (at(i) instanceof Time && (i < from || i > to)) {
        pieces.unused().or(pieces.wordsAt(i));
      }
    }
  }

  /** Also "after 2 but before 4", "tomorrow morning, not before 10". */
  private boolean isTimeAfter(int i) {
    boolean linked = at(i + 1) == Mark.ASK || at(i + 1) == Mark.PAUSE;
    return at(i + 1) instanceof Time
        || (linked
            && at(i + 2) instanceof Time time
            && (at(i) instanceof Time || time.times().isOpen())
            && (at(i + 1) == Mark.ASK || time.times().isOpen()));
  }

  private List<Times> only(int from, int to) {
    List<Times> said = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (at(i) instanceof Time time) {
        answer(i);
        said.add(time.times());
      }
    }
    return said;
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
  private Dates withoutRefused(Dates named, Almanac almanac) {
    boolean doubtful = passesOver(named, almanac) || isRefused(named, almanac);
    Dates dates = doubtful ? named.with(Doubts.NONE.confirm()) : named;
    return refused.stream()
        .map(d -> refused(d, named, almanac))
        .filter(no -> !no.last().isBefore(dates.first()) && !no.first().isAfter(dates.last()))
        .reduce(dates, (left, no) -> without(left, no, almanac));
  }

  /** "Not this week, next week" is of this week, "next week but not Friday" of that Friday. */
  private static Dates refused(Date date, Dates named, Almanac almanac) {
    Dates now = date.dates().apply(almanac);
    boolean other = named.isDay() || !now.isDay() || now.first().equals(almanac.today());
    return other ? now : date.dates().apply(almanac.at(named.first()));
  }

  /** "Tuesday is bad, so is Wednesday, Thursday is fine" is not tomorrow, a Thursday. */
  private boolean passesOver(Dates named, Almanac almanac) {
    return refused.size() > 1
        && named.isDay()
        && refused.stream()
            .map(d -> d.dates().apply(almanac))
            .allMatch(no -> no.isDay() && no.first().isAfter(named.last()));
  }

  /** "Not tomorrow, Friday", said on a Thursday. */
  private boolean isRefused(Dates named, Almanac almanac) {
    return refused.stream()
        .map(d -> d.dates().apply(almanac))
        .anyMatch(no -> !no.first().isAfter(named.first()) && !no.last().isBefore(named.last()));
  }

  /** What is left before or behind what was refused, the longer of the two. */
  private static Dates without(Dates dates, Dates refused, Almanac almanac) {
    LocalDate before = almanac.working().openOnOrBefore(refused.first().minusDays(1));
    LocalDate behind = almanac.working().openOnOrAfter(refused.last().plusDays(1));
    long daysBefore = ChronoUnit.DAYS.between(dates.first(), before);
    long daysBehind = ChronoUnit.DAYS.between(behind, dates.last());
    if (dates.isDay() || Math.max(daysBefore, daysBehind) < 0) {
      return dates.with(Doubts.NONE.confirm());
    }
    return daysBefore < daysBehind
        ? Dates.period(refused.last().plusDays(1), dates.last(), Precision.DAYS)
        : Dates.period(dates.first(), refused.first().minusDays(1), Precision.DAYS);
  }
}
