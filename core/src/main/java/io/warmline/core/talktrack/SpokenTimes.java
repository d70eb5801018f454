package io.warmline.core.talktrack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a sentence that say when. What does not fit its grammar is no time: nothing that was
 * not understood is ever spoken.
 */
final class SpokenTimes {

  static final String WEEKDAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thurs?|fri|sat|sun";
  static final String MONTH =
      "january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
  static final String SEASON = "spring|summer|autumn|fall|winter";

  /** Days that have a name. */
  static final String FEAST =
      "christmas(?: day| eve)?|easter|thanksgiving|new year(?:'s)?(?:"
          + " day)?|diwali|holi|eid|ramadan|hanukkah|labou?r day|memorial day|boxing"
          + " day|halloween|australia day|st\\.? patrick's day|black friday|independence day|the"
          + " fourth of july|presidents'? day|pongal|durga puja|anzac day|good friday|bank"
          + " holiday(?: weekend)?|dussehra|easter monday|christmas eve|pancake day|tax day|mlk"
          + " day|(?:mother|father)'?s'? day|republic day|(?:chinese|lunar) new year";

  private static final String ONE =
      "(?:an?|half an?|(?:an? )?couple(?: of)?|an?"
          + " few|few|several|another|\\d{1,3}|one|two|three|four"
          + "|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|sixty|ninety)";
  private static final String COUNT = ONE + "(?: (?:or|to) " + ONE + ")?(?: more)?";
  private static final String UNIT =
      "(?:(?:good|business|working|full)"
          + " )?(?:minutes?|mins?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?)";
  private static final String PART = "morning|afternoon|arvo|evening|night|lunchtime";
  private static final String ORDINAL =
      "(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|last)";

  private static final String NUMBERED =
      "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
          + "|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twen|thir)tieth"
          + "|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty-first";

  private static final String DURATION =
      "(?:(?:in|within|after) )?(?:(?:about|around|roughly|approximately|maybe) )?(?:the next )?"
          + COUNT
          + " "
          + UNIT
          + "(?: (?:and a (?:half|quarter)|or so|or two|later|before(?: that| then)?|after(?:"
          + " that)?|time|from (?:now|today|tomorrow|(?:"
          + WEEKDAY
          + "))|on (?:"
          + WEEKDAY
          + ")))?";
  private static final String DAY =
      "(?:the )?day after tomorrow|later today|today|tonight|tomorrow(?: (?:"
          + PART
          + "))?(?:'s)?|(?:this|that|the) (?:"
          + PART
          + ")|(?:first thing )?(?:(?:on|by|before|after|until|till) )?(?:(?:this|next|the"
          + " following|coming|the) )*(?:"
          + WEEKDAY
          + ")(?: (?:week|fortnight|next|next week|"
          + PART
          + "))?|first thing (?:tomorrow|in the morning)|same time (?:tomorrow|next"
          + " (?:week|month|year))";
  private static final String DATE =
      "(?:(?:on|by|after|before|until|till|around) )+the (?:"
          + NUMBERED
          + ")\\b(?! of)|"
          + "(?:(?:on|by|after|before|until|till|around) )*(?:the )?(?:"
          + ORDINAL
          + "|\\d{1,2})(?: of)? (?:"
          + MONTH
          + ")\\b|(?:(?:on|by|after|before|until|till|around) )*(?:"
          + MONTH
          + ")\\.? (?:the"
          + " )?\\d{1,2}(?:st|nd|rd|th)?\\b(?!:)|(?:(?:on|by|after|before|until|till|around) )*the"
          + " \\d{1,2}(?:st|nd|rd|th)\\b|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?\\b|(?:the )?"
          + ORDINAL
          + " (?:week|"
          + WEEKDAY
          + ") of (?:the )?(?:"
          + MONTH
          + "|month|year|quarter)";
  private static final String PERIOD =
      "(?:(?:in|on|by|before|after|until|till|around|sometime|some time|later|towards|not"
          + " before|not until|from|during|any time|anytime|early|late|mid|at|the middle of|the"
          + " (?:very )?(?:end|beginning|start) of|middle of|(?:end|beginning|start) of)["
          + " -])*(?:(?:next|this|the following|the coming|the) )?(?:week|month|quarter|year|"
          + SEASON
          + "|"
          + MONTH
          + "|q[1-4]|new year|holidays|summer holidays|fiscal year|school holidays|"
          + FEAST
          + ")\\b";
  private static final String HOUR =
      "(?:\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm|o'clock))?|(?:half|quarter) (?:past|to) \\w+|half"
          + " \\w+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:"
          + " (?:thirty|fifteen|forty-five|o'clock|am|pm))?|noon|midday|lunchtime|lunch)";
  private static final String CLOCK =
      "between "
          + HOUR
          + " and "
          + HOUR
          + "|(?:(?:at|about|around|by|after|before|from|any ?time|just)"
          + " )*(?:at|about|around|by|after|before|from) "
          + HOUR
          + "|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|o'clock)|\\d{1,2}:\\d\\d|noon|midday|half past \\w+"
          + "|(?:(?:by|before|at) )?(?:close of business|(?:the )?end of (?:the )?day)";

