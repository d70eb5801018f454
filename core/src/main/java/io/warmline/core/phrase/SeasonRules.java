package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Seasons and feasts: "in the spring", "after Easter", "after the holidays". */
final class SeasonRules {

  /** A season of which more than this is over is meant to be the next one of its name. */
  private static final int DAYS_STILL_MEANT = 45;

  private static final int DAYS_AFTER_FEAST = 7;
  private static final int DAYS_OF_NEW_YEAR = 14;

  private SeasonRules() {}

  static Stream<Rule> all() {
    return Stream.of(seasons(), feasts(), holidays()).flatMap(s -> s);
  }

  private static Stream<Rule> seasons() {
    return Stream.of(
            rule(
                m -> new Item.Date(a -> bare(a, season(m))),
                "the? SEASON break|vacation|holidays|time?"),
            rule(
                m -> new Item.Date(a -> Bounds.apply(Item.Bound.AFTER, a.season(season(m)), a)),
                "after the? SEASON break|vacation|holidays?"),
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
    return coming.first().isAfter(almanac.today())
        ? coming
        : almanac.at(coming.last().plusDays(1)).season(season);
  }

  private static Stream<Rule> feasts() {
    return Stream.of(
            rule(m -> new Item.Date(a -> Dates.day(feast(m).onOrAfter(a.today()))), "FEAST"),
            rule(
                m -> new Item.Date(a -> after(feast(m).onOrAfter(a.today()))),
                "after|following the? FEAST holidays|break|weekend?",
                "once FEAST is over"),
            rule(
                m -> new Item.Date(a -> a.weekOf(feast(m).onOrAfter(a.today()).plusWeeks(1))),
                "the? week after|following FEAST"),
            rule(
                m -> new Item.Date(a -> a.weekOf(feast(m).onOrAfter(a.today()).minusWeeks(1))),
                "the? week before FEAST"))
        .flatMap(s -> s);
  }

  /** The week that follows; after Christmas it ends with the year. */
  private static Dates after(LocalDate feast) {
    LocalDate last = feast.plusDays(DAYS_AFTER_FEAST);
    LocalDate newYear = LocalDate.of(feast.getYear() + 1, 1, 1);
    boolean past = !last.isBefore(newYear) && feast.getDayOfYear() < feast.lengthOfYear();
    return Dates.period(feast.plusDays(1), past ? newYear.minusDays(1) : last, Precision.DAYS);
  }

  private static Stream<Rule> holidays() {
    return Stream.of(
            date(SeasonRules::holidays, "the? holidays", "the holiday|festive season"),
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
    return Feast.NEWYEARS.onOrAfter(almanac.today());
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
}
