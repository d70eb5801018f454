package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import io.warmline.core.phrase.Item.Mark;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Words that make other days of those that follow: "the week of", "two weeks after". */
final class ChangeRules {

  private ChangeRules() {}

  static Stream<Rule> all() {
    return Stream.of(weeks(), shifts(), nth(), refused()).flatMap(s -> s);
  }

  private static Stream<Rule> weeks() {
    return Stream.of(
            rule(
                m -> new Item.Change((d, a) -> a.weekOf(d.first())),
                "the? week of|containing|beginning|commencing|from|starting|with",
                "the? week that begins|starts on?",
                "sometime the? week of"),
            rule(
                m -> new Item.Change((d, a) -> a.weekOf(d.last().plusWeeks(1))),
                "the? week after|following"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) ->
                            Dates.period(a.weekStart(d.last()), d.last(), Precision.WEEK)
                                .with(d.doubts())),
                "the? week ending|finishing on?",
                "the? week that ends|finishes on?"),
            rule(m -> new Item.Change((d, a) -> weekBefore(d, a)), "the? week before"))
        .flatMap(s -> s);
  }

  /** Of a Sunday it may be the one that ends with it. */
  private static Dates weekBefore(Dates dates, Almanac almanac) {
    Dates before = almanac.weekOf(dates.first().minusWeeks(1));
    boolean sunday = dates.isDay() && dates.first().getDayOfWeek() == DayOfWeek.SUNDAY;
    return sunday ? before.with(Doubts.NONE.confirm()) : before;
  }

  private static Stream<Rule> shifts() {
    return Stream.of(
            rule(
                m ->
                    new Item.Change(
                        (d, a) ->
                            m.count(0).few()
                                ? moved(d, a, m, m.count(0).value() - 1, m.count(0).value() + 1)
                                : moved(d, a, m.unit(), m.count(0).value())),
                "COUNT UNIT after|from|following"),
            rule(
                m -> new Item.Change((d, a) -> moved(d, a, m.unit(), -m.count(0).value())),
                "COUNT UNIT before|prior to?"),
            rule(
                m -> new Item.Change((d, a) -> moved(d, a, m, 1, 2)),
                "a|1|an UNIT or 2 after|from|following"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) -> moved(d, a, m, m.number(Kind.NUM), m.number(Kind.NUM, 1))),
                "NUM to|-|or NUM UNIT after|from|following"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) -> moved(d, a, m, m.count(0).value(), m.count(0).value() + 1)),
                "COUNT UNIT or so after|from|following"),
            rule(
                m -> new Item.Change((d, a) -> moved(d, a, Unit.DAY, 1)),
                "the? day after|following",
                "the morning after"),
            rule(m -> new Item.Change((d, a) -> moved(d, a, Unit.DAY, -1)), "the? day before"),
            rule(
                m -> new Item.Change(ChangeRules::shortlyBefore),
                "just|right|shortly|immediately before"),
            rules(
                m ->
                    List.of(
                        new Item.Change((d, a) -> moved(d, a, m.unit(), m.count(0).value())),
                        Mark.THAT),
                "in? COUNT UNIT after that|then"),
            rule(m -> dayAfter(m), "the DAY after|following", "on? the? 1th DAY after|following"),
            rules(m -> List.of(dayAfter(m), Mark.THAT), "the DAY after that"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) ->
                            Dates.day(d.first().with(TemporalAdjusters.previous(day(m))))
                                .with(d.doubts())),
                "the DAY before",
                "on? the? last DAY before"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) -> Almanac.month(YearMonth.from(d.last()).plusMonths(1))),
                "the? month after|following"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) -> Almanac.month(YearMonth.from(d.first()).minusMonths(1))),
                "the? month before"))
        .flatMap(s -> s);
  }

  private static Item dayAfter(Match m) {
    return new Item.Change(
        (d, a) -> Dates.day(d.last().with(TemporalAdjusters.next(day(m)))).with(d.doubts()));
  }

  /** "Just before Christmas" is none of the weeks until then: its last days are meant. */
  private static Dates shortlyBefore(Dates dates, Almanac almanac) {
    LocalDate last = almanac.working().openOnOrBefore(dates.first().minusDays(1));
    LocalDate before = almanac.working().openOnOrBefore(last.minusDays(1));
    LocalDate first = dates.isDay() && !before.isBefore(almanac.today()) ? before : last;
    return Dates.period(first, last, Precision.DAYS).with(dates.doubts());
  }

  static Dates moved(Dates dates, Almanac almanac, Unit unit, int count) {
    LocalDate from = count > 0 ? dates.last() : dates.first();
    return Dates.day(Offsets.shift(from, unit, count, almanac))
        .rolling(unit == Unit.DAY ? Dates.Rolling.FORWARD : Dates.Rolling.COUNTED)
        .with(dates.doubts());
  }

  /** "A day or two after Thursday": from the one to the other. */
  private static Dates moved(Dates dates, Almanac almanac, Match m, int from, int to) {
    LocalDate first = Offsets.shift(dates.last(), m.unit(), Math.min(from, to), almanac);
    LocalDate last = Offsets.shift(dates.last(), m.unit(), Math.max(from, to), almanac);
    return Dates.around(first, first, last).with(dates.doubts());
  }

  private static Stream<Rule> nth() {
    return Stream.of(
            rule(
                m -> ahead((d, a) -> nth(d, m.number(Kind.ORD), day(m))), "on? the? ORD DAY of|in"),
            rule(m -> ahead((d, a) -> lastOf(d, day(m))), "on? the? last DAY of|in"),
            rule(
                m -> ahead((d, a) -> Dates.day(last(d, a))),
                "on? the? last businessday|weekday of|in"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) ->
                            Dates.day(a.working().openOnOrBefore(d.first().minusDays(1)))
                                .with(d.doubts())),
                "on? the? last businessday|weekday before"),
            rule(
                m ->
                    ahead(
                        (d, a) ->
                            Dates.day(
                                a.working()
                                    .plusOpenDays(d.first().minusDays(1), m.number(Kind.ORD)))),
                "on? the? ORD businessday of|in"),
            rule(
                m -> ahead((d, a) -> Dates.day(d.first().plusDays(m.number(Kind.ORD) - 1L))),
                "on? the? ORD day? of"),
            rule(
                m -> ahead((d, a) -> nthWeek(d, a, m.number(Kind.ORD))),
                "in? the? ORD full? week of|in"),
            rule(
                m ->
                    ahead(
                        (d, a) ->
                            Dates.period(
                                d.first(),
                                Offsets.shift(d.first(), m.unit(), m.count(0).value(), a)
                                    .minusDays(1),
                                Precision.DAYS)),
                "in|during|over? the? 1th COUNT UNIT of|in"),
            rule(
                m ->
                    ahead(
                        (d, a) ->
                            Dates.period(
                                Offsets.shift(d.last(), m.unit(), -m.count(0).value(), a)
                                    .plusDays(1),
                                d.last(),
                                Precision.DAYS)),
                "in|during|over? the? last|final COUNT UNIT of|in"),
            rule(m -> ahead((d, a) -> Dates.day(d.last())), "the? last|final day of|in"),
            rule(m -> ahead(ChangeRules::lastWeek), "the? last|final week of|in"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) ->
                            Dates.period(
                                d.first().plusMonths(m.number(Kind.ORD) - 1L),
                                d.first().plusMonths(m.number(Kind.ORD)).minusDays(1),
                                Precision.MONTH)),
                "the? ORD month of|in"),
            rule(
                m ->
                    new Item.Change(
                        (d, a) ->
                            Dates.period(d.last().withDayOfMonth(1), d.last(), Precision.MONTH)),
                "the? last|final month of|in"))
        .flatMap(s -> s);
  }

  /** "In June, but not the first week": part of what was named before, or of what follows. */
  private static Stream<Rule> refused() {
    return Stream.of(
            refused(
                m -> (d, a) -> nthWeek(d, a, m.number(Kind.ORD)),
                "not|except|excluding in|during? the ORD full? week of|in?"),
            refused(
                m -> ChangeRules::lastWeek,
                "not|except|excluding in|during? the last|final week of|in?"),
            refused(
                m ->
                    (d, a) ->
                        Dates.period(
                            d.first(),
                            Offsets.shift(d.first(), m.unit(), m.count(0).value(), a).minusDays(1),
                            Precision.DAYS),
                "not|except|excluding in|during? the 1th COUNT UNIT of|in?"),
            refused(
                m ->
                    (d, a) ->
                        Dates.period(
                            Offsets.shift(d.last(), m.unit(), -m.count(0).value(), a).plusDays(1),
                            d.last(),
                            Precision.DAYS),
                "not|except|excluding in|during? the last|final COUNT UNIT of|in?"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> refused(
      Function<Match, BiFunction<Dates, Almanac, Dates>> part, String pattern) {
    return rules(m -> List.of(Mark.REJECT_NEXT, new Item.Change(part.apply(m))), pattern);
  }

  /**
   * The day of the period or, if that is past, of the next such period; seasons begin as one sees
   * it.
   */
  private static Item ahead(BiFunction<Dates, Almanac, Dates> change) {
    return new Item.Change(
        (d, a) -> {
          Dates changed = within(d, change.apply(d, a));
          boolean past = changed.last().isBefore(a.today()) && !d.last().isBefore(a.today());
          Dates next = Portions.next(d);
          Dates found = past ? within(next, change.apply(next, a)) : changed;
          return d.precision() == Precision.SEASON ? found.with(Doubts.NONE.confirm()) : found;
        });
  }

  /** "The 30th of February", "the fifth Friday of June": it may be the last that there is. */
  private static Dates within(Dates period, Dates part) {
    return part.first().isAfter(period.last())
        ? Dates.day(period.last()).with(Doubts.NONE.confirm())
        : part;
  }

  private static LocalDate last(Dates dates, Almanac almanac) {
    return almanac.working().openOnOrBefore(dates.last());
  }

  static Dates nth(Dates dates, int n, DayOfWeek day) {
    LocalDate first = dates.first().with(TemporalAdjusters.nextOrSame(day));
    return Dates.day(first.plusWeeks(Math.max(1, n) - 1L));
  }

  /** A week has no more than one of them. */
  private static Dates lastOf(Dates dates, DayOfWeek day) {
    Dates last = Dates.day(dates.last().with(TemporalAdjusters.previousOrSame(day)));
    boolean week = dates.first().plusWeeks(1).isAfter(dates.last());
    return week ? last.with(Doubts.NONE.confirm()) : last;
  }

  /**
   * The first week is that of the first business day, unless fewer than three are left of it. Where
   * a month begins within a week, people count the others in more ways than one.
   */
  private static Dates nthWeek(Dates dates, Almanac almanac, int n) {
    LocalDate open = almanac.working().openOnOrAfter(dates.first());
    Dates week = almanac.weekOf(open);
    boolean most = !open.plusDays(2).isAfter(week.last());
    Dates first = most ? week : almanac.weekOf(week.first().plusWeeks(1));
    if (n <= 1 && first.first().isBefore(dates.first())) {
      return Dates.period(dates.first(), first.last(), Precision.WEEK);
    }
    Dates counted = almanac.weekOf(first.first().plusWeeks(Math.max(1, n) - 1L));
    DayOfWeek begins = dates.first().getDayOfWeek();
    boolean whole = begins == DayOfWeek.MONDAY || begins.compareTo(DayOfWeek.FRIDAY) > 0;
    return n > 1 && !whole ? counted.with(Doubts.NONE.confirm()) : counted;
  }

  private static Dates lastWeek(Dates dates, Almanac almanac) {
    Dates week = almanac.weekOf(last(dates, almanac));
    boolean most = !week.first().plusDays(2).isAfter(dates.last());
    Dates chosen = most ? week : almanac.weekOf(week.first().minusWeeks(1));
    return chosen.last().isAfter(dates.last())
        ? Dates.period(chosen.first(), dates.last(), Precision.WEEK)
        : chosen;
  }

  private static DayOfWeek day(Match m) {
    return Names.DAYS.getOrDefault(m.text(Kind.DAY), DayOfWeek.MONDAY);
  }
}