  private static final String ATOM =
      "(?:" + DATE + "|" + DURATION + "|" + PERIOD + "|" + DAY + "|" + CLOCK + ")";
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\w/-])" + ATOM + "(?: (?:(?:at|on|in|of|or) )?" + ATOM + "){0,3}(?![\\w/-])",
          Pattern.CASE_INSENSITIVE);

  /** "May" and "fall" and numbers alone are more often something else. */
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          "(?i)may|mar|sat|sun|fall|the|(?:the )?(?:year|month|week|quarter)|(?:(?:summer|school)"
              + " )?holidays|fiscal year");

  /** What makes another time of the one before it: "the March" is not "the March after next". */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)\\s+(?:end|after|before|but one|from|following|next|last|ago|gone)\\b.*");

  /** What makes another time, or none, of the one behind it. */
  private static final Pattern BEGAN =
      Pattern.compile(
          "(?i).*\\b(?:(?:this|that|same) time|not|except|instead of|rather than|other"
              + " than|our|my|your|their|his|her|first|second|third|fourth|every|each|day|days|night|financial"
              + "|calendar|tax|academic)\\s+");

  /** Days that come again, and days counted from one that is another when it is told. */
  private static final Pattern UNSAYABLE =
      Pattern.compile(
          "(?i)not\\b.*"
              // How long a talk may be: "ten minutes on Monday".
              + "|(?!(?:in|within|after|for)\\b)[\\w ]*\\b(?:minutes?|mins?|hours?)"
              + " (?:(?:at|on|next|this|tomorrow|today|later|between|before|after)\\b"
              + "(?! that| then)|"
              + WEEKDAY
              + ")\\b.+"
              + "|[\\w ]*\\b(?:minutes?|mins?|hours?) (?:tomorrow|today|"
              + WEEKDAY
              + ")"
              + "|.*\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\\b.*"
              + "|.*\\b(?:today|tomorrow) (?:week|fortnight|in)\\b.*"
              + "|.*\\b(?:weeks?|fortnights?|months?) (?:today|tomorrow)\\b.*");

  private SpokenTimes() {}

  /** The first time in the text; empty, too, if more of it was said than is known. */
  static Optional<String> in(String text) {
    Matcher time = TIME.matcher(text);
    while (time.find()) {
      if (!DOUBTFUL.matcher(time.group()).matches()) {
        return isWhole(time, text) ? Optional.of(time.group().strip()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isWhole(Matcher time, String text) {
    return !UNSAYABLE.matcher(time.group().strip()).matches()
        && !GOES_ON.matcher(text.substring(time.end())).matches()
        && !BEGAN.matcher(text.substring(0, time.start())).matches();
  }

  /** The time with which the text begins. */
  static Optional<String> leading(String text) {
    Matcher time = TIME.matcher(text);
    return time.lookingAt() && !DOUBTFUL.matcher(time.group()).matches() && isWhole(time, text)
        ? Optional.of(time.group().strip())
        : Optional.empty();
  }

  /** Whether the whole text is one. */
  static boolean is(String text) {
    return TIME.matcher(text).matches()
        && !DOUBTFUL.matcher(text).matches()
        && !UNSAYABLE.matcher(text).matches();
  }
}
