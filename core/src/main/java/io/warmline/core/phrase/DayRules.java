package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import io.warmline.core.phrase.Item.Join;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Today, tomorrow and the days of the week. */
final class DayRules {

  private DayRules() {}

  static Stream<Rule> all() {
    return Stream.of(relative(), tonight(), weekdays(), weeksOn(), next(), halves())
        .flatMap(s -> s);
  }

  private static Stream<Rule> relative() {
    return Stream.of(
            rule(
                m -> days(0),
                "today",
                "this day",
                "same day",
                "asap",
                "as soon as possible|you can",
                "right away",
                "immediately",
                "straight away"),
            rule(m -> days(1), "tomorrow", "the next day", "the following day"),
            rule(
                m -> new Item.Date(a -> Offsets.exact(a, Unit.BUSINESSDAY, 1)),
                "on? the? next|following businessday"),
            rule(m -> days(2), "overmorrow"),
            rule(m -> new Item.Following(Unit.DAY), "the? day after $", "the? day after that"),
            rule(m -> days(8), "tomorrow week", "a week from? tomorrow"),
            rule(m -> days(15), "tomorrow fortnight", "a fortnight from? tomorrow"),
            rule(
                m -> days(14),
                "a? fortnight from? today|now",
                "today fortnight",
                "this day fortnight"),
            rule(m -> days(15), "a? fortnight from? tomorrow"),
            rule(
                m -> new Item.Date(a -> Offsets.exact(a, m.unit(), m.count(0).value())),
                "COUNT UNIT from? today",
                "COUNT UNIT to the day"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            Dates.day(
                                Offsets.shift(
                                    a.today().plusDays(1), m.unit(), m.count(0).value(), a))),
                "COUNT UNIT from? tomorrow"),
            rule(m -> days(7), "this day week", "a? week to the day"),
            rule(m -> days(7), "a week from? today", "today week", "the? same day next week"),
            rule(m -> days(7 * m.number(Kind.NUM)), "NUM week from? today"),
            rule(m -> days(7 * m.number(Kind.NUM) + 1), "NUM week from? tomorrow"),
            rules(
                m -> List.of(days(0), new Item.Time(Times.part(PartOfDay.AFTERNOON))),
                "later on? today"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> tonight() {
    return Stream.concat(
        rules(
            m -> List.of(days(0), new Item.Time(Times.part(PartOfDay.EVENING))),
            "tonight",
            "this evening",
            "later this evening"),
        rules(m -> List.of(days(0), new Item.Time(Times.part(part(m)))), "later? on? this PART"));
  }

  private static Stream<Rule> weekdays() {
    return Stream.of(
            rule(m -> new Item.Date(a -> thisDay(a, day(m))), "this DAY"),
            rule(m -> weekday(day(m), 0), "DAY", "this? coming DAY", "on DAY", "DAY coming"),
            rule(m -> new Item.Date(a -> ofThisWeek(a, day(m))), "DAY this week"),
            rule(m -> new Item.Date(a -> lastOfMonth(a, day(m))), "on? the last|final DAY"),
            rule(
                m -> weekday(day(m), 1),
                "not this coming? DAY ,? but? the? next $",
                "not this coming? DAY ,? but? the? next one",
                "not this coming? DAY ,? but? the? following $",
                "not this coming? DAY ,? but? the? following one",
                "not this coming? DAY ,? but? the one after"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            ChangeRules.nth(
                                a.monthAfter(m.has("next") ? 1 : 0), m.number(Kind.ORD), day(m))),
                "on? the? ORD DAY this|next month"),
            rule(
                m -> Merges.join(weekday(m, 0), Join.TO, weekday(m, 1)),
                "DAY to|-|through|until DAY"),
            rule(
                m -> Merges.join(weekday(m, 0), Join.TO, weekday(m, 1)),
                "between DAY and|to|- DAY",
                "from DAY to|through|-|until DAY"),
            rule(
                m -> weekAfter(day(m)),
                "DAY week",
                "a week on|from? DAY",
                "week from|on DAY",
                "DAY in a week",
                "1 week on|from DAY",
                "a week from? this|coming? DAY"),
            rule(
                m -> weekday(day(m), Math.max(0, m.number(Kind.NUM) - 1)),
                "NUM DAY habitually? from now|today"),
            rule(
                m -> fortnight(day(m)),
                "DAY fortnight",
                "a? fortnight on|from? DAY",
                "DAY in 2 week"),
            rule(
                m ->
                    new Item.Date(
                        a -> Dates.day(a.at(a.week(1).first()).coming(day(m)).plusWeeks(1))),
                "the? DAY after next",
                "afternext DAY"),
            rule(
                m -> new Item.Date(a -> Dates.day(a.at(a.week(1).first()).coming(day(m)))),
                "DAY of? next week",
                "next week on? DAY",
                "DAY the following week"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            Dates.day(a.at(a.week(1).first()).coming(day(m)))
                                .with(Doubts.NONE.confirm())),
                "the following DAY"))
        .flatMap(s -> s);
  }

  /** "Two weeks on Monday" is British for two weeks after the coming Monday. */
  private static Stream<Rule> weeksOn() {
    return rule(m -> weekday(day(m), m.number(Kind.NUM)), "in? NUM week on|from? this|the? DAY");
  }

