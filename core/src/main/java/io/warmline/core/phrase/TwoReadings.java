package io.warmline.core.phrase;

import io.warmline.core.phrase.Clause.Piece;
import io.warmline.core.phrase.Item.Date;
import io.warmline.core.phrase.Item.Moment;
import io.warmline.core.phrase.Item.Time;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Answers of which every word is known, and that can be read in another way all the same: "five
 * till five", "six to two", "Monday in two weeks", "the next day" after a day that was named.
 */
final class TwoReadings {

  private static final Set<String> FOLLOWING = Set.of("next", "following");

  private static final Set<String> LATER = Set.of("later", "afterwards");

  private static final Set<String> UP_TO = Set.of("before", "until", "by");

  private static final Set<String> FROM_ON = Set.of("after", "from", "past");

  private static final Set<String> WITHIN =
      Set.of("of", "in", "after", "before", "from", "this", "next", "following");

  private static final Set<String> TO_AN_HOUR = Set.of("at", "about", "around", "past");

  /** Of longer times than a day "first thing" is the beginning. */
  private static final Set<String> LONG = Set.of("week", "month", "year", "quarter");

  private static final int WORDS_TO_A_PERIOD = 4;

  private final String words;
  private final List<Token> tokens;
  private final List<Clause> clauses;
  private final BitSet answer;

  private TwoReadings(String words, List<Token> tokens, List<Clause> clauses, BitSet answer) {
    this.words = words;
    this.tokens = tokens;
    this.clauses = clauses;
    this.answer = answer;
  }

  /**
   * Whether the answer has such words.
   *
   * @param stretch what was read from its first clause to its last
   */
  static boolean bear(
      String words, List<Token> tokens, List<Clause> clauses, BitSet answer, List<Item> stretch) {
    TwoReadings readings = new TwoReadings(words, tokens, clauses, answer);
    boolean backward =
        stretch.stream().anyMatch(item -> item instanceof Time t && t.times().isBackward());
    boolean counts = stretch.stream().anyMatch(Moment.class::isInstance);
    return backward
        || (counts && readings.isCountedFromElsewhere())
        || answer.stream().anyMatch(readings::isAmbiguous);
  }

  private boolean isAmbiguous(int i) {
    return isTill(i)
        || isNextToANamedDay(i)
        || isDayInWeeks(i)
        || isFirstThingOfAPeriod(i)
        || isHourForADay(i)
        || isCountedToNoon(i)
        || isInHours(i)
        || isOneSecond(i)
        || isHoursOrClock(i)
        || isYearOrClock(i)
        || isNextOrComing(i)
        || isHourOrSome(i)
        || isHourOrDay(i)
        || isNthOrDate(i);
  }

  /** "Five till five" is five to five in America, and "ten till two" four hours in England. */
  private boolean isTill(int i) {
    return tokens.get(i).is(Kind.BACK)
        && token(i + 1).span().in(words).matches("(?i)'?till?")
        && token(i + 2).is(Kind.HOUR);
  }

  /** "1h30" is half past one in a timetable, and an hour and a half elsewhere. */
  private boolean isHoursOrClock(int i) {
    return tokens.get(i).is(Kind.CLOCK)
        && tokens.get(i).span().in(words).matches("(?i)[1-6]h[0-5]\\d")
        && (i == 0 || !text(i - 1).equals("at"));
  }

  /** "Monday 2027" is in a year to come, or late in the evening. */
  private boolean isYearOrClock(int i) {
    return tokens.get(i).is(Kind.MILITARY)
        && tokens.get(i).is(Kind.YEAR)
        && !text(i + 1).equals("hours")
        && (i == 0 || !text(i - 1).equals("at"));
  }

  /** "In the next month" is within thirty days from now, or in the month that begins then. */
  private boolean isNextOrComing(int i) {
    return text(i).equals("next")
        && i > 0
        && text(i - 1).equals("the")
        && LONG.contains(text(i + 1));
  }

  /** "At one afternoon" is at one, or on some afternoon. */
  private boolean isHourOrSome(int i) {
    return text(i).equals("1") && token(i + 1).is(Kind.PART) && isLedToAnHour(i);
  }

