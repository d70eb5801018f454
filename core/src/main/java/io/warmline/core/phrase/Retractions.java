package io.warmline.core.phrase;

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
          "2th thought",
          "2th thoughts");

  private static final Set<String> ANY =
      Set.of("any", "anytime", "anything", "all", "every", "everything", "nothing", "time");

  private Retractions() {}

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
      if (answer.get(i) && one.equals("since")) {
        found.set(i);
      }
    }
    return found;
  }
}
