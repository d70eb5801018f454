package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Words that take back the time, or make it another, without naming one: "Tuesday at three, never
 * mind", "anything but in an hour", "since Monday". What is read before them is not sure.
 */
final class Retractions {

  /** Said behind a time, they leave nothing of it. */
  private static final Set<String> TAKEN_BACK =
      Set.of(
          "never mind",
          "scratch that",
          "forget it",
          "forget that",
          "forget about",
          "strike that",
          "ignore that",
          "cancel that",
          "disregard that",
          "hang on",
          "hold on",
          "actually no",
          "actually not",
          "no way",
          "no chance",
          "rather not",
          "dream on",
          "as if",
          "2th thought",
          "2th thoughts");

  private static final Set<String> ANY =
      Set.of("any", "anytime", "anything", "all", "every", "everything", "nothing", "time");

  private static final Set<String> BOUNDS = Set.of("before", "until");

  private static final Set<String> SHADES = Set.of("early", "late", "middle", "half");

  /** The words from "until" to a part of the day: "until in the morning". */
  private static final int MOST_TO_PART = 4;

  private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "cannot", "neither");

  private static final Warning OUT_OF_HOURS =
      new Warning(
          WarningCode.OUTSIDE_CALLING_HOURS,
          "Nobody is called in the hours that were named; the nearest time was taken.");

  /** A working day elsewhere that hardly meets ours, in seconds. */
  private static final int FAR = 6 * 60 * 60;

  private static final String HALF_OF_DAY =
      "am|pm|noon|midnight|morning|afternoon|evening|tonight|.*:.*|#";

  private static final Warning FAR_AWAY =
      new Warning(
          WarningCode.UNCERTAIN_DATE,
          "The hour is of a clock far away: ask for the half of the day.");

  private static final Warning TODAY_REFUSED =
      new Warning(WarningCode.NOT_UNDERSTOOD, "Today was named, and refused.");

  private Retractions() {}

  /** "Not today, at three" may be tomorrow; of "before eight" nothing may be left. */
  static Resolved doubted(
      Resolved answer, List<Token> tokens, BitSet words, PhraseContext context) {
    boolean today = answer.lastDate().equals(context.spokenAt().toLocalDate());
    Resolved one = today && refuseToday(tokens) ? answer.doubted(TODAY_REFUSED) : answer;
    boolean bounded = words.stream().anyMatch(i -> isBound(tokens, i));
    return bounded && answer.window().isPoint() ? one.doubted(OUT_OF_HOURS) : one;
  }

  /** "Nine, Tokyo time", said in California, is in the night of one of them. */
  static Interpretation farAway(
      Interpretation answer, List<Token> tokens, PhraseContext there, PhraseContext here) {
    int seconds =
        there.spokenAt().getOffset().getTotalSeconds()
            - here.spokenAt().getOffset().getTotalSeconds();
    boolean half = tokens.stream().anyMatch(token -> token.text().matches(HALF_OF_DAY));
    return answer instanceof Resolved resolved && Math.abs(seconds) >= FAR && !half
        ? resolved.doubted(FAR_AWAY)
        : answer;
  }

  /** "Quarter until five" is a time, and no bound. */
  private static boolean isBound(List<Token> tokens, int i) {
    String before = i == 0 ? "" : tokens.get(i - 1).text();
    return BOUNDS.contains(tokens.get(i).text()) && !before.matches("quarter|minute|half|\\d+");
  }

  /** "Until the morning", "until between ten and five" may be to its beginning or to its end. */
  private static boolean isPart(List<Token> tokens, int from) {
    return tokens.subList(from, Math.min(tokens.size(), from + MOST_TO_PART)).stream()
        .anyMatch(token -> token.is(Kind.PART) || SHADES.contains(token.text()));
  }

  /** Whether one clause has "today" and a negation: "not today", "today I can't". */
  private static boolean refuseToday(List<Token> tokens) {
    boolean today = false;
    boolean negated = false;
    for (Token token : tokens) {
      boolean ends = token.text().equals(",");
      today = !ends && (today || token.text().equals("today"));
      negated = !ends && (negated || NEGATIONS.contains(token.text()));
      if (today && negated) {
        return true;
      }
    }
    return false;
  }

  /** The words of that kind that stand around the answer. */
  static BitSet in(List<Token> tokens, BitSet answer) {
    BitSet found = new BitSet();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      String one = tokens.get(i).text();
      String next = tokens.get(i + 1).text();
      boolean behind = i >= answer.length() && TAKEN_BACK.contains(one + " " + next);
      boolean excepted = ANY.contains(one) && next.equals("but") && answer.get(i + 2);
      if (behind || excepted) {
        found.set(i, i + 2);
      }
      boolean until =
          one.equals("until")
              && !next.equals("after")
              && (next.equals("between") || isPart(tokens, i + 1));
      if (answer.get(i) && (one.equals("since") || until)) {
        found.set(i);
      }
    }
    return found;
  }
}
