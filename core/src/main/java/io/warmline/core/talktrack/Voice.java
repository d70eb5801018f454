package io.warmline.core.talktrack;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** How English is spoken where a campaign calls. */
public enum Voice {
  AMERICAN("reach out to", List.of()),
  BRITISH("ring", Words.RINGING),
  IRISH("ring", Words.RINGING),
  INDIAN("call", List.of(Map.entry("set up an appointment", "fix an appointment"))),
  AUSTRALIAN("ring", Words.RINGING);

  /** From so many hours on, and up to so many, nobody asks which half of the day is meant. */
  private static final int FIRST_HOUR = 7;

  private static final int LAST_HOUR = 18;

  private static final List<String> HOURS =
      List.of(
          "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven");

  private final String reach;

  /** From {@link List#of}, so it cannot change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Map.Entry<String, String>> words;

  Voice(String reach, List<Map.Entry<String, String>> words) {
    this.reach = reach;
    this.words = words;
  }

  /** Constants that the values above need. */
  private static final class Words {

    static final List<Map.Entry<String, String>> RINGING =
        List.of(
            Map.entry("calling you", "ringing you"),
            Map.entry("call you", "ring you"),
            Map.entry("me to call", "me to ring"),
            Map.entry("calls you", "rings you"),
            Map.entry("the calendar", "the diary"));
  }

  /**
   * As people speak in a country.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static Voice of(String country) {
    return switch (country) {
      case "GB", "GG", "JE", "IM", "ZA" -> BRITISH;
      case "IE" -> IRISH;
      case "IN" -> INDIAN;
      case "AU", "NZ" -> AUSTRALIAN;
      default -> AMERICAN;
    };
  }

  /** Words that are shipped, as they are said here. */
  String said(String american) {
    String text = american;
    for (Map.Entry<String, String> word : words) {
      text = text.replace(word.getKey(), word.getValue());
    }
    return text;
  }

  /** What a caller does: "reach out to". */
  String reach() {
    return reach;
  }

  /** "Mr. Peters" has a stop in America alone. */
  String name(String spoken) {
    return this == AMERICAN ? spoken : spoken.replaceFirst("^(Mr|Mrs|Ms|Dr|Prof)\\.", "$1");
  }

  /** "A couple of weeks ago" is a fortnight where there is the word. */
  String elapsed(String words) {
    return this != AMERICAN && words.equals("a couple of weeks ago") ? "a fortnight ago" : words;
  }

  /** "2 pm", "half past two". */
  String clock(LocalTime time) {
    int quarter = time.getMinute() / 15;
    boolean inWords =
        this != AMERICAN
            && time.getMinute() % 15 == 0
            && quarter > 0
            && time.getHour() >= FIRST_HOUR
            && time.getHour() < LAST_HOUR;
    if (!inWords) {
      return TimeWords.clock(time);
    }
    String next = HOURS.get((time.getHour() + 1) % 12);
    String hour = HOURS.get(time.getHour() % 12);
    return switch (quarter) {
      case 1 -> "quarter past " + hour;
      case 2 -> "half past " + hour;
      default -> "quarter to " + next;
    };
  }

  /** "Thursday 3 December", or "Thursday the 3rd of December". */
  String date(String weekday, int day, String month) {
    return this == AMERICAN
        ? weekday + " " + day + " " + month
        : weekday + " the " + day + ordinal(day) + " of " + month;
  }

  private static String ordinal(int day) {
    if (day >= 11 && day <= 13) {
      return "th";
    }
    return switch (day % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }
}
