package io.warmline.core.phrase;

import io.warmline.core.phrase.Token.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One spelling for words and groups of words that mean the same to the grammar. */
final class Spelling {

  /** Written behind a day or a part of it in the plural: it is none of those to come. */
  static final String HABIT = "habitually";

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
          "monday mon",
          "tuesday tue tues teusday tuseday",
          "wednesday wed weds wensday wednsday wendsday",
          "thursday thu thur thurs thrusday thursdy",
          "friday fri firday",
          "saturday sat",
          "sunday sun",
          "minute minutes min mins",
          "hour hours hr hrs h",
          "day days",
          "week weeks wk wks",
          "fortnight fortnights",
          "month months mth mths mos",
          "quarter quarters qtr",
          "year years yr yrs",
          "autumn fall",
          "morning morn",
          "afternoon arvo aft aftn",
          "evening",
          "lunch lunchtime",
          "noon midday noontime",
          "back bk",
          "please pls plz",
          "tomorrow tmrw tomorow tommorow tommorrow tomoro tomorro tomrow tmr tmw tomoz",
          "tonight tonite",
          "around approx approximately roughly circa ish",
          "until till til",
          "end ending",
          "beginning start starting",
          "middle mid",
          "early",
          "late",
          "next nxt",
          "holidays hols",
          "thanksgiving turkey",
          "christmas xmas",
          "agreement agreements",
          "pm p",
          "am m",
          "through thru",
          "are re",
          "will ll",
          "have ve",
          "would d",
          "halloween hallowe");

  /** Each pair: a group of words and its spelling in the rules. The longer come first. */
  private static final List<Group> GROUPS =
      List.of(
          group("mondays", "monday " + HABIT),
          group("tuesdays", "tuesday " + HABIT),
          group("wednesdays", "wednesday " + HABIT),
          group("thursdays", "thursday " + HABIT),
          group("fridays", "friday " + HABIT),
          group("saturdays", "saturday " + HABIT),
          group("sundays", "sunday " + HABIT),
          group("mornings", "morning " + HABIT),
          group("afternoons", "afternoon " + HABIT),
          group("arvos", "afternoon " + HABIT),
          group("evenings", "evening " + HABIT),
          group("2 moro", "tomorrow"),
          group("2 morrow", "tomorrow"),
          group("2 mrw", "tomorrow"),
          group("cb", "call back"),
          group("c b", "call back"),
          group("a couple of", "2"),
          group("couple of", "2"),
          group("a coupla", "2"),
          group("coupla", "2"),
          group("until gone", "until after"),
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
          group("a half an hour", "30 minute"),
          group("half an hour", "30 minute"),
          group("half a hour", "30 minute"),
          group("a half hour", "30 minute"),
          group("half hour", "30 minute"),
          group("3 quarter of an hour", "45 minute"),
          group("a quarter of an hour", "15 minute"),
          group("quarter of an hour", "15 minute"),
          group("a quarter hour", "15 minute"),
          group("half a year", "6 month"),
          group("half a mo", "moment"),
          group("w c", "week commencing"),
          group("w b", "week beginning"),
          group("a 2th", "moment"),
          group("middle week next week", "middle of next week"),
          group("middle week", "middle of the week"),
          group("midweek next week", "middle of next week"),
          group("midweek this week", "middle of this week"),
          group("midweek", "middle of the week"),
          group("martin luther king jr day", "mlkday"),
          group("martin luther king day", "mlkday"),
          group("mlk day", "mlkday"),
          group("mlk weekend", "mlkday weekend"),
          group("mlk", "mlkday"),
          group("presidents day", "presidentsday"),
          group("president day", "presidentsday"),
          group("washingtons birthday", "presidentsday"),
          group("groundhog day", "groundhogday"),
          group("st brigids day", "stbrigids"),
          group("super bowl sunday", "superbowl"),
          group("super bowl", "superbowl"),
          group("valentine day", "valentines"),
          group("st patricks day", "stpatricks"),
          group("saint patricks day", "stpatricks"),
          group("st paddys day", "stpatricks"),
          group("paddys day", "stpatricks"),
          group("patricks day", "stpatricks"),
          group("st stephens day", "ststephens"),
          group("stephens day", "boxingday"),
          group("ststephens", "boxingday"),
          group("saint stephens day", "boxingday"),
          group("pancake day", "pancakeday"),
          group("shrove tuesday", "pancakeday"),
          group("ash wednesday", "ashwednesday"),
          group("mothers day", "mothersday"),
          group("mother day", "mothersday"),
          group("mothering sunday", "motheringsunday"),
          group("ascension day", "ascensionday"),
          group("whit monday", "whitsun"),
          group("pentecost", "whitsun"),
          group("tax day", "taxday"),
          group("st georges day", "stgeorges"),
          group("st andrews day", "standrews"),
          group("anzac day", "anzacday"),
          group("anzac", "anzacday"),
          group("may day", "mayday"),
          group("cinco de mayo", "cincodemayo"),
          group("fathers day", "fathersday"),
          group("kings birthday", "kingsbirthday"),
          group("queens birthday", "kingsbirthday"),
          group("canada day", "canadaday"),
          group("independence day", "independenceday"),
          group("4th of july", "independenceday"),
          group("gandhi jayanti", "gandhijayanti"),
          group("columbus day", "columbusday"),
          group("indigenous peoples day", "columbusday"),
          group("guy fawkes night", "guyfawkes"),
          group("guy fawkes", "guyfawkes"),
          group("bonfire night", "guyfawkes"),
          group("melbourne cup day", "melbournecup"),
          group("melbourne cup", "melbournecup"),
          group("veterans day", "veteransday"),
          group("remembrance day", "remembranceday"),
          group("armistice day", "remembranceday"),
          group("black friday", "blackfriday"),
          group("cyber monday", "cybermonday"),
          group("australia day", "australiaday"),
          group("republic day", "republicday"),
          group("chinese newyear", "lunarnewyear"),
          group("chinese new year", "lunarnewyear"),
          group("lunar new year", "lunarnewyear"),
          group("cny", "lunarnewyear"),
          group("deepavali", "diwali"),
          group("divali", "diwali"),
          group("dussehra", "dussehra"),
          group("dasara", "dussehra"),
          group("eid al fitr", "eid"),
          group("bank holiday weekend", "bankholiday weekend"),
          group("bank holiday monday", "bankholiday"),
          group("bank holidays", "bankholiday"),
          group("bank holiday", "bankholiday"),
          group("long weekend", "bankholiday weekend"),
          group("public holiday", "bankholiday"),
          group("halloween", "halloween"),
          group("hallowe en", "halloween"),
          group("halloweens", "halloween"),
          group("summer bankholiday", "august bankholiday"),
          group("eofy", "end of fiscal year"),
          group("end of fy", "end of fiscal year"),
          group("tea time", "teatime"),
          group("end of play", "dayend"),
          group("close of trading", "dayend"),
          group("close of day", "dayend"),
          group("cop", "dayend"),
          group("and half hour", "andhalf hour"),
          group("and half week", "andhalf week"),
          group("and half month", "andhalf month"),
          group("and half year", "andhalf year"),
          group("and half day", "andhalf day"),
          group("new york", "newyork"),
          group("los angeles", "westcoast"),
          group("la time", "westcoast time"),
          group("san francisco", "westcoast"),
          group("west coast", "westcoast"),
          group("east coast", "eastcoast"),
          group("hong kong", "hkt"),
          group("washington dc", "eastcoast"),
          group("next to next", "afternext"),
          group("fy", "fiscal year"),
          group("gimme", "give me"),
          group("gis", "give us"),
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
          group("the 12 day of christmas", "twelfthnight"),
          group("12 day of christmas", "twelfthnight"),
          group("12th night", "twelfthnight"),
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

  /** The words with groups of them in the spelling of the rules. */
  static List<Word> groups(List<Word> words) {
    List<Word> spelled = words;
    for (Group group : GROUPS) {
      spelled = group.spelled(spelled);
    }
    return spelled;
  }

  private static Group group(String said, String spelling) {
    return new Group(List.of(said.split(" ")), List.of(spelling.split(" ")));
  }

  /** A group of words and what is written instead. */
  private record Group(List<String> said, List<String> spelling) {

    List<Word> spelled(List<Word> words) {
      List<Word> spelled = new ArrayList<>();
      int copied = 0;
      for (int i = 0; i + said.size() <= words.size(); i++) {
        if (begins(words, i)) {
          spelled.addAll(words.subList(copied, i));
          Span span = words.get(i).span().and(words.get(i + said.size() - 1).span());
          spelling.forEach(word -> spelled.add(new Word(word, span)));
          copied = i + said.size();
          i = copied - 1;
        }
      }
      if (copied == 0) {
        return words;
      }
      spelled.addAll(words.subList(copied, words.size()));
      return spelled;
    }

    private boolean begins(List<Word> words, int at) {
      for (int i = 0; i < said.size(); i++) {
        if (!said.get(i).equals(words.get(at + i).text())) {
          return false;
        }
      }
      return true;
    }
  }
}
