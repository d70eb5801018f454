package io.warmline.core.phrase;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The kinds of words that the rules name by upper case. */
@SuppressWarnings("ImmutableEnumChecker") // The tests are functions without state.
enum Kind {
  /** A whole number of at most four digits. */
  NUM(matching("\\d{1,4}")),
  /** How many: a number, "a" or "few". */
  COUNT(text -> text.matches("\\d{1,4}|an?|few")),
  /** A day of the month, or the how-manieth. */
  ORD(matching("\\d{1,2}(st|nd|rd|th)")),
  /** An hour of a clock with twelve of them. */
  HOUR(matching("0?[1-9]|1[0-2]")),
  /** Minutes after the hour, in two digits. */
  MINUTE(matching("[1-5]\\d")),
  /** A time with minutes: 14:30, 2.30. */
  CLOCK(matching("([01]?\\d|2[0-3])[:.][0-5]\\d")),
  /** A time of four digits: 1430. */
  MILITARY(matching("([01]\\d|2[0-3])[0-5]\\d")),
  /** A time of three digits: 415. */
  DIGITS(matching("[1-9][0-5]\\d")),
  /** Minutes that people count back from the full hour. */
  BACK(matching("5|10|20|25")),
  HALF(text -> text.equals("am") || text.equals("pm")),
  MONTH(Names.MONTHS::containsKey),
  /** A month whose name is no other common word. */
  PLAINMONTH(text -> Names.MONTHS.containsKey(text) && !text.equals("may")),
  DAY(Names.DAYS::containsKey),
  /** A day of the month in digits alone. */
  DATE(matching("0?[1-9]|[12]\\d|3[01]")),
  YEAR(matching("2[01]\\d\\d")),
  NUMERIC(matching("\\d{1,4}([/.-])\\d{1,2}([/.-])(\\d{1,4})?")),
  SHORT(matching("\\d{1,2}/\\d{1,2}")),
  DECIMAL(matching("\\d{1,3}\\.5")),
  UNIT(Names.UNITS::containsKey),
  PART(Names.PARTS::containsKey),
  SEASON(Names.SEASONS::containsKey),
  QUARTER(matching("q[1-4]")),
  /** The name of a zone that needs no "time" behind it. */
  ZONE(Zones::isShort),
  /** A place or a people by whose clock one may tell the time. */
  PLACE(Zones::isName),
  FEAST(Names.FEASTS::containsKey),
  /** What people have at a time of its own: "meeting", "flight". */
  EVENT(ElsewhereRules.EVENTS::contains),
  /** What people do at a time of its own, as they are doing it: "leaving". */
  DOING(ElsewhereRules::isDoing),
  /** A number of another language of which no line has said what it counts. */
  UNREAD(text -> false);

  private static final Set<String> NO_WORDS = Set.of("#", ",");

  private final Predicate<String> test;

  Kind(Predicate<String> test) {
    this.test = test;
  }

  boolean includes(String text) {
    return !NO_WORDS.contains(text) && test.test(text);
  }

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }
}
