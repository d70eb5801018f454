package io.warmline.core.phrase;

import static io.warmline.core.phrase.Rule.rule;
import static io.warmline.core.phrase.Rule.rules;

import io.warmline.core.phrase.Clock.Half;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Times of the clock and parts of the day: "half past three", "between 2 and 4", "first thing". */
final class ClockRules {

  private static final int MINUTES_OF_SHORTLY = 30;

  private ClockRules() {}

  static Stream<Rule> all() {
    return Stream.of(
            clocks(),
            words(),
            ranges(),
            shortlyBefore(),
            shortlyAfter(),
            openHours(),
            parts(),
            shades(),
            same())
        .flatMap(s -> s);
  }

  private static Stream<Rule> clocks() {
    return Stream.of(
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), 0))),
                "HOUR HALF",
                "HOUR oclock HALF?",
                "HOUR around ~",
                "HOUR HALF? or so|thereabouts ~",
                "HOUR HALF? instead|rather of|than HOUR HALF? ~",
                "HOUR oclock? HALF? sharp"),
            time(
                m -> Times.point(half(m, Clock.parse(m.text(Kind.CLOCK)))),
                "CLOCK HALF?",
                "CLOCK hours|oclock"),
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), m.number(Kind.MINUTE)))),
                "HOUR MINUTE HALF",
                "HOUR MINUTE ~"),
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), m.number(Kind.NUM)))),
                "HOUR oh|o NUM HALF?"),
            time(
                m -> Times.point(Clock.parse(m.text(Kind.MILITARY))),
                "MILITARY hours|hour",
                "at|around|after|before|by MILITARY"),
            time(
                m -> Times.point(half(m, Clock.parse(m.text(Kind.DIGITS)))),
                "DIGITS HALF",
                "at DIGITS $"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> words() {
    return Stream.of(
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), 30))),
                "half past? at? HOUR oclock? HALF?"),
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), 15))),
                "a? quarter past|after HOUR HALF?"),
            time(
                m -> Times.point(half(m, before(hour(m, 0), 15))),
                "a? quarter to|of|until|before HOUR HALF?"),
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), Math.min(59, m.number(Kind.NUM))))),
                "NUM minute? past HOUR HALF?"),
            time(
                m -> Times.point(half(m, Clock.open(hour(m, 0), m.number(Kind.BACK)))),
                "BACK minute? past|after HOUR HALF?"),
            time(
                m -> Times.point(half(m, before(hour(m, 0), m.number(Kind.BACK)))),
                "BACK minute to|before HOUR HALF?",
                "BACK of HOUR HALF?",
                "at BACK to HOUR HALF?"),
            time(ClockRules::backOrRange, "BACK to HOUR HALF?"),
            time(
                m -> Times.point(half(m, before(hour(m, m.count(Kind.HOUR) - 1), 25))),
                "5 and 20 to HOUR HALF?"),
            time(m -> Times.point(new Clock(12, 30, Half.KNOWN)), "half past? noon"),
            time(m -> Times.point(new Clock(12, 15, Half.KNOWN)), "a? quarter past|after noon"),
            time(m -> Times.point(new Clock(11, 45, Half.KNOWN)), "a? quarter to|of|before noon"),
            time(
                m -> Times.point(new Clock(12, m.number(Kind.BACK), Half.KNOWN)),
                "BACK minute? past|after noon"),
            time(
                m -> Times.point(new Clock(11, 60 - m.number(Kind.BACK), Half.KNOWN)),
                "BACK minute? to|before noon"),
            time(m -> Times.point(new Clock(12, 0, Half.KNOWN)), "12 noon", "noon", "high noon"),
            time(m -> Times.point(new Clock(0, 0, Half.KNOWN)), "midnight"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> ranges() {
    return Stream.concat(
        time(
            m -> range(m, Clock.open(hour(m, 0), 0), Clock.open(hour(m, 1), 0)),
            "between|from? HOUR HALF? and|to|-|until HOUR oclock? HALF",
            "between HOUR HALF? and|to|-|until HOUR oclock?",
            "from HOUR HALF? and|to|-|until HOUR oclock?",
            "HOUR HALF? to|-|until HOUR ~"),
        Stream.of(
                time(
                    m ->
                        range(
                            m,
                            Clock.open(hour(m, 0), 0),
                            Clock.open(hour(m, 1), m.number(Kind.MINUTE))),
                    "between|from HOUR HALF? and|to|-|until HOUR MINUTE HALF?",
                    "HOUR HALF? to|-|until HOUR MINUTE HALF",
                    "HOUR HALF? to|-|until HOUR MINUTE ~"),
                time(
                    m ->
                        range(
                            m,
                            Clock.open(hour(m, 0), m.number(Kind.MINUTE)),
                            Clock.open(hour(m, 1), 0)),
                    "between|from HOUR MINUTE HALF? and|to|-|until HOUR HALF?",
                    "HOUR MINUTE HALF? to|-|until HOUR HALF",
                    "HOUR MINUTE HALF? to|-|until HOUR ~"),
                time(
                    m ->
                        range(
                            m,
                            Clock.open(hour(m, 0), m.number(Kind.MINUTE)),
                            Clock.open(hour(m, 1), m.number(Kind.MINUTE, 1))),
                    "between|from HOUR MINUTE HALF? and|to|-|until HOUR MINUTE HALF?",
                    "HOUR MINUTE HALF? to|-|until HOUR MINUTE HALF",
                    "HOUR MINUTE HALF? to|-|until HOUR MINUTE ~"),
                rules(
                    m ->
                        List.of(
                            new Item.Time(Times.point(Clock.open(hour(m, 0), 0))),
                            Item.Join.OR,
                            new Item.Time(Times.point(Clock.open(hour(m, 1), 0)))),
                    "at|around HOUR or HOUR"),
                time(
                    m ->
                        range(
                            m, Clock.parse(m.text(Kind.CLOCK)), Clock.parse(m.text(Kind.CLOCK, 1))),
                    "between|from? CLOCK HALF? and|to|-|until CLOCK HALF?"),
                time(
                    m -> range(m, Clock.parse(m.text(Kind.CLOCK)), Clock.open(hour(m, 0), 0)),
                    "between|from? CLOCK HALF? and|to|-|until HOUR HALF?"),
                time(
                    m -> range(m, Clock.open(hour(m, 0), 0), Clock.parse(m.text(Kind.CLOCK))),
                    "between|from? HOUR HALF? and|to|-|until CLOCK HALF?"),
                time(
                    m -> range(m, Clock.open(hour(m, 0), 0), new Clock(12, 0, Half.KNOWN)),
                    "between|from? HOUR HALF? and|to|-|until noon"),
                time(
                    m ->
                        Times.range(
                            new Clock(12, 0, Half.KNOWN), half(m, Clock.open(hour(m, 0), 0))),
                    "between|from noon and|to|-|until HOUR HALF?"))
            .flatMap(s -> s));
  }

  /** "Just before four" is no call at noon. */
  private static Stream<Rule> shortlyBefore() {
    return Stream.of(
            time(
                m -> shortlyBefore(half(m, Clock.open(hour(m, 0), 0))),
                "just|right|shortly|immediately|slightly before HOUR oclock? HALF?",
                "a little|bit|tad|touch|shade before HOUR oclock? HALF?"),
            time(
                m -> shortlyBefore(half(m, Clock.open(hour(m, 0), m.number(Kind.MINUTE)))),
                "just|right|shortly|immediately|slightly before HOUR MINUTE HALF?",
                "a little|bit|tad|touch|shade before HOUR MINUTE HALF?"),
            time(
                m -> shortlyBefore(half(m, Clock.parse(m.text(Kind.CLOCK)))),
                "just|right|shortly|immediately|slightly before CLOCK HALF?",
                "a little|bit|tad|touch|shade before CLOCK HALF?"),
            time(
                m -> shortlyBefore(new Clock(12, 0, Half.KNOWN)),
                "just|right|shortly|immediately|slightly before noon",
                "a little|bit|tad|touch|shade before noon"))
        .flatMap(s -> s);
  }

  private static Times shortlyBefore(Clock clock) {
    LocalTime from = clock.time().minusMinutes(MINUTES_OF_SHORTLY);
    boolean turns = from.isBefore(LocalTime.of(8, 0)) && clock.half() == Half.OPEN;
    if (turns || clock.half() == Half.KNOWN) {
      return Times.range(Clock.known(from), Clock.known(clock.time()));
    }
    int hour = from.getHour() % 12 == 0 ? 12 : from.getHour() % 12;
    boolean noon = from.getHour() < 12 && clock.time().getHour() >= 12;
    Half half = noon && clock.half() != Half.OPEN ? Half.AM : clock.half();
    return Times.range(new Clock(hour, from.getMinute(), half), clock);
  }

  /** "Just after four" is no call at five, either. */
  private static Stream<Rule> shortlyAfter() {
    return Stream.of(
            time(
                m -> shortlyAfter(half(m, Clock.open(hour(m, 0), 0))),
                "just|right|shortly|immediately|straight|slightly|soon after|past HOUR oclock? HALF? ~",
                "a little|bit|tad|touch|shade after|past HOUR oclock? HALF? ~"),
            time(
                m -> shortlyAfter(new Clock(12, 0, Half.KNOWN)),
                "just|right|shortly|immediately|straight|slightly|soon after|past noon",
                "a little|bit|tad|touch|shade after|past noon"),
            time(
                m -> Times.part(LocalTime.of(13, 0), LocalTime.of(14, 30)),
                "just|right|shortly|immediately|straight|directly|soon after lunch"))
        .flatMap(s -> s);
  }

  private static Times shortlyAfter(Clock clock) {
    Clock later =
        clock.half() == Half.KNOWN
            ? Clock.known(clock.time().plusMinutes(MINUTES_OF_SHORTLY))
            : new Clock(clock.hour(), MINUTES_OF_SHORTLY, clock.half());
    return Times.range(clock, later);
  }

  /** "Three onwards", "2 pm or later". */
  private static Stream<Rule> openHours() {
    return Stream.concat(
        from(
            m -> half(m, Clock.open(hour(m, 0), 0)),
            "from|after? HOUR HALF? onward|onwards",
            "HOUR HALF? or|and later|after|onward|onwards"),
        from(
            m -> half(m, Clock.parse(m.text(Kind.CLOCK))),
            "from|after? CLOCK HALF? onward|onwards",
            "CLOCK HALF? or|and later|after|onward|onwards"));
  }

  private static Stream<Rule> from(Function<Match, Clock> clock, String... patterns) {
    return rules(
        m -> List.of(Item.Bound.FROM, new Item.Time(Times.point(clock.apply(m)))), patterns);
  }

  private static Stream<Rule> parts() {
    return Stream.of(
            time(
                m -> Times.part(Names.PARTS.getOrDefault(m.text(Kind.PART), PartOfDay.MORNING)),
                "in|on|over|at|during? the? PART",
                "1|an|any|some PART",
                "PART time|hours|break"),
            rules(
                m -> List.of(new Item.Time(Times.part(PartOfDay.LUNCH)), Item.Mark.ACCEPT),
                "lunch time? is|are better|best|good|fine|great|ok|okay|perfect|ideal"),
            time(
                m -> Times.part(PartOfDay.FIRSTTHING),
                "firstthing in|on? the? morning?",
                "the beginning of the day",
                "bright and early"),
            time(
                m -> Times.part(PartOfDay.AFTERNOON.from(), PartOfDay.AFTERNOON.to()),
                "right|just|straight? after lunch"),
            time(
                m -> new Times(Clock.open(5, 0), Clock.open(5, 0), Times.Type.ON_FROM),
                "after work|hours",
                "after business|office hours"),
            time(
                m -> Times.part(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                "in|during business|office|working|work hours"))
        .flatMap(s -> s);
  }

  /** Halves and thirds of the parts of the day. */
  private static Stream<Rule> shades() {
    return Stream.of(
            part("09:00", "10:30", "early in? the? morning"),
            part("10:00", "11:00", "middle morning"),
            part("10:30", "12:00", "late|later in? the? morning", "towards noon"),
            part("13:00", "14:30", "early in? the? afternoon"),
            part("14:00", "16:00", "middle afternoon", "middle of the afternoon"),
            part("15:30", "17:00", "late|later in? the? afternoon"),
            part("17:00", "18:30", "early in? the? evening"),
            part("18:30", "20:00", "late|later in? the? evening"),
            part("11:30", "13:00", "middle of the day", "middle day"),
            part("16:00", "17:00", "late in the day", "last thing"),
            part("13:00", "17:00", "later in the day"),
            part("09:00", "10:30", "early in the day"))
        .flatMap(s -> s);
  }

  private static Stream<Rule> part(String from, String to, String... patterns) {
    Times times = Times.part(LocalTime.parse(from), LocalTime.parse(to));
    return time(m -> times, patterns);
  }

  private static Stream<Rule> same() {
    return Stream.of(
            time(
                m -> Times.SAME_TIME,
                "at? the? same time as? today|now?",
                "at? the? same time",
                "this time ~",
                "around this time"),
            rules(
                m ->
                    List.of(
                        new Item.Time(Times.SAME_TIME),
                        new Item.Date(a -> Dates.day(a.today().plusWeeks(1)))),
                "at? this|same|the same? time next week",
                "same time next week",
                "at? this|same time in? a week"),
            rule(
                m -> new Item.Date(a -> Offsets.exact(a, m.unit(), 1)),
                "at? around|about? this|same time of? next UNIT",
                "at? around|about? the same time of? next UNIT"))
        .flatMap(s -> s);
  }

  /**
   * "Ten to four" is before four, "ten to twelve" both ends of two hours; from five in the
   * afternoon nobody goes on until nine.
   */
  private static Times backOrRange(Match m) {
    int first = m.number(Kind.BACK);
    boolean range = first == 5 ? hour(m, 0) > first && hour(m, 0) < 9 : first < hour(m, 0);
    return range
        ? range(m, Clock.open(first, 0), Clock.open(hour(m, 0), 0))
        : Times.point(half(m, before(hour(m, 0), first)));
  }

  private static Clock before(int hour, int minutes) {
    return Clock.open(hour == 1 ? 12 : hour - 1, 60 - Math.max(1, minutes));
  }

  private static int hour(Match m, int n) {
    return m.number(Kind.HOUR, n);
  }

  private static Clock half(Match m, Clock clock) {
    return m.has(Kind.HALF) ? half(m, clock, m.count(Kind.HALF) - 1) : clock;
  }

  private static Clock half(Match m, Clock clock, int n) {
    return clock.in(m.text(Kind.HALF, n).equals("am") ? Half.AM : Half.PM);
  }

  /** "2 to 4 pm": the half said last holds for both; the half said first for the first alone. */
  private static Times range(Match m, Clock from, Clock to) {
    boolean first = m.count(Kind.HALF) == 2 || (m.has(Kind.HALF) && !m.endsWith(Kind.HALF));
    Clock begin = first ? half(m, from, 0) : from;
    return Times.range(begin, m.endsWith(Kind.HALF) ? half(m, to) : to);
  }

  private static Stream<Rule> time(Function<Match, Times> times, String... patterns) {
    return rule(m -> new Item.Time(times.apply(m)), patterns);
  }
}
