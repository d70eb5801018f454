package io.warmline.core.phrase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One spelling for words and groups of words that mean the same to the grammar. */
final class Spelling {

  /** Each line: the spelling used in the rules, then what is written instead. */
  private static final List<String> WORDS =
      List.of(
          "january jan",
          "february feb febuary",
          "march mar",
          "april apr",
          "june jun",
          "july jul",
          "august aug",
          "september sep sept",
          "october oct",
          "november nov",
          "december dec",
          "monday mon mondays",
          "tuesday tue tues tuesdays",
          "wednesday wed weds wednesdays wensday",
          "thursday thu thur thurs thursdays",
          "friday fri fridays",
          "saturday sat saturdays",
          "sunday sundays",
          "minute minutes min mins",
          "hour hours hr hrs h",
          "day days",
          "week weeks wk wks",
          "fortnight fortnights",
          "month months mth mths mo mos",
          "quarter quarters qtr",
          "year years yr yrs",
          "autumn fall",
          "morning mornings morn",
          "afternoon afternoons arvo",
          "evening evenings",
          "lunch lunchtime",
          "noon midday noontime",
          "tomorrow tmrw tomorow tommorow tommorrow tmr 2moro",
          "tonight tonite",
          "around approx approximately roughly circa ish",
          "until till til",
          "end ending",
          "beginning start starting",
          "middle mid",
          "early earlier",
          "late",
          "next nxt",
          "holidays hols",
          "thanksgiving turkey",
          "christmas xmas",
          "agreement agreements",
          "pm p",
          "am m",
          "through thru");

  /** Each pair: a group of words and its spelling in the rules. The longer come first. */
  private static final List<String[]> GROUPS =
      List.of(
          group("a couple of", "2"),
          group("couple of", "2"),
          group("a couple", "2"),
          group("couple", "2"),
          group("a few", "few"),
          group("several", "few"),
          group("half a dozen", "6"),
          group("a dozen", "12"),
          group("dozen", "12"),
          group("a hundred", "100"),
          group("1 hundred", "100"),
          group("a year and a half", "18 month"),
          group("1 and a half year", "18 month"),
          group("a month and a half", "45 day"),
          group("a week and a half", "10 day"),
          group("an hour and a half", "90 minute"),
          group("1 hour and a half", "90 minute"),
          group("hour and a half", "90 minute"),
          group("and a half", "andhalf"),
          group("half an hour", "30 minute"),
          group("half a hour", "30 minute"),
          group("a half hour", "30 minute"),
          group("half hour", "30 minute"),
          group("3 quarter of an hour", "45 minute"),
          group("a quarter of an hour", "15 minute"),
          group("quarter of an hour", "15 minute"),
          group("a quarter hour", "15 minute"),
          group("half a year", "6 month"),
          group("a 2th", "moment"),
          group("midweek next week", "middle of next week"),
          group("midweek this week", "middle of this week"),
          group("midweek", "middle of the week"),
          group("business day", "businessday"),
          group("working day", "businessday"),
          group("work day", "businessday"),
          group("workday", "businessday"),
          group("workdays", "businessday"),
          group("the day after tomorrow", "overmorrow"),
          group("day after tomorrow", "overmorrow"),
          group("the end of the business day", "dayend"),
          group("end of the business day", "dayend"),
          group("the end of the day", "dayend"),
          group("end of the day", "dayend"),
          group("end of business", "dayend"),
          group("end of day", "dayend"),
          group("close of business", "dayend"),
          group("close of play", "dayend"),
          group("eod", "dayend"),
          group("cob", "dayend"),
          group("end of the work day", "dayend"),
          group("eow", "end of week"),
          group("eom", "end of month"),
          group("eoq", "end of quarter"),
          group("eoy", "end of year"),
          group("the 1th thing", "firstthing"),
          group("1th thing", "firstthing"),
          group("newyears eve", "newyearseve"),
          group("newyears day", "newyears"),
          group("christmas eve", "christmaseve"),
          group("christmas day", "christmas"),
          group("good friday", "goodfriday"),
          group("easter monday", "eastermonday"),
          group("easter sunday", "easter"),
          group("labor day", "laborday"),
          group("labour day", "laborday"),
          group("memorial day", "memorialday"),
          group("boxing day", "boxingday"),
          group("valentines day", "valentines"),
          group("independence day", "july 4th"),
          group("veterans day", "november 11th"),
          group("can not", "cannot"),
          group("a half", "half"),
          group("24 hour", "1 day"),
          group("48 hour", "2 day"),
          group("72 hour", "3 day"),
          group("o clock", "oclock"));

  private static final Map<String, String> BY_WORD = new HashMap<>();

  static {
    for (String line : WORDS) {
      String[] words = line.split(" ");
      for (String word : words) {
        BY_WORD.put(word, words[0]);
      }
    }
  }

  private Spelling() {}

  static String word(String word) {
    return BY_WORD.getOrDefault(word, word);
  }

  /** Words apart by single spaces, groups of them in the spelling of the rules. */
  static String groups(String words) {
    String text = " " + words + " ";
    for (String[] pair : GROUPS) {
      text = text.replace(pair[0], pair[1]);
    }
    return text.strip();
  }

  private static String[] group(String said, String spelling) {
    return new String[] {" " + said + " ", " " + spelling + " "};
  }
}
