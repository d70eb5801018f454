package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Dates of the calendar: "3 December", "12/3", "on the 15th". */
final class DateRules {

  /** So many days behind today a day of the month may be meant that is over. */
  private static final int DAYS_OF_A_SLIP = 2;

  private DateRules() {}

  static Stream<Rule> all() {
    return Stream.of(
            monthAndDay(), hourAndDay(), withYear(), twoDays(), dayAlone(), numeric(), halves())
        .flatMap(s -> s);
  }

  private static Stream<Rule> monthAndDay() {
    return rule(
        m -> isDay(m) ? new Item.Date(a -> a.date(month(m), day(m))) : Item.Mark.IMPOSSIBLE,
        "MONTH the? ORD",
        "MONTH DATE",
        "the? ORD day? of MONTH",
        "the? ORD PLAINMONTH",
        "ORD MONTH",
        "DATE of? MONTH");
  }

  /** "At three March 3rd": the number before the month is an hour, for its day stands behind it. */
  private static Stream<Rule> hourAndDay() {
    return Stream.of(
            rules(
                m -> List.of(hour(m, 0), monthAndDay(m)),
                "HOUR MONTH the? ORD",
                "HOUR MONTH ORD ,? YEAR"),
            rules(
                m -> List.of(Item.Mark.ABOUT, hour(m, 0), Item.Join.TO, hour(m, 1), monthAndDay(m)),
                "between|from HOUR and|to|until HOUR MONTH the? ORD"))
        .flatMap(s -> s);
  }

  private static Item hour(Match m, int n) {
    return new Item.BareNumber(m.number(Kind.HOUR, n));
  }

  private static Item monthAndDay(Match m) {
    boolean year = m.has(Kind.YEAR);
    return !isDay(m)
        ? Item.Mark.IMPOSSIBLE
        : new Item.Date(
            a ->
                year
                    ? Almanac.date(m.number(Kind.YEAR), month(m), day(m))
                    : a.date(month(m), day(m)));
  }

  private static Stream<Rule> withYear() {
    return rule(
        m ->
            isDay(m)
                ? new Item.Date(a -> Almanac.date(m.number(Kind.YEAR), month(m), day(m)))
                : Item.Mark.IMPOSSIBLE,
        "MONTH the? ORD ,? YEAR",
        "MONTH DATE ,? YEAR",
        "the? ORD of? MONTH ,? YEAR",
        "DATE of? MONTH ,? YEAR");
  }

  private static Stream<Rule> twoDays() {
    return Stream.of(
            rule(
                m -> new Item.Date(a -> twoDays(a, month(m), days(m))),
                "MONTH the? ORD to|-|through|until the? ORD",
                "MONTH DATE to|-|through|until DATE",
                "between|from MONTH? DATE and|to|until DATE of? MONTH",
                "between|from? the? ORD to|-|through|until the? ORD of? MONTH",
                "between|from the? ORD and the? ORD of? MONTH",
                "between|from? MONTH the? ORD to|-|through|until the? ORD",
                "between|from MONTH the? ORD and the? ORD",
                "DATE to|-|through|until DATE of? MONTH"),
            rules(
                m -> oneOf(m, day -> new Item.Date(a -> a.date(month(m), day))),
                "MONTH the? ORD or|and the? ORD",
                "MONTH DATE or DATE",
                "the? ORD or|and the? ORD of? MONTH",
                "DATE or DATE of? MONTH"),
            rule(
                m -> new Item.Date(a -> twoDays(a, days(m))),
                "the? ORD to|-|through|until the? ORD",
                "between the? ORD and the? ORD"),
            rules(
                m -> oneOf(m, day -> new Item.Date(a -> Dates.day(a.dayOfMonth(day)))),
                "the? ORD or|and the? ORD"))
        .flatMap(s -> s);
  }

  /** Two days that were offered, and of which one or both may be meant. */
  private static List<Item> oneOf(Match m, IntFunction<Item> date) {
    List<Integer> days = days(m);
    return List.of(date.apply(days.get(0)), Item.Join.OR, date.apply(days.get(1)));
  }

  private static Dates twoDays(Almanac almanac, Month month, List<Integer> days) {
    Dates first = almanac.date(month, days.get(0));
    return Dates.period(
        first.first(), almanac.at(first.first()).date(month, days.get(1)).last(), Precision.DAYS);
  }

  private static Dates twoDays(Almanac almanac, List<Integer> days) {
    LocalDate first = almanac.dayOfMonth(days.get(0));
    return Dates.period(first, almanac.at(first).dayOfMonth(days.get(1)), Precision.DAYS);
  }

  private static Stream<Rule> dayAlone() {
    return rule(
        m -> {
          int day = m.number(Kind.ORD);
          return day >= 1 && day <= 31
              ? new Item.Date(a -> dayAlone(a, day))
              : Item.Mark.IMPOSSIBLE;
        },
        "the ORD ~",
        "on the ORD ~",
        "on ORD ~",
        "ORD ~");
  }

  /** "The 31st" in a month of thirty days, or "the 14th" on the 15th, may be a slip. */
  private static Dates dayAlone(Almanac almanac, int day) {
    LocalDate today = almanac.today();
    Dates named = Dates.day(almanac.dayOfMonth(day));
    int past = today.getDayOfMonth() - day;
    boolean slip = day > today.lengthOfMonth() || (past > 0 && past <= DAYS_OF_A_SLIP);
    return slip && !almanac.within() ? named.with(Doubts.NONE.confirm()) : named;
  }

  /** "Monday 20th a.m."; "am" alone may be the verb. */
  private static Stream<Rule> halves() {
    return rules(
        m ->
            List.of(
                isDay(m) ? halfOf(m) : Item.Mark.IMPOSSIBLE,
                new Item.Time(Times.part(m.has("am") ? PartOfDay.MORNING : PartOfDay.AFTERNOON))),
        "on? the? ORD am|pm ~",
        "MONTH the? ORD am|pm ~",
        "the? ORD of? MONTH am|pm ~");
  }

  private static Item halfOf(Match m) {
    return m.has(Kind.MONTH)
        ? new Item.Date(a -> a.date(month(m), day(m)))
        : new Item.Date(a -> dayAlone(a, m.number(Kind.ORD)));
  }

  private static Stream<Rule> numeric() {
    return Stream.of(
            rule(m -> NumericDate.full(m.text(Kind.NUMERIC)), "NUMERIC"),
            rule(m -> NumericDate.dayAndMonth(m.text(Kind.SHORT)), "SHORT"))
        .flatMap(s -> s);
  }

  private static Month month(Match m) {
    String name = m.has(Kind.MONTH) ? m.text(Kind.MONTH) : m.text(Kind.PLAINMONTH);
    return Names.MONTHS.getOrDefault(name, Month.JANUARY);
  }

  /** Whether the month ever has such a day. */
  private static boolean isDay(Match m) {
    int said = m.has(Kind.ORD) ? m.number(Kind.ORD) : m.number(Kind.DATE);
    boolean month = m.has(Kind.MONTH) || m.has(Kind.PLAINMONTH);
    return said >= 1 && said <= (month ? month(m).maxLength() : 31);
  }

  private static int day(Match m) {
    int day = m.has(Kind.ORD) ? m.number(Kind.ORD) : m.number(Kind.DATE);
    return Math.max(1, Math.min(day, 31));
  }

  private static List<Integer> days(Match m) {
    Kind kind = m.has(Kind.ORD) ? Kind.ORD : Kind.DATE;
    return List.of(
        Math.max(1, Math.min(m.number(kind), 31)), Math.max(1, Math.min(m.number(kind, 1), 31)));
  }
}
