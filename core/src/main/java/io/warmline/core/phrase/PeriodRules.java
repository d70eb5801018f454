package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import java.time.Month;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Weeks, months, quarters and years: "next week", "in December", "Q2". */
final class PeriodRules {

  private static final Map<String, Integer> QUARTERS =
      Map.of("1th", 1, "2th", 2, "3th", 3, "4th", 4);

  private PeriodRules() {}

  static Stream<Rule> all() {
    return Stream.of(weeks(), months(), namedMonths(), quarters(), years(), fiscalYears())
        .flatMap(s -> s);
  }

  private static Stream<Rule> weeks() {
    return Stream.of(
            date(a -> a.week(0), "within? this week", "the week", "week $", "the current week"),
            date(
                a -> a.week(1),
                "next week",
                "the? following week",
                "the? coming week",
                "the next week"),
            date(
                a -> a.week(2),
                "the? week after next",
                "afternext week",
                "the? week following next"),
            date(
                a ->
                    Dates.period(
                        a.weekStart(a.today()).plusDays(5),
                        a.weekStart(a.today()).plusDays(6),
                        Precision.DAYS),
                "this? weekend",
                "the weekend"),
            date(a -> Dates.day(a.week(1).first()), "after the? weekend"),
            date(
                a ->
                    Dates.period(
                        a.weekStart(a.today()).plusDays(12),
                        a.weekStart(a.today()).plusDays(13),
                        Precision.DAYS),
                "next weekend"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> months() {
    return Stream.of(
            date(a -> a.monthAfter(0), "this month", "the month", "month $", "the current month"),
            date(a -> a.monthAfter(1), "next month", "the? following month", "the? coming month"),
            date(a -> a.monthAfter(2), "the? month after next", "afternext month"),
            rule(m -> new Item.Following(Unit.WEEK), "the? week after $", "the? week after that"),
            rule(
                m -> new Item.Following(Unit.MONTH), "the? month after $", "the? month after that"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> namedMonths() {
    return Stream.of(
            rule(
                m -> new Item.Date(a -> a.month(month(m))),
                "PLAINMONTH",
                "the month of MONTH",
                "in|this|during may",
                "of may",
                "may $"),
            rules(
                m -> List.of(beforeMay(m), new Item.Date(a -> a.month(Month.MAY))),
                "early|late|middle|until|before|after|around|by|from may"),
            rules(
                m -> List.of(beforeMay(m), new Item.Date(a -> a.date(Month.MAY, dayOfMay(m)))),
                "until|before|after|around|by|from may DATE",
                "until|before|after|around|by|from may the? ORD"),
            rules(
                m -> List.of(Item.Bound.FROM, new Item.Date(a -> a.date(Month.MAY, dayOfMay(m)))),
                "not until|before may DATE",
                "not until|before may the? ORD"),
            rules(
                m -> List.of(Item.Bound.FROM, new Item.Date(a -> a.month(Month.MAY))),
                "not until|before may",
                "no earlier|sooner than may"),
            rule(m -> new Item.Date(a -> nextMonth(a, month(m))), "next PLAINMONTH|may"),
            rule(
                m ->
                    Merges.join(
                        new Item.Date(a -> a.month(Month.MAY)),
                        m.has("or") || m.has("and") ? Item.Join.OR : Item.Join.TO,
                        new Item.Date(a -> a.month(month(m)))),
                "may or|and|to|through|until|- PLAINMONTH"),
            rule(
                m ->
                    Merges.join(
                        new Item.Date(a -> a.month(monthBefore(m))),
                        m.has("or") || m.has("and") ? Item.Join.OR : Item.Join.TO,
                        new Item.Date(a -> a.month(Month.MAY))),
                "PLAINMONTH or|and|to|through|until|- may"),
            rule(
                m ->
                    new Item.Date(
                        a -> a.at(Almanac.year(m.number(Kind.YEAR)).first()).month(month(m))),
                "MONTH of? YEAR"))
        .flatMap(s -> s);
  }

  private static int dayOfMay(Match m) {
    int day = m.has(Kind.ORD) ? m.number(Kind.ORD) : m.number(Kind.DATE);
    return Math.max(1, Math.min(day, 31));
  }

  /** The word that tells the month from the verb keeps its meaning. */
  private static Item beforeMay(Match m) {
    if (m.has("early")) {
      return Item.Portion.EARLY;
    }
    if (m.has("late")) {
      return Item.Portion.LATE;
    }
    if (m.has("middle")) {
      return Item.Portion.MIDDLE;
    }
    if (m.has("around")) {
      return Item.Mark.ABOUT;
    }
    if (m.has("until")) {
      return Item.Bound.UNTIL;
    }
    if (m.has("before")) {
      return Item.Bound.BEFORE;
    }
    if (m.has("from")) {
      return Item.Bound.FROM;
    }
    return m.has("after") ? Item.Bound.AFTER : Item.Bound.BY;
  }

  /** That month when it comes; if it comes this year, people may mean the one after. */
  private static Dates nextMonth(Almanac almanac, Month month) {
    Month now = almanac.today().getMonth();
    Dates coming = almanac.month(month);
    Dates after = almanac.at(coming.first().plusMonths(1)).month(month);
    if (month == now) {
      return after;
    }
    return coming.first().getYear() == almanac.today().getYear()
        ? coming.with(
            Others.days(after.first(), after.last(), "\"next\" may mean that of next year")
                .confirm())
        : coming;
  }

  private static Stream<Rule> quarters() {
    return Stream.of(
            date(
                a -> a.quarterAfter(0),
                "this quarter",
                "the quarter",
                "quarter $",
                "the current quarter"),
            date(
                a -> a.quarterAfter(1),
                "next quarter",
                "the? following quarter",
                "the? coming quarter"),
            date(a -> a.quarterAfter(2), "the? quarter after next", "the? quarter following next"),
            rule(m -> quarter(m.text(Kind.QUARTER).charAt(1) - '0'), "the? fiscal? QUARTER"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            a.at(
                                    a.context().customs().fiscalYearStart() == Month.JANUARY
                                        ? Almanac.year(m.number(Kind.YEAR)).first()
                                        : a.today())
                                .quarter(m.text(Kind.QUARTER).charAt(1) - '0')),
                "QUARTER of? YEAR"),
            rule(
                m -> {
                  Integer number = QUARTERS.get(m.text(Kind.ORD));
                  return number == null ? Item.Mark.GAP : quarter(number);
                },
                "the? ORD fiscal? quarter"))
        .flatMap(s -> s);
  }

  private static Item quarter(int number) {
    return new Item.Date(a -> a.quarter(number));
  }

  private static Stream<Rule> years() {
    return Stream.of(
            date(
                a -> year(a, 0),
                "this year",
                "the year",
                "year $",
                "the? current year",
                "the calendar year"),
            date(
                a -> year(a, 1),
                "next year",
                "the? following year",
                "the? coming year",
                "next calendar year"),
            date(a -> year(a, 2), "the? year after next"),
            rule(m -> new Item.Date(a -> Almanac.year(m.number(Kind.YEAR))), "in? YEAR ~"),
            rule(
                m -> new Item.Date(a -> Almanac.year(2000 + m.number(Kind.MINUTE))),
                "in? 20 MINUTE ~"))
        .flatMap(s -> s);
  }

  private static Dates year(Almanac almanac, int years) {
    return Almanac.year(Year.from(almanac.today()).getValue() + years);
  }

  private static Stream<Rule> fiscalYears() {
    return Stream.of(
            date(
                a -> a.fiscalYear(0),
                "this|the|our|your? fiscal|financial year",
                "fiscal|financial year",
                "fy"),
            date(a -> a.fiscalYear(1), "the|our? next|new|coming fiscal|financial year"),
            date(a -> a.quarterAfter(0), "this|the fiscal quarter"),
            date(a -> a.quarterAfter(1), "next fiscal quarter"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> date(Function<Almanac, Dates> dates, String... patterns) {
    return rule(m -> new Item.Date(dates), patterns);
  }

  private static Month monthBefore(Match m) {
    return Names.MONTHS.getOrDefault(m.text(Kind.PLAINMONTH), Month.APRIL);
  }

  private static Month month(Match m) {
    String name =
        m.has("may") && !m.has(Kind.PLAINMONTH)
            ? "may"
            : m.has(Kind.MONTH) ? m.text(Kind.MONTH) : m.text(Kind.PLAINMONTH);
    return Names.MONTHS.getOrDefault(name, Month.MAY);
  }
}
