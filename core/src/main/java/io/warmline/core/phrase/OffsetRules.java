package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;

import io.warmline.core.phrase.Match.Count;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What is counted from now: "in 2 to 3 weeks", "half an hour", "give me ninety days". */
final class OffsetRules {

  private static final int HALF_A_MONTH = 15;

  private OffsetRules() {}

  static Stream<Rule> all() {
    return Stream.of(exact(), later(), about(), ranges(), within(), away(), clocks(), halves())
        .flatMap(s -> s);
  }

  private static Stream<Rule> exact() {
    return rule(
        m -> isPatience(m) ? Item.Mark.GAP : m.has("few") ? about(m) : exact(m),
        "in|after|give|wait another|like? just? COUNT more? UNIT time?",
        "in just|exactly COUNT UNIT",
        "in another COUNT UNIT",
        "give|allow|need me|it|us another|about|at? least? COUNT more? UNIT",
        "wait another|about|at? least? COUNT more? UNIT",
        "leave|give it COUNT more? UNIT",
        "another COUNT UNIT",
        "COUNT more UNIT",
        "COUNT UNIT time|hence|out|on $",
        "COUNT UNIT from now|today",
        "in? COUNT UNIT down the road|line",
        "COUNT UNIT $",
        "COUNT UNIT is|would|will|should");
  }

  private static Stream<Rule> later() {
    return rule(
        m -> m.unit().ofClock() ? exact(m) : new Item.Later(m.unit(), m.count(0).value()),
        "COUNT UNIT later|afterwards $");
  }

  /** "Wait a minute" is no minute. */
  private static boolean isPatience(Match m) {
    boolean counted = m.has("in") || m.has("after") || m.has("call") || m.has("now");
    return !counted && m.unit() == Unit.MINUTE && m.has(Kind.COUNT) && m.count(0).value() == 1;
  }

  private static Stream<Rule> about() {
    return rule(
        OffsetRules::about,
        "in? about|around COUNT UNIT from? now?",
        "about|around COUNT UNIT time?",
        "in? like? COUNT UNIT or so from? now?",
        "give me|it|us about|around COUNT UNIT");
  }

  private static Stream<Rule> ranges() {
    return Stream.of(
            rule(
                m -> between(m.unit(), m.number(Kind.NUM), m.number(Kind.NUM, 1)),
                "in|after? about? NUM to|-|or NUM UNIT from|time? now?",
                "in? between NUM and NUM UNIT from? now?",
                "give me|it|us NUM to|-|or NUM UNIT"),
            rule(
                m ->
                    m.number(Kind.NUM, 1) == m.number(Kind.NUM) + 1
                        ? between(m.unit(), m.number(Kind.NUM), m.number(Kind.NUM, 1))
                        : Item.Mark.GAP,
                "in|after|within NUM NUM UNIT"),
            rule(
                OffsetRules::oneOrTheOther,
                "in|after|give|me|us? me|us? COUNT day|week|month|fortnight or COUNT"
                    + " day|week|month|fortnight from|time? now?"),
            rule(
                m -> corrected(m.unit(), m.number(Kind.NUM)),
                "in COUNT UNIT , no|sorry|actually|rather|wait ,? NUM ~"),
            rule(
                m -> between(m.unit(), 1, 2),
                "in? a|1|an UNIT or 2",
                "in? a|1|an UNIT or 2 from now|today",
                "give|leave me|it|us a|1|an UNIT or 2"))
        .flatMap(s -> s);
  }

  /** "In a week or ten days": from the one to the other. */
  private static Item oneOrTheOther(Match m) {
    return new Item.Date(
        a -> {
          LocalDate one = Offsets.shift(a.today(), unit(m, 0), m.count(0).value(), a);
          LocalDate other = Offsets.shift(a.today(), unit(m, 1), m.count(1).value(), a);
          return one.isBefore(other)
              ? Dates.period(one, other, Precision.DAYS)
              : Dates.period(other, one, Precision.DAYS);
        });
  }

  /** "In two weeks, no, three". */
  private static Item corrected(Unit unit, int count) {
    return unit.ofClock()
        ? between(unit, count, count)
        : new Item.Date(a -> Offsets.exact(a, unit, count));
  }

  private static Stream<Rule> within() {
    return Stream.of(
            rule(m -> within(Unit.HOUR, 1), "in|inside|over|during|sometime? the next|coming hour"),
            rule(m -> within(Unit.WEEK, 2), "sometime? in|over|during the next|coming fortnight"),
            withinUnits())
        .flatMap(s -> s);
  }

  private static Stream<Rule> withinUnits() {
    return rule(
        m -> within(m.unit(), m.has(Kind.COUNT) ? m.count(0).value() : 1),
        "within the? next? COUNT? UNIT",
        "inside|in|over|during|sometime the next|coming|following COUNT UNIT",
        "over|within the? coming UNIT");
  }

  private static Stream<Rule> away() {
    return rule(
        m ->
            new Item.For(
                a -> Offsets.exact(a, m.unit(), m.has(Kind.COUNT) ? m.count(0).value() : 1)),
        "for the next|coming UNIT",
        "for at? least? another|about|the? next? COUNT more? UNIT",
        "the next COUNT UNIT");
  }

