package io.warmline.core.talktrack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that say when, put into a sentence. */
final class TimePhrase {

  private static final String WEEKDAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|weds|thu|thur|thurs|fri|sat|sun";
  private static final String MONTH =
      "january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
  private static final String SEASON = "spring|summer|autumn|fall|winter";
  private static final String COUNT =
      "an?|half|couple|few|several|\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
          + "|twelve|fifteen|twenty|thirty|forty|sixty|ninety";
  private static final String UNIT = "(?:minute|min|hour|day|week|fortnight|month|quarter|year)s?";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:mid-)?(?:" + WEEKDAY + "|" + MONTH + "|q[1-4]|christmas|easter)\\b.*");

  /** Names of days and months as people type them. */
  private static final Pattern SMALL_NAME =
      Pattern.compile(
          "\\b(?:"
              + WEEKDAY
              + "|"
              + MONTH
              + "|q[1-4]|christmas|easter|thanksgiving|diwali|holi|eid|ramadan|hanukkah|halloween)\\b");

  /** In a sentence "may" and "sun" are no names. */
  private static final Pattern CLAUSE =
      Pattern.compile("(?i)(?:when|once|after|as soon as|until) (?:you|your|the|it|i)\\b.*");

  private static final String NTH = "(?:first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th))";

  /** As they are written, and as they are said. */
  private static final List<Placed> SHORT =
      List.of(
          place("Monday", "\\bmon\\b\\.?"),
          place("Tuesday", "\\btues?\\b\\.?"),
          place("Wednesday", "\\bweds?\\b\\.?"),
          place("Thursday", "\\bthu(?:rs?)?\\b\\.?"),
          place("Friday", "\\bfri\\b\\.?"),
          place("Saturday", "\\bsat\\b\\.?"),
          place("Sunday", "\\bsun\\b\\.?"),
          place("January", "\\bjan\\b\\.?"),
          place("February", "\\bfeb\\b\\.?"),
          place("August", "\\baug\\b\\.?"),
          place("September", "\\bsept?\\b\\.?"),
          place("October", "\\boct\\b\\.?"),
          place("November", "\\bnov\\b\\.?"),
          place("December", "\\bdec\\b\\.?"),
          place("minute$1", "\\bmin(s?)\\b\\.?"));

  /** The first that fits decides; words that none fits stand as they are. */
  private static final List<Placed> PLACES =
      List.of(
          place("$0", "(?!half past)(?:" + COUNT + ")(?: \\w+){0,3} (?:from (?!now|today)|on ).*"),
          place(
              "$0",
              "(?:" + COUNT + ")\\b.*\\b(?:" + UNIT + ") (?:later|before|after)(?: that| then)?"),
          place("in $1", "((?:" + COUNT + ")\\b.*\\b(?:" + UNIT + ")) from (?:now|today)\\b.*"),
          place(
              "in $0",
              "(?:about |around |another )?(?:" + COUNT + ")\\b.*\\b(?:" + UNIT + ")\\b.*"),
          place(
              "$0",
              "(?:in|on|at|by|within|after|before|around|about|between|from|until|till|sometime|early|late|later|towards)\\b.*"),
          place("in $0", "the (?:first|second|third|fourth|last) (?:week|half|month)\\b.*"),
          place("in the $0", NTH + " (?:week|half|month) of\\b.*"),
          place("on the $0", NTH + " (?:of|(?:" + WEEKDAY + ") of)\\b.*"),
          place("this $0", "coming (?:" + WEEKDAY + ")\\b.*"),
          place("at $0", "\\d{1,2}[:.]\\d\\d ?(?:am|pm)\\b.*"),
          place("first thing on $1", "first thing ((?:" + WEEKDAY + ")\\b.*)"),
          place("on $0", "(?:" + WEEKDAY + ")\\b.*"),
          place("on $0", "(?:" + MONTH + ")\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?\\b.*"),
          place("on $0", "(?:the )?\\d{1,2}(?:st|nd|rd|th)\\b.*"),
          place("on $0", "\\d{1,2}(?: of)? (?:" + MONTH + ")\\b.*"),
          place("on $0", "\\d{1,2}[/.-]\\d{1,2}\\b.*"),
          place("on $0", "the (?:first|second|third|fourth|last) (?:" + WEEKDAY + ")\\b.*"),
          place("in $0", "(?:mid|early|late)[ -](?:" + MONTH + "|" + SEASON + ")\\b.*"),
          place("in $1", "next ((?:" + MONTH + ")\\b.*)"),
          place("in $0", "(?:mid-)?(?:" + MONTH + "|q[1-4])\\b.*"),
          place("in the $0", "(?:" + SEASON + ")\\b.*"),
          place("in $0", "the (?:new year|morning|afternoon|evening|middle|" + SEASON + ")\\b.*"),
          place("at $0", "the (?:end|beginning|start)\\b.*"),
          place("at the $0", "(?:end|beginning|start) of\\b.*"),
          place("in the $0", "middle of\\b.*"),
          place("at the $0", "same time\\b.*"),
          place("at $0", "(?:" + SpokenTimes.FEAST + ")\\b.*"),
          place("at $0", "(?:noon|midday|lunchtime|half past|quarter|\\d)\\b.*"),
          place("at $0", "\\d.*"));

  /** What pointed from that day on must not point from today. */
  private static final Map<String, String> LATER =
      Map.ofEntries(
          Map.entry("(?:the )?day after tomorrow", "two days later"),
          Map.entry("tomorrow (morning|afternoon|evening|night)", "the next $1"),
          Map.entry("(?:tomorrow arvo|arvo tomorrow)(?:'s)?", "the next afternoon"),
          Map.entry("tomorrow(?:'s)?", "the next day"),
          Map.entry("later today", "later that day"),
          Map.entry("tonight", "that evening"),
          Map.entry("today", "that day"),
          Map.entry("this (morning|afternoon|evening|week|month|quarter|year)", "that $1"),
          Map.entry("this arvo", "that afternoon"),
          Map.entry(
              "next (week|month|quarter|year|spring|summer|autumn|fall|winter|" + WEEKDAY + ")",
              "the following $1"));

  /** All of {@link #LATER} at once, so that nothing is replaced twice; the longer come first. */
  private static final List<Placed> LATER_IN_ORDER =
      LATER.entrySet().stream()
          .sorted((one, other) -> other.getKey().length() - one.getKey().length())
          .map(entry -> place(entry.getValue(), "\\b" + entry.getKey() + "\\b"))
          .toList();

  private record Placed(Pattern words, String as) {}

  private TimePhrase() {}

  private static Placed place(String as, String words) {
    return new Placed(Pattern.compile(words, Pattern.CASE_INSENSITIVE), as);
  }

  /** Whether the word is written with a capital also within a sentence. */
  static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  static String withPreposition(String when) {
    String named =
        CLAUSE.matcher(when).matches()
            ? when
            : SMALL_NAME.matcher(inFull(when)).replaceAll(name -> capital(name.group()));
    return PLACES.stream()
        .filter(place -> place.words().matcher(named).matches())
        .findFirst()
        .map(place -> place.words().matcher(named).replaceFirst(place.as()))
        .orElse(named);
  }

  private static String inFull(String when) {
    String full = when;
    for (Placed word : SHORT) {
      full = word.words().matcher(full).replaceAll(word.as());
    }
    return full;
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String seenLater(String when) {
    String seen = when;
    for (Placed later : LATER_IN_ORDER) {
      seen = later.words().matcher(seen).replaceAll(later.as());
    }
    return seen;
  }
}