  /** "At four March" is at four, or on the fourth. */
  private boolean isHourOrDay(int i) {
    return tokens.get(i).is(Kind.HOUR)
        && token(i + 1).is(Kind.MONTH)
        && !token(i + 2).is(Kind.ORD)
        && isLedToAnHour(i);
  }

  /** "The second Tuesday" is none in March because its second is one. */
  private boolean isNthOrDate(int i) {
    return tokens.get(i).is(Kind.ORD)
        && tokens.get(i).text().matches("[1-5]..")
        && token(i + 1).is(Kind.DAY)
        && !WITHIN.contains(text(i + 2))
        && !isNamed(Kind.MONTH);
  }

  private boolean isNamed(Kind kind) {
    return answer.stream().anyMatch(i -> tokens.get(i).is(kind));
  }

  private boolean isLedToAnHour(int i) {
    return i > 0 && TO_AN_HOUR.contains(text(i - 1));
  }

  /** "My meeting is on the 9th, call me the next day". */
  private boolean isNextToANamedDay(int i) {
    boolean next = FOLLOWING.contains(text(i));
    boolean day = text(i + 1).equals("day") || token(i + 1).is(Kind.PART);
    return next && day && isNamedElsewhere(Date.class);
  }

  /** "The meeting ends at three, call half an hour later". */
  private boolean isCountedFromElsewhere() {
    return answer.stream().anyMatch(i -> LATER.contains(text(i)))
        && (isNamedElsewhere(Time.class) || isNamedElsewhere(Item.BareNumber.class));
  }

  /** "Monday in two weeks" counts from today, or from Monday. */
  private boolean isDayInWeeks(int i) {
    return tokens.get(i).is(Kind.DAY)
        && text(i + 1).equals("in")
        && token(i + 2).is(Kind.COUNT)
        && token(i + 3).is(Kind.UNIT)
        && answer.get(i + 3);
  }

  /** "First thing next month" may be its first day, or early on one of them. */
  private boolean isFirstThingOfAPeriod(int i) {
    boolean period = false;
    for (int j = i + 1; j <= i + WORDS_TO_A_PERIOD; j++) {
      period = period || (answer.get(j) && (LONG.contains(text(j)) || token(j).is(Kind.MONTH)));
    }
    boolean day = answer.stream().mapToObj(tokens::get).anyMatch(t -> t.is(Kind.DAY));
    boolean date = answer.stream().mapToObj(tokens::get).anyMatch(t -> t.is(Kind.DATE));
    boolean ordinal = answer.stream().mapToObj(tokens::get).anyMatch(t -> t.is(Kind.ORD));
    return text(i).equals("firstthing") && period && !day && !date && !ordinal;
  }

  /** "Two for Thursday" are two of something. */
  private boolean isHourForADay(int i) {
    return tokens.get(i).is(Kind.HOUR) && text(i + 1).equals("for") && token(i + 2).is(Kind.DAY);
  }

  /** "After ten before noon" is no ten minutes to twelve, "before five after three" none past. */
  private boolean isCountedToNoon(int i) {
    Set<String> others = text(i + 1).equals("before") ? FROM_ON : UP_TO;
    return tokens.get(i).is(Kind.BACK)
        && text(i + 1).matches("before|after")
        && i > 0
        && others.contains(text(i - 1));
  }

  /** "One second", "one third" are no first hour of a second day. */
  private boolean isOneSecond(int i) {
    return text(i).equals("1") && token(i + 1).is(Kind.ORD) && i + 1 < tokens.size();
  }

  /** "In nine to three" is said of somebody at work, "in 1h30" counts from now. */
  private boolean isInHours(int i) {
    return i > 0
        && text(i - 1).equals("in")
        && (tokens.get(i).is(Kind.HOUR) || tokens.get(i).is(Kind.CLOCK))
        && answer.stream().noneMatch(j -> tokens.get(j).is(Kind.UNIT));
  }

  private boolean isNamedElsewhere(Class<? extends Item> what) {
    return clauses.stream()
        .filter(clause -> !clause.holdsAnyOf(answer))
        .flatMap(clause -> clause.pieces().stream())
        .map(Piece::item)
        .anyMatch(what::isInstance);
  }

  private String text(int i) {
    return i < tokens.size() ? tokens.get(i).text() : "";
  }

  private Token token(int i) {
    return tokens.get(Math.min(i, tokens.size() - 1));
  }
}
