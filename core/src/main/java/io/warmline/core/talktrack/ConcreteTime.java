package io.warmline.core.talktrack;

import java.util.List;
import java.util.Set;

/** Whether a sentence names a day and a time of it. */
final class ConcreteTime {

  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mondays",
          "today",
          "tomorrow",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Set<String> HOURS =
      Set.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "noon");
  private static final Set<String> HALVES = Set.of("am", "pm", "o'clock");
  private static final Set<String> BOTH = Set.of("{{concreteTime}}", "{{appointmentTime}}");

  private ConcreteTime() {}

  static boolean in(List<Word> sentence) {
    return sentence.stream().anyMatch(word -> BOTH.contains(word.text()))
        || (day(sentence) && time(sentence));
  }

  /** Whether it names a day. */
  static boolean day(List<Word> sentence) {
    return sentence.stream()
        .map(Word::text)
        .anyMatch(
            text -> DAYS.contains(text) || BOTH.contains(text) || text.equals("{{concreteDay}}"));
  }

  private static boolean time(List<Word> sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      String text = sentence.get(i).text();
      String before = i > 0 ? sentence.get(i - 1).text() : "";
      boolean hour = HOURS.contains(text) || text.matches("\\d{1,2}");
      if (text.matches("\\d{1,2}:\\d\\d")
          || text.equals("noon")
          || (hour && (before.equals("at") || before.equals("past") || halfFollows(sentence, i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean halfFollows(List<Word> sentence, int i) {
    return i + 1 < sentence.size() && HALVES.contains(sentence.get(i + 1).text());
  }
}