  /** "Thursday PM"; "am" alone may be the verb. */
  private static Stream<Rule> halves() {
    return Stream.of(
            rules(
                m ->
                    List.of(
                        weekday(day(m), 0),
                        new Item.Time(
                            Times.part(m.has("am") ? PartOfDay.MORNING : PartOfDay.AFTERNOON))),
                "on|this? DAY am|pm ~"),
            rules(
                m -> List.of(dayOf(m), new Item.Time(military(m))),
                "today|tomorrow|DAY MILITARY ~"),
            rules(
                m -> List.of(new Item.Time(military(m)), dayOf(m)),
                "at? MILITARY hours|hour? on? today|tomorrow|DAY"),
            rules(
                m ->
                    List.of(
                        days(m.has("today") ? 0 : 1),
                        new Item.Time(
                            Times.part(m.has("am") ? PartOfDay.MORNING : PartOfDay.AFTERNOON))),
                "today|tomorrow am|pm ~"))
        .flatMap(s -> s);
  }

  private static Item dayOf(Match m) {
    return m.has(Kind.DAY) ? weekday(day(m), 0) : days(m.has("today") ? 0 : 1);
  }

  private static Times military(Match m) {
    return Times.point(Clock.parse(m.text(Kind.MILITARY)));
  }

  private static Stream<Rule> next() {
    return Stream.concat(
        rule(m -> new Item.Date(a -> next(a, day(m))), "next DAY", "on next DAY"),
        rule(m -> new Item.Date(a -> proximo(a, day(m))), "proximo DAY"));
  }

  /** "El próximo viernes" is the coming one; within this week people may mean that of the next. */
  private static Dates proximo(Almanac almanac, DayOfWeek day) {
    LocalDate coming = almanac.coming(day);
    boolean thisWeek = coming.isBefore(almanac.week(1).first());
    return thisWeek
        ? Dates.day(coming).with(Others.day(coming.plusWeeks(1), "if that of next week is meant"))
        : Dates.day(coming);
  }

  /** That day of next week; people also say it of the coming one, so ask where the two differ. */
  private static Dates next(Almanac almanac, DayOfWeek day) {
    LocalDate coming = almanac.coming(day);
    LocalDate next = almanac.at(almanac.week(1).first()).coming(day);
    if (!next.isAfter(coming)) {
      return Dates.day(coming);
    }
    return Dates.day(next).with(Others.day(coming, "\"next\" may mean the coming one"));
  }

  private static Item.Date weekday(Match m, int n) {
    DayOfWeek day = Names.DAYS.getOrDefault(m.text(Kind.DAY, n), DayOfWeek.MONDAY);
    return new Item.Date(a -> Dates.day(a.coming(day)));
  }

  static Item weekday(DayOfWeek day, int weeks) {
    return new Item.Date(a -> Dates.day(a.coming(day).plusWeeks(weeks)));
  }

  /** "Monday this week", said on a Thursday, is over. */
  private static Dates ofThisWeek(Almanac almanac, DayOfWeek day) {
    LocalDate coming = almanac.coming(day);
    Dates named = Dates.day(coming);
    boolean over = !coming.isBefore(almanac.week(1).first());
    return over && !almanac.within() ? named.with(Doubts.NONE.confirm()) : named;
  }

  /** "The last Friday" is likely that of the month; it may have been. */
  private static Dates lastOfMonth(Almanac almanac, DayOfWeek day) {
    LocalDate last = almanac.today().with(TemporalAdjusters.lastInMonth(day));
    LocalDate meant =
        last.isBefore(almanac.today())
            ? last.plusWeeks(1).with(TemporalAdjusters.lastInMonth(day))
            : last;
    return Dates.day(meant).with(Doubts.NONE.confirm());
  }

  /** Said on a Tuesday, "this Tuesday" may be today. */
  private static Dates thisDay(Almanac almanac, DayOfWeek day) {
    LocalDate coming = almanac.coming(day);
    return !almanac.within() && almanac.today().getDayOfWeek() == day
        ? Dates.day(almanac.today()).with(Others.day(coming, "if that of next week is meant"))
        : Dates.day(coming);
  }

  static Dates inDays(Almanac almanac, int count) {
    return Dates.day(almanac.today().plusDays(count));
  }

  static Item days(int count) {
    return new Item.Date(a -> inDays(a, count));
  }

  private static DayOfWeek day(Match m) {
    return Names.DAYS.getOrDefault(m.text(Kind.DAY), DayOfWeek.MONDAY);
  }

  private static Item fortnight(DayOfWeek day) {
    return new Item.Date(a -> counted(a, day, 2));
  }

  private static Item weekAfter(DayOfWeek day) {
    return new Item.Date(a -> counted(a, day, 1));
  }

  /** Said on that weekday, it may count from today. */
  private static Dates counted(Almanac almanac, DayOfWeek day, int weeks) {
    LocalDate coming = almanac.coming(day);
    Dates then = Dates.day(coming.plusWeeks(weeks));
    return almanac.today().getDayOfWeek() == day
        ? then.with(Others.day(coming.plusWeeks(weeks - 1L), "if it counts from today"))
        : then;
  }

  private static PartOfDay part(Match m) {
    return Names.PARTS.getOrDefault(m.text(Kind.PART), PartOfDay.AFTERNOON);
  }
}