  private static Stream<Rule> clocks() {
    return Stream.of(
            rule(
                m -> {
                  int minutes = (int) (Double.parseDouble(m.text(Kind.DECIMAL)) * 60);
                  return between(Unit.MINUTE, minutes, minutes);
                },
                "in? DECIMAL hour from? now?"),
            rule(
                m -> {
                  int minutes = m.number(Kind.NUM) * 60 + 30;
                  return between(Unit.MINUTE, minutes, minutes);
                },
                "in? NUM andhalf hour from? now?",
                "give me|us NUM andhalf hour"),
            rule(
                m -> {
                  int minutes = m.count(0).value() * 60 + m.number(Kind.NUM);
                  return between(Unit.MINUTE, minutes, minutes);
                },
                "in? COUNT hour and? NUM minute from? now?",
                "in COUNT hour and NUM ~"),
            rule(
                m -> {
                  int minutes = m.count(0).value() * 60 + 15;
                  return between(Unit.MINUTE, minutes, minutes);
                },
                "in? COUNT hour and a? quarter"),
            rule(
                m ->
                    new Item.Date(
                        a -> {
                          LocalDate first =
                              Offsets.shift(a.today(), unit(m, 0), m.count(0).value(), a);
                          return Dates.day(Offsets.shift(first, unit(m, 1), m.count(1).value(), a))
                              .rolling(Dates.Rolling.COUNTED);
                        }),
                "in? COUNT week|month|year|fortnight and COUNT week|day from? now?"),
            rule(
                m -> between(Unit.MINUTE, m.number(Kind.NUM), m.number(Kind.NUM)),
                "in about|around? NUM $",
                "give me|us NUM $"))
        .flatMap(s -> s);
  }

  /** "Two and a half weeks", "1.5 months", "half a month". */
  private static Stream<Rule> halves() {
    return Stream.of(
            rule(
                m -> half(m.unit(), m.number(Kind.NUM)),
                "in|after|give|another|me|us? me|us? another? NUM andhalf UNIT from|time? now?",
                "in|after|give|another|me|us? me|us? another? NUM UNIT andhalf from|time? now?"),
            rule(
                m -> half(m.unit(), m.number(Kind.DECIMAL)),
                "in|after|give|another|me|us? me|us? another? DECIMAL UNIT from|time? now?"),
            rule(
                m -> m.unit() == Unit.DAY ? Item.Mark.VAGUE : exact(m),
                "another UNIT $",
                "give|allow me|us|it another UNIT"),
            rule(
                m -> half(m.unit(), 0),
                "in|after|another? half a|an UNIT from|time? now?",
                "give me|us another? half a|an UNIT"))
        .flatMap(s -> s);
  }

  private static Unit unit(Match m, int n) {
    return Names.UNITS.getOrDefault(m.word(Names.UNITS::containsKey, n), Unit.DAY);
  }

  private static Item half(Unit unit, int whole) {
    if (whole == 0 && (unit == Unit.DAY || unit == Unit.BUSINESSDAY)) {
      return Item.Mark.VAGUE;
    }
    return switch (unit) {
      case MINUTE -> between(Unit.MINUTE, whole + 1, whole + 1);
      case HOUR -> between(Unit.MINUTE, 60 * whole + 30, 60 * whole + 30);
      case DAY, BUSINESSDAY -> between(unit, whole, whole + 1);
      case WEEK -> between(Unit.DAY, 7 * whole + 3, 7 * whole + 4);
      case FORTNIGHT -> between(Unit.DAY, 14 * whole + 7, 14 * whole + 7);
      case MONTH ->
          new Item.Date(
              a ->
                  Dates.day(a.today().plusMonths(whole).plusDays(HALF_A_MONTH))
                      .rolling(Dates.Rolling.COUNTED)
                      .with(whole == 0 ? Doubts.NONE : Doubts.NONE.confirm()));
      case QUARTER -> between(Unit.DAY, 91 * whole + 45, 91 * whole + 46);
      case YEAR -> new Item.Date(a -> Offsets.exact(a, Unit.MONTH, 12 * whole + 6));
    };
  }

  private static Item exact(Match m) {
    Unit unit = m.unit();
    int count = m.has(Kind.COUNT) ? m.count(0).value() : 1;
    return unit.ofClock()
        ? between(unit, count, count)
        : new Item.Date(a -> Offsets.exact(a, unit, count));
  }

  private static Item about(Match m) {
    Unit unit = m.unit();
    Count count = m.count(0);
    if (unit.ofClock()) {
      return between(unit, count.value(), count.value());
    }
    return new Item.Date(
        a ->
            count.few()
                ? Offsets.few(a, unit, count.value())
                : Offsets.about(a, unit, count.value()));
  }

  private static Item between(Unit unit, int from, int to) {
    return unit.ofClock()
        ? new Item.Moment(now -> Offsets.stretch(now, unit, from, to))
        : new Item.Date(a -> Offsets.between(a, unit, from, to));
  }

  private static Item within(Unit unit, int count) {
    return unit.ofClock()
        ? new Item.Moment(now -> Offsets.stretch(now, unit, 0, count))
        : new Item.Date(
            a -> {
              Dates end = Offsets.exact(a, unit, count);
              return Dates.around(a.today(), a.today(), end.last());
            });
  }
}
