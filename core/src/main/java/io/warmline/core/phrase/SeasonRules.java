package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Seasons and feasts: "in the spring", "after Easter", "after the holidays". */
final class SeasonRules {

  /** A season of which more than this is over is meant to be the next one of its name. */
  private static final int DAYS_STILL_MEANT = 45;

  private static final int DAYS_AFTER_FEAST = 7;
  private static final int DAYS_OF_NEW_YEAR = 14;

  /** A season that begins within so many days of the same year is "this" to most. */
  private static final int DAYS_TO_THIS = 180;

  private SeasonRules() {}

  static Stream<Rule> all() {
    return Stream.of(seasons(), feasts(), holidays()).flatMap(s -> s);
  }

  private static Stream<Rule> seasons() {
    return Stream.of(
            rule(m -> new Item.Date(a -> bare(a, season(m))), "the? SEASON time?"),
            rule(
                m -> new Item.Date(a -> holidays(a, season(m))),
                "the? SEASON break|vacation|holidays"),
            rule(
                m -> new Item.Date(a -> Bounds.apply(Item.Bound.AFTER, a.season(season(m)), a)),
                "after the? SEASON"),
            rule(
                m -> new Item.Date(a -> Bounds.apply(Item.Bound.AFTER, holidays(a, season(m)), a)),
                "after the? SEASON break|vacation|holidays"),
            rule(m -> new Item.Date(a -> a.season(season(m))), "this SEASON", "the coming SEASON"),
            rule(m -> new Item.Date(a -> next(a, season(m))), "next SEASON"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            a.at(Almanac.year(m.number(Kind.YEAR)).first().plusMonths(2))
                                .season(season(m))),
                "SEASON of? YEAR"))
        .flatMap(s -> s);
  }

  /** When the schools are closed differs: in spring about Easter, else some time in the season. */
  private static Dates holidays(Almanac almanac, Season season) {
    if (season == Season.SPRING) {
      LocalDate end = Feast.SPRINGBREAK.onOrAfter(almanac);
      return Feast.SPRINGBREAK.doubted(
          Dates.period(end.withDayOfMonth(1), end, Precision.MONTH), almanac);
    }
    return bare(almanac, season).with(Doubts.NONE.confirm());
  }

  private static Dates bare(Almanac almanac, Season season) {
    Dates coming = almanac.season(season);
    long gone = ChronoUnit.DAYS.between(coming.first(), almanac.today());
    if (gone <= DAYS_STILL_MEANT) {
      return coming;
    }
    Dates next = almanac.at(coming.last().plusDays(1)).season(season);
    return next.with(
        Others.days(almanac.today(), coming.last(), "if the present one is meant").confirm());
  }

  private static Dates next(Almanac almanac, Season season) {
    Dates coming = almanac.season(season);
    Dates after = almanac.at(coming.last().plusDays(1)).season(season);
    if (coming.first().isAfter(almanac.today())) {
      long ahead = ChronoUnit.DAYS.between(almanac.today(), coming.first());
      return coming.first().getYear() == almanac.today().getYear() && ahead <= DAYS_TO_THIS
          ? coming.with(
              Others.days(after.first(), after.last(), "\"next\" may mean that of next year")
                  .confirm())
          : coming;
    }
    return after;
  }

  private static Stream<Rule> feasts() {
    return Stream.of(
            feast((f, a) -> Dates.day(f.onOrAfter(a)), "FEAST day?"),
            feast(
                (f, a) -> after(f.onOrAfter(a)),
                "after|following the? FEAST day? holidays|break|weekend?",
                "after|following the? FEAST day? long weekend",
                "post FEAST",
                "once FEAST is over"),
            feast(
                (f, a) -> a.weekOf(f.onOrAfter(a).plusWeeks(1)), "the? week after|following FEAST"),
            feast(
                (f, a) -> a.weekOf(f.onOrAfter(a).minusDays(onSunday(f.onOrAfter(a)) ? 1 : 7)),
                "the? week before FEAST"),
            feast(SeasonRules::weekOf, "FEAST week"),
            rule(m -> new Item.Date(a -> ofEaster(a, m)), "easter DAY"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            Dates.day(
                                Feast.BANKHOLIDAY.onOrAfter(
                                    a.at(
                                        a.month(month(m)).first().isBefore(a.today())
                                            ? a.today()
                                            : a.month(month(m)).first())))),
                "MONTH bankholiday"),
            rule(
                m ->
                    new Item.Date(
                        a ->
                            after(
                                Feast.BANKHOLIDAY.onOrAfter(
                                    a.at(
                                        a.month(month(m)).first().isBefore(a.today())
                                            ? a.today()
                                            : a.month(month(m)).first())))),
                "after the? MONTH bankholiday weekend?"))
        .flatMap(s -> s);
  }

  /** "Easter Tuesday" is that of the week behind it; the later days may be of the week before. */
  private static Dates ofEaster(Almanac almanac, Match m) {
    DayOfWeek day = Names.DAYS.getOrDefault(m.text(Kind.DAY), DayOfWeek.TUESDAY);
    Dates named =
        Dates.day(Feast.EASTER.onOrAfter(almanac).with(TemporalAdjusters.nextOrSame(day)));
    return Feast.EASTER.doubted(
        day.compareTo(DayOfWeek.WEDNESDAY) < 0 ? named : named.with(Doubts.NONE.confirm()),
        almanac);
  }

  private static boolean onSunday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Month month(Match m) {
    return Names.MONTHS.getOrDefault(m.text(Kind.MONTH), Month.MAY);
  }

  private static Stream<Rule> feast(BiFunction<Feast, Almanac, Dates> dates, String... patterns) {
    return rule(
        m -> {
          Feast feast = feast(m);
          return new Item.Date(a -> feast.doubted(dates.apply(feast, a), a));
        },
        patterns);
  }

  /** The week that follows; after Christmas it ends with the year. */
  private static Dates after(LocalDate feast) {
    LocalDate last = feast.plusDays(DAYS_AFTER_FEAST);
    LocalDate newYear = LocalDate.of(feast.getYear() + 1, 1, 1);
    boolean past = !last.isBefore(newYear) && feast.getDayOfYear() < feast.lengthOfYear();
    return Dates.period(feast.plusDays(1), past ? newYear.minusDays(1) : last, Precision.DAYS)
        .leaving(Leeway.LATER_DAYS);
  }

  private static Stream<Rule> holidays() {
    return Stream.of(
            date(SeasonRules::holidays, "the? holidays", "the holiday|festive season"),
            date(a -> a.until(newYear(a).minusDays(1)), "by the? new year"),
            date(
                a -> Dates.period(newYear(a).minusDays(7), newYear(a), Precision.DAYS),
                "between? christmas and|to the? new year"),
            date(
                a -> after(newYear(a)),
                "after|following the? christmas? holidays",
                "after|following the holiday|festive|christmas season",
                "after the? new year",
                "once the holidays are over"),
            date(
                a ->
                    Dates.period(
                        newYear(a).plusDays(1),
                        newYear(a).plusDays(DAYS_OF_NEW_YEAR),
                        Precision.DAYS),
                "the? new year",
                "in the? new year",
                "early|beginning in|of? the? new year"))
        .flatMap(s -> s);
  }

  private static Dates holidays(Almanac almanac) {
    return Dates.period(newYear(almanac).minusDays(8), newYear(almanac), Precision.DAYS);
  }

  private static LocalDate newYear(Almanac almanac) {
    return Feast.NEWYEARS.onOrAfter(almanac);
  }

  private static Stream<Rule> date(Function<Almanac, Dates> dates, String... patterns) {
    return rule(m -> new Item.Date(dates), patterns);
  }

  private static Season season(Match m) {
    return Names.SEASONS.getOrDefault(m.text(Kind.SEASON), Season.SPRING);
  }

  private static Feast feast(Match m) {
    return Names.FEASTS.getOrDefault(m.text(Kind.FEAST), Feast.NEWYEARS);
  }

  /**
   * Some call the week behind Easter by its name, some the one before; of a feast on a weekend it
   * is as doubtful.
   */
  private static Dates weekOf(Feast feast, Almanac almanac) {
    LocalDate day = feast.onOrAfter(almanac);
    Dates week = almanac.weekOf(day);
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return feast == Feast.EASTER || weekend ? week.with(Doubts.NONE.confirm()) : week;
  }
}
